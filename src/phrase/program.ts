import { type Programs, STEP } from './match.js';

/** Makes programs of expressions as `compilePhrase` writes them. */
export class ProgramWriter implements Programs {
  readonly code: number[] = [];
  readonly places: number[] = [];
  readonly texts: string[] = [];
  readonly #textNumbers = new Map<string, number>();
  /** Groups by their expression. */
  readonly #groups = new Map<string, number>();

  /** The number of the program of an expression. Throws where it is none of the phrase compiler's. */
  add(expression: string): number {
    const [first = [], ...others] = alternativesOf(expression);
    const steps = others.length === 0 ? first : [{ step: STEP.group, inner: expression }];
    this.#writeGroupsOf(steps);
    this.places.push(this.#write(steps));
    return this.places.length - 1;
  }

  text(number: number): string {
    return this.texts[number] ?? '';
  }

  #writeGroupsOf(steps: readonly Step[]): void {
    for (const { inner } of steps) if (inner !== undefined && !this.#groups.has(inner)) this.#groups.set(inner, this.#group(inner));
  }

  #group(expression: string): number {
    const alternatives = alternativesOf(expression);
    for (const steps of alternatives) this.#writeGroupsOf(steps);
    const starts = alternatives.map((steps) => this.#write(steps));
    const place = this.code.length;
    const signs = alternatives.map((steps) => firstSigns(steps));
    const told = [...new Set(signs.flatMap((set) => [...(set ?? [])]))];
    const table = [told.length];
    const lists: number[] = [];
    const addList = (sign: string | null): void => {
      const possible = starts.filter((_, index) => signs[index]?.has(sign ?? '') ?? true);
      table.push(possible.length === 0 ? 0 : told.length * 2 + 2 + lists.length);
      if (possible.length > 0) lists.push(possible.length, ...possible.map((start) => place - start));
    };
    for (const sign of told) {
      table.push(sign.charCodeAt(0));
      addList(sign);
    }
    addList(null);
    this.code.push(...table, ...lists);
    this.places.push(place);
    return this.places.length - 1;
  }

  #write(steps: readonly Step[]): number {
    const place = this.code.length;
    for (const { step, text, max, inner } of steps) {
      this.code.push(text === undefined ? step : step + this.#numberOf(text) * 4);
      if (max !== undefined) this.code.push(max);
      if (inner !== undefined) this.code.push(this.#groups.get(inner) ?? 0);
    }
    this.code.push(STEP.end);
    return place;
  }

  #numberOf(text: string): number {
    const number = this.#textNumbers.get(text) ?? this.texts.length;
    if (number === this.texts.length) this.texts.push(text);
    this.#textNumbers.set(text, number);
    return number;
  }
}

interface Step {
  /** One of `STEP`; of a text with what boundaries it asks for. */
  readonly step: number;
  readonly text?: string;
  readonly max?: number;
  /** The expression of a group, without its brackets. */
  readonly inner?: string;
}

/** What `compilePhrase` writes besides signs and groups. */
const FIXED: readonly (readonly [source: string, step: Step['step']])[] = [
  [',? ', STEP.separator],
  ['[- ]?', STEP.joint],
  ["[\\w']{0,24}", STEP.anyEnding],
  ['\\d(?:[\\d,.]{0,11}\\d)?', STEP.number],
  ['^', STEP.start],
  ['[.!?:;]?$', STEP.finish],
];
const GAP = /^\(\?:\[\^ \]\{1,80\} \)\{0,(\d+)\}\?/;
const OPEN = '(?:';
const BOUNDARY = '\\b';

/** The alternatives of an expression: one where it has no bar outside of groups. */
function alternativesOf(expression: string): Step[][] {
  const alternatives: Step[][] = [[]];
  for (let at = 0; at < expression.length; ) {
    const steps = alternatives[alternatives.length - 1] ?? [];
    const rest = expression.slice(at);
    const fixed = FIXED.find(([source]) => rest.startsWith(source));
    const gap = GAP.exec(rest);
    if (expression.charAt(at) === '|') {
      alternatives.push([]);
      at++;
    } else if (rest.startsWith(BOUNDARY)) {
      addBoundary(steps);
      at += BOUNDARY.length;
    } else if (fixed) {
      steps.push({ step: fixed[1] });
      at += fixed[0].length;
    } else if (gap) {
      steps.push({ step: STEP.gap, max: Number(gap[1]) });
      at += gap[0].length;
    } else if (rest.startsWith(OPEN)) {
      const close = closeOf(expression, at);
      const isOptional = expression.charAt(close + 1) === '?';
      steps.push({ step: isOptional ? STEP.optional : STEP.group, inner: expression.slice(at + OPEN.length, close) });
      at = close + (isOptional ? 2 : 1);
    } else at += addSign(steps, rest);
  }
  return alternatives;
}

/** Adds the sign that the expression begins with to the text before it; how long it is in the expression. */
function addSign(steps: Step[], expression: string): number {
  const source = /^(?:\\[^\w\s]|[^\\[\](){}?*+|.$^])/.exec(expression)?.[0];
  if (source === undefined) throw new Error(`no phrase has the expression ${expression}`);
  const before = steps[steps.length - 1];
  const sign = source.slice(-1);
  if (before?.text !== undefined && (before.step & BEHIND) === 0) steps[steps.length - 1] = { ...before, text: before.text + sign };
  else if (before?.step === STEP.boundary) steps[steps.length - 1] = { step: STEP.texts | BEFORE, text: sign };
  else steps.push({ step: STEP.texts, text: sign });
  return source.length;
}

function addBoundary(steps: Step[]): void {
  const before = steps[steps.length - 1];
  if (before?.text === undefined) steps.push({ step: STEP.boundary });
  else steps[steps.length - 1] = { ...before, step: before.step | BEHIND };
}

/** Where boundaries stand at a text. */
const BEFORE = 1;
const BEHIND = 2;

/** Where the group that opens at `open` closes. */
function closeOf(expression: string, open: number): number {
  let depth = 0;
  for (let at = open; at < expression.length; at++) {
    const sign = expression.charAt(at);
    if (sign === '\\') at++;
    else if (sign === '[') at = expression.indexOf(']', at);
    else if (sign === '(') depth++;
    else if (sign === ')' && --depth === 0) return at;
  }
  throw new Error(`a group is not closed in ${expression}`);
}

/** The signs that a match of the steps may begin with; null where it may be any, or none. */
function firstSigns(steps: readonly Step[]): ReadonlySet<string> | null {
  const signs = new Set<string>();
  for (const { step, text, inner } of steps) {
    if (step === STEP.boundary || step === STEP.start) continue;
    if (text !== undefined) return signs.add(text.charAt(0));
    if (step === STEP.number) return new Set([...signs, ...'0123456789']);
    if (step === STEP.separator) return new Set([...signs, ',', ' ']);
    if (step === STEP.joint) for (const sign of '- ') signs.add(sign);
    else if (inner !== undefined) {
      const sets = alternativesOf(inner).map(firstSigns);
      for (const set of sets) {
        if (!set) return null;
        for (const sign of set) signs.add(sign);
      }
      if (step === STEP.group) return signs;
    } else return null;
  }
  return null;
}
