import { placesIn } from '../data/countries.js';
import { expression } from '../data/expression.js';
import { isNotVendor, vendorOf } from '../data/registry.js';
import { sentenceAt } from '../document/at.js';
import { forLettersOf } from '../document/letters.js';
import type { PolicyDocument, Range } from '../document/types.js';
import { isLabelOfPage } from './apparatus.js';
import { controllerEvidence } from './controller-evidence.js';
import type { Evidence } from './controller-found.js';
import { PROOF } from './controller-introduction.js';
import { nameInPassing } from './controller-passing.js';
import type { Draft, Extractor } from './extractor.js';
import { hasLegalForm, isName, keyOfName, nameAfter, nameBefore, withoutLegalForm } from './names.js';
import type { Confidence } from './types.js';

/** Who runs the service: each distinct name that the text gives itself. */
export const controller: Extractor<'controller'> = {
  kind: 'controller',
  *extract() {},
  *finish(context) {
    yield* chosen(context.document);
  },
};

function* chosen(document: PolicyDocument): Iterable<Draft<'controller'>> {
  const groups = new Map<string, Group>();
  for (const evidence of controllerEvidence(document)) {
    if (!isPossible(evidence)) continue;
    const key = keyOfName(evidence.name) + (isDomain(withoutLegalForm(evidence.name)) ? '.' : '');
    const group = groups.get(key);
    const told = isTold(evidence, document);
    if (!group) groups.set(key, { weight: evidence.weight, best: evidence, own: evidence.own, told });
    else {
      group.own ||= evidence.own;
      group.weight += evidence.weight;
      const better = told === group.told ? evidence.weight > group.best.weight : told;
      group.told ||= told;
      const isNear = group.best.weight < PROOF || Math.abs(evidence.start - group.best.start) < NEAR;
      const fuller = isNear && evidence.weight === group.best.weight && hasLegalForm(evidence.name) && !hasLegalForm(group.best.name);
      if (better || fuller) group.best = { ...evidence, weight: Math.max(evidence.weight, group.best.weight) };
    }
  }
  joinDomains(groups);
  const ranked = [...groups.values()]
    .filter((group) => group.told && isOwn(group))
    .sort((a, b) => b.weight - a.weight || a.best.start - b.best.start);
  const top = ranked[0]?.weight ?? 0;
  if (top < MINIMUM) {
    const range = nameInPassing(document);
    if (range) yield stated(document, range, document.text.slice(range.start, range.end), 'medium');
    return;
  }
  const taken = ranked.filter((group) => group.best.weight >= PROOF || group.weight >= Math.max(MINIMUM, top * 0.4)).slice(0, 5);
  addFullNames(taken, document);
  addShortNames(taken, document);
  addOwners(taken, document);
  for (const { best, weight } of taken) {
    const sentence = sentenceAt(document, best.start);
    if (sentence && SUPERVISOR.test(best.name) && AUTHORITY.test(sentence.lower)) continue;
    yield stated(document, best, best.name, best.weight >= PROOF || weight >= PROOF ? 'high' : 'medium');
  }
}

/** "Acme.com" and "Acme" are one name; "Acme.com, Inc." is another. */
function joinDomains(groups: Map<string, Group>): void {
  for (const [key, domain] of [...groups]) {
    const plain = key.endsWith('.') ? groups.get(key.slice(0, -1)) : undefined;
    if (!plain) continue;
    plain.own ||= domain.own;
    plain.weight += domain.weight;
    if (hasLegalForm(domain.best.name)) domain.weight = Math.max(domain.weight, plain.weight);
    else {
      if (domain.best.weight > plain.best.weight) plain.best = { ...domain.best, name: plain.best.name };
      groups.delete(key);
    }
  }
}

/** Characters within which the full name of a company is its first mention too. */
const NEAR = 600;

function stated(document: PolicyDocument, { start, end }: Range, name: string, confidence: Confidence): Draft<'controller'> {
  const sentence = sentenceAt(document, start);
  return {
    value: { name },
    focus: { start, end },
    ...(sentence ? { range: { start: sentence.start, end: sentence.end } } : {}),
    confidence,
    modality: 'stated',
  };
}

/** "Tidewater Research Foundation, Inc. (TRF)": where the short form is who runs the service, so is the long one. */
function addFullNames(taken: Group[], document: PolicyDocument): void {
  for (const { best, weight } of [...taken]) {
    if (!/^[A-Z]{2,8}$/.test(best.name)) continue;
    const at = shortFormAt(document.text, best.name);
    const range = at < 0 ? null : nameBefore(document.text, at);
    const name = range ? document.text.slice(range.start, range.end) : '';
    if (
      !range ||
      !isName(name) ||
      !name.startsWith(best.name.charAt(0)) ||
      DEFINED_TERM.test(name) ||
      taken.some((group) => group.best.name === name)
    )
      continue;
    taken.push({ weight, own: true, told: true, best: { ...range, name, weight: PROOF, own: true } });
  }
}

