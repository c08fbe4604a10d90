/** Where findings stand that are about something absent, and about a claim. */
import type { Claim, ClaimKind } from '../claims/types.js';
import { topicsOfHeading } from '../document/topics.js';
import type { PolicyDocument, Section, Sentence } from '../document/types.js';
import type { Hit } from '../findings/types.js';
import { isHeadedBy, type RuleContext } from './context.js';
import { countWords } from './letters.js';

/**
 * The heading of the section on the first of the topics that has one, best where most of the matter is told; else the document's
 * first heading, or its first sentence where text stands before that.
 */
export function headingHit(context: RuleContext, topics: readonly string[]): Hit {
  for (const topic of topics) {
    const hit = headingOf(sectionTelling(topic, context), context.document);
    if (hit) return hit;
  }
  return startOf(context);
}
/** The claim's sentence, with the words that carry it marked. */
export function claimHit(claim: Claim): Hit {
  return {
    range: claim.range,
    focus: claim.focus,
    section: claim.section,
    values: valuesOf(claim),
    key: `${claim.kind}|${claim.polarity}|${JSON.stringify(claim.value)}`,
  };
}

/** `{days}`, `{quote}` ... of a claim, for messages. */
export function valuesOf(claim: Claim): Record<string, string | number> {
  const values: Record<string, string | number> = { quote: claim.quote };
  for (const [key, value] of Object.entries(claim.value)) {
    if (typeof value === 'string' || typeof value === 'number') values[key] = value;
    else if (Array.isArray(value)) values[key] = value.join(', ');
  }
  return values;
}

function headingOf(section: Section | null, { text }: PolicyDocument): Hit | null {
  if (!section?.heading) return null;
  const { start, end } = section.heading;
  return { range: { start, end }, section, key: text.slice(start, end).length ? '' : 'document' };
}

/** What stands before the first heading is read first; a reader looks there for what is told nowhere. */
function startOf(context: RuleContext): Hit {
  const { document, sections } = context;
  const known = starts.get(context);
  if (known) return known;
  const heading = headingOf(sections.find((section) => section.heading !== null) ?? null, document);
  const before = document.sentences.find((sentence) => isProse(sentence) && (!heading || sentence.end <= heading.range.start));
  const start = heading && !before ? heading : { range: before ?? document.sentences[0] ?? NOWHERE, section: document.root, key: '' };
  starts.set(context, start);
  return start;
}

const starts = new WeakMap<RuleContext, Hit>();

const NOWHERE = { start: 0, end: 0 };

/** No menu, and no script that a copy of the page took along. */
const isProse = ({ block, text }: Sentence): boolean =>
  block.kind !== 'code' && countWords(text, SHORTEST_PROSE) >= SHORTEST_PROSE && !/[={}]/.test(text);
const SHORTEST_PROSE = 8;

/** The section whose heading names the matter; where none does, or nothing of it is told there, the one that tells most of it. */
function sectionTelling(topic: string, context: RuleContext): Section | null {
  const told = toldBySection(topic, context);
  const headed = context.sections.filter((section) => isHeadedBy(section, [topic]));
  const best = most(headed, told.within);
  if (best && best.told > 0) return best.section;
  const telling = most(
    context.sections.filter(({ heading, title }) => heading !== null && !ASIDE[topicsOfHeading(title)[0] ?? '']),
    told.by,
  );
  const least = headed.length > 0 ? A_LIST : ONCE.has(topic) ? 1 : 2;
  return telling && telling.told >= least ? telling.section : context.sectionOn([topic]);
}

/** As many different statements are no passing remark. */
const A_LIST = 3;
/** What one statement is enough to tell the place of. */
const ONCE: ReadonlySet<string> = new Set(['transfer', 'cookies', 'do-not-track', 'automated-decisions']);
/** Sections on a matter of their own, which tell of rights, uses and periods only for it. */
const ASIDE: Readonly<Record<string, true>> = {
  cookies: true,
  'do-not-track': true,
  children: true,
  california: true,
  'state-rights': true,
  changes: true,
  'table-of-contents': true,
};

/** The claims by which a section tells of a topic; what differs between them counts once. */
const TELLS: Readonly<Record<string, readonly ClaimKind[]>> = {
  rights: ['right'],
  complaint: ['right'],
  retention: ['retention'],
  transfer: ['transfer'],
  cookies: ['cookie'],
  'do-not-track': ['cookie'],
  use: ['purpose'],
  'legal-basis': ['legal-basis'],
  collection: ['data-category'],
  sharing: ['sharing', 'processor', 'processor-category'],
  marketing: ['marketing'],
  'automated-decisions': ['automated-decision'],
};

type Statements = ReadonlyMap<Section, ReadonlySet<string>>;

/** What sections tell of a topic: `by` themselves, and with all `within` them. */
function toldBySection(topic: string, { claims }: RuleContext): { readonly by: Statements; readonly within: Statements } {
  const by = new Map<Section, Set<string>>();
  const within = new Map<Section, Set<string>>();
  const kinds = TELLS[topic] ?? [];
  for (const claim of claims) {
    if (!kinds.includes(claim.kind) || claim.polarity !== 'affirmed') continue;
    if (claim.kind === 'right' && isForOthers(claim.value.scope)) continue;
    const said = claim.kind === 'right' ? claim.value.right : JSON.stringify(claim.value);
    note(by, claim.section, said);
    for (let at: Section | null = claim.section; at; at = at.parent) note(within, at, said);
  }
  return { by, within };
}

function note(statements: Map<Section, Set<string>>, section: Section, said: string): void {
  const known = statements.get(section);
  if (known) known.add(said);
  else statements.set(section, new Set([said]));
}

/** "California residents": what is missing in Europe is not looked for there. */
const isForOthers = (scope: string | undefined): boolean => scope !== undefined && !scope.split(' ').some((word) => EUROPE.has(word));
const EUROPE: ReadonlySet<string> = new Set(['EEA', 'EU', 'UK']);

function most(sections: readonly Section[], statements: Statements): { section: Section; told: number } | null {
  let best: { section: Section; told: number } | null = null;
  for (const section of sections) {
    const told = statements.get(section)?.size ?? 0;
    // Of a section and one within it that tell as much, the inner one is nearer.
    if (!best || told > best.told || (told === best.told && told > 0 && isWithin(section, best.section))) best = { section, told };
  }
  return best;
}

function isWithin(inner: Section, outer: Section): boolean {
  for (let at: Section | null = inner; at; at = at.parent) if (at === outer) return true;
  return false;
}
