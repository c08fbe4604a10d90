/** Where findings stand that are about something absent, and about a claim. */
import type { Claim } from '../claims/types.js';
import type { Section } from '../document/types.js';
import type { Hit } from '../findings/types.js';
import type { RuleContext } from './context.js';

/** The heading of the section on the first of the topics that has one, else the document's first heading, else its first sentence. */
export function headingHit(context: RuleContext, topics: readonly string[]): Hit {
  let section: Section | null = null;
  for (const topic of topics) section ??= context.sectionOn([topic]);
  return headingOf(section, context) ?? headingOf(firstWithHeading(context), context) ?? firstSentence(context);
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

function headingOf(section: Section | null, context: RuleContext): Hit | null {
  if (!section?.heading) return null;
  const { start, end } = section.heading;
  return { range: { start, end }, section, key: context.document.text.slice(start, end).length ? '' : 'document' };
}

function firstWithHeading(context: RuleContext): Section | null {
  return context.sections.find((section) => section.heading !== null) ?? null;
}

function firstSentence(context: RuleContext): Hit {
  const sentence = context.document.sentences[0];
  return { range: sentence ?? { start: 0, end: 0 }, section: context.document.root, key: '' };
}
