/** Names, addresses and dates that stand in a policy and are not those of whoever runs the service, or not where one says so. */
import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

const controllers = async (text: string): Promise<string[]> => (await claimsOf('controller', text)).map(({ value }) => value.name);
const posts = async (text: string): Promise<(string | undefined)[]> =>
  (await claimsOf('contact', text)).filter(({ value }) => value.channel === 'post').map(({ value }) => value.value);
const filler = 'We keep records of orders. '.repeat(40);

describe('who runs the service', () => {
  it('is told where a sentence says so, not in the name of a page', async () => {
    const text =
      '# Privacy\n\n[Go to How Larkbox uses information from partners](https://larkbox.test/partners)\n\nLarkbox collects your name. Larkbox may store it. Larkbox uses it for delivery. Larkbox shares it with nobody. Larkbox never sells it. Larkbox keeps it for a year.';
    const [claim] = await claimsOf('controller', text);
    expect(claim?.value.name).toBe('Larkbox');
    expect(claim?.quote).not.toContain('Go to');
  });

  it('is no processor for somebody else, unless another place says that it decides too', async () => {
    const processor = 'Fernholt AB ("we" or "our") is a personal data processor to the Bank regarding your data.';
    expect(await controllers(processor)).not.toContain('Fernholt AB');
    const both = await claimsOf('controller', `${processor}\n\nFor support requests Fernholt AB is the data controller.`);
    expect(both.map(({ quote }) => quote)).toContain('For support requests Fernholt AB is the data controller.');
    expect(await controllers('Fernholt AB ("we" or "our") is a bank in Lund.')).toContain('Fernholt AB');
  });

  it('is not whose policy one is sent to', async () => {
    const others = `# Larkbox Privacy Policy\n\nLarkbox Ltd ("we") runs this shop. ${filler}\n\nFor more information on how Fernholt processes your data, please visit Fernholt's [Privacy Policy](https://fernholt.test/p). You can access the privacy policy of Mistral [here](https://mistral.test).\n\nThe [Privacy Notice for Juniper Club](https://juniper.test/p) describes what the club does.`;
    expect(await controllers(others)).toEqual(['Larkbox Ltd']);
  });

  it('is not who does not run what is spoken of, nor the sites that a policy covers', async () => {
    const text =
      'Hollins Media Inc. ("Hollins", "we") publishes magazines. Some features of the Covered Sites are special. We link to services that are not part of those run by Fernholt.';
    expect(await controllers(text)).toEqual(['Hollins Media Inc.', 'Hollins']);
  });

  it('is the company behind the brands', async () => {
    const text = 'These brands are all trading styles of **Hollins Media Ltd.** which is the controller of your personal data.';
    expect(await controllers(text)).toEqual(['Hollins Media Ltd.']);
    expect(await controllers('We share orders with Fernholt Ltd, which is the controller of your payment data.')).not.toContain(
      'Fernholt Ltd',
    );
  });

  it('keeps its legal form where it is written small', async () => {
    expect(await controllers('This policy explains how anvilbox S.A. ("Anvil", "we") collects data.')).toContain('anvilbox S.A.');
  });

  it('is not the firm that an officer works for, nor a representative', async () => {
    const officer =
      'Larkbox Ltd ("we") sells boxes.\n\n## Contact\n\nWrite to our DPO at:\n\nMallow Legal Services Ltd.\n12 High Street\nLeeds\n';
    expect(await controllers(officer)).toEqual(['Larkbox Ltd']);
    const own = 'Larkbox sells boxes. Larkbox is small.\n\n## Contact\n\nWrite to our DPO at:\n\nLarkbox Ltd\n12 High Street\nLeeds\n';
    expect(await controllers(own)).toContain('Larkbox Ltd');
    const representatives =
      'Larkbox Inc. ("we") sells boxes.\n\n## Contact\n\nOur appointed Representatives:\n\nLarkbox Ireland Limited\n2 Park Place\nDublin 2\n';
    expect(await controllers(representatives)).toEqual(['Larkbox Inc.']);
  });
});

