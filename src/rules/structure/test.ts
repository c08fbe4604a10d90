import type { Hit } from '../../findings/types.js';
import type { RuleContext } from '../context.js';

/** A test of the section tree or of readability. Options as the rule gives them: see `options.ts`. */
export type StructureTest = (context: RuleContext, options: Readonly<Record<string, unknown>>) => Iterable<Hit>;
