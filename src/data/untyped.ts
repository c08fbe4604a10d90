/** Reads data files whose shape is not checked: what has another shape than asked for is treated as absent. */

export function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return value as Readonly<Record<string, unknown>>; // checked above: a plain object
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function records(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return list(value).map(record);
}

export function strings(value: unknown): readonly string[] {
  return list(value).filter((entry): entry is string => typeof entry === 'string');
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}
