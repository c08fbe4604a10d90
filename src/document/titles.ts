/** Whether a line could be a title: short, opening with a capital or digit, no sentence. */
export function titleLike(text: string): boolean {
  if (text.length > 100 || text.length < 2) return false;
  if (/[.,;]$/.test(text)) return false;
  const words = text.split(' ');
  if (words.length > 14) return false;
  if (!/^["'“‘([¿¡]{0,2}[\p{Lu}\p{Lo}\d]/u.test(text)) return false;
  if (/https?:\/\/|\w@\w/.test(text)) return false;
  return !/[.!?] [A-Z]/.test(text.replace(/\b(?:vs|etc|inc|ltd|no|art|sec|u\.s|e\.u|u\.k)\. /gi, ''));
}

/** Whether a line that ends with a colon introduces what follows rather than naming it. */
export function leadInLike(text: string): boolean {
  if (!text.endsWith(':')) return false;
  const words = text.slice(0, -1).toLowerCase().split(' ');
  if (words.length > 10) return true;
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  if (/^(how|what|why|when|who|where|which|information|data)$/.test(first)) return words.length > 10;
  return LEAD_IN_FIRST.has(first) || LEAD_IN_LAST.has(last) || words.includes('following') || words.includes('below');
}

/** Whether a line reads as a sentence or more. */
export function proseLike(text: string): boolean {
  const words = text.split(' ').length;
  return (words >= 5 && /[.!?:;]["')\]”’]{0,2}$/.test(text)) || words >= 15;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const LEAD_IN_FIRST = set('we you i they it this these that those our in if to for by with under depending please note such when example examples e.g. namely including specifically additionally');
const LEAD_IN_LAST = set('to include includes including for are is by with from of that when if as about may can will and or we you on at in have has need than');