describe('an address', () => {
  it('ends before the next company and before the next entry of a list', async () => {
    const two =
      '## Contact us\n\nLarkbox Inc.\\\n12 Mill Street\\\nLeeds LS1 4AB\n\nLarkbox UK Limited\\\n9 Long Street\\\nLondon W1W 7LT\n';
    for (const address of await posts(two)) expect(address).not.toMatch(/Leeds.*London/s);
    const list =
      '## Contact\n\n* Costa Rica\n\n  Please write to 14 Mill Street, San Jose.\n\n* Norway and Sweden\n\n  You may complain.\n';
    for (const address of await posts(list)) expect(address).not.toContain('Norway');
  });

  it('has its town, whatever else stands on the line', async () => {
    const text =
      '## Scope\n\n**Responsible body within the meaning of the General Data Protection Regulation**  \nAnna Lark (on behalf of Larkbox)  \nEichweg 44  \n24116 Kiel  \nanna@larkbox.test  \n+49 152 555 0100  \n\n## Next\n\nWe collect names.\n';
    expect(await posts(text)).toEqual(['Anna Lark (on behalf of Larkbox), Eichweg 44, 24116 Kiel']);
  });

  it('stands without the label before it', async () => {
    expect(await posts('## Contacting us\n\n* Mailing: Larkbox SAS, 25 Rue Jacqueline, 31400 Toulouse, France\n')).toEqual([
      'Larkbox SAS, 25 Rue Jacqueline, 31400 Toulouse, France',
    ]);
  });

  it('of a table of representatives is theirs, of a table of offices the own', async () => {
    const table = (title: string) =>
      `## Contact\n\n|  |  |  |\n| --- | --- | --- |\n| Country | ${title} | Address |\n| Serbia | Fernholt Partners | 23 Long Street, 11000 Belgrade, Serbia |\n| Italy | Mallow Partners | 12 Mill Street, 00100 Rome, Italy |\n`;
    expect(await posts(table('Representative'))).toEqual([]);
    const own = await posts(table('Office'));
    expect(own).toHaveLength(2);
    for (const address of own) expect(address).not.toMatch(/Serbia.*Italy/s);
  });

  it('of a vendor by trade may hold the own name', async () => {
    const text = '# Larkbox Notice\n\nLarkbox collects data. Write to [larkbox-privacy@google.com](mailto:larkbox-privacy@google.com).';
    expect((await claimsOf('contact', text)).map(({ value }) => value.value)).toContain('larkbox-privacy@google.com');
  });
});

it('leaves an address to whom one is sent with it', async () => {
  const text =
    'Larkbox Ltd ("we") sells boxes. To contact Fernholt Research about this study, please email desk@fernholtlab.test. For all else contact Larkbox: please email hello@larkbox.test.';
  expect((await claimsOf('contact', text)).map(({ value }) => value.value)).toEqual(['hello@larkbox.test']);
});

it('hears no way to get in touch in what is asked when one does', async () => {
  expect(await claimsOf('contact', 'Whether you open a support ticket or speak to us, you will be asked for a summary.')).toEqual([]);
  expect(await claimsOf('contact', 'To get in touch with us, open a support ticket.')).toHaveLength(1);
});

it('takes a representative from its own row of a table', async () => {
  const text =
    'The companies:\n\n| Name | Address | Comments |\n| --- | --- | --- |\n| Larkbox B.V. | Damstraat 1, 1011 DL Amsterdam | It is the EU representative for Larkbox Ltd. |\n| Mallow B.V. | Ringweg 2, 1012 AB Amsterdam | A sister company. |\n';
  expect((await claimsOf('representative', text)).map(({ value }) => value.value)).toEqual(['Larkbox B.V.']);
});

describe('the date', () => {
  const dates = async (text: string) => (await claimsOf('effective-date', text)).map(({ value }) => value.date);
  const table =
    '| Version | Change description | Date |\n| --- | --- | --- |\n| 1.0 | Document created | 2.5.2021 |\n| 1.1 | Document updated | 25.6.2024 |\n';

  it('is that of the newest version, where a table of them goes on', async () => {
    expect(await dates(`This notice was published on 2 May 2021 (version 1.0).\n\n${table}`)).toEqual(['2024-06-25']);
    expect(await dates(`Last updated: 3 May 2025\n\nWe collect names.\n\n${table}`)).toEqual(['2025-05-03']);
    expect(await dates('This notice was published on 2 May 2021.')).toEqual(['2021-05-02']);
  });

  it('is the newest of a list of revisions, wherever that stands', async () => {
    const entries = ['March 5, 2025', 'June 1, 2023', 'May 16, 2018'].map((date) => `**${date}**\n\nWe made a note clearer.`).join('\n\n');
    expect(await dates(`# Notice\n\n${'We collect names.\n\n'.repeat(9)}## History\n\n${entries}`)).toEqual(['2025-03-05']);
  });
});

it('hears that changes are posted at an address', async () => {
  const [claim] = await claimsOf(
    'policy-change',
    'Updates to this policy will be posted at [privacy.larkbox.test](https://privacy.larkbox.test/).',
  );
  expect(claim?.value.channel).toEqual(['page']);
  const [direct] = await claimsOf(
    'policy-change',
    'Updates to this policy will be posted at [privacy.larkbox.test](https://privacy.larkbox.test/). Major updates to this policy will be communicated to you directly.',
  );
  expect(direct?.value.channel).toEqual(['page', 'email']);
});
