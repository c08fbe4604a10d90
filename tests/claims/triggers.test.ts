import { describe, expect, it } from 'vitest';
import { sentencesWith } from '../../src/claims/triggers.js';
import { type Lexicon, triggersOf } from '../../src/data/lexicon.js';
import { parseDocument } from '../../src/document/document.js';
import { compilePhraseList } from '../../src/phrase/list.js';
import { triggerPhrases } from '../../src/phrase/triggers.js';

/** As the build compiles them. */
function compiled(triggers: readonly string[]): Lexicon['isTriggered'] {
  const { words, longer } = triggerPhrases(triggers);
  const list = (key: string, phrases: readonly string[]): object => (phrases.length > 0 ? { [key]: compilePhraseList(phrases, {}) } : {});
  return triggersOf({ ...list('words', words), ...list('longer', longer) });
}

async function hits(triggers: string[], text: string): Promise<string[]> {
  const document = await parseDocument(text, { path: 'policy.md' });
  return (sentencesWith([compiled(triggers)], document, document.sentences)[0] ?? []).map((sentence) => sentence.text);
}

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
    [["dpo's"], "The dpos' mail. Our DPO's mail.", ["Our DPO's mail."]],
    [['6 (1)'], 'Article 6 or 1. Article 6 (1) GDPR.', ['Article 6 (1) GDPR.']],
    [['none'], 'Nothing to see.', []],
    [[], 'Nothing to see.', []],
  ])('%j in %s', async (triggers, text, expected) => expect(await hits(triggers, text)).toEqual(expected));

  it('keeps the lists apart and in order', async () => {
    const document = await parseDocument('A cat. A dog. A cat and a dog.', { path: 'policy.md' });
    const [cats, dogs] = sentencesWith([compiled(['cat']), compiled(['dog'])], document, document.sentences);
    expect(cats?.map(({ index }) => index)).toEqual([0, 2]);
    expect(dogs?.map(({ index }) => index)).toEqual([1, 2]);
  });
});
