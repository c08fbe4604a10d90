/** Data protection authorities: the names and hosts of `rules/registry/authorities.yaml`. */
import compiled from '../../build/data/registry.json' with { type: 'json' };
import { type CompiledNames, type NameMatch, nameFinder } from './names.js';

/** Every authority that the text names, with the ISO code of its country, in order. */
export function authoritiesIn(content: string): readonly NameMatch<string>[] {
  // Written by scripts/compile-registry.ts in this shape.
  finder ??= nameFinder(compiled['authority-names'] as CompiledNames, (country) => country);
  return finder(content.replaceAll('’', "'"));
}

let finder: ((content: string) => readonly NameMatch<string>[]) | undefined;

/** Whether a host, as in an e-mail address, is a data protection authority's: "ico.org.uk", "bln.datenschutz-berlin.de". Lower case. */
export function isAuthorityHost(host: string): boolean {
  hosts ??= new Set(compiled['authority-hosts']);
  const labels = host.split('.');
  return labels.some((_, index) => hosts?.has(labels.slice(index).join('.')) === true);
}

let hosts: ReadonlySet<string> | undefined;
