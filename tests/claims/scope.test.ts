import { describe, expect, test } from 'vitest';
import {
  isAfterChoice,
  isByChoice,
  isHedgedDenial,
  isOrdinaryCondition,
  isTakenBack,
  scopeOf,
  startsPeriod,
} from '../../src/claims/scope.js';
import { dataIn } from '../../src/claims/scope-data.js';
import { parseText } from '../../src/document/document.js';

const parse = (text: string) => parseText(text, { path: 'policy.md', format: 'markdown' });

function first(text: string) {
  const document = parse(text);
  const sentence = document.sentences.find((candidate) => candidate.block.kind !== 'heading');
  if (!sentence) throw new Error('no sentence');
  return { document, sentence, scope: scopeOf(sentence, document) };
}

describe('scopeOf', () => {
  test.each([
    ['We sell data of residents of California.', 'region', ['US-CA']],
    ['If you live in the European Economic Area, we ask first.', 'region', ['EEA']],
    ['We transfer data to the United States.', 'region', []],
    ['We ask you for your name.', 'region', []],
    ['We take no data from children under 13.', 'subject', ['child']],
    ['Candidates send us their CV.', 'subject', ['applicant']],
    ['We take your name.', 'subject', []],
    ['Premium members see no banners.', 'product', ['paid']],
    ['The mobile app sets no cookies.', 'product', ['app']],
    ['On our website, pages are counted.', 'product', ['website']],
    ['Enterprise customers choose the region.', 'product', ['enterprise']],
    ['We keep a hashed form of your address.', 'qualifiers', ['hashed']],
    ['We share aggregated figures.', 'qualifiers', ['aggregate']],
    ['We keep your address.', 'qualifiers', []],
    ['We do not share it for marketing purposes.', 'purpose', ['marketing']],
    ['We do not share it for the purpose of juggling.', 'purpose', ['other']],
    ['We do not share it for any purpose.', 'purpose', []],
  ] as const)('%s: %s', (text, dimension, expected) => {
    expect(first(text).scope[dimension]).toEqual(expected);
  });

  test.each([
    ['We do not sell data for money.', 'for money'],
    ['This may be considered a "sale" under the law.', 'under the law'],
    ['We do not sell data.', undefined],
  ])('definition: %s', (text, expected) => {
    const { definition } = first(text).scope;
    if (expected === undefined) expect(definition).toBeUndefined();
    else expect(definition).toContain(expected);
  });

  test('a section speaks of those whom its heading names', () => {
    expect(first('# Privacy of children\n\nWe take no photos.').scope.subject).toEqual(['child']);
    expect(first('# California residents\n\nWe take no photos.').scope.region).toEqual(['US-CA']);
  });

  test('a condition that limits something comes before one that every user meets', () => {
    expect(first('When you visit our site, we count it if cookies are allowed.').scope.condition).toBe('if cookies are allowed.');
    expect(first('When you visit our site, we count it.').scope.condition).toBe('when you visit our site');
  });

  test('such data is less than all data', () => {
    expect(first('Such information is never shared.').scope.markers).toContain('data');
    expect(first('Your information is never shared.').scope.markers).toEqual([]);
  });

  test('what an extractor states comes before what the words tell', () => {
    const { sentence, document } = first('We take no data from children.');
    expect(scopeOf(sentence, document, { subject: ['user'] }).subject).toEqual(['user']);
  });

  test('reports hold what is there', () => {
    expect(JSON.parse(JSON.stringify(first('Premium members see no banners.').scope))).toEqual({ layer: 'prose', product: ['paid'] });
  });
});

describe('ways out of a denial', () => {
  test.each([
    ['We share nothing. However, our host sees your address.', true],
    ['We share nothing. The only exception is our host.', true],
    ['We share nothing except as described in section 4.', true],
    ['We share nothing. We also sell nothing.', false],
    ['We share nothing.\n\n# Hosting\n\nHowever, our host sees it.', false],
  ])('taken back: %s', (text, expected) => {
    const { sentence, document } = first(text);
    expect(isTakenBack(sentence, document)).toBe(expected);
  });

  test.each([
    ['We do not knowingly collect names.', true],
    ['We generally do not share data.', true],
    ['We do not share data.', false],
  ])('hedged: %s', (text, expected) => {
    expect(isHedgedDenial(first(text).sentence)).toBe(expected);
  });

  test.each([
    ['With your consent, we use your location.', true],
    ['If you enable sync, notes are uploaded.', true],
    ['We use your location.', false],
  ])('by choice: %s', (text, expected) => {
    expect(isByChoice(first(text).sentence)).toBe(expected);
  });

  test('a statement after a choice depends on it', () => {
    const document = parse('You can opt out in your profile. We will not use your notes then.');
    const [, second] = document.sentences;
    expect(second && isAfterChoice(second, document)).toBe(true);
  });

  test.each([
    ['when you visit our site', true],
    ['if you contact us', true],
    ['if you enable the map', false],
    ['if you have no account with us yet and are a child', false],
  ])('ordinary: %s', (condition, expected) => {
    expect(isOrdinaryCondition(condition)).toBe(expected);
  });

  test.each([
    [' after the order is paid', true],
    ['.', false],
  ])('starts a period: %s', (after, expected) => {
    expect(startsPeriod(after)).toBe(expected);
  });
});

test.each([
  ['web server logs', ['server-logs']],
  ['your call recordings', ['recordings']],
  ['your personal data', ['personal-data']],
  ['invoices and your personal data', ['invoices']],
  ['the weather', []],
])('data in "%s"', (text, expected) => {
  expect(dataIn(text)).toEqual(expected);
});
