/**
 * The built-in rules as the build writes them: what every run asks of every rule is at hand, what a rule says and looks for is read when it is
 * first asked for. Of hundreds of rules, a text calls for the wording of a few, and many looks end at a condition.
 */
import type { Numbers } from '../phrase/match.js';
import type { Rule } from '../rules/types.js';
import { jsonText, type TextList, textList, textsOf } from './text-list.js';

export interface RuleTable {
  /** One a line, sorted. */
  readonly ids: string;
  /** What is asked of every rule, each combination once, and the number of each rule's. */
  readonly heads: readonly Head[];
  readonly head: Numbers;
  /** Six numbers for each rule: its parts among `texts`, counted from one, in the order of `PARTS`; 0 for what it has not. */
  readonly parts: Numbers;
  /** Each part in JSON; those of several rules that are the same once. */
  readonly texts: TextList;
}

type Head = Pick<Rule, 'severity' | 'confidence' | 'status' | 'regimes' | 'requirement' | 'languages' | 'inForce' | 'suppressible'>;
type Said = Pick<Rule, 'title' | 'message' | 'group' | 'fix'>;

const PARTS = ['said', 'law', 'check', 'when', 'silentWhen', 'warningWhen'] as const;
const [SAID, LAW, CHECK, WHEN, SILENT_WHEN, WARNING_WHEN] = [0, 1, 2, 3, 4, 5];

/** The table of these rules, which are sorted by id. */
export function ruleTable(rules: readonly Rule[]): RuleTable {
  const heads = new Map<string, number>();
  const texts = new Map<string, number>();
  const numberIn = (known: Map<string, number>, text: string): number => {
    const number = known.get(text) ?? known.size;
    known.set(text, number);
    return number;
  };
  const rows = rules.map(({ id, severity, confidence, status, regimes, requirement, languages, inForce, suppressible, ...rest }) => {
    const { law, check, when, silentWhen, warningWhen, ...said } = rest;
    const parts: Readonly<Record<(typeof PARTS)[number], unknown>> = { said, law, check, when, silentWhen, warningWhen };
    return {
      id,
      head: numberIn(heads, jsonText({ severity, confidence, status, regimes, requirement, languages, inForce, suppressible })),
      parts: PARTS.map((key) => (parts[key] === undefined ? 0 : numberIn(texts, jsonText(parts[key])) + 1)),
    };
  });
  return {
    ids: rows.map(({ id }) => id).join('\n'),
    heads: [...heads.keys()].map((text) => JSON.parse(text) as Head), // made above
    head: rows.map(({ head }) => head),
    parts: rows.flatMap(({ parts }) => parts),
    texts: textList([...texts.keys()]),
  };
}

/** The rules of a table, sorted by id. */
export function rulesOf({ ids, heads, head, parts, texts }: RuleTable): readonly Rule[] {
  const textAt = textsOf(texts);
  const made: unknown[] = [];
  const partAt: PartReader = (rule, part) => {
    const number = parts[rule * PARTS.length + part] ?? 0;
    if (number === 0) return undefined;
    made[number] ??= JSON.parse(textAt(number - 1));
    return made[number];
  };
  return ids.split('\n').map((id, number) => {
    const own = heads[head[number] ?? -1];
    if (!own) throw new Error(`the table of rules tells nothing of "${id}"`);
    return new FiledRule(id, own, number, partAt);
  });
}

/** A part of a rule, by its place among `PARTS`. */
type PartReader = (rule: number, part: number) => unknown;

/** Most of it is read when asked for, so that a copy by `{...rule}` would lack it: see `changedRule` and `wholeRule`. */
class FiledRule implements Rule {
  readonly id: string;
  readonly #head: Head;
  readonly #number: number;
  readonly #partAt: PartReader;

  constructor(id: string, head: Head, number: number, partAt: PartReader) {
    this.id = id;
    this.#head = head;
    this.#number = number;
    this.#partAt = partAt;
  }

  get severity(): Rule['severity'] {
    return this.#head.severity;
  }
  get confidence(): Rule['confidence'] {
    return this.#head.confidence;
  }
  get status(): Rule['status'] {
    return this.#head.status;
  }
  get regimes(): Rule['regimes'] {
    return this.#head.regimes;
  }
  get requirement(): Rule['requirement'] {
    return this.#head.requirement;
  }
  get languages(): Rule['languages'] {
    return this.#head.languages;
  }
  get inForce(): Rule['inForce'] {
    return this.#head.inForce;
  }
  get suppressible(): Rule['suppressible'] {
    return this.#head.suppressible;
  }

  // `ruleTable` put a value of the type there.
  get law(): Rule['law'] {
    return this.#partAt(this.#number, LAW) as Rule['law'];
  }
  get check(): Rule['check'] {
    return this.#partAt(this.#number, CHECK) as Rule['check'];
  }
  get when(): Rule['when'] {
    return this.#partAt(this.#number, WHEN) as Rule['when'];
  }
  get silentWhen(): Rule['silentWhen'] {
    return this.#partAt(this.#number, SILENT_WHEN) as Rule['silentWhen'];
  }
  get warningWhen(): Rule['warningWhen'] {
    return this.#partAt(this.#number, WARNING_WHEN) as Rule['warningWhen'];
  }
  get #said(): Said {
    return this.#partAt(this.#number, SAID) as Said;
  }
  get title(): string {
    return this.#said.title;
  }
  get message(): string {
    return this.#said.message;
  }
  get group(): Rule['group'] {
    return this.#said.group;
  }
  get fix(): Rule['fix'] {
    return this.#said.fix;
  }

  whole(): Rule {
    const { id, law, check, when, silentWhen, warningWhen } = this;
    const given = Object.entries({ when, silentWhen, warningWhen }).filter(([, condition]) => condition !== undefined);
    return { id, ...this.#said, ...this.#head, law, check, ...Object.fromEntries(given) };
  }

  toJSON(): Rule {
    return this.whole();
  }
}

/** Whether a rule is one of a table, as it was made: what it says is part of the program. */
export const isFiled = (rule: Rule): boolean => rule instanceof FiledRule;

/** The rule as a plain object with all that it has. */
export const wholeRule = (rule: Rule): Rule => (rule instanceof FiledRule ? rule.whole() : rule);

/** A copy of a rule with something else in it. */
export const changedRule = (rule: Rule, changes: Partial<Rule>): Rule => ({ ...wholeRule(rule), ...changes });
