/** The nearest of some names, for "did you mean". */

/** The candidate with the smallest edit distance to `name`, where that is small enough to be a slip; else null. */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  const wanted = name.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    if (Math.abs(other.length - wanted.length) >= bestDistance) continue;
    const distance = editDistance(wanted, other);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best ?? beginning(wanted, candidates);
}

/** "warn" is further from "warning" than a slip, and yet it is meant. */
function beginning(wanted: string, candidates: Iterable<string>): string | null {
  if (wanted.length < 3) return null;
  const found = [...candidates].filter((candidate) => candidate.toLowerCase().startsWith(wanted));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** `; did you mean "x"?`, or nothing. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const found = nearest(name, candidates);
  return found === null ? '' : ` Did you mean "${found}"?`;
}

/**
 * The edit distance of `natural` would bring `underscore` into every start of the command line.
 * Optimal string alignment: insertions, deletions, replacements and swaps of neighbours count one each.
 */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1);
      row.push(value);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
