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
