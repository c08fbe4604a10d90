/** Which laws a policy is to be read under, where the configuration leaves it to the text. */
import type { Facts } from '../claims/extractor.js';
import type { Claim } from '../claims/types.js';
import { authoritiesIn } from '../data/authorities.js';
import { countryName, isEea, placesIn } from '../data/countries.js';
import { lexicon, type Pattern } from '../data/lexicon.js';
import type { NameMatch } from '../data/names.js';
import { sentenceAt } from '../document/at.js';
import { overlaps } from '../document/range.js';
import type { PolicyDocument, Range, Sentence } from '../document/types.js';
import type { Reach } from './reach.js';
import { SentenceTable } from './sentence-table.js';
import type { Regime } from './types.js';

/**
 * The GDPR and the ePrivacy Directive hold where the text shows people or a company in Europe, and are assumed where it does not
 * say where anybody is. Only a text that shows another country's law and nothing of Europe is not read under them. Other laws hold
 * where the text invokes them. One entry for each law that is applied, and for the two where they are not.
 */
export function reachOf(document: PolicyDocument, claims: readonly Claim[], facts: Facts, configured: readonly Regime[] | 'auto'): Reach[] {
  if (configured !== 'auto') return configured.map((regime) => ({ regime, status: 'configured' }));
  const view = new RegimeView(document, claims);
  const found: Reach[] = [];
  const european = europeanReach(view, facts);
  for (const regime of ['gdpr', 'eprivacy'] as const) found.push({ regime, ...european });
  const invoked = NAMED.flatMap((regime): Reach[] => {
    const evidence = regime === 'uk' ? view.unitedKingdom() : view.sentenceMeaning(wording.pattern(regime));
    if (evidence) return [{ regime, status: 'shown', evidence }];
    // Whoever runs a site from the United States reaches consumers in California, and children where it is made for them.
    const isAmerican = european.status === 'not-shown' && european.iso === 'US';
    if (!isAmerican || (regime !== 'caloppa' && regime !== 'coppa')) return [];
    return regime === 'caloppa' || view.sentenceWith(wording.pattern('made-for-children')) ? [{ regime, status: 'assumed' }] : [];
  });
  return [...found, ...invoked].map(({ regime, status, evidence, country }) => ({
    regime,
    status,
    ...(evidence ? { evidence } : {}),
    ...(country ? { country } : {}),
  }));
}

const wording = lexicon('regimes');
const NAMED = ['uk', 'ccpa', 'caloppa', 'coppa', 'lgpd'] as const;

type European = Omit<Reach, 'regime'> & { readonly iso?: string };

function europeanReach(view: RegimeView, { establishment }: Facts): European {
  // The UK GDPR is the GDPR's text with a few changes.
  if (establishment && isEuropean(establishment)) return { status: 'shown' };
  const shown = view.europe();
  if (shown) return { status: 'shown', evidence: shown };
  // The GDPR's terms are used all over the world.
  const terms = view.europeanTerms();
  if (terms) return view.byCountry('elsewhere') ? assumed(view) : { status: 'shown', evidence: terms };
  const limited = view.byCountry('limited');
  if (limited) return elsewhere(limited);
  if (view.hasHintOfEurope()) return assumed(view);
  if (establishment) return { status: 'not-shown', iso: establishment, country: countryName(establishment) };
  const other = view.byCountry('elsewhere') ?? (view.hasUsersAbroad() ? null : view.unitedStates());
  return other ? elsewhere(other) : assumed(view);
}

const elsewhere = ({ iso, evidence }: Elsewhere): European => ({ status: 'not-shown', evidence, iso, country: countryName(iso) });

function assumed(view: RegimeView): European {
  const other = view.signElsewhere();
  return other ? { status: 'assumed', evidence: other.evidence, country: countryName(other.iso) } : { status: 'assumed' };
}

interface Elsewhere {
  readonly iso: string;
  readonly evidence: Range;
}

/** Room for ", Incorporated". */
const FORM_LENGTH = 16;

/** "IV2 3ZZ", "D02 X285": codes of a form that no other country has. */
const CODES: readonly (readonly [iso: string, code: RegExp])[] = [
  ['GB', /\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b/],
  ['IE', /\b[A-Z]\d[\dW] [A-Z\d]{4}\b/],
];
const hasCodeOf = (text: string, isWanted: (iso: string) => boolean): boolean =>
  CODES.some(([iso, code]) => isWanted(iso) && code.test(text));

const CALLING_CODES: readonly (readonly [iso: string, code: RegExp])[] = [
  ['GB', /^(?:\+|00)44\b/],
  ['IE', /^(?:\+|00)353\b/],
];

