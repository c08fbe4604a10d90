import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

const transfers = async (text: string): Promise<string> =>
  (await claimsOf('transfer', text))
    .map(
      (claim) =>
        `${claim.polarity === 'negated' ? 'not ' : ''}${claim.value.destination?.join('+') ?? 'abroad'} ${claim.value.safeguard.join('+')}`,
    )
    .join('; ');

describe('transfer', () => {
  it.each([
    [
      'We transfer your data to Peru. We use one of these safeguards:\n\n- an adequacy decision of the Commission\n- standard contractual clauses\n',
      'PE adequacy+scc',
    ],
    ['We transfer your data to Peru. Ask us for:\n\n- your standard contractual clauses\n- your bill\n', 'PE none'],
    ['Your personal data is transferred to the United States.', 'US none'],
    ['Our servers are located in Germany and Finland.', 'DE+FI none'],
    ['All data is stored in encrypted databases in secure data centers (EU/US regions).', 'EU+US none'],
    ['Your information may be processed outside your country.', 'abroad none'],
    ['Some providers may be based in or have servers in a different jurisdiction than you or us.', 'abroad none'],
    ['We may transfer your data to countries outside the European Economic Area.', 'abroad none'],
    ['We transfer data to India under standard contractual clauses.', 'IN scc'],
    ['Transfers of your data to Canada rest on an adequacy decision of the Commission.', 'CA adequacy'],
    ['By using the app you consent to the transfer of your data to Japan.', 'JP consent'],
    ['Personal data is sent to the US on the basis of the EU-U.S. Data Privacy Framework.', 'US dpf'],
    ['We share data with our subsidiaries and transfer it to countries in the world where we do business.', 'abroad none'],
    ['We share information with other individuals and firms located within or outside India.', 'abroad none'],
    ['We serve individuals located outside India and share information with them.', ''],
    ['We transfer personal data of people in the EEA, the UK or Switzerland to the United States.', 'US none'],
    ['If you are in Spain, your data are sent to Peru.', 'PE none'],
    ['Our mailing list sits with Larkbox, in the United States, under the UK-US data bridge.', 'US dpf'],
    ['We transfer data from Spain or Italy to Peru.', 'PE none'],
    ['Your data may be stored outside the country in which you live, including, but not limited to, the United States.', 'US none'],
    ['We store your data outside the EEA ("EEA"), Switzerland and the UK, including in India.', 'IN none'],
    ['We may transfer your data outside your country. Such countries may include Japan and India.', 'JP+IN none'],
    ['We transfer your data to Brazil. This rests on standard contractual clauses.', 'BR scc'],
    ['We could not offer the service without transferring your data to the United States.', 'US none'],
    ['The newsletter tool sits on servers in Virginia, USA.', 'US none'],
    ['The recipients sit outside the European Economic Area.', 'abroad none'],
    ['Your address is processed in the USA.', 'US none'],
    ['Data may leave Switzerland when our support team helps you.', 'abroad none'],
    ['We only pass data to countries for which the Commission has found an adequate level of protection.', 'abroad adequacy'],
    ['Your data never leaves the EU.', 'not abroad none'],
    ['We do not transfer your personal data outside the EU.', 'not abroad none'],
  ])('%s', async (text, expected) => expect(await transfers(text)).toBe(expected));

  it('is one claim for a passage', async () => {
    const text =
      '## International transfers\n\nWe may transfer your data to the United States. Where we do so, the transfer rests on standard contractual clauses.\n';
    expect(await transfers(text)).toBe('US scc');
  });

  it.each([
    // Where data come from is where none go.
    ['Your data is sent to Peru. Our group receives data from countries within the European Economic Area.', 'PE none'],
    [
      'We transfer data to Peru. For transfers originating from a country such as Spain or Italy we use standard contractual clauses.',
      'PE scc',
    ],
    ['We have servers and major offices in several countries, including Peru, Spain and Japan.', 'PE+ES+JP none'],
    [
      'We may transfer your data to countries that have not been found by the European Commission to provide adequate protection, including Peru.',
      'PE none',
    ],
    ['We transfer data to third countries (countries that are certified as sufficient by the European Commission).', 'abroad adequacy'],
    ['We transfer personal data to third countries under a European Commission approved contract.', 'abroad scc'],
    ['As an example, if you are located in Canada and we process your data in Peru, the law of Peru holds.', ''],
    ['For example, if you are located in Canada or Spain, we may transfer your data to Peru.', 'PE none'],
    ['If you are located in Canada, we process your data in Peru.', 'PE none'],
  ])('where to, and under what: %s', async (text, expected) => expect(await transfers(text)).toBe(expected));

  it('other countries have safeguards of their own', async () => {
    const first = '## Transfers\n\nWe transfer data to Peru, for which there is an adequacy decision.\n\n';
    expect(await transfers(`${first}When we transfer data to other countries, we use standard contractual clauses.\n`)).toBe(
      'PE adequacy; abroad scc',
    );
    expect(await transfers(`${first}For such transfers we use standard contractual clauses.\n`)).toBe('PE adequacy+scc');
  });

  it('leaves out a framework that is said elsewhere not to be relied on', async () => {
    const transfer = 'We transfer data to the US and comply with the Privacy Shield.\n\n';
    expect(await transfers(transfer)).toBe('US privacy-shield');
    expect(await transfers(`${transfer}The Privacy Shield may no longer be relied upon for transfers.\n`)).toBe('US none');
    expect(await transfers(`${transfer}We do not rely on the EU-U.S. Privacy Shield as a basis of transfers.\n`)).toBe('US none');
    expect(await transfers('Larkmail adheres to the Privacy Shield. We do not rely on the Privacy Shield for transfers of data.')).toBe('');
  });

  it('leaves out a framework that is no longer relied on', async () => {
    expect(await transfers('We transfer data to the US but no longer rely on the Privacy Shield.')).toBe('US none');
  });

  it.each([
    ['Data are kept only within the EEA, and we do not transfer them elsewhere.', null],
    ['Your file will remain in Canada; for other data we use standard contractual clauses.', null],
  ])('denies any transfer, with no place and no safeguard: %s', async (text, destination) => {
    const [claim] = await claimsOf('transfer', text);
    expect([claim?.polarity, claim?.value]).toEqual(['negated', { destination, safeguard: ['none'] }]);
  });

  it.each([
    'As Hilltop is located outside the EEA, we have appointed one of our group companies.',
    'See also how we transfer information to other countries below.',
    'We list whom we share your data with, unlike most providers of services in the EU, so that you know.',
    'Write to these contact details for requests:\n\n| Country | Representative |\n| --- | --- |\n| Serbia | A. Novak |\n',
    'If you are located in the European Union, you have further rights.',
    'You may leave our list here (or, if located in Germany, click there).',
    'Residents of Germany may write to us.',
    'We may disclose personal data about our California consumers.',
    '## Rights\n\nYour rights\n\n- to object to the transfer of your data outside the EEA\n',
    'All your data is stored on servers within the European Union.',
    'We will tell you the use of the data, and the recipients where the data will be transferred abroad.',
    'We share your data with outside contractors who help us.',
    'You have the right to be told whether your data is transferred to a third country.',
    'As we are located outside the EEA, we have appointed a representative for questions about your data.',
    'We can meet requests that all data remain within the EU.',
    'Disputes about these data are heard solely in the courts of this state.',
    'Acme Ltd is a company established in Ireland.',
    'We send you e-mails about our offers in Canada.',
    'You may ask us to transfer your data to another company.',
    'In a merger, your data may be transferred to the new owner.',
    'We comply with the laws of France.',
    '## International transfers',
  ])('not said: %s', async (text) => expect(await transfers(text)).toBe(''));
});
