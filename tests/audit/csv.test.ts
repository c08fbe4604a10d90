import { expect, test } from 'vitest';
import { csvLine } from '../../src/audit/csv.js';

test.each([
  [['=1+1'], "'=1+1"],
  [['+49 30'], "'+49 30"],
  [['-x', '@SUM(A1)'], "'-x,'@SUM(A1)"],
  [['  =1'], "'  =1"],
  [['a,b', 'say "no"'], '"a,b","say ""no"""'],
  [[-3, null, true, 'plain'], '-3,,true,plain'],
])('%j', (cells, line) => expect(csvLine(cells)).toBe(`${line}\r\n`));
