import { harmless, wrapRanges } from './text.js';

export interface ExcerptLine {
  readonly text: string;
  /** The words to mark, as offsets into `text`; null where none of them stand on this line. */
  readonly mark: { readonly start: number; readonly end: number } | null;
}

interface Place {
  readonly charOffset: number;
  readonly charLength: number;
}

/**
 * What the text says at `region`, with the words of `focus` to be marked, in lines of at most `width` columns. White space is
 * folded; of a long passage only the part around the focus is shown, with an ellipsis where something was left out.
 */
export function excerpt(source: string, region: Place, focus: Place, width: number, maxLines = 4): ExcerptLine[] {
  const folded = fold(source, region, focus);
  const lines = wrapRanges(folded.text, width - 2);
  const whole = folded.start === 0 && folded.end >= folded.text.length;
  const first = Math.max(
    0,
    lines.findIndex((line) => line.end > folded.start),
  );
  const from = lines.length <= maxLines ? 0 : Math.min(Math.max(0, first - 1), lines.length - maxLines);
  const shown = lines.slice(from, from + maxLines);
  return shown.map(({ start, end }, i) => {
    const lead = i === 0 && from > 0 ? '…' : '';
    const tail = i === shown.length - 1 && from + maxLines < lines.length ? '…' : '';
    const markStart = Math.max(folded.start, start);
    const markEnd = Math.min(folded.end, end);
    const shift = lead.length - start;
    const mark = !whole && markStart < markEnd ? { start: markStart + shift, end: markEnd + shift } : null;
    return { text: lead + folded.text.slice(start, end) + tail, mark };
  });
}

/** The passage on one line, harmless, with the focus in its new offsets. */
function fold(source: string, region: Place, focus: Place): { text: string; start: number; end: number } {
  const raw = source.slice(region.charOffset, region.charOffset + region.charLength);
  const safe = harmless(raw);
  const focusStart = focus.charOffset - region.charOffset;
  const focusEnd = focusStart + focus.charLength;
  let text = '';
  // Asking the text itself for its last sign would put it together anew every time.
  let isAfterSpace = true;
  let start = 0;
  let end = 0;
  for (let i = 0; i < safe.length; i++) {
    if (i === focusStart) start = text.length;
    const char = safe.charAt(i);
    const isSpaceSign = isSpace(char);
    if (!isSpaceSign) text += char;
    else if (!isAfterSpace) text += ' ';
    isAfterSpace = isSpaceSign;
    if (i < focusEnd) end = text.length;
  }
  return { text: text.trimEnd(), start, end: Math.min(end, text.trimEnd().length) };
}

function isSpace(char: string): boolean {
  return char === ' ' || char === '\u00a0' || char === '\u202f' || char === '\u3000';
}