/** "Tidewater Research & Aid (TRA)", "TRA (Tidewater Research & Aid)": and the short form is used as a name. */
function addShortNames(taken: Group[], document: PolicyDocument): void {
  for (const { best, weight } of taken.slice(0, MOST_SPELLED)) {
    if (!best.name.includes(' ')) continue;
    const bracketed = document.text.indexOf(`(${best.name}`);
    const at = bracketed < 0 ? document.text.indexOf(`${best.name} (`) : bracketed + 1;
    if (at < 0) continue;
    const behind = /^,? \(["“]?([A-Z]{2,8})["”]?\)/.exec(document.text.slice(at + best.name.length, at + best.name.length + 16));
    const before = /\b([A-Z]{2,8}) \(["“]?$/.exec(document.text.slice(Math.max(0, at - 14), at));
    const short = behind?.[1] ?? before?.[1];
    if (!short || !isSpelledBy(short, best.name) || taken.some((group) => group.best.name === short)) continue;
    const start = behind ? at + best.name.length + behind[0].indexOf(short) : at - (before?.[0].length ?? 0);
    taken.push({ weight, own: true, told: true, best: { start, end: start + short.length, name: short, weight: PROOF, own: true } });
  }
}

/** No policy is that of more companies. */
const MOST_SPELLED = 30;

/** The letters are capitals of the name, in their order. */
function isSpelledBy(short: string, name: string): boolean {
  const capitals = name.replace(/[^A-Z]/g, '');
  return [...short].every((letter) => capitals.includes(letter));
}

/** "Foghorn is a project of the Harbour Trust": the one that has the project runs it. */
function addOwners(taken: Group[], document: PolicyDocument): void {
  for (const match of document.lower.matchAll(PROJECT_OF(document.lower))) {
    const sentence = sentenceAt(document, match.index);
    const opening = document.text.slice(sentence?.start ?? match.index, match.index).trim();
    const project = taken.find(({ best }) => opening === best.name || opening === `The ${best.name}`);
    const range = project && nameAfter(document.text, match.index + match[0].length);
    const name = range ? document.text.slice(range.start, range.end) : '';
    if (!project || !range || range.start - match.index - match[0].length > 2 || !isName(name)) continue;
    if (taken.some(({ best }) => keyOfName(best.name) === keyOfName(name))) continue;
    taken.push({ weight: PROOF, own: true, told: true, best: { ...range, name, weight: PROOF, own: true } });
  }
}

const PROJECT_OF = expression('controller', 'g')` ${'is-a'} (?:[a-z-]{2,20} ){0,2}${'project-of'} (?:${'actors/article'} )?`;
const BETWEEN_NAMES = expression('controller')` (?:${'joins-names'}|&) `;

/** Where a bracket opens that gives the short form: "(TRF)", "(hereinafter referred to as TRF)". */
function shortFormAt(text: string, short: string): number {
  const plain = text.indexOf(`(${short})`);
  if (plain >= 0) return plain;
  for (let at = text.indexOf(short); at >= 0; at = text.indexOf(short, at + 1)) {
    const open = text.lastIndexOf('(', at);
    if (open >= 0 && INTRODUCES_SHORT.test(text.slice(Math.max(open, at - 60), at).toLowerCase())) return open;
  }
  return -1;
}

const INTRODUCES_SHORT = expression('controller')`^\((?:[a-z]{1,14} ){0,4}${'short-form'}[ :]{1,2}["“”']?$`;

/** "The authority responsible for us is the Berlin Commissioner for Data Protection": it supervises, it runs nothing. */
const SUPERVISOR = expression('controller')`${'supervisor'}`;
const AUTHORITY = expression('controller')`${'authority'}`;

/** "Personally Identifiable Information (PII)". */
const DEFINED_TERM = expression('controller')`${'defined-term'}$`;

const MINIMUM = 2;

interface Group {
  weight: number;
  best: Evidence;
  own: boolean;
  /** Not only the labels of pages name it. */
  told: boolean;
}

/** "[How Acme uses cookies](...)" names a page; the link of the name alone is a name. */
function isTold({ start, name }: Evidence, document: PolicyDocument): boolean {
  const sentence = sentenceAt(document, start);
  return sentence === undefined || sentence.text.length < name.length + SIGNS || !isLabelOfPage(sentence);
}

/** So much more than a name is a line of it. */
const SIGNS = 8;

/** A company that others use as a vendor needs more: its own policy says so in its title or again and again. */
function isOwn({ best, weight, own }: Group): boolean {
  return own || weight >= 8 || vendorOf(best.name) === undefined || vendorOf(best.name)?.ambiguous === true;
}

/** Never a country, a browser, or words that policies merely capitalise. */
function isPossible({ name, weight }: Evidence): boolean {
  if (!isName(name) || !forLettersOf(name, /[A-Za-z]{2}|\dx\d/, () => /\p{L}{2}|\d[x×]\d/u).test(name)) return false;
  if (/@|\bhttps?:|\bwww\./.test(name) || forLettersOf(name, /^\d+[A-Za-z]{2}$/, () => /^\d+\p{L}{2}$/u).test(name)) return false;
  if (/\([^)]*$/.test(name) || (name.split(' ').length > 3 && !hasLegalForm(name) && CLAUSE.test(name.toLowerCase()))) return false;
  if (NOT_WHO.test(name) || NOT_ALONE.test(name) || (weight < PROOF && ASKS.test(name.toLowerCase()))) return false;
  const places = placesIn(name);
  const rest = places.reduceRight((text, place) => text.slice(0, place.start) + text.slice(place.end), name);
  if (places.length > 0 && !isName(rest)) return false;
  const parts = name.split(BETWEEN_NAMES(name));
  if (weight < 4 && parts.some((part) => isNotVendor(part) || (parts.length > 1 && vendorOf(part) !== undefined))) return false;
  return true;
}

/** What the text is about or whom, not who speaks: "Acme Users", "Acme Sites". */
const NOT_WHO = expression('controller')` ${'not-who'}$`;
/** "The Covered Sites": what is left without the sites names nobody. */
const NOT_ALONE = expression('controller')`^${'not-alone'}$`;
/** "CAN YOU MAKE CHOICES ABOUT WHAT WE": a clause in capitals. */
const CLAUSE = expression('controller')`(?:^| )${'pronoun'}(?: |$)`;
/** "What Data We Process", "Who Does This": the words of a question in capitals. */
const ASKS = expression('controller')`^${'asks'} `;

const isDomain = (name: string): boolean => /\.[a-z]{2,4}$/.test(name);
