/**
 * Checks plain data against the part of JSON Schema that `schema/config.schema.json` and `schema/rule.schema.json` use, with
 * messages for the person who wrote the file: what is wrong where, and the nearest name that would be right. It accepts and
 * refuses what Ajv does (tested side by side); Ajv would cost more time at start than the whole of a small run.
 */
import { nearest } from '../../nearest.js';

export interface Schema {
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly oneOf?: readonly Schema[];
}

export interface Flaw {
  /** Keys and indexes from the top to the place; for an unknown key, with that key. */
  readonly path: readonly (string | number)[];
  /** Whether the last key itself is wrong, not what stands under it. */
  readonly isKey?: true;
  readonly message: string;
}

/** All flaws, in the order of the data; none where it is valid. */
export function flawsOf(data: unknown, schema: Schema, root: Schema = schema, path: readonly (string | number)[] = []): Flaw[] {
  const check = resolve(schema, root);
  if (check.oneOf) {
    const { oneOf: alternatives, ...common } = check;
    const flaws = flawsOf(data, common, root, path);
    return flaws.length > 0 ? flaws : flawsOfAlternatives(data, alternatives, root, path);
  }
  const at = path.length === 0 ? 'the file' : `"${path.join('.')}"`;
  const flaw = (message: string): Flaw[] => [{ path, message: `${at} ${message}` }];
  if (check.type !== undefined && !typesOf(check.type).some((type) => isOfType(data, type)))
    return flaw(`must be ${typesOf(check.type).map(article).join(' or ')}, not ${describe(data)}`);
  if (check.enum && !check.enum.includes(data)) return flaw(`must be ${oneOf(check.enum)}, not ${describe(data)}${hint(data, check.enum)}`);
  if (check.const !== undefined && data !== check.const) return flaw(`must be ${String(check.const)}, not ${describe(data)}`);
  if (typeof data === 'string') return flawsOfText(data, check).flatMap(flaw);
  if (typeof data === 'number' && check.minimum !== undefined && data < check.minimum) return flaw(`must be at least ${check.minimum}`);
  if (Array.isArray(data)) {
    if (check.minItems !== undefined && data.length < check.minItems) return flaw(`must have at least ${check.minItems} entries`);
    const { items } = check;
    return items ? data.flatMap((entry, index) => flawsOf(entry, items, root, [...path, index])) : [];
  }
  return isRecord(data) ? flawsOfRecord(data, check, root, path, flaw) : [];
}

function flawsOfRecord(
  data: Readonly<Record<string, unknown>>,
  check: Schema,
  root: Schema,
  path: readonly (string | number)[],
  flaw: (message: string) => Flaw[],
): Flaw[] {
  const { properties = {}, additionalProperties = true, required = [], minProperties = 0, maxProperties } = check;
  const known = Object.keys(properties);
  const keys = Object.keys(data);
  const missing = required.filter((key) => !Object.hasOwn(data, key)).flatMap((key) => flaw(`lacks "${key}"`));
  const inside = keys.flatMap((key): Flaw[] => {
    const place = [...path, key];
    const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (own) return flawsOf(data[key], own, root, place);
    if (additionalProperties === true) return [];
    if (typeof additionalProperties === 'object') return flawsOf(data[key], additionalProperties, root, place);
    const near = nearest(key, known);
    const advice = near ? `; did you mean "${near}"?` : known.length <= 20 ? `; known: ${known.join(', ')}` : '';
    return [
      { path: place, isKey: true, message: `there is no key "${key}"${path.length === 0 ? '' : ` in "${path.join('.')}"`}${advice}` },
    ];
  });
  if (inside.length > 0 || missing.length > 0) return [...inside, ...missing];
  if (keys.length < minProperties)
    return flaw(`needs ${minProperties === 1 ? 'one of' : `at least ${minProperties} of`} ${known.join(', ')}`);
  if (maxProperties !== undefined && keys.length > maxProperties)
    return flaw(`may have only ${maxProperties === 1 ? 'one' : maxProperties} of ${keys.join(', ')}`);
  return [];
}

