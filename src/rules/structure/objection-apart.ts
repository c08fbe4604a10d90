import { claimHit } from '../places.js';
import { numberOption, wordingOption } from './options.js';
import type { StructureTest } from './test.js';

/** The right to object (`any`: its wording) stands only among `others` or more rights: no heading, no paragraph of its own. */
export const objectionApart: StructureTest = (context, options) => {
  const { claims, sections, document } = context;
  const any = wordingOption(options, 'any');
  if (any === null) throw new Error('the structure test "objection-apart" needs the option "any"');
  const objection = context.pattern(any);
  const rights = claims.filter((claim) => claim.kind === 'right' && claim.polarity === 'affirmed');
  const objections = rights.filter((claim) => claim.kind === 'right' && claim.value.right === 'objection');
  const [first] = objections;
  if (!first || sections.some((section) => objection.test(section.title.toLowerCase()))) return [];
  const alone = document.blocks.some((block) => {
    if (block.kind === 'heading' || block.kind === 'code') return false;
    const names = new Set(rights.flatMap((claim) => (claim.kind === 'right' && claim.sentence.block === block ? [claim.value.right] : [])));
    const own = block.kind === 'paragraph' || block.kind === 'quote' || block.label !== null;
    return own && names.size <= 1 && objection.test(document.lower.slice(block.start, block.end));
  });
  const near = new Set(rights.flatMap((claim) => (claim.kind === 'right' && claim.section === first.section ? [claim.value.right] : [])));
  return alone || near.size <= numberOption(options, 'others', 2) ? [] : [claimHit(first)];
};
