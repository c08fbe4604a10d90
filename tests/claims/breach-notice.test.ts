import { expect, test } from 'vitest';
import { claimsOf } from './helpers.js';

const notices = async (text: string): Promise<string[]> =>
  (await claimsOf('breach-notice', text)).map(({ value }) => [value.recipient, value.hours ?? value.term ?? '-'].join(' '));

test.each([
  ['If a breach affects your data, we notify you within 72 hours.', ['users 72']],
  ['In a data breach the law says that the harbour may be required to notify you.', []],
  ['In a data breach the harbour will notify you as may be required by law.', ['users as may be required by law']],
  ['After a data breach we reserve the right to take measures that include an inquiry and notification of the authority.', []],
  ['After a data breach we tell affected individuals and state agencies.', ['both -']],
  ['We will inform affected users of a data breach without undue delay.', ['users without undue delay']],
  ['In the event of a personal data breach we notify the supervisory authority within three days.', ['authority 72']],
  ['A security incident is reported to the regulator and to affected customers within 48 hours.', ['both 48']],
  ['If your personal data is compromised, we will let you know promptly.', ['users promptly']],
  ['We may notify you by email if we learn of a security breach.', ['users -']],
  ['## Data breaches\n\nIn such a case we inform the affected members by e-mail.', ['users -']],
  ['If an incident affects personal data, the regulator is told within three days.', ['authority 72']],
  ['Where a leak puts you at high risk, we write to you personally.', ['users -']],
  ['Should a security compromise happen, we will post a notice on our status page.', ['users -']],
  ['Our processors must inform us of any data breach immediately.', ['controller immediately']],
  ["If somebody breaks in and your data leaks, I'll mail everyone within three days.", ['users 72']],
  [
    'Should an incident imperil the confidentiality of personal data, the firm apprises the Information Commissioner within 72 hours and the persons concerned.',
    ['both 72'],
  ],
])('%s', async (text, expected) => expect(await notices(text)).toEqual(expected));

test.each([
  'Please notify us at once if you suspect a security breach.',
  'You must inform us of any unauthorized access to your account data.',
  'We use firewalls to prevent data breaches.',
  'We inform you if you are in breach of these terms.',
  'We will notify you of changes to this policy.',
  'We cannot promise to notify you of every incident; no system is secure.',
  'Do you notify me of a breach?',
  'The safe warns you if your password was found in a breach elsewhere.',
])('none: %s', async (text) => expect(await notices(text)).toEqual([]));

test.each([
  ['If there is a penetration of your data, we will notify you within 72 hours.', ['users 72']],
  ['The password monitor will warn you if your password turned up in a breach.', []],
  ['The law requires a business to notify every resident of a breach of the security of the system.', []],
  ['Welsh law requires a club or society to notify any rower whose details were taken in a breach.', []],
])('%s', async (text, expected) => expect(await notices(text)).toEqual(expected));
