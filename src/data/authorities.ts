/** Data protection authorities: typed access to `rules/registry/authorities.yaml`. */
import compiled from '../../build/data/registry.json' with { type: 'json' };
import { record, records, text } from './untyped.js';

/** Whether a host, as in an e-mail address, is a data protection authority's: "ico.org.uk", "bln.datenschutz-berlin.de". Lower case. */
export function isAuthorityHost(host: string): boolean {
  hosts ??= new Set(
    records(record(record(compiled)['authorities'])['authorities']).flatMap((authority) => hostOf(text(authority['url']) ?? '')),
  );
  const labels = host.split('.');
  return labels.some((_, index) => hosts?.has(labels.slice(index).join('.')) === true);
}

let hosts: ReadonlySet<string> | undefined;

function hostOf(url: string): string[] {
  const host = /^https?:\/\/(?:www\.)?([a-z0-9.-]{3,80})/.exec(url)?.[1];
  // The site of a whole government is more than the authority's.
  return host?.includes('.') && !SHARED.has(host) ? [host] : [];
}

const SHARED: ReadonlySet<string> = new Set(['gov.uk', 'gov.br', 'ca.gov', 'oag.ca.gov', 'ftc.gov', 'virk.dk']);
