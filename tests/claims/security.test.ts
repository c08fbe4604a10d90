import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

const measures = async (text: string): Promise<string> =>
  (await claimsOf('security', text))
    .map((claim) => `${claim.value.measure}${claim.polarity === 'negated' ? '!' : ''}`)
    .sort()
    .join(', ');

it.each([
  ['We take all reasonable measures to protect your data.', 'safeguards'],
  ['Passwords are stored without encryption.', 'encryption at rest!'],
  ['Everyone signs in with 2FA.', 'multi-factor authentication'],
  ['We maintain physical safeguards at the pier.', 'physical security'],
  ['Access control is strict on our servers.', 'access control'],
  ['For your safety we use encryption.', 'encryption'],
])('beside what states none: %s', async (text, expected) => expect(await measures(text)).toBe(expected));

describe('security', () => {
  it.each([
    ['Data are encrypted in transit and at rest.', 'encryption at rest, encryption in transit'],
    ['Connections use TLS 1.3.', 'encryption in transit'],
    ['Passwords are hashed and salted.', 'password hashing'],
    ['Access to our servers is restricted to authorised staff.', 'access control'],
    ['We offer two-factor authentication.', 'multi-factor authentication'],
    ['Encrypted backups of the database are made daily.', 'backups, encryption at rest'],
    ['Chats are end-to-end encrypted.', 'end-to-end encryption'],
    ['Your data is encrypted.', 'encryption'],
    ['We are audited against SOC 2. SOC 2 requires us to back up data.', 'certification'],
    ['We use encryption.', 'encryption'],
    ['We take appropriate technical and organisational measures to protect your data.', 'safeguards'],
    ['We do not encrypt e-mails.', 'encryption!'],
    ['Messages are not end-to-end encrypted.', 'end-to-end encryption!'],
    ['We protect the data against access by third parties with TLS.', 'encryption in transit'],
    ['The information you provide is stored behind a firewall.', 'firewall'],
    ['The Service Provider provides physical and electronic safeguards to protect information.', 'physical security'],
    ['We restrict access to personal data to employees who need it.', 'access control'],
    ['Where useful, data is pseudonymised.', 'pseudonymisation'],
    ['Encryption at rest: the database is encrypted.', 'encryption at rest'],
    ['Firewalls and intrusion detection protect our network.', 'firewall'],
    ['We take security seriously and keep your data on secure servers.', 'safeguards'],
  ])('%s', async (text, expected) => expect(await measures(text)).toBe(expected));

  it.each([
    ['We cannot guarantee that the internet is secure.'],
    ['You have the right to request access to your data.'],
    ['Read the terms at https://example.org/terms.'],
    ['We monitor usage trends.'],
    ['Please keep your password secret.'],
    ['You should protect your account by limiting access to your computer.'],
    ['Our payment processors adhere to PCI-DSS.'],
    ['All direct payment gateways adhere to PCI-DSS.'],
    ['No security measures are perfect.'],
    ['This is a security measure to make sure that data is not disclosed to others.'],
    ['We transfer data to third countries with appropriate safeguards.'],
    ['No transfer takes place unless there are adequate controls for the security of your data.'],
    ['You can find more information about our security measures on our site.'],
    ['We are not responsible for the security measures of other sites.'],
    ['We keep an encrypted cookie with your settings.'],
    ['E-mails are not secure unless they have been encrypted.'],
    ['We share a pseudonymised list with advertisers.'],
    ['We recommend setting up two-factor authentication.'],
    ['What security measures do we use?'],
    ['For instance, SOC 2 requires that laptops run a virus scanner.'],
    ['We reserve the right to take measures, and in particular appropriate steps and measures, against attacks on your data.'],
    ['We help customers with the registration and renewal of SSL certificates.'],
    ['We take measures to ensure that the recipients keep your data secure.'],
    ['Your card data are kept on secure servers of our payment gateway.'],
    ['You should only use the service within a secure environment.'],
    ['To the extent the club employs any technical controls to protect the data, do not switch them off.'],
    ['They process it in compliance with our policy and any other appropriate security measures.'],
    ['Support for end-to-end encryption needs a new device.'],
    ['We collect payment details such as encrypted card numbers.'],
    ['You should at no time read your berth list anywhere but within a secure environment.'],
    ['We strongly urge you to take every reasonable precaution and measure to protect your data.'],
    ['- Storing a password without encryption on any boat'],
    ['To learn more about our encryption, follow this link: the harbour page.'],
    ['For more details on our security please see: Technical and Organisational Security Measures for the Harbour.'],
    ['The Harbour House, 1 Pier Street, London, EC4X 2FA, is the controller.'],
    ['If a child writes to us, we will take all reasonable measures to delete such data for the safety of the child.'],
    ['We may use your data for security and access control purposes.'],
    ['The owner of the domain can implement certain controls (for example, multi-factor authentication).'],
    ['We check all providers to ensure they have adequate data security measures in place.'],
    ['iii. Additional Physical Safeguards. The following holds at the pier.'],
  ])('is none: %s', async (text) => expect(await measures(text)).toBe(''));
});
