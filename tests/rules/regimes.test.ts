/** Which laws a policy is read under, and what follows for its findings. */
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../src/claims/extractor.js';
import { lint } from '../../src/lint.js';
import { loadRules } from '../../src/rules/load.js';
import { appliedRegimes } from '../../src/rules/reach.js';

const read = (text: string, facts: Facts = {}) => lint(text, { path: 'policy.md' }, loadRules({ facts }));
const gdprOf = async (text: string, facts: Facts = {}) => {
  const { reach, document } = await read(text, facts);
  const entry = reach.find(({ regime }) => regime === 'gdpr') ?? expect.fail('the GDPR is always answered for');
  return { ...entry, words: entry.evidence ? document.text.slice(entry.evidence.start, entry.evidence.end) : '' };
};

const PLAIN = '# Privacy Policy\n\nWe collect your name and your e-mail address to run your account.\n\n';

describe('the GDPR is shown', () => {
  test.each([
    'We follow the GDPR.',
    'Visitors from the European Union have further rights.',
    'Write to us: Kranich Software GmbH, Lindenstr. 4, 10969 Berlin, Germany.',
    'Contact: datenschutz@kranich-software.de',
    'Contact: privacy@heron-charity.org.uk',
    'The legal basis for our newsletter is your consent.',
    'You may complain to your data protection authority.',
    'The Heron Trust is a registered charity in England and Wales.',
    'Plantje is made by Tjitske Wiersma, Oude Singel 9, 2312 ZZ Leiden, the Netherlands.',
    'Heron Dental, 14 Quay Parade, Sligo, F91 ZZ99.',
    'Not happy? The Autoriteit Persoonsgegevens hears complaints.',
  ])('%s', async (sentence) => {
    const { status, words } = await gdprOf(PLAIN + sentence);
    expect(status).toBe('shown');
    // An address is shown without what stands before it.
    expect(words.length).toBeGreaterThan(8);
    expect(sentence).toContain(words.slice(0, 9));
  });

  test('also beside the law of California', async () => {
    expect((await gdprOf(`${PLAIN}The CCPA gives Californians rights.\n\nThe GDPR gives Europeans rights.`)).status).toBe('shown');
  });
});

describe('the law of the United Kingdom', () => {
  const isBritish = async (sentence: string) => (await read(PLAIN + sentence)).reach.some(({ regime }) => regime === 'uk');
  test.each([
    'We follow the Data Protection Act 2018.',
    'The Heron Trust is a registered charity.',
    'You may complain to the Information Commissioner.',
    'Grumbles go to the ICO.',
    'Grumbles go to ico.org.uk.',
    'Heron Allotments, 4 Mill Row, Leeds LS6 9ZZ.',
    'You can ring us on +44 1632 960112.',
    'We claim Gift Aid on your gifts.',
  ])('%s', async (sentence) => {
    expect(await isBritish(sentence)).toBe(true);
  });
  test.each([
    'Australians may turn to the Office of the Australian Information Commissioner.',
    'Heron Inc., 90 Larch Street, Ottawa, Ontario K1A 0B1.',
    'Complaints go to the Commission Nationale de l’Informatique et des Libertés (CNIL).',
    'Cards are charged by Stripe Payments UK Ltd, 4 Mill Row, London EC2V 6ZZ.',
  ])('not by %s', async (sentence) => {
    expect(await isBritish(sentence)).toBe(false);
  });
  test('is not that of Ireland, whose Act has the same name', async () => {
    expect(await isBritish('We follow the Data Protection Act 2018. Complaints go to the Data Protection Commission in Dublin.')).toBe(
      false,
    );
  });
});

describe('the GDPR is assumed', () => {
  test.each([
    '',
    'We keep log files for 30 days.',
    'We are Lumen LLC.', // One sign alone.
    'We are based in Paris, and the CCPA gives Californians rights.',
    'Write to us at Lumen LLC, 410 Cedar Street, Austin, TX 78701. International users agree that we host everything at home.',
    'The CCPA gives Californians rights. The price is € 4 a month.',
    'We take part in the EU-U.S. Data Privacy Framework for data received from the European Union.',
    'If we need consent as a legal basis for processing and your country requires the consent of a parent, we ask the parent.',
  ])('%s', async (sentence) => {
    expect((await gdprOf(PLAIN + sentence)).status).toBe('assumed');
  });
});

