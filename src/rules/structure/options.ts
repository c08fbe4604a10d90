/** Options of structure tests, read with their defaults. Their types are checked where a configuration sets them. */
export type Options = Readonly<Record<string, unknown>>;

export function numberOption(options: Options, name: string, otherwise: number): number {
  const value = options[name];
  return typeof value === 'number' ? value : otherwise;
}

/** The source of compiled wording; null where the rule gives none. */
export function wordingOption(options: Options, name: 'any' | 'of' | 'unless'): string | null {
  const value = options[name];
  return typeof value === 'string' ? value : null;
}
