/** Tests of the section tree and of readability, by the name that rules use. One file a test. */
import type { Hit } from '../../findings/types.js';
import type { RuleContext } from '../context.js';

export type StructureTest = (context: RuleContext, options: Readonly<Record<string, unknown>>) => Iterable<Hit>;

export const structureTests: Readonly<Record<string, StructureTest>> = {};