/** The flaws of the alternative that was probably meant: of the right type, then with the fewest flaws. */
function flawsOfAlternatives(data: unknown, alternatives: readonly Schema[], root: Schema, path: readonly (string | number)[]): Flaw[] {
  const results = alternatives.map((alternative) => ({ alternative, flaws: flawsOf(data, alternative, root, path) }));
  const valid = results.filter(({ flaws }) => flaws.length === 0).length;
  if (valid === 1) return [];
  const at = `"${path.join('.')}"`;
  if (valid > 1) return [{ path, message: `${at} can be read in two ways` }];
  const meant = results.filter(({ alternative }) => accepts(data, alternative, root)).sort((a, b) => a.flaws.length - b.flaws.length)[0];
  if (meant) return meant.flaws;
  const expected = alternatives.flatMap((alternative) => expectation(alternative, root)).join(' or ');
  return [{ path, message: `${at} must be ${expected}, not ${describe(data)}` }];
}

/** Whether the data is at least of the type that the alternative wants. */
function accepts(data: unknown, schema: Schema, root: Schema): boolean {
  const check = resolve(schema, root);
  if (check.oneOf) return check.oneOf.some((alternative) => accepts(data, alternative, root));
  if (check.enum) return check.enum.some((value) => typeof value === typeof data);
  return check.type === undefined || typesOf(check.type).some((type) => isOfType(data, type));
}

function expectation(schema: Schema, root: Schema): string[] {
  const check = resolve(schema, root);
  if (check.oneOf) return check.oneOf.flatMap((alternative) => expectation(alternative, root));
  return check.enum ? [oneOf(check.enum)] : typesOf(check.type ?? 'value').map(article);
}

function flawsOfText(text: string, { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern, format }: Schema): string[] {
  const length = [...text].length;
  if (length < minLength) return [text === '' ? 'must not be empty' : `is too short: at least ${minLength} characters`];
  if (length > maxLength) return [`is too long: ${length} characters, at most ${maxLength}`];
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(text))
    return [`is "${text}", which does not have the form ${FORMS[pattern] ?? pattern}`];
  return format === 'uri' && !/^[a-z][a-z0-9+.-]{1,20}:[^\s<>"{}|\\^`]+$/i.test(text) ? [`is "${text}", which is no URL`] : [];
}

/** The patterns of the schemas, in words. */
const FORMS: Readonly<Record<string, string>> = {
  '^\\d{4}-\\d{2}-\\d{2}$': 'of a date such as 2026-08-02',
  '^[A-Z]{2}$': 'of a country code such as DE',
  '^[a-z0-9-]+/[a-z0-9-]+$': '<pack>/<name> in lower case',
};

function resolve(schema: Schema, root: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  return root.definitions?.[schema.$ref.replace('#/definitions/', '')] ?? {};
}

const typesOf = (type: string | readonly string[]): readonly string[] => (typeof type === 'string' ? [type] : type);

function isOfType(data: unknown, type: string): boolean {
  if (type === 'object') return isRecord(data);
  if (type === 'array') return Array.isArray(data);
  if (type === 'integer') return Number.isInteger(data);
  return typeof data === type;
}

function article(type: string): string {
  const names: Readonly<Record<string, string>> = {
    object: 'a map',
    array: 'a list',
    string: 'text',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
  };
  return names[type] ?? type;
}

function describe(data: unknown): string {
  if (data === null || data === undefined) return 'empty';
  if (Array.isArray(data)) return 'a list';
  if (typeof data === 'object') return data instanceof Date ? 'a date; quote it' : 'a map';
  return typeof data === 'string' ? `"${data}"` : String(data);
}

const oneOf = (values: readonly unknown[]): string =>
  values
    .map(String)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' or ');

function hint(data: unknown, values: readonly unknown[]): string {
  const near = typeof data === 'string' ? nearest(data, values.map(String)) : null;
  return near ? `; did you mean "${near}"?` : '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
