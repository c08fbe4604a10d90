/**
 * A table by code of signs: 1 for those of the ranges, each its first sign and its last ("az"). Such tables are made at every start: filled
 * range by range they take a hundredth of the time that a function for every sign does.
 */
export function signTable(length: number, ...ranges: readonly string[]): Uint8Array {
  const table = new Uint8Array(length);
  for (const range of ranges) table.fill(1, range.charCodeAt(0), range.charCodeAt(1) + 1);
  return table;
}
