import { expect, test } from 'vitest';
import { emailsIn } from '../../src/claims/email.js';

test.each([
  ['write to jo@acme.example', ['jo@acme.example']],
  ['contact us at jo.doe@acme.example', ['jo.doe@acme.example']],
  ['contact us at jo.doe.dev@acme.example or at info@acme.example', ['jo.doe.dev@acme.example', 'info@acme.example']],
  ['privacy [at] acme [dot] example', ['privacy@acme.example']],
  ['privacy at acme dot example', ['privacy@acme.example']],
  ['meet us at acme.example', []],
  ['see logo@2x.png', []],
  ['reach us at [email protected]', [null]],
])('%s', (text, values) => {
  expect(emailsIn(text).map((email) => email.value)).toEqual(values);
});
