/** How changes of the policy are made known: one claim for each section that says so. */
import { lexicon } from '../data/lexicon.js';
import type { Section, Sentence } from '../document/types.js';
import { isFragment } from './clause.js';
import type { Draft, Extractor } from './extractor.js';
import { durationsIn } from './quantity.js';
import type { ClaimOf } from './types.js';

type ChangeClaim = ClaimOf<'policy-change'>;
const wording = lexicon('policy-change');

/**
 * Each sentence about changes is a draft: `high` where it says of the policy how a change is made known, `medium` where it only says
 * that there may be changes, `low` where it speaks of changes or acceptance without naming the policy. `refine` joins those of a section.
 */
export const policyChange: Extractor<'policy-change'> = {
  kind: 'policy-change',
  *extract(sentence) {
    const draft = draftOf(sentence);
    if (draft) yield draft;
  },
  refine(found) {
    const bySection = new Map<Section, ChangeClaim[]>();
    for (const claim of found) {
      const list = bySection.get(claim.section);
      if (list) list.push(claim);
      else bySection.set(claim.section, [claim]);
    }
    return [...bySection.values()].flatMap((claims) => merged(claims));
  },
};

function draftOf(sentence: Sentence): Draft<'policy-change'> | undefined {
  const { lower, block } = sentence;
  if (lower.endsWith('?') || block.kind === 'cell') return undefined;
  const excluded = wording.pattern('not-main').test(lower);
  const isPurpose =
    wording.pattern('purpose').test(lower.replace(/^[^a-z]{1,4}/, '')) &&
    (isFragment(lower) || !/\bif we\b|\bwhen we\b|\bwe may (?:change|update)/.test(lower));
  const main = !excluded && !isPurpose && wording.pattern('main').test(lower);
  const follow = wording.pattern('follow').test(lower);
  if (!main && !follow) return undefined;
  const channel = wording
    .values('channel')
    .filter(([, pattern]) => pattern.test(lower))
    .map(([name]) => name);
  const continuedUse = wording.pattern('continued-use').test(lower);
  const immediate = wording.pattern('immediate').test(lower);
  const days = noticeDays(lower);
  const tells = continuedUse || immediate || channel.length > 0 || days !== null || follow;
  return {
    value: { 'notice-days': days, 'continued-use': continuedUse, immediate, channel },
    confidence: main ? (tells ? 'high' : 'medium') : 'low',
  };
}

/** Days between the notice and the change; null where none are named. */
function noticeDays(lower: string): number | null {
  const cues = wording.pattern('notice-cue');
  const found = durationsIn(lower).find(
    (duration) =>
      !duration.role &&
      duration.days <= 183 &&
      cues.test(lower.slice(Math.max(0, duration.start - 80), duration.end + 40)) &&
      !wording.pattern('not-notice').test(lower.slice(Math.max(0, duration.start - 40), duration.start)),
  );
  return found ? found.days : null;
}

/** The claims of a section as one, standing where the first of its main block stands. */
function merged(claims: readonly ChangeClaim[]): ChangeClaim[] {
  const about = claims[0]?.section.topics[0] === 'changes';
  // "We may update this policy. The date above says when we last did": what tells may be the sentence beside it.
  const main = claims.filter(
    (claim) =>
      claim.confidence === 'high' ||
      (claim.confidence === 'medium' &&
        (about || claims.some((other) => other !== claim && other.sentence.block === claim.sentence.block))),
  );
  const first = main[0] ?? (about ? claims.find((claim) => isTold(claim)) : undefined);
  if (!first) return [];
  // A long section may speak of other changes far away: only what stands near belongs to it.
  const near = about ? claims : claims.filter((claim) => Math.abs(claim.sentence.block.index - first.sentence.block.index) <= 2);
  const telling = main.find((claim) => isTold(claim)) ?? first;
  const last = near.findLast((claim) => claim.sentence.block === first.sentence.block) ?? first;
  const start = near.find((claim) => claim.sentence.block === first.sentence.block) ?? first;
  const span = { start: start.span.start, end: last.span.end };
  return [
    {
      ...first,
      confidence: first.confidence === 'low' ? 'medium' : first.confidence,
      value: {
        'notice-days': near.map((claim) => claim.value['notice-days']).find((days) => days !== null) ?? null,
        'continued-use': near.some((claim) => claim.value['continued-use']),
        immediate: near.some((claim) => claim.value.immediate),
        channel: [...new Set(near.flatMap((claim) => claim.value.channel))],
      },
      range: { start: start.range.start, end: last.range.end },
      span,
      focus: telling.sentence.block === first.sentence.block ? telling.focus : first.focus,
    },
  ];
}

const isTold = (claim: ChangeClaim): boolean =>
  claim.value.channel.length > 0 || claim.value['continued-use'] || claim.value.immediate || claim.value['notice-days'] !== null;
