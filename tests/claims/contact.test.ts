import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

const contacts = async (text: string): Promise<string[]> =>
  (await claimsOf('contact', text)).map(({ value }) => `${value.channel} ${value.redacted ? 'redacted' : (value.value ?? '')}`.trim());

describe('contact', () => {
  it.each([
    ['## 12. EU Representative\n\nFerndale Ltd acts for Acme.\n\nPostal address: 8 Quay Street, Cork T12 AB34, Ireland', []],
    [
      '## 12. How to reach us\n\nFerndale Ltd acts for Acme.\n\nPostal address: 8 Quay Street, Cork T12 AB34, Ireland',
      ['post 8 Quay Street, Cork T12 AB34, Ireland'],
    ],
    ['Write to us at privacy@acme.test.', ['email privacy@acme.test']],
    [
      'Larkfield Insights AS, org. no. 111 222 333, Storgata 4, 1767 Halden, Norway ("Larkfield"), is the controller.',
      ['post Storgata 4, 1767 Halden, Norway'],
    ],
    [
      'Marlow Ltd, company number 01234567, 14 Mill Lane, Leeds LS1 4AB, is responsible for your data.',
      ['post 14 Mill Lane, Leeds LS1 4AB'],
    ],
    ['Pennyworth Payments Ltd, 1 Quay Street, Dublin D02 H210, settles bills on our behalf.', []],
    ['[Write to us](mailto:Privacy@Acme.test?subject=hi).', ['email privacy@acme.test']],
    ['Reach us at privacy [at] acme [dot] test.', ['email privacy@acme.test']],
    ['nora (at) acme (dot) test', ['email nora@acme.test']],
    ['Write to nora [at] acme.test.', ['email nora@acme.test']],
    ['Email: contact @ acme.test', ['email contact@acme.test']],
    ['Contact us at [email protected].', ['email redacted']],
    ['Phone support: 01632 960123', ['phone 01632 960123']],
    ['Call us on +44 1632 960 123.', ['phone +44 1632 960 123']],
    ['Please use the contact form on our website.', ['form']],
    ['## Contact us\n\nBy visiting this page on our website: https://acme.test/', ['form https://acme.test/']],
    ['You may complain to the Spanish Data Protection Agency:\n\n- **Phone:** 01632 960123\n', []],
    ['Google LLC, 1600 Amphitheatre Parkway, Mountain View, CA 94043, USA is where our mail provider sits.', []],
    ['You can contact us:\n\n- By visiting this page on our website: https://acme.test/privacy', ['form https://acme.test/privacy']],
    ['Residents may ask us by:\n\n- Calling and leaving us a message at: 1-800-555-0123 or', ['phone 1-800-555-0123']],
    ['Should you need help, contact the service centre at (800) 555 - 0123 at any time.', ['phone (800) 555 - 0123']],
    [
      'You can submit a request to us by: Phone: 1 (800) 555-0123 Ext. 121 Postal Address: Larkbox LLC 877 E 1200 S #97 Orem, UT 94097',
      ['phone 1 (800) 555-0123 Ext. 121', 'post 877 E 1200 S #97 Orem, UT 94097'],
    ],
    ['## Contact\n\n[Inquiry form](https://acme.test/ask)', ['form https://acme.test/ask']],
    ['Please use [this link](https://acme.test/ask) if you would like to exercise any of your rights.', ['form https://acme.test/ask']],
    ['# Fenmark County Privacy Policy\n\nAt Fenmark County, we care. E-mail: privacy@fenmark.gov', ['email privacy@fenmark.gov']],
    ['You can reach us through our Telegram channel.', ['messaging Telegram']],
    ['For questions, contact us via the support channel in your dashboard.', ['in-app']],
    ['To make a request, visit https://forms.acme.test/privacy to submit a request.', ['form https://forms.acme.test/privacy']],
    ['## Contact\n\n- (+237) 600 111 222', ['phone (+237) 600 111 222']],
    [
      'You can write to us at Larch Mail Group Ltd, 12 Mill Lane, London EC1A 1AA.',
      ['post Larch Mail Group Ltd, 12 Mill Lane, London EC1A 1AA'],
    ],
    // The address alone: no label before it, nothing behind it.
    [
      'Write to us at: Acme Inc., 12 Mill Lane, Ste. 1000, Austin, Texas 78701, or email legal@acme.test.',
      ['email legal@acme.test', 'post Acme Inc., 12 Mill Lane, Ste. 1000, Austin, Texas 78701'],
    ],
    [
      '## Contact us\n\nAddress: 12 Mill Lane, Austin, TX 78701 Email: legal@acme.test',
      ['email legal@acme.test', 'post 12 Mill Lane, Austin, TX 78701'],
    ],
    [
      'Our address is Havnegade 12, 8000 Aarhus, Denmark, and our company registration number is 5566-4759.',
      ['post Havnegade 12, 8000 Aarhus, Denmark'],
    ],
    [
      'The controller is Acme Ltd with the business address of: Elm Court, 41 Larch Marg, Mumbai-400013, India.',
      ['post Elm Court, 41 Larch Marg, Mumbai-400013, India'],
    ],
    ['## Contact us\n\nWhatsApp:', ['messaging WhatsApp']],
    ['Visit our Customer Feedback page to contact the team with questions.', ['form']],
    ['You can use our contact form at https://acme.test/ask; we answer soon.', ['form https://acme.test/ask']],
  ])('%s', async (text, expected) => expect(await contacts(text)).toEqual(expected));

  it.each([
    ['## Contact\n\n* Mail: Acme SAS, 5 Rue des Lilas, 75011 Paris, France\n', 'Rue des Lilas'],
    ['The Company refers to Acme Corp, 12 Mill Lane, Springfield, IL 62701, United States.', '12 Mill Lane'],
    ['## Contact us\n\nAcme Ltd\n\n7 High Street\n\nLeeds LS1 4AB\n\nUnited Kingdom\n', '7 High Street'],
  ])('post: %s', async (text, part) => {
    const [first] = await claimsOf('contact', text);
    expect(first?.value.channel).toBe('post');
    expect(first?.value.value).toContain(part);
  });

  it.each([
    'We collect your e-mail address and phone number.',
    'You may complain to the data protection authority: post@authority.gov.uk.',
    'Enter it as name@example.com.',
    'When you contact us through the contact form, we collect your name.',
    'Our Discord bot stores your username.',
    'Version 2024-05-12 of this policy.',
    '## Contact\n\nEffective as of June 10, 2026 View archived notice',
    'Our mails come from an address ending in either @acme.test or @mail.acme.test.',
    'You may submit information through a registration form set up by a video owner.',
    'You have the right to get your data in written or electronic form, on request.',
    'We offer live chat to respond to your online inquiries, and we collect what you say there in the chat.',
    'A copy will stay on the server as part of the message history of your partner.',
    'Our representative in the EU can be reached at acme@gdpr-rep.test.',
    'Complain to the Office of the Attorney General at:\n\n202 Mill Lane\n\nRichmond, VA 23219',
    'Acme Ltd ("we") runs the app. If you have more questions, contact LARKO directly at privacy@larko.test.',
    'Acme Ltd ("we") uses Stripe for payments. Write to privacy@stripe.com about them.',
  ])('none: %s', async (text) => expect(await contacts(text)).toEqual([]));

  it('counts an address once', async () => {
    expect(await contacts('Mail us: a@acme.test.\n\nAgain: A@acme.test.\n')).toEqual(['email a@acme.test']);
  });
});

