export type Attributes = ReadonlyMap<string, string>;

export function isHeading(name: string): boolean {
  return name.length === 2 && name.charAt(0) === 'h' && name >= 'h1' && name <= 'h6';
}

/** The value of a numeric attribute, from 1. */
export function number(attributes: Attributes, name: string, otherwise: number): number {
  const value = Number(attributes.get(name) ?? otherwise);
  return Number.isInteger(value) && value > 0 ? value : otherwise;
}

export function isBoldStyle(attributes: Attributes): boolean {
  const style = attributes.get('style');
  return style !== undefined && /font-weight\s?:\s?(?:bold|[6-9]00)/.test(style.slice(0, 500));
}
