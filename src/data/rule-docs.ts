/** The long texts of the rules: why, how, examples. Imported only where somebody reads them. */
import compiled from '../../build/data/rule-docs.json' with { type: 'json' };
import type { RuleDocs } from '../rules/types.js';

// The build compiled and validated this file.
const docs = compiled as unknown as readonly RuleDocs[];

export const ruleDocs: ReadonlyMap<string, RuleDocs> = new Map(docs.map((entry) => [entry.id, entry]));
