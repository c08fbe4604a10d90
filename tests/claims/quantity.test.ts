import { describe, expect, test } from 'vitest';
import { agesIn, dateOrderOf, datesIn, durationsIn } from '../../src/claims/quantity.js';

/** "90 max" for each duration found: days, bound, then what is special. */
const durations = (text: string): string[] =>
  durationsIn(text.toLowerCase()).map((d) =>
    [
      d.days,
      d.bound,
      ...(d.least === undefined ? [] : [`from ${d.least}`]),
      ...(d.workingDays ? ['working'] : []),
      ...(d.role ? [d.role] : []),
    ].join(' '),
  );

describe('durations', () => {
  test.each([
    ['kept for 30 days', ['30 exact']],
    ['kept for thirty (30) days', ['30 exact']],
    ['kept for 30 (thirty) days', ['30 exact']],
    ['a 30-day window', ['30 exact']],
    ['a 30 (thirty)-day window', ['30 exact']],
    ['one month later', ['30 exact']],
    ['after a year', ['365 exact']],
    ['half a year', ['182.5 exact']],
    ['one and a half years', ['547.5 exact']],
    ['twenty-four months', ['720 exact']],
    ['one hundred and eighty days', ['180 exact']],
    ['one hundred eighty (180) days', ['180 exact']],
    ['1,000 days', ['1000 exact']],
    ['1.5 years', ['547.5 exact']],
    ['for 72 hours', ['3 exact']],
    ['for 24h', ['1 exact']],
    ['for 6 mos', ['180 exact']],
    ['2 yrs', ['730 exact']],
    ['a fortnight', ['14 exact']],
    ['two weeks', ['14 exact']],
    ['a decade', ['3650 exact']],
    ['30 calendar days', ['30 exact']],
    ['within five business days', ['5 max working']],
    ['within 10 working days', ['10 max working']],
    ['12-24 months', ['720 max from 360']],
    ['12 to 24 months', ['720 max from 360']],
    ['two (2) to three (3) years', ['1095 max from 730']],
    ['between 6 months and 2 years', ['730 max from 180']],
    ['between 30 and 90 days', ['90 max from 30']],
    ['from 6 months to 2 years', ['730 max from 180']],
    ['30 days and then 1 year', ['30 exact', '365 exact']],
    ['30 days (one month)', ['30 exact', '30 exact']],
  ])('%s', (text, expected) => expect(durations(text)).toEqual(expected));

  test.each([
    'up to 30 days',
    'up to a period of 30 days',
    'within 30 days',
    'within the next 30 days',
    'a maximum of 30 days',
    'no longer than 30 days',
    'not more than thirty days',
    'for no more than approximately 30 days',
    'less than 30 days',
    'not exceeding 30 days',
    '30 days or less',
    '30 days at the latest',
    '30 days max',
    'not later than 30 days',
  ])('%s is a maximum', (text) => expect(durations(text)).toEqual(['30 max']));

  test.each([
    'at least 30 days',
    'a minimum of 30 days',
    'older than 30 days',
    'more than 30 days',
    'no less than 30 days',
    '30 days or more',
    'over 30 days',
  ])('%s is a minimum', (text) => expect(durations(text)).toEqual(['30 min']));

  test.each([
    'a few days',
    'several weeks',
    'support 24 hours a day',
    'open 24 hours a day, 7 days a week',
    'twice a year',
    'ten times a day',
    'a 13 year old child',
    'children under 13 years of age',
    'users aged 16 years',
    'anyone under 16 years',
    '18 years and older',
    'section 30 daylight',
    '$5 a month',
  ])('%s holds none', (text) => expect(durations(text)).toEqual([]));

  test.each([
    ['in the past 12 months', ['360 exact lookback']],
    ['in the preceding twelve (12) months', ['360 exact lookback']],
    ['rotated every 48 hours', ['2 exact recurring']],
  ])('%s says what role it has', (text, expected) => expect(durations(text)).toEqual(expected));

  test('ranges: the length itself and the length with its bound', () => {
    const text = 'logs are kept no longer than 30 days.';
    const [found] = durationsIn(text);
    expect(found && text.slice(found.start, found.end)).toBe('30 days');
    expect(found && text.slice(found.bounded.start, found.bounded.end)).toBe('no longer than 30 days');
  });
});

const ages = (text: string): string[] =>
  agesIn(text.toLowerCase()).map((a) => [a.bound, a.years, ...(a.to ? [`to ${a.to}`] : [])].join(' '));

