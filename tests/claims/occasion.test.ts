import { describe, expect, it } from 'vitest';
import { besides, occasionAt } from '../../src/claims/occasion.js';

/** The clause that holds the word between bars, and what the sentence says besides. */
function read(marked: string): readonly [string | null, string] {
  const at = marked.indexOf('|');
  const lower = marked.replaceAll('|', '');
  const clause = occasionAt(lower, at);
  return clause ? [lower.slice(clause.start, clause.end), besides(lower, clause).trim()] : [null, lower];
}

describe('an occasion', () => {
  it.each([
    ['if you ask us to |delete| your file, you may lose your points.', 'if you ask us to delete your file', ', you may lose your points.'],
    ['we check who you are before we |open| your file.', 'before we open your file.', 'we check who you are'],
    ['even after you |close| your account, backups stay for a week.', 'even after you close your account', ', backups stay for a week.'],
    ['we keep it until you |remove| it or the club closes.', 'until you remove it or the club closes.', 'we keep it'],
    [
      'if you ask us to see, correct or |delete| your file, we check who asks.',
      'if you ask us to see, correct or delete your file',
      ', we check who asks.',
    ],
    ['prior to |granting| it, we ask for a name.', 'prior to granting it', ', we ask for a name.'],
    [
      'to the extent that we rely on your |consent|, you may take it back.',
      'to the extent that we rely on your consent',
      ', you may take it back.',
    ],
    [
      'if it rests on a contract with you, or on your |consent|, you may have a file.',
      'if it rests on a contract with you, or on your consent',
      ', you may have a file.',
    ],
    [
      'we use your consent (where the law allows it), or our |interests|.',
      null,
      'we use your consent (where the law allows it), or our interests.',
    ],
  ])('holds what is said in "%s"', (marked, clause, rest) => {
    expect(read(marked)).toEqual([clause, rest]);
  });

  it.each([
    'if you ask us, we |delete| your file.',
    'if you live in france, you have the right to |delete| your file.',
    'you may |delete| your file when you like.',
    'once you have asked we are obliged to |delete| it.',
    'when it is inaccurate, |correct| it.',
    'we |share| it with couriers.',
  ])('does not hold what stands outside of it: "%s"', (marked) => {
    expect(read(marked)[0]).toBeNull();
  });
});
