/** Differences between two texts as a unified diff, as `patch` and reviewers read it. */

const CONTEXT = 3;

/** Empty where the texts are equal. `path` with forward slashes. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const [a, b] = [linesOf(before), linesOf(after)];
  const steps = stepsBetween(a, b);
  const hunks: string[] = [];
  for (let at = 0; at < steps.length; ) {
    if (steps[at]?.sign === ' ') {
      at++;
      continue;
    }
    const start = Math.max(0, at - CONTEXT);
    let last = at;
    for (let next = at; next < steps.length && next - last <= 2 * CONTEXT; next++) if (steps[next]?.sign !== ' ') last = next;
    const end = Math.min(steps.length, last + CONTEXT + 1);
    hunks.push(hunk(steps.slice(start, end)));
    at = end;
  }
  // As git has it: `patch -p1` takes away what stands before the first slash.
  const name = path.replace(/^(?:[A-Za-z]:)?\/+/, '');
  return `--- a/${name}\n+++ b/${name}\n${hunks.join('')}`;
}

interface Step {
  readonly sign: ' ' | '-' | '+';
  /** With its line ending, where it has one. */
  readonly text: string;
  /** Lines before it in the old and in the new text. */
  readonly old: number;
  readonly fresh: number;
}

function hunk(steps: readonly Step[]): string {
  const [first] = steps;
  const old = steps.filter(({ sign }) => sign !== '+').length;
  const fresh = steps.filter(({ sign }) => sign !== '-').length;
  const place = (start: number, count: number): string => `${count === 0 ? start : start + 1}${count === 1 ? '' : `,${count}`}`;
  const head = `@@ -${place(first?.old ?? 0, old)} +${place(first?.fresh ?? 0, fresh)} @@\n`;
  const lines = steps.map(({ sign, text }) => (text.endsWith('\n') ? sign + text : `${sign}${text}\n\\ No newline at end of file\n`));
  return head + lines.join('');
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Myers' algorithm between the lines that both texts begin and end with. */
function stepsBetween(a: readonly string[], b: readonly string[]): Step[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const signs: Step['sign'][] = [
    ...new Array<' '>(start).fill(' '),
    ...shortest(a.slice(start, endA), b.slice(start, endB)),
    ...new Array<' '>(a.length - endA).fill(' '),
  ];
  let old = 0;
  let fresh = 0;
  return signs.map((sign) => {
    const step = { sign, text: (sign === '+' ? b[fresh] : a[old]) ?? '', old, fresh };
    if (sign !== '+') old++;
    if (sign !== '-') fresh++;
    return step;
  });
}

function shortest(a: readonly string[], b: readonly string[]): Step['sign'][] {
  const reach = new Map([[1, 0]]);
  const history: Map<number, number>[] = [];
  for (let depth = 0; depth <= a.length + b.length; depth++) {
    history.push(new Map(reach));
    for (let k = -depth; k <= depth; k += 2) {
      const down = k === -depth || (k !== depth && (reach.get(k - 1) ?? 0) < (reach.get(k + 1) ?? 0));
      let x = down ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reach.set(k, x);
      if (x >= a.length && x - k >= b.length) return trace(history, a.length, b.length);
    }
  }
  return [];
}

/** The way back from the end. */
function trace(history: readonly Map<number, number>[], endX: number, endY: number): Step['sign'][] {
  const signs: Step['sign'][] = [];
  let x = endX;
  let y = endY;
  for (let depth = history.length - 1; depth >= 0; depth--) {
    const reach = history[depth] ?? new Map<number, number>();
    const k = x - y;
    const down = k === -depth || (k !== depth && (reach.get(k - 1) ?? 0) < (reach.get(k + 1) ?? 0));
    const fromK = down ? k + 1 : k - 1;
    const fromX = depth === 0 ? 0 : (reach.get(fromK) ?? 0);
    const fromY = depth === 0 ? 0 : fromX - fromK;
    while (x > fromX && y > fromY && (depth === 0 || x - y !== fromK)) {
      const afterStep = down ? x > fromX : y > fromY;
      if (!afterStep) break;
      signs.push(' ');
      x--;
      y--;
    }
    if (depth > 0) signs.push(down ? '+' : '-');
    x = fromX;
    y = fromY;
  }
  return signs.reverse();
}
