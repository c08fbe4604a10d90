/** Where findings on a change stand in the new version. */
import type { Claim } from '../claims/types.js';
import type { PolicyDocument, Section, Sentence } from '../document/types.js';
import type { Hit } from '../findings/types.js';

/** What is gone is said at the section of the new version that has its heading, else at the first heading or sentence. */
export function goneHit(was: { readonly section: Section }, document: PolicyDocument, values: Hit['values'], key: string): Hit {
  const same = sectionsOf(document.root).find((section) => section.heading && section.title === was.section.title);
  const heading = same?.heading ?? document.blocks.find((block) => block.kind === 'heading');
  if (heading) return { range: { start: heading.start, end: heading.end }, section: heading.section, ...(values ? { values } : {}), key };
  const range = document.sentences[0] ?? { start: 0, end: 0 };
  return { range: { start: range.start, end: range.end }, section: document.root, ...(values ? { values } : {}), key };
}

export function claimHit({ range, focus, section }: Claim, values: Hit['values'], key: string): Hit {
  return { range, focus, section, ...(values ? { values } : {}), key };
}

export function sentenceHit(sentence: Sentence, values: Hit['values'], key: string): Hit {
  return { range: { start: sentence.start, end: sentence.end }, section: sentence.block.section, ...(values ? { values } : {}), key };
}

function sectionsOf(root: Section): Section[] {
  return [root, ...root.children.flatMap(sectionsOf)];
}