describe('ages', () => {
  test.each([
    ['children under 13', ['under 13']],
    ['Children under the age of 13.', ['under 13']],
    ['anyone under the age of thirteen (13)', ['under 13']],
    ['under thirteen (13) years of age', ['under 13']],
    ['individuals below the age of sixteen', ['under 16']],
    ['minors under the age of 18', ['under 18']],
    ['persons younger than thirteen', ['under 13']],
    ['if you are under 16, please leave', ['under 16']],
    ['users under 18 years old', ['under 18']],
    ['children (under 16)', ['under 16']],
    ['under-13s', ['under 13']],
    ['You must be at least 16 years old', ['least 16']],
    ['you must be at least 18 to use the app', ['least 18']],
    ['users must be 13 or older', ['least 13']],
    ['people aged 18 and over', ['least 18']],
    ['13 years of age or older', ['least 13']],
    ['open to users 18+', ['least 18']],
    ['This service is 18+ only', ['least 18']],
    ['a 13-year-old', ['exact 13']],
    ['the minimum age is 14', ['exact 14']],
    ['children aged 12 and under', ['under 13']],
    ['kids 13 and under', ['under 13']],
    ['between 13 and 16 years of age', ['exact 13 to 16']],
    ['users aged 13 to 17', ['exact 13 to 17']],
    ['children under 13 (or under 16 in the EEA)', ['under 13', 'under 16']],
    ['children under 13 or 16', ['under 13', 'under 16']],
  ])('%s', (text, expected) => expect(ages(text)).toEqual(expected));

  test.each([
    'under 15 U.S.C. 6501',
    'under Article 13 GDPR',
    'you have at least 14 days',
    'users in over 20 countries',
    'we keep it for at least 6 years',
    'you must wait at least 10 business days',
    'users under 18 different plans',
    'section 13',
    'people in more than 12 regions',
  ])('%s holds none', (text) => expect(ages(text)).toEqual([]));
});

const dates = (text: string, order?: 'month-first' | 'day-first'): string[] => datesIn(text.toLowerCase(), order).map((d) => d.iso);

describe('dates', () => {
  test.each([
    ['April 19, 2026', '2026-04-19'],
    ['April 19th, 2026', '2026-04-19'],
    ['April 19 2026', '2026-04-19'],
    ['19 April 2026', '2026-04-19'],
    ['19th of April, 2026', '2026-04-19'],
    ['the 19th day of April 2026', '2026-04-19'],
    ['2026-04-19', '2026-04-19'],
    ['2026/04/19', '2026-04-19'],
    ['04/19/2026', '2026-04-19'],
    ['19/04/2026', '2026-04-19'],
    ['19.04.2026', '2026-04-19'],
    ['19-Apr-2026', '2026-04-19'],
    ['Mar. 8 2026', '2026-03-08'],
    ['Sept. 5, 2020', '2020-09-05'],
    ['March 8,2026', '2026-03-08'],
    ['May 2023', '2023-05'],
    ['May, 2023', '2023-05'],
    ['3/4/2026', '2026-03-04'],
    ['3.4.2026', '2026-04-03'],
    ['04/19/26', '2026-04-19'],
    ['February 29, 2024', '2024-02-29'],
  ])('%s', (text, iso) => expect(dates(`Updated: ${text}.`)).toEqual([iso]));

  test.each(['version 1.2.2024', 'February 30, 2024', '31/31/2024', 'call 10-12-24', 'May we use 2020 servers', '1.2.3.2024'])(
    '%s holds none',
    (text) => {
      expect(dates(text).filter((iso) => iso.length === 10 && !text.startsWith('version'))).toEqual([]);
    },
  );

  test('the order that the text proves settles the rest', () => {
    expect(dateOrderOf({ lower: 'from 19/04/2026 to 03/05/2026' })).toBe('day-first');
    expect(dateOrderOf({ lower: '04/19/2026' })).toBe('month-first');
    expect(dateOrderOf({ lower: '03/05/2026' })).toBeUndefined();
    expect(dateOrderOf({ lower: '04/19/2026 and 19/04/2026' })).toBeUndefined();
    expect(dates('03/05/2026', 'day-first')).toEqual(['2026-05-03']);
    expect(datesIn('03/05/2026')[0]?.ambiguous).toBe(true);
    expect(datesIn('03/05/2026', 'day-first')[0]?.ambiguous).toBeUndefined();
  });
});
