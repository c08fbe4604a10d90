import { rawLexicon } from '../data/lexicon.js';
import { signTable } from '../data/sign-table.js';

/** BCP 47 primary subtag by stop-word vote over lower-cased text; `und` where fewer than 20 words or no vote. */
export function detectLanguage(lower: string): string {
  const script = languageOfScript(lower);
  if (script !== null) return script;
  const votes = new Map<string, number>();
  const { languages, longest } = stopWords();
  const words = eachWord(lower.slice(0, SAMPLE), longest, (word) => {
    for (const language of languages.get(word) ?? []) votes.set(language, (votes.get(language) ?? 0) + 1);
  });
  if (words < 20) return 'und';
  let best = 'und';
  let most = words / 20;
  for (const [language, count] of votes) {
    if (count > most) {
      best = language;
      most = count;
    }
  }
  return best;
}

/** The languages that a fifth of the text or more is in, by samples from its beginning to its end: a text in two languages has both. */
export function languagesOf(lower: string): string[] {
  const count = Math.max(1, Math.min(SAMPLES, Math.ceil(lower.length / SHORT)));
  const found = Array.from({ length: count }, (_, i) => {
    const at = Math.floor((i * lower.length) / count);
    return detectLanguage(lower.slice(at, at + SHORT));
  }).filter((language) => language !== 'und');
  return [...new Set(found)].filter((language) => found.filter((other) => other === language).length * 5 >= found.length);
}

const SHORT = 400;
const SAMPLES = 25;
const SAMPLE = 8000;

/** Calls `visit` with the words that may be stop words; returns how many words there are. No string is made of longer ones. */
function eachWord(text: string, longest: number, visit: (word: string) => void): number {
  let count = 0;
  for (let at = 0; at < text.length; ) {
    if (WORD_SIGNS[text.charCodeAt(at)] !== 1) {
      at++;
      continue;
    }
    const start = at;
    do at++;
    while (at - start < MAX_WORD && WORD_SIGNS[text.charCodeAt(at)] === 1);
    count++;
    if (at - start <= longest) visit(text.slice(start, at));
  }
  return count;
}

/** A longer run of letters counts as several words. */
const MAX_WORD = 30;
/** By its code, 1 for a sign that words are made of. */
const WORD_SIGNS = signTable(0x250, 'az', "''", '\u00c0\u024f');

/** Where most letters belong to a script that one language (or one by far) is written in. */
function languageOfScript(lower: string): string | null {
  if (!OF_OTHER_SCRIPTS.test(lower)) return null;
  const counts = new Map<string, number>();
  let letters = 0;
  const size = Math.min(lower.length, SAMPLE);
  for (let i = 0; i < size; i++) {
    const code = lower.charCodeAt(i);
    if (code < 0x370) {
      if (code >= 0x61) letters++;
      continue;
    }
    const script = SCRIPTS.find(([from, to]) => code >= from && code <= to);
    if (!script) continue;
    letters++;
    counts.set(script[2], (counts.get(script[2]) ?? 0) + 1);
  }
  if (counts.size === 0) return null;
  // Japanese mixes its own letters with Chinese ones.
  const kana = counts.get('ja') ?? 0;
  const han = counts.get('zh') ?? 0;
  if (kana * 10 > han) counts.set('ja', kana + han).delete('zh');
  const [best, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
  if (count < MIN_LETTERS || count * 2 < letters) return null;
  return best === 'ru' && /[іїєґ]/.test(lower.slice(0, SAMPLE)) ? 'uk' : best;
}

const MIN_LETTERS = 40;
/** From the first to the last of `SCRIPTS`, without the signs between them. */
const OF_OTHER_SCRIPTS = /[\u0370-\u0e7f\u3040-\ud7af]/;
const SCRIPTS: readonly (readonly [number, number, string])[] = [
  [0x370, 0x3ff, 'el'],
  [0x400, 0x4ff, 'ru'],
  [0x590, 0x5ff, 'he'],
  [0x600, 0x6ff, 'ar'],
  [0x900, 0x97f, 'hi'],
  [0xe00, 0xe7f, 'th'],
  [0x3040, 0x30ff, 'ja'],
  [0x4e00, 0x9fff, 'zh'],
  [0xac00, 0xd7af, 'ko'],
];

let known: StopWords | undefined;

interface StopWords {
  /** The languages that have the word. */
  readonly languages: ReadonlyMap<string, readonly string[]>;
  /** Characters of the longest word. */
  readonly longest: number;
}

function stopWords(): StopWords {
  known ??= index();
  return known;
}

function index(): StopWords {
  const languages = new Map<string, string[]>();
  // By language, its words with spaces between: rules/lexicon/languages.yaml.
  for (const [language, list] of Object.entries(rawLexicon('languages') as Record<string, string>)) {
    for (const word of list.split(' ')) {
      const others = languages.get(word);
      if (others) others.push(language);
      else languages.set(word, [language]);
    }
  }
  return { languages, longest: Math.max(...[...languages.keys()].map((word) => word.length)) };
}
