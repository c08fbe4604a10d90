import { languagesOf } from '../../document/language.js';
import { headingHit } from '../places.js';
import type { StructureTest } from './test.js';

/** The whole text is in a language that is not among those `read` (BCP 47 primary subtags). */
export const unreadLanguage: StructureTest = (context, { read }) => {
  const known = Array.isArray(read) ? read.map(String) : [];
  const { language, lower } = context.document;
  if (language === 'und' || languagesOf(lower).some((entry) => known.includes(entry))) return [];
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  return [{ ...headingHit(context, []), values: { language: names.of(language) ?? language }, key: language }];
};
