import { describe, expect, it } from 'vitest';
import { sentencesWith } from '../../src/claims/triggers.js';
import { parseDocument } from '../../src/document/document.js';

const hits = async (triggers: string[], text: string): Promise<string[]> =>
  (sentencesWith([triggers])(await parseDocument(text, { path: 'policy.md' }))[0] ?? []).map((sentence) => sentence.text);

describe('sentencesWith', () => {
  it.each([
    [['cookie*'], 'We use Cookies. None here.', ['We use Cookies.']],
    [['cookie'], 'We use cookies. A cookie.', ['A cookie.']],
    [['machine-readable'], 'A machine reads. It is machine-readable.', ['It is machine-readable.']],
    [['18+'], 'It is 18. It is 18+ only.', ['It is 18+ only.']],
    [['@'], 'Write to a@example.org now. Or call.', ['Write to a@example.org now.']],
    [['aes-256'], 'It is aes-2567 or so. With AES-256 it is.', ['With AES-256 it is.']],
    [['opt-in*'], 'They opt-in. It is opt-inable.', ['They opt-in.', 'It is opt-inable.']],
    [['data', 'dat*'], 'Data and data.', ['Data and data.']],
    [['none'], 'Nothing to see.', []],
    [[], 'Nothing to see.', []],
  ])('%j in %s', async (triggers, text, expected) => expect(await hits(triggers, text)).toEqual(expected));

  it('keeps the lists apart and in order', async () => {
    const document = await parseDocument('A cat. A dog. A cat and a dog.', { path: 'policy.md' });
    const [cats, dogs] = sentencesWith([['cat'], ['dog']])(document);
    expect(cats?.map(({ index }) => index)).toEqual([0, 2]);
    expect(dogs?.map(({ index }) => index)).toEqual([1, 2]);
  });
});
