/**
 * Whether Markdown is built so that its parser would take more than linear time or too deep a stack: containers nested
 * on one line, thousands of brackets, stars or lines in one paragraph. No policy is; such a text is read as plain text.
 */
export function isHostile(source: string): boolean {
  const counts = { brackets: 0, stars: 0, ticks: 0, lines: 0 };
  let starRun = false;
  let lineStart = 0;
  let ink = false;
  for (let i = 0; i <= source.length; i++) {
    const code = i < source.length ? source.charCodeAt(i) : LF;
    if (code === LF || code === CR) {
      if (!ink) counts.brackets = counts.stars = counts.ticks = counts.lines = 0;
      else {
        counts.lines++;
        if (nestedOnLine(source, lineStart, i) > MAX_NESTING) return true;
      }
      if (counts.lines > MAX_LINES || counts.brackets > MAX_MARKS || counts.stars > MAX_MARKS || counts.ticks > MAX_MARKS) return true;
      lineStart = i + 1;
      ink = false;
      starRun = false;
      continue;
    }
    if (code > 0x20) ink = true;
    const star = code === 0x2a || code === 0x5f;
    if (star && !starRun) counts.stars++;
    starRun = star;
    if (code === 0x5b) counts.brackets++;
    else if (code === 0x60) counts.ticks++;
  }
  return false;
}

const LF = 10;
const CR = 13;
const MAX_NESTING = 24;
const MAX_MARKS = 2500;
const MAX_LINES = 3000;

/** How many quotes and lists a line opens, indentation of nested lists counted. */
function nestedOnLine(source: string, start: number, end: number): number {
  let depth = 0;
  let spaces = 0;
  for (let i = start; i < end && depth <= MAX_NESTING; i++) {
    const code = source.charCodeAt(i);
    if (code === 0x20) spaces++;
    else if (code === 0x09) spaces += 4;
    else if (code === 0x3e) depth++;
    else if ((code === 0x2d || code === 0x2a || code === 0x2b) && isSpace(source.charCodeAt(i + 1))) depth++;
    else if (code >= 0x30 && code <= 0x39) {
      let to = i;
      while (to < end && to < i + 10 && source.charCodeAt(to) >= 0x30 && source.charCodeAt(to) <= 0x39) to++;
      const mark = source.charCodeAt(to);
      if ((mark !== 0x2e && mark !== 0x29) || !isSpace(source.charCodeAt(to + 1))) break;
      depth++;
      i = to;
    } else break;
  }
  // A line far to the right is only deep where it opens a list itself.
  return depth > 0 ? depth + Math.floor(Math.min(spaces, 4000) / 8) : 0;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
