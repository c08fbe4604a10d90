export type Attributes = ReadonlyMap<string, string>;

export function isHeading(name: string): boolean {
  return name.length === 2 && name.charAt(0) === 'h' && name >= 'h1' && name <= 'h6';
}

export function span(attributes: Attributes, name: string): number {
  const value = Number(attributes.get(name) ?? 1);
  return Number.isInteger(value) && value > 0 ? value : 1;
}

export function isBoldStyle(attributes: Attributes): boolean {
  const style = attributes.get('style');
  return style !== undefined && /font-weight\s?:\s?(?:bold|[6-9]00)/.test(style.slice(0, 500));
}
