/** BCP 47 primary subtag by stop-word vote over lower-cased text; `und` where fewer than 20 words or no vote. */
export function detectLanguage(lower: string): string {
  const votes = new Map<string, number>();
  let words = 0;
  for (const match of lower.slice(0, SAMPLE).matchAll(/[a-z\u00c0-\u024f']{1,30}/g)) {
    words++;
    for (const language of LANGUAGES.get(match[0]) ?? []) votes.set(language, (votes.get(language) ?? 0) + 1);
  }
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

const SAMPLE = 20000;

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
    for (const word of list.split(' ')) map.set(word, [...(map.get(word) ?? []), language]);
  }
  return map;
}
