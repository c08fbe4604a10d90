/** How changes of the policy are made known: one claim for each section that says so. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Block, PolicyDocument, Range, Section, Sentence } from '../document/types.js';
import { isFragment } from './clause.js';
import type { Draft, Extractor } from './extractor.js';
import { durationsIn } from './quantity.js';
import type { ClaimOf, ClaimValues } from './types.js';

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
  refine(found, { document }) {
    const bySection = new Map<Section, ChangeClaim[]>();
    for (const claim of found) {
      const list = bySection.get(claim.section);
      if (list) list.push(claim);
      else bySection.set(claim.section, [claim]);
    }
    return [...bySection.values()].flatMap((claims) => merged(claims, document));
  },
};

function draftOf(sentence: Sentence): Draft<'policy-change'> | undefined {
  const { lower, block } = sentence;
  if (lower.endsWith('?') || block.kind === 'cell') return undefined;
  const follow = wording.pattern('follow').test(lower);
  const main = speaksOfPolicy(lower) || (follow && isTitled(sentence) && !wording.pattern('not-main').test(lower));
  if (!main && !follow) return undefined;
  const value = tellingOf(lower);
  // A list of contents: "Changes to this notice".
  if ((block.kind === 'item' || isOnlyTitle(sentence, value)) && wording.pattern('contents').test(lower.replace(NUMBER, '')))
    return undefined;
  return { value, confidence: main ? (follow || isTold(value) ? 'high' : 'medium') : 'low' };
}

/** "CHANGES TO THIS NOTICE" in a paragraph of its own. */
const isOnlyTitle = ({ block, lower }: Sentence, value: Value): boolean =>
  block.sentences.length === 1 && !isTold(value) && isFragment(lower);
const NUMBER = /^[\d.)\s]{1,8}/;

/** "**Changes.** I will post them here": the label says what is changed. */
function isTitled({ block, start }: Sentence): boolean {
  const first = block.sentences[0];
  if (!block.label || !first || start < block.start) return false;
  return wording.pattern('title').test(first.lower.slice(block.label.start - first.start, block.label.end - first.start));
}

type Value = ClaimValues['policy-change'];

function tellingOf(lower: string): Value {
  return {
    'notice-days': noticeDays(lower),
    'continued-use': wording.pattern('continued-use').test(lower) && !wording.pattern('not-continued').test(lower),
    immediate: wording.pattern('immediate').test(lower),
    channel: wording
      .values('channel')
      .filter(([, pattern]) => pattern.test(lower))
      .map(([name]) => name),
  };
}

const isTold = (value: Value): boolean =>
  value.channel.length > 0 || value['continued-use'] || value.immediate || value['notice-days'] !== null;

const isAnnounced = (value: Value): boolean => value.channel.length > 0 || value['notice-days'] !== null;

const announcesIn = ({ sentences }: Block): boolean =>
  sentences.some(({ lower }) => wording.pattern('announces').test(lower) || isTold(tellingOf(lower)));

function speaksOfPolicy(lower: string): boolean {
  if (wording.pattern('reviewed').test(lower)) return true;
  if (!wording.pattern('main').test(lower) || wording.pattern('not-main').test(lower)) return false;
  const isPurpose = wording.pattern('purpose').test(lower.replace(/^[^a-z]{1,4}/, ''));
  return !isPurpose || (!isFragment(lower) && OUR_CHANGE.test(lower));
}

const OUR_CHANGE = expression('policy-change')`${'our-change'}`;

/** Days between the notice and the change; null where none are named. */
function noticeDays(lower: string): number | null {
  const cues = wording.pattern('notice-cue');
  const found = durationsIn(lower).find(
    (duration) =>
      !duration.role &&
      duration.days <= 183 &&
      cues.test(lower.slice(Math.max(0, duration.start - 80), duration.end + 40)) &&
      !wording.pattern('not-notice').test(lower.slice(Math.max(0, duration.start - 40), duration.start)) &&
      !staysFor(lower, duration),
  );
  return found ? found.days : null;
}

/** "A notice will stay on this page for 30 days": how long it can be read. */
const staysFor = (lower: string, { start, end }: Range): boolean =>
  wording.pattern('stays-for').test(lower.slice(Math.max(0, start - 24), start)) &&
  !wording.pattern('before-change').test(lower.slice(end, end + 60));

/** The claims of a section as one, standing in the block of the first that tells something. */
function merged(claims: readonly ChangeClaim[], document: PolicyDocument): ChangeClaim[] {
  const about = claims[0]?.section.topics[0] === 'changes';
  const inBlock = (claim: ChangeClaim, other: ChangeClaim) => other.sentence.block === claim.sentence.block;
  // "We may update this policy. The date above says when we last did": what tells may be the sentence beside it.
  const main = claims.filter(
    (claim) =>
      claim.confidence === 'high' ||
      (claim.confidence === 'medium' && (about || claims.some((other) => other !== claim && inBlock(claim, other)))),
  );
  const spoken = main[0] ?? (about ? claims.find((claim) => isTold(claim.value)) : undefined);
  if (!spoken) return [];
  // "We may change this policy.", and in a paragraph of its own how that is made known.
  const first = (about && !announcesIn(spoken.sentence.block) && claims.find((claim) => isAnnounced(claim.value))) || spoken;
  // A long section may speak of other changes far away: only what stands near belongs to it.
  const near = about ? claims : claims.filter((claim) => Math.abs(claim.sentence.block.index - first.sentence.block.index) <= 2);
  const own = near.filter((claim) => inBlock(first, claim)).map((claim) => claim.sentence);
  const more = following(first.sentence, own);
  const values = [...near.map((claim) => claim.value), ...more.map((sentence) => tellingOf(sentence.lower))];
  const sentences = [...own, ...more];
  const range = {
    start: Math.min(...sentences.map((sentence) => sentence.start)),
    end: Math.max(...sentences.map((sentence) => sentence.end)),
  };
  const span = document.toSource(range);
  const telling = main.find((claim) => isTold(claim.value)) ?? first;
  return [
    {
      ...first,
      confidence: main.some((claim) => claim.confidence === 'high') || values.some(isTold) ? 'high' : 'medium',
      value: {
        'notice-days': values.map((value) => value['notice-days']).find((days) => days !== null) ?? null,
        'continued-use': values.some((value) => value['continued-use']),
        immediate: values.some((value) => value.immediate),
        channel: [...new Set(values.flatMap((value) => value.channel))],
      },
      range,
      span,
      quote: document.source.slice(span.start, span.end),
      focus: inBlock(first, telling) ? telling.focus : first.focus,
    },
  ];
}

/** Sentences right after these that go on about the change without naming it: "We will tell you by email." */
function following(first: Sentence, known: readonly Sentence[]): Sentence[] {
  const found: Sentence[] = [];
  let last = Math.max(...known.map((sentence) => sentence.index));
  for (const sentence of first.block.sentences) {
    if (sentence.index < first.index || known.includes(sentence)) continue;
    const isNext = sentence.index <= last + 1;
    if (!isNext || !wording.pattern('follow-on').test(sentence.lower)) continue;
    found.push(sentence);
    last = Math.max(last, sentence.index);
  }
  return found;
}
