import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

const contacts = async (text: string): Promise<string[]> =>
  (await claimsOf('contact', text)).map(({ value }) => `${value.channel} ${value.value ?? ''}`.trim());

describe('ways to get in touch', () => {
  it.each([
    // A place of the policy, a list that one leaves, an address of mail behind any link.
    ['Please send a request at the details in [How to contact us](https://larkbox.test/privacy#contact).', []],
    ['Please fill in [our web form](https://larkbox.test/desk#contact).', ['form https://larkbox.test/desk#contact']],
    ['Ask for access by emailing [support@larkbox.test](https://larkbox.test/about/terms).', ['email support@larkbox.test']],
    ['[Contact support](https://larkbox.test/help) with any question.', ['form https://larkbox.test/help']],
    // What is told of forms.
    ['We will verify a webform request by asking for your name.', []],
    ['When contacting the shop (e.g. by means of a contact form), your details are stored.', []],
    ['Our servers generate the metadata of messages sent with the contact form or by mail.', []],
    ['You can opt out of the newsletter by submitting a request at https://larkbox.test/unsubscribe.', []],
    ['You can change your preferences in the privacy portal.', []],
    ['Please use the contact form.', ['form']],
    ['You can also tweet to us:', ['messaging Twitter']],
    // All of an address, and no more.
    [
      'Write to us at:\n\nLarkbox  \n580 Harbour Street  \nNo. 400  \nSan Francisco, CA 94104',
      ['post Larkbox 580 Harbour Street No. 400 San Francisco, CA 94104'],
    ],
    [
      'Write to the following address: Larkbox LLC, 1201 Marina Parkway, Alameda, CA 94501.',
      ['post Larkbox LLC, 1201 Marina Parkway, Alameda, CA 94501'],
    ],
    ['Mail [jo@larkbox.eu](mailto:jo@larkbox.eu)Larkbox Ltd', ['email jo@larkbox.eu']],
  ])('%s', async (text, expected) => expect(await contacts(text)).toEqual(expected));
});

describe('officers and representatives', () => {
  it('the address of the officer among those of a line', async () => {
    const [claim] = await claimsOf('dpo', 'Ask our data protection officer.\n\nEmail: team@larkbox.test or dpo@larkbox.test');
    expect(claim?.value.value).toBe('dpo@larkbox.test');
  });

  it('an address before "or" is not the representative\'s', async () => {
    const text = 'Please contact us at team@larkbox.test or contact our EU representative, at eu@quaytrust.test.';
    expect((await claimsOf('representative', text))[0]?.value.value).toBe('eu@quaytrust.test');
    const other =
      'Please contact us at team@larkbox.test or contact our EU representative:\n\nQuaytrust Ltd, 1 Mill Lane, Dublin D02 H210, Ireland';
    expect((await claimsOf('representative', other))[0]?.value.value).not.toContain('@');
  });

  it('a privacy manager is no officer so called', async () => {
    expect(await claimsOf('dpo', 'Attention: Privacy Manager, jo@larkbox.test')).toEqual([]);
    expect(await claimsOf('dpo', 'Attention: Privacy Officer, jo@larkbox.test')).toHaveLength(1);
  });
});
