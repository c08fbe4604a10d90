import { expect, test } from 'vitest';
import { claimsOf } from './helpers.js';

const days = async (text: string): Promise<number[]> => (await claimsOf('response-time', text)).map((claim) => claim.value.days);

test.each([
  ['We respond to all requests within 30 days.', [30]],
  ['When we get a request from one of our customers to remove data, we respond within 30 days.', []],
  ['We respond to requests from customers within 30 days.', [30]],
  ['We have 21 days to react to a request.', [21]],
  ['Copies are supplied within 40 days.', [40]],
  ['Our grievance officer settles complaints within seven days of receipt.', [7]],
  ['Requests take up to 30 days.', [30]],
  ["We'll usually share it with you within 20 days of you asking us for it.", [20]],
  ['Responses will be provided in a reasonable time, typically within one month of the request.', [30]],
  ['You will get an answer within one month of receipt of your request.', [30]],
  ['Your request will be processed within ten (10) business days.', [10]],
  ['Requests are answered without undue delay and in any event within one month.', [30]],
  ['We process deletion requests within 45 days.', [45]],
  ['Please allow up to 30 days for a response.', [30]],
  ['We acknowledge your request within 10 days and respond within 45 days.', [45]],
  ['We respond within 45 days, or 90 days if we need more time.', [45]],
  ['It may take up to two weeks to process your opt-out request.', [14]],
  ['You will receive a reaction from us within four weeks at the latest.', [28]],
  ['We turn requests around in 10 business days.', [10]],
])('%s', async (text, expected) => expect(await days(text)).toEqual(expected));

test.each([
  'We delete your data within 30 days of your request.',
  'Server logs are processed and kept for 30 days.',
  'We notify the authority of a breach within 72 hours.',
  'If data leak, you will hear from us, and the authority will hear within 72 hours.',
  'If a parent does not respond within 14 days, we delete the address.',
  'You may make such a request twice within a 12-month period.',
  'We decide on your appeal within 60 days.',
  'Median response time: 3 days.',
  'We respond to requests promptly.',
  'We keep records of your requests for at least 24 months.',
])('none: %s', async (text) => expect(await days(text)).toEqual([]));

test.each([
  ['You have the right to a copy of your data, which will be sent to you within a month.', [30]],
  ['We delete the profile within 14 days of the response of the parents.', []],
])('%s', async (text, expected) => expect(await days(text)).toEqual(expected));
