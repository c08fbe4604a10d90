import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

const measures = async (text: string): Promise<string> =>
  (await claimsOf('security', text))
    .map((claim) => `${claim.value.measure}${claim.polarity === 'negated' ? '!' : ''}`)
    .sort()
    .join(', ');

describe('security', () => {
  it.each([
    ['Data are encrypted in transit and at rest.', 'encryption at rest, encryption in transit'],
    ['Connections use TLS 1.3.', 'encryption in transit'],
    ['Passwords are hashed and salted.', 'password hashing'],
    ['Access to our servers is restricted to authorised staff.', 'access control'],
    ['We offer two-factor authentication.', 'multi-factor authentication'],
    ['Encrypted backups of the database are made daily.', 'backups, encryption at rest'],
    ['Chats are end-to-end encrypted.', 'end-to-end encryption'],
    ['Your data is encrypted.', 'encryption at rest'],
    ['We use encryption.', 'encryption'],
    ['We take appropriate technical and organisational measures to protect your data.', 'safeguards'],
    ['We do not encrypt e-mails.', 'encryption!'],
    ['Firewalls and intrusion detection protect our network.', 'firewall'],
  ])('%s', async (text, expected) => expect(await measures(text)).toBe(expected));

  it.each([
    ['We cannot guarantee that the internet is secure.'],
    ['You have the right to request access to your data.'],
    ['Read the terms at https://example.org/terms.'],
    ['We monitor usage trends.'],
    ['Please keep your password secret.'],
  ])('is none: %s', async (text) => expect(await measures(text)).toBe(''));
});
