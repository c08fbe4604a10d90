/** What speaks for a name as that of whoever runs the service. */
import { whenAsked } from '../data/expression.js';
import { forLettersOf } from '../document/letters.js';
import type { PolicyDocument, Range } from '../document/types.js';
import { PROOF } from './controller-introduction.js';

/** A place where the text seems to name itself, and how much that proves: 3 and more is proof, less adds up. */
export interface Evidence extends Range {
  readonly name: string;
  readonly weight: number;
  /** It stands in the title or opens the text: even a company that others name as a vendor means itself. */
  readonly own: boolean;
}

/** Characters of the first lines, which say whose policy it is. */
export const OPENING_LINES = 600;

/** The name that stands at `range`, without what belongs to a title, an address or a product. */
export function evidence(document: PolicyDocument, range: Range, weight: number, own = weight >= 4): Evidence {
  const raw = document.text.slice(range.start, range.end);
  const before = forLettersOf(raw, PLAIN_PREFIX(), WIDE_PREFIX).exec(raw)?.[0].length ?? 0;
  let name = raw.slice(before).replace(SUFFIX, '');
  if (weight < PROOF) name = name.replace(PRODUCT, '');
  const start = range.start + before;
  return { start, end: start + name.length, name: name.replace(/\s+/g, ' '), weight, own };
}

/** "Privacy Notice for" and years before a name; register numbers and years after it; what it calls its service. */
const prefixOf = (capital: string, flags = ''): RegExp =>
  new RegExp(
    String.raw`^(?:.{0,60}\b(?:Privacy|Notice|Policy|Statement|Officer|Agreement|NOTICE|POLICY) (?:for|of|by|from|For|Of|FOR|OF) |.{0,60}\b(?:Department|Team|Officer|Office|Administrator|Manager) (?=${capital}.{0,40}\b(?:Inc|LLC|Ltd|Limited|GmbH|Corp)\b)|(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)? )`,
    flags,
  );
const PLAIN_PREFIX = whenAsked(() => prefixOf('[A-Z]'));
const WIDE_PREFIX = whenAsked(() => prefixOf(String.raw`\p{Lu}`, 'u'));
const SUFFIX =
  /(?:(?<=\b(?:Ltd|Limited|Inc|LLC|GmbH)\.?) (?:ACN|ABN|No|UEN|CIN|Company) .{0,60}| (?:19|20)\d\d|,? [Aa]s| company| entity)$/;
const PRODUCT =
  / (?:Platforms?|Sites?|Websites?|Web Sites?|Services?|Offerings?|Privacy .{0,40}|Accounts?|Products|Users?|Customers|Members)$/;
