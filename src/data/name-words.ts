/** Words by which names are told from other words: the lists of rules/registry/name-words.yaml. */
import compiled from '../../build/data/registry.json' with { type: 'json' };
import { record, strings } from './untyped.js';

/** Empty where there is no such list. */
export const nameWords = (list: string): ReadonlySet<string> => new Set(strings(lists[list]));

const lists = record(record(compiled)['name-words']);
