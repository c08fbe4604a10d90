/** Text from policies is hostile: everything that goes into a page goes through here. */
import { harmless } from '../text.js';

/** For text and for attributes in double quotes. Line breaks and tabs stay; controls and direction marks become visible. */
export function escapeHtml(text: string): string {
  return text
    .split(/([\n\t])/)
    .map((part, i) => (i % 2 ? part : harmless(part)))
    .join('')
    .replace(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** JSON for a script, as its text or in a file of its own: no `</script>`, no `<!--`, no line separator can come out of it. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A link to a page of the report or to the law; any scheme but https leaves the text alone. */
export function link(url: string, html: string): string {
  return /^https:\/\//.test(url) || /^(?!\/\/)[\w./#-]+$/.test(url) ? `<a href="${escapeHtml(url)}">${html}</a>` : html;
}
