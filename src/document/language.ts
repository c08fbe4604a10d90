/** BCP 47 primary subtag by stop-word vote over lower-cased text; `und` where fewer than 20 words or no vote. */
export function detectLanguage(lower: string): string {
  const script = languageOfScript(lower);
  if (script !== null) return script;
  const votes = new Map<string, number>();
  const words = eachWord(lower.slice(0, SAMPLE), (word) => {
    for (const language of LANGUAGES.get(word) ?? []) votes.set(language, (votes.get(language) ?? 0) + 1);
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
function eachWord(text: string, visit: (word: string) => void): number {
  let count = 0;
  for (let at = 0; at < text.length; ) {
    if (!isWordSign(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const start = at;
    do at++;
    while (at < text.length && at - start < MAX_WORD && isWordSign(text.charCodeAt(at)));
    count++;
    if (at - start <= LONGEST) visit(text.slice(start, at));
  }
  return count;
}

/** A longer run of letters counts as several words. */
const MAX_WORD = 30;
const isWordSign = (code: number): boolean => (code >= 97 && code <= 122) || code === 0x27 || (code >= 0xc0 && code <= 0x24f);

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

const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to we you your our or in is that for with may by as any not be are this on',
  de: 'der die das und wir sie ihre ist nicht von zu mit für auf werden den dem ein eine oder im durch bei',
  fr: 'le la les des et vous nous vos est de du une un pour par dans sur ou que qui ne pas avec',
  es: 'el la los las y de que en para por con su sus una un no se del usted o nuestros al',
  it: 'il la le di e che per con del della dei sono non un una nostro i gli in da al o',
  nl: 'de het een en van wij u uw is niet voor met op door te dat zijn of in om aan onze',
  pt: 'o a os as de e que para por com uma um não se do da dos seus em ou ao nossos',
  pl: 'i w z na do nie jest się przez oraz lub dla danych są o od po że jak które',
  sv: 'och att det som en vi du din av för med på är den inte till om eller kan ett',
  da: 'og at det som en vi du din af for med på er den ikke til om eller kan et',
  nb: 'og at det som en vi du din av for med på er den ikke til om eller kan et',
  fi: 'ja on että voi tai ei kun me sinun joka ovat henkilötietoja käyttää mukaan sekä jos se',
  cs: 'a v na je se že pro nebo které jsou do s z o vaše osobní údaje jako po za',
  ro: 'și de la în cu pe care sau nu pentru din este prin datele dumneavoastră o un ale',
};

const LANGUAGES: ReadonlyMap<string, string[]> = index();

function index(): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const [language, list] of Object.entries(STOP_WORDS)) {
    for (const word of list.split(' ')) {
      const known = map.get(word);
      if (known) known.push(language);
      else map.set(word, [language]);
    }
  }
  return map;
}

const LONGEST = Math.max(...[...LANGUAGES.keys()].map((word) => word.length));
