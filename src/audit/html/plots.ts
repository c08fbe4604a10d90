/** Plots as inline SVG whose words are text beside them: they reflow, print and can be read aloud. */
import { escapeHtml } from '../../report/html/escape.js';

export interface Bar {
  /** HTML. */
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly tone?: string;
}

/** A list of bars; `max` is a full one. */
export function bars(title: string, hint: string, rows: readonly Bar[], max: number): string {
  const items = rows.map(({ label, value, text, tone = 'bar' }) => {
    const width = max > 0 ? Math.round((1000 * value) / max) / 10 : 0;
    return `<li><span class="l">${label}</span><span class="v">${escapeHtml(text)}</span><svg viewBox="0 0 100 7" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" width="100" height="7"/><rect class="${tone}" width="${width}" height="7"/></svg></li>`;
  });
  return figure(title, hint, rows.length > 0 ? `<ol class="bars">${items.join('')}</ol>` : '<p class="soft">Nothing to show.</p>');
}

/** Columns over named classes. */
export function columns(title: string, hint: string, rows: readonly { readonly label: string; readonly value: number }[]): string {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  const [width, height, step] = [rows.length * 58, 200, 58];
  const shapes = rows.map(({ label, value }, i) => {
    const size = Math.round((height * value) / most);
    const x = i * step;
    return `<rect class="bar" x="${x + 9}" y="${24 + height - size}" width="40" height="${size}" rx="3"/><text class="val" x="${x + 29}" y="${18 + height - size}" text-anchor="middle">${value}</text><text x="${x + 29}" y="${height + 42}" text-anchor="middle" textLength="${Math.min(54, label.length * 6)}">${escapeHtml(label)}</text>`;
  });
  const spoken = rows.map(({ label, value }) => `${label}: ${value}`).join(', ');
  return figure(
    title,
    hint,
    `<svg viewBox="0 0 ${width} ${height + 52}" role="img" aria-label="${escapeHtml(`${title}. ${spoken}`)}"><line class="axis" x1="0" x2="${width}" y1="${height + 24.5}" y2="${height + 24.5}"/>${shapes.join('')}</svg>`,
    ' wide',
  );
}

function figure(title: string, hint: string, content: string, kind = ''): string {
  return `<figure class="card${kind}"><figcaption>${escapeHtml(title)}<small>${escapeHtml(hint)}</small></figcaption>${content}</figure>`;
}
