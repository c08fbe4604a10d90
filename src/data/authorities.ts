/** Data protection authorities: the hosts of `rules/registry/authorities.yaml`. */
import compiled from '../../build/data/registry.json' with { type: 'json' };

/** Whether a host, as in an e-mail address, is a data protection authority's: "ico.org.uk", "bln.datenschutz-berlin.de". Lower case. */
export function isAuthorityHost(host: string): boolean {
  hosts ??= new Set(compiled['authority-hosts']);
  const labels = host.split('.');
  return labels.some((_, index) => hosts?.has(labels.slice(index).join('.')) === true);
}

let hosts: ReadonlySet<string> | undefined;
