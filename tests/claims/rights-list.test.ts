import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

const rights = async (text: string): Promise<string> =>
  (await claimsOf('right', text))
    .filter(({ polarity }) => polarity === 'affirmed')
    .map(({ value }) => value.right)
    .sort()
    .join(' ');

const SIX = 'access erasure objection portability rectification restriction';

describe('a list of rights in words of its own', () => {
  it.each([
    [
      'items under a heading on rights',
      '## What you are entitled to\n\nA word at the counter is enough.\n\n- Sight of your file.\n- Mending of what is wrong in it.\n- Its destruction.\n- A standstill, while we check what you dispute.\n- Delivery of it to another firm.\n- An end to what we do for our own interests.',
      SIX,
    ],
    [
      'items under no heading of that kind, of which enough are rights',
      '## At the desk\n\nCome in, and we will:\n\n- show you what we have,\n- put it right,\n- strike it out,\n- keep it locked,\n- give you what you told us as a file for your next inn.',
      'access erasure portability rectification restriction',
    ],
    [
      'labels',
      '## Your data rights\n\n**Peek** at it all.\n\n**Patch** what is wrong.\n\n**Nuke** the lot.\n\n**Freeze** it: we keep it, and do not touch it until we agree.\n\n**Say no**, for reasons of your own.',
      'access erasure objection rectification restriction',
    ],
    [
      'numbered letters',
      '## Your rights\n\n(a) *Inspection* – of the data about them;\n(b) *Mending* – where they have gaps;\n(c) *Limitation* – their being left aside;\n(d) *Conveyance* – to another supplier, in a format that software reads.',
      'access portability rectification restriction',
    ],
    [
      'parts of a sentence between commas, of which enough are rights',
      '## What you can ask of me\n\nYou can ask what I hold on you, have mistakes put right, have it wiped, have me set it aside while we sort out a quarrel, get it in a file that another shop can read, and say no to the counting.',
      SIX,
    ],
    [
      'parts of a sentence',
      '## Your rights\n\nYou may see it all; have it mended; have it binned; have it put on ice; have it carried to another bank; take back your agreement.',
      'access erasure portability rectification restriction withdraw-consent',
    ],
    [
      'rows of a table',
      '## Your rights\n\n| What | How |\n| --- | --- |\n| See what we know | write |\n| Mend it | write |\n| Bin it | write |\n| Sit on it | write |',
      'access erasure rectification restriction',
    ],
    [
      'sentences that offer',
      '## Your say\n\nYou can have a look at everything we know. You may have wrong entries mended. Tell us to tear it up. You can get us to leave it be until we agree. And you can take what you told us along to another kennel.',
      'access erasure portability rectification restriction',
    ],
    [
      'two offers of one sentence',
      '## Things you can do about it\n\nCome and read your card, or take a copy to another kennel. Point out what is wrong. Object to the camera.',
      'access objection portability rectification',
    ],
    [
      'sentences behind a label',
      '**What you can do.** Peek into it. Change what is wrong. Delete the lot. Tell me to do nothing with it for a while.',
      'access erasure rectification restriction',
    ],
    [
      'questions and demands as headings',
      "### May I look at it?\n\nAsk at the gate.\n\n### That's wrong!\n\nThen we mend it.\n\n### I want it gone.\n\nWe will bin it.\n\n### I don't like that.\n\nThen protest.\n\n### I said yes, now I say no.\n\nFine.\n\n### Can I carry it to another kennel?\n\nYes.",
      'access erasure objection portability rectification withdraw-consent',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await rights(`# Privacy notice\n\n${text}\n`)).toBe(expected);
  });
});

describe('is not', () => {
  it.each([
    [
      'what somebody else may do',
      '## Who else\n\nYour employer may:\n\n- look through it all\n- mend it\n- bin it\n- quarantine it\n- pack it up as a file',
    ],
    ['too short a list', '## Your rights\n\n- Mend it.\n- Put it on ice.'],
    ['what Californians may do', '## Your California privacy rights\n\n- Mend it.\n- Nuke it.\n- Quarantine it.\n- Peek at it.'],
    [
      'what else is told under such a heading',
      '## Your rights\n\nPlease bear in mind that these rights may be limited. If your account is suspended, you can still write. We may send your letter to another office and need a copy of your passport.',
    ],
    ['an end to the use of a service', '## Your rights\n\n- Peek at it.\n- Stop using the app.\n- Ring us.'],
    [
      'what is set in a menu',
      '## Your choices\n\nYou can see the videos you watched. You can pause the history. You can wipe the list. You can fix the volume.',
    ],
    ['a list of something else', '## How we bake\n\n- Mend the oven.\n- Bin the crust.\n- Freeze the dough.\n- Carry it to somebody else.'],
  ])('%s', async (_, text) => {
    expect(await rights(`# Privacy notice\n\n${text}\n`)).toBe('');
  });

  it('the use of sensitive data alone, nor an objection to advertising', async () => {
    const text =
      '## Your rights\n\n- Peek at it.\n- Mend it.\n- Bin it.\n- Quarantine of sensitive data.\n- Say no to targeted advertising.';
    expect(await rights(text)).toBe('access erasure rectification');
  });
});

it('reads from a list only what is told nowhere else', async () => {
  const text =
    '## Your rights\n\n- Sight of your file.\n- Mending of it.\n- Its destruction.\n\nYou have the right to access your personal data.';
  const claims = await claimsOf('right', text);
  expect(claims.filter(({ confidence }) => confidence === 'medium').map(({ value, quote }) => [value.right, quote])).toEqual([
    ['rectification', 'Mending of it.'],
  ]);
});

it('is granted and not doubted by a "may"', async () => {
  const text = '## Your say\n\nYou may look at all we know. You may have wrong entries mended. You may tell us to tear it up.';
  const claims = await claimsOf('right', text);
  expect(claims.map(({ modality }) => modality)).toEqual(['stated', 'stated', 'stated']);
});