describe('the GDPR is not shown', () => {
  test.each([
    ['The CCPA gives Californians rights.', 'United States'],
    ['Our agency keeps records under the Privacy Act of 1974.', 'United States'],
    ['We never knowingly collect data from children, as COPPA asks.', 'United States'],
    ['Write to us at Lumen LLC, 410 Cedar Street, Austin, TX 78701.', 'United States'],
    ['Lumen Inc. ("we") operates this site. All data are stored in the United States.', 'United States'],
    ['This service is intended only for people in the United States. International visitors are welcome to read it.', 'United States'],
    ['Our service is not offered to people in the European Union. It follows the laws of the State of Ohio.', 'United States'],
    ['We follow the Australian Privacy Principles.', 'Australia'],
    ['We comply with PIPEDA.', 'Canada'],
    [
      'This app is meant for residents of the United States. If you use it from the European Union, your data are transferred to us.',
      'United States',
    ],
    ['The CCPA gives Californians rights. Lumen LLC adheres to the Data Privacy Framework for data from the EU.', 'United States'],
    ['The CCPA gives Californians rights. International users agree that we host everything at home.', 'United States'],
  ])('%s', async (sentence, country) => {
    expect(await gdprOf(PLAIN + sentence)).toMatchObject({ status: 'not-shown', country });
  });

  test('then gaps are left out, and unlawful statements are notes', async () => {
    const text = `${PLAIN}By using the app, you consent to this policy.\n\nThe CCPA gives Californians the right to delete their data.\n`;
    const { findings, coverage, reach } = await read(text);
    expect(appliedRegimes(reach)).toEqual(['ccpa', 'caloppa']);
    const gdpr = findings.filter(({ ruleId }) => /^(?:gdpr|eprivacy|uk)\//.test(ruleId));
    expect(gdpr.map(({ ruleId }) => ruleId)).toContain('gdpr/consent-by-use');
    expect(new Set(gdpr.map(({ level }) => level))).toEqual(new Set(['note']));
    expect(findings.map(({ ruleId }) => ruleId)).not.toContain('gdpr/legal-basis');
    expect(coverage.find(({ requirement }) => requirement === 'legal-basis')?.status).toBe('absent');
  });
});

test('where a law is assumed against a sign of another country, gaps are warnings; what the text says against the law keeps its level', async () => {
  const levels = async (sentence: string) => {
    const { findings } = await read(`${PLAIN}${sentence}\n\nBy using the app, you consent to our use of your data.\n`);
    return ['gdpr/complaint', 'gdpr/consent-by-use'].map((id) => findings.find(({ ruleId }) => ruleId === id)?.level);
  };
  expect(await levels('We keep log files for 30 days.')).toEqual(['error', 'error']);
  expect(await levels('Kestrel Inc. ("we") runs the app for users worldwide.')).toEqual(['warning', 'error']);
  expect(await levels('Our postal address is Kestrel Ltd, PO Box 12, Auckland 1010, New Zealand.')).toEqual(['warning', 'error']);
  expect(await levels('Our servers are located in Malaysia.')).toEqual(['warning', 'error']);
  expect(await levels('Country refers to: Queensland, Australia')).toEqual(['warning', 'error']);
  expect(await levels('The CCPA gives Californians rights. Data subject requests are welcome.')).toEqual([undefined, 'note']);
  expect(await levels('The CCPA gives Californians rights. Write to us to use your data subject rights.')).toEqual(['warning', 'error']);
  expect(await levels('Kestrel Inc. ("we") runs the app. Visitors from the European Union have further rights.')).toEqual([
    'error',
    'error',
  ]);
});

test('a game for children made in the United States is read under COPPA, which it does not name', async () => {
  const text = 'Bubble Zoo is a game for children by Tumbleweed LLC, 77 Mesa Drive, Boise, ID 83702. We collect the advertising ID.';
  const { reach, findings } = await read(`# Privacy Policy\n\n${text}\n`);
  expect(appliedRegimes(reach)).toEqual(['caloppa', 'coppa']);
  expect(findings.map(({ ruleId }) => ruleId)).toContain('coppa/verifiable-consent');
});

describe('what the configuration says wins', () => {
  const american = `${PLAIN}The CCPA gives Californians rights.`;

  test('of the laws', async () => {
    const { reach, findings } = await lint(american, { path: 'policy.md' }, loadRules({ regimes: ['gdpr'] }));
    expect(reach).toEqual([{ regime: 'gdpr', status: 'configured' }]);
    expect(findings.find(({ ruleId }) => ruleId === 'gdpr/legal-basis')?.level).toBe('error');
  });

  test('of the establishment', async () => {
    expect((await gdprOf(american, { establishment: 'IE' })).status).toBe('shown');
    expect((await gdprOf(PLAIN, { establishment: 'US' })).status).toBe('not-shown');
  });
});

describe('the table of coverage', () => {
  const requirementsOf = async (preset: string, rules = {}) => {
    const { coverage } = await lint(PLAIN, { path: 'policy.md' }, loadRules({ preset, rules }));
    return coverage.map(({ requirement }) => requirement);
  };

  test('is the same under every preset', async () => {
    const all = await requirementsOf('auditor');
    expect(all.length).toBeGreaterThan(20);
    for (const preset of ['recommended', 'strict', 'ci-minimal']) expect(await requirementsOf(preset), preset).toEqual(all);
  });

  test('leaves out what somebody switched off', async () => {
    expect(await requirementsOf('recommended', { 'gdpr/dpo-contact': 'off' })).not.toContain('dpo-contact');
  });
});
