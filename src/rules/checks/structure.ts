import type { Hit } from '../../findings/types.js';
import type { RuleContext } from '../context.js';
import { structureTests } from '../structure/index.js';
import type { StructureCheck } from '../types.js';

/** What a test by name finds in the section tree. The names are those of src/rules/structure/. */
export function checkStructure(check: StructureCheck, context: RuleContext): Hit[] {
  const test = structureTests[check.test];
  if (!test) throw new Error(`no structure test "${check.test}"; there are: ${Object.keys(structureTests).join(', ')}`);
  return [...test(context, check.options ?? {})];
}
