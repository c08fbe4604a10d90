import { describe, expect, test } from 'vitest';
import { compilePhrase } from '../../src/phrase/compile.js';

const match = (phrase: string, text: string): string | null =>
  new RegExp(compilePhrase(phrase, { spelling: ['s', 'z'] })).exec(text)?.[0] ?? null;

describe('a group that touches a word', () => {
  test.each([
    ['organi(s|z)ation', 'an organisation of the state', 'organisation'],
    ['safe harb(o|ou)r list', 'on the safe harbour list', 'safe harbour list'],
    ['third part(y|ies)', 'third parties', 'third parties'],
    ['cookie(s)?', 'a cookie.', 'cookie'],
    ['cookie(s)?', 'two cookies.', 'cookies'],
    ['licen(s|c)e (agreement)?', 'the licence agreement', 'licence agreement'],
    ['reali{spelling}e', 'they realize it', 'realize'],
    ['(2010/87)(/(eu|ec))?', 'decision 2010/87/eu', '2010/87/eu'],
  ])('%s is part of the word in "%s"', (phrase, text, found) => {
    expect(match(phrase, text)).toBe(found);
  });

  test.each([
    ['organi(s|z)ation', 'a reorganisation'],
    ['cookie(s)?', 'a cookiemonster'],
    ['organi(s|z)ation', 'organi s ation'],
  ])('%s is not in "%s"', (phrase, text) => {
    expect(match(phrase, text)).toBeNull();
  });
});

test('the end of contracted words stands for these', () => {
  const found = new RegExp(compilePhrase("(not|n't) sell", { "n't": ["don't", "won't"] })).exec("we won't sell them")?.[0];
  expect(found).toBe("won't sell");
});

test('a group apart from a word is a word of its own', () => {
  expect(match('(personal)? data', 'personal data')).toBe('personal data');
  expect(match('(personal)? data', 'impersonal data')).toBe('data');
  expect(match('(do not|never) sell', 'we never sell')).toBe('never sell');
});

test('a backslash makes a sign stand for itself', () => {
  expect(match('6\\(1\\)\\(a\\)', 'art. 6(1)(a) gdpr')).toBe('6(1)(a)');
});

test('words stay whole, inside a phrase as at its ends', () => {
  expect(match('we (do)? sell (your)? data', 'we sell data')).toBe('we sell data');
  expect(match('we (do)? sell (your)? data', 'we sell your data.')).toBe('we sell your data');
  expect(match('we (do)? sell (your)? data', 'we sell yourdata')).toBeNull();
  expect(match('we (do)? sell (your)?', 'we sells')).toBeNull();
  expect(match('(sell|rent) ... data', 'resell data')).toBeNull();
  expect(match('... sell', 'resell')).toBeNull();
  expect(match('within # days', 'within 30. days')).toBeNull();
  expect(match('within # days', 'within 1,000 days')).toBe('within 1,000 days');
});
