/** The names by which a policy means the controller itself and its products. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { isNotVendor, vendorOf } from '../data/registry.js';
import { partitionPoint } from '../document/at.js';
import type { PolicyDocument } from '../document/types.js';
import type { Facts } from './extractor.js';
import { isName, nameAfter, nameBefore, withoutLegalForm } from './names.js';
import type { Claim } from './types.js';

/**
 * From the configuration where it says so, and from the controller claims, with and without legal form and domain ending; and the
 * products that the text calls the controller's own ("built the Acme Notes app"). Case-sensitive, longest first.
 */
export function selfNamesOf(claims: readonly Claim[], facts: Facts, document: PolicyDocument): readonly string[] {
  const names = new Set<string>();
  const stated = [...(facts.controller ? [facts.controller] : []), ...(facts.products ?? [])];
  const found = claims.flatMap((claim) => (claim.kind === 'controller' ? [claim.value.name] : []));
  for (const name of [...stated, ...found]) {
    names.add(name);
    const bare = withoutLegalForm(name);
    names.add(bare);
    const site = bare.replace(/\.(?:com|org|net|io|app|co|ai|dev)$/, '');
    if (site.length > 2) names.add(site);
  }
  let products = productsKnown.get(document);
  if (products === undefined) {
    products = productsOf(document);
    productsKnown.set(document, products);
  }
  for (const product of products) names.add(product);
  return [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** Claims and rules ask for the names of the same document. */
const productsKnown = new WeakMap<PolicyDocument, readonly string[]>();

/** Names that the text gives to the app or site that it is about. */
function productsOf(document: PolicyDocument): string[] {
  const head = document.text.slice(0, HEAD);
  const found: string[] = [];
  const add = (range: { readonly start: number; readonly end: number } | null): void => {
    const name = range ? head.slice(range.start, range.end) : '';
    if (isName(name) && !isNotVendor(name) && (vendorOf(name)?.ambiguous ?? true)) found.push(name);
  };
  for (const match of head.matchAll(DEFINED(head))) add(nameAfter(head, match.index + match[0].length));
  for (const match of MADE.test(head) ? head.matchAll(CALLED(head)) : []) add(nameBefore(head, match.index));
  return [...found, ...brandsOf(document)];
}

/** "Comprising the brands Acme, Acme Mail and Bolt": one's own, even where others know them as a vendor's. */
function brandsOf(document: PolicyDocument): string[] {
  const pattern = lexicon('controller').pattern('own-brands');
  const head = document.sentences.slice(
    0,
    partitionPoint(document.sentences, ({ end }) => end <= HEAD),
  );
  return head.flatMap(({ start, lower }) =>
    pattern.all(lower).flatMap(({ end }) =>
      (/^[^.;:()\n]{2,200}/.exec(document.text.slice(start + end, start + end + 200))?.[0] ?? '')
        .split(BETWEEN_NAMES())
        .map((name) => name.trim())
        .filter((name) => /^[A-Z]/.test(name) && name.length < 40 && isName(name)),
    ),
  );
}

const BETWEEN_NAMES = expression('actors')`, (?:${'joins-names'} )?| ${'joins-names'} | & `;

/** Products are introduced at the beginning. */
const HEAD = 6000;
/** "Application refers to Acme Notes", "our app, Acme Notes". */
const DEFINED = expression(
  'actors',
  'g',
)`${'product-defined'} (?:${'article'} )?|${'our'} (?:[a-z]{2,12} )?${'product'},? (?:${'called'} )?(?=[A-Z"“])`;
/** What each of the following begins with, which most texts have nowhere. */
const MADE = expression('actors')`${'makes'} (?:${'makes-object'} )?[A-Z0-9]`;
/** "Built the Acme Notes app", "the Acme Notes website": what precedes the last word is its name. */
const CALLED = expression('actors', 'g')`(?<=${'makes'} (?:${'makes-object'} )?(?:[A-Z0-9][\w.&'-]{0,30} ){1,4}) ?${'product-noun'}`;