describe('addresses of somebody else, and what is no address', () => {
  it.each([
    'You can complain to the Attorney General of Tideland at:\n\nMailing address:\n\n20 North Street\n\nHarbour City, VA 23219\n\nToll free: 800-555-0142\n',
    'Please contact the Tideland Commissioner for Data Protection and Freedom.\n\nTel.: +49 30 5550142\n',
    'Larkbox\n\n(LARKBOX OÜ, Sadama tn 5, Tallinn, 11415, Estonia)\n',
    'We collect chat history, e-mails and feedback forms.\n',
    'You can also write to us for the United Kingdom at Quayside GDPR Representative UK, 12 New Lane, London EC4A 1JP.\n',
    'You give us information including but not limited to skipper@quay.test.\n',
    'Lionheart Squared Limited\n17 Quay Studios, Harbour Road\nTidebridge, SP6 1QX\nUnited Kingdom\n',
    'You may appeal by submitting a form that will be provided to you.\n',
    'We collect a recording of a call, a live chat in the app or a letter that you send to our support.\n',
    'See the [Larkbox Help Center article](https://larkbox.test/a).\n',
    'Clear your cookies at the end and submit nothing before visiting our website https://larkbox.test/help.\n',
  ])('%s', async (text) => expect(await claimsOf('contact', `# Others\n\n${text}`)).toEqual([]));

  it('gives an address without the marks of its lines', async () => {
    const [claim] = await claimsOf(
      'contact',
      '# Contact\n\n**Attention: Privacy Officer  \n**2, rue du Quai  \nL-1536 Luxembourg  \n**Luxembourg\n',
    );
    expect(claim?.value.value).toMatch(/^Attention: Privacy Officer, 2, rue du Quai\b[^*]*$/);
  });
});
