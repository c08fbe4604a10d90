/** Tests of the section tree and of readability, by the name that rules use. One file a test. */
import type { Hit } from '../../findings/types.js';
import type { RuleContext } from '../context.js';
import { categoriesWithoutPeriod } from './categories-without-period.js';
import { closedList } from './closed-list.js';
import { missingTarget } from './missing-target.js';
import { olderThan } from './older-than.js';
import { solePurpose } from './sole-purpose.js';

export type StructureTest = (context: RuleContext, options: Readonly<Record<string, unknown>>) => Iterable<Hit>;

export const structureTests: Readonly<Record<string, StructureTest>> = {
  'categories-without-period': categoriesWithoutPeriod,
  'closed-list': closedList,
  'missing-target': missingTarget,
  'older-than': olderThan,
  'sole-purpose': solePurpose,
};
