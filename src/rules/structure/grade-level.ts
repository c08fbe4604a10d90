import { headingHit } from '../places.js';
import { numberOption } from './options.js';
import { gradeOf, proseOf } from './prose.js';
import type { StructureTest } from './test.js';

/** `grade`: highest Flesch-Kincaid grade allowed. `min-words`: shorter texts are not measured. English only. */
export const gradeLevel: StructureTest = (context, options) => {
  if (context.document.language !== 'en' && context.document.language !== 'und') return [];
  const { grade, words } = gradeOf(proseOf(context.document));
  if (words < numberOption(options, 'min-words', 200) || grade <= numberOption(options, 'grade', 16)) return [];
  return [{ ...headingHit(context, []), values: { grade: Math.round(grade) }, key: 'grade' }];
};