/** A postal code, a town, and ", " before the country. */
const CODE_AND_TOWN = () => /\b\d{2,5}(?:[ -]\d{2,3})?(?: [A-Z]{2})? \p{Lu}[\p{L} .'-]{2,30}(?:, ?(?:\p{Ll}{2,3} )?| \()$/u;
const ADDRESS_LENGTH = 60;

const isEuropean = (iso: string): boolean => iso === 'GB' || isEea(iso);

/** What the text shows of places, people and laws; each question is answered when it is asked. */
class RegimeView {
  constructor(
    private readonly document: PolicyDocument,
    private readonly claims: readonly Claim[],
  ) {}

  /** The first sentence with the wording that does not say that the law, or the service, does not reach so far. */
  sentenceWith(pattern: Pattern): Range | null {
    return this.firstWithout([wording.pattern('disclaimed')], pattern);
  }

  /** As `sentenceWith`; nor may the sentence name Europe in passing. */
  sentenceMeaning(pattern: Pattern): Range | null {
    return this.firstWithout([wording.pattern('disclaimed'), wording.pattern('passing')], pattern);
  }

  private firstWithout(excluded: readonly Pattern[], pattern: Pattern): Range | null {
    for (const { sentence, words } of SentenceTable.of(this.document).mayMatch(pattern))
      if (pattern.findIn(words) && !excluded.some((other) => other.findIn(words))) return sentence;
    return null;
  }

  europe(): Range | null {
    for (const [group, pattern] of wording.values('europe')) {
      if (group === 'terms') continue;
      const found = group === 'law' ? this.sentenceWith(pattern) : this.sentenceMeaning(pattern);
      if (found) return found;
    }
    return (
      this.sentenceMeaning(wording.pattern('uk')) ??
      this.sentenceMeaning(wording.pattern('uk-or-irish')) ??
      this.seat(isEuropean) ??
      this.authority(isEuropean) ??
      this.companyForm('EU') ??
      this.sentenceWith(wording.pattern('uk-offices'))
    );
  }

  europeanTerms(): Range | null {
    const terms = wording.values('europe').find(([group]) => group === 'terms')?.[1];
    return terms ? this.sentenceMeaning(terms) : null;
  }

  /** A place, a currency or users everywhere: proves nothing, but who writes so may mean Europe too. */
  hasHintOfEurope(): boolean {
    if (wording.values('europe-hint').some(([, pattern]) => this.sentenceWith(pattern))) return true;
    const [disclaimed, passing] = [wording.pattern('disclaimed'), wording.pattern('passing')];
    return this.document.sentences.some(
      ({ text, lower }) =>
        placesIn(text).some(({ entry }) => isEuropean(entry.iso) && !entry.ambiguous) && !disclaimed.test(lower) && !passing.test(lower),
    );
  }

  /** The first country of the group of which the text has the wording. */
  byCountry(group: 'limited' | 'elsewhere'): Elsewhere | null {
    for (const [iso, pattern] of wording.values(group)) {
      const evidence = this.sentenceWith(pattern);
      if (evidence) return { iso, evidence };
    }
    return null;
  }

  hasUsersAbroad(): boolean {
    return this.sentenceWith(wording.pattern('abroad')) !== null;
  }

  /** Its law, its authority or a company there; or what is only of the United Kingdom and Ireland, where nothing is Irish. */
  unitedKingdom(): Range | null {
    const shown = this.sentenceMeaning(wording.pattern('uk')) ?? this.authority((iso) => iso === 'GB') ?? this.seatIn('GB');
    if (shown || this.seatIn('IE') || this.sentenceWith(wording.pattern('irish'))) return shown;
    return (
      this.sentenceMeaning(wording.pattern('uk-or-irish')) ?? (this.seat(isEea) ? null : this.sentenceWith(wording.pattern('uk-offices')))
    );
  }

  /** Nobody names an authority but to say who watches over the company, or where people there may complain. */
  private authority(isWanted: (iso: string) => boolean): Range | null {
    const excluded = [wording.pattern('disclaimed'), wording.pattern('passing'), wording.pattern('other-commissioners')];
    this.authorities ??= authoritiesIn(this.document.text);
    for (const { start, entry } of this.authorities) {
      const sentence = isWanted(entry) ? sentenceAt(this.document, start) : null;
      if (sentence && !excluded.some((pattern) => pattern.test(sentence.lower))) return sentence;
    }
    return null;
  }

  private authorities: readonly NameMatch<string>[] | undefined;

  /** A company in the United States, or two signs of it. */
  unitedStates(): Elsewhere | null {
    const seat = this.seatIn('US') ?? this.sentenceWith(wording.pattern('us-address'));
    if (seat) return { iso: 'US', evidence: seat };
    const hints = [...wording.values('us-hints').map(([, pattern]) => this.sentenceWith(pattern)), this.companyForm('US')].filter(
      (hint) => hint !== null,
    );
    const [first] = hints;
    return first && hints.length > 1 ? { iso: 'US', evidence: first } : null;
  }

  /** One sign of another country: too little to say that only its law is meant. */
  signElsewhere(): Elsewhere | null {
    const found = this.byCountry('elsewhere') ?? this.unitedStates();
    if (found) return found;
    const american = [this.companyForm('US'), ...wording.values('us-hints').map(([, pattern]) => this.sentenceWith(pattern))].find(Boolean);
    return american ? { iso: 'US', evidence: american } : this.seatAbroad();
  }

  seatIn(iso: string): Range | null {
    return this.seat((found) => found === iso);
  }

  /** A postal address outside of Europe, or people and servers there. */
  private seatAbroad(): Elsewhere | null {
    const pattern = wording.pattern('located');
    const abroad = (content: string): string | undefined =>
      placesIn(content).find(({ entry }) => entry.by !== 'adjective' && !entry.ambiguous && !isEuropean(entry.iso))?.entry.iso;
    for (const claim of this.claims) {
      if (claim.kind !== 'contact' || claim.value.channel !== 'post') continue;
      const iso = abroad(claim.quote);
      if (iso) return { iso, evidence: claim.range };
    }
    for (const { sentence, words } of SentenceTable.of(this.document).mayMatch(pattern)) {
      const iso = pattern.findIn(words) ? abroad(sentence.text) : undefined;
      if (iso) return { iso, evidence: sentence };
    }
    return null;
  }

  /** An address, or the country of an e-mail address. */
  private seat(isWanted: (iso: string) => boolean): Range | null {
    const contact = this.claims.find((claim) => {
      if (claim.kind !== 'contact') return false;
      if (claim.value.channel === 'post')
        return (
          placesIn(claim.quote).some(({ entry }) => entry.by !== 'adjective' && !entry.ambiguous && isWanted(entry.iso)) ||
          hasCodeOf(claim.quote, isWanted)
        );
      if (claim.value.channel === 'phone') return CALLING_CODES.some(([iso, code]) => isWanted(iso) && code.test(claim.value.value ?? ''));
      const domain = claim.value.channel === 'email' ? /\.([a-z]{2})$/.exec(claim.value.value?.toLowerCase() ?? '')?.[1] : undefined;
      return domain !== undefined && isWanted(domain === 'uk' ? 'GB' : domain.toUpperCase());
    });
    // "10969 Berlin", "2312 ZZ Leiden, the Netherlands": a postal code and its town.
    const isAddress = ({ text }: Sentence): boolean =>
      placesIn(text).some(
        ({ start, entry }) =>
          isWanted(entry.iso) &&
          ((entry.by === 'place' && /\b\d{4,5} $/.test(text.slice(0, start))) ||
            (entry.by === 'country' && !entry.ambiguous && CODE_AND_TOWN().test(text.slice(Math.max(0, start - ADDRESS_LENGTH), start)))),
      );
    return contact?.range ?? this.withPostalCode().find(isAddress) ?? this.seatByCode(isWanted);
  }

  /** A code of the British or Irish form in a sentence that is about whoever writes, and not about a company that works for them. */
  private seatByCode(isWanted: (iso: string) => boolean): Range | null {
    const found = this.document.sentences.find(({ text }) => hasCodeOf(text, isWanted));
    return found && !this.claims.some(({ kind, range }) => kind === 'processor' && overlaps(range, found)) ? found : null;
  }

  private withPostalCode(): readonly Sentence[] {
    this.postal ??= this.document.sentences.filter(({ text }) => /\d{3,4}(?: [A-Z]{2})? [A-Z]/.test(text));
    return this.postal;
  }

  private postal: readonly Sentence[] | undefined;

  /** The controller's name ends in a form that only companies of the place have, or the form follows it. */
  private companyForm(place: string): Range | null {
    const forms = wording.values('company-forms').find(([name]) => name === place)?.[1];
    const named = this.claims.find((claim) => {
      if (claim.kind !== 'controller') return false;
      const name = claim.value.name.toLowerCase();
      const from = claim.sentence.lower.indexOf(name);
      const written = from < 0 ? name : claim.sentence.lower.slice(from, from + name.length + FORM_LENGTH);
      return forms?.all(written).some(({ start, end }) => start > 0 && end >= name.length - 1 && start <= name.length + 2) ?? false;
    });
    return named?.range ?? null;
  }
}
