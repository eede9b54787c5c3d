/** A schema, or a document that holds schemas, as JSON gives it. */
export type Json = Readonly<Record<string, unknown>>;

/** Is this a JSON object (not null, not an array)? */
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Finds what a local reference (`#/components/schemas/Krav`) or an object with one points at. Throws when there is nothing. */
export function resolve(document: Json, value: unknown): Json {
  const reference = isObject(value) && typeof value.$ref === 'string' ? value.$ref : null;
  if (reference === null) {
    if (isObject(value)) return value;
    throw new Error('not a schema');
  }
  const found = reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), document);
  if (!reference.startsWith('#/') || !isObject(found)) throw new Error(`${reference} points at nothing`);
  return resolve(document, found);
}

const FORMATS: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
  email: /^[^@\s]+@[^@\s]+$/,
  'uri-reference': /^\S*$/,
};

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
};

/** What a keyword demands of a value: nothing, or the places and reasons where it is not so. */
type Keyword = (wanted: unknown, value: unknown, at: string, schema: Json, document: Json) => string[];

const check =
  (holds: (wanted: never, value: never) => boolean, says: string): Keyword =>
  (wanted, value, at) =>
    holds(wanted as never, value as never) ? [] : [`${at}: ${says} ${JSON.stringify(wanted)}`];

const ofText = (holds: (text: string, wanted: never) => boolean, says: string): Keyword =>
  check((wanted, value) => typeof value !== 'string' || holds(value, wanted), says);
const ofNumber = (holds: (value: number, wanted: number) => boolean, says: string): Keyword =>
  check((wanted: number, value: unknown) => typeof value !== 'number' || holds(value, wanted), says);

const nothing: Keyword = () => [];

/** Every keyword that the contract uses. One that is not here throws, so that a rule is never passed over in silence. */
const KEYWORDS: Readonly<Record<string, Keyword>> = {
  type: (wanted, value, at) => (TYPES[String(wanted)]?.(value) ? [] : [`${at}: not of type ${wanted}`]),
  const: check((wanted, value) => wanted === value, 'is not'),
  enum: check((wanted: readonly unknown[], value: unknown) => wanted.includes(value), 'is none of'),
  pattern: ofText((text, wanted) => new RegExp(wanted).test(text), 'does not match'),
  format: ofText((text, wanted) => FORMATS[wanted]?.test(text) ?? false, 'has not the format'),
  minLength: ofText((text, wanted: number) => text.length >= wanted, 'is shorter than'),
  maxLength: ofText((text, wanted: number) => text.length <= wanted, 'is longer than'),
  minimum: ofNumber((value, wanted) => value >= wanted, 'is less than'),
  maximum: ofNumber((value, wanted) => value <= wanted, 'is more than'),
  exclusiveMinimum: ofNumber((value, wanted) => value > wanted, 'is not more than'),
  minItems: check(
    (wanted: number, value: unknown) => !Array.isArray(value) || value.length >= wanted,
    'has fewer than',
  ),
  items: (wanted, value, at, _schema, document) =>
    Array.isArray(value) ? value.flatMap((item, index) => violations(document, wanted, item, `${at}/${index}`)) : [],
  required: (wanted, value, at) =>
    isObject(value)
      ? (wanted as string[]).filter((name) => !(name in value)).map((name) => `${at}/${name}: is missing`)
      : [],
  properties: (wanted, value, at, _schema, document) =>
    isObject(value)
      ? Object.entries(wanted as Json).flatMap(([name, schema]) =>
          name in value ? violations(document, schema, value[name], `${at}/${name}`) : [],
        )
      : [],
  // only `false` is used
  additionalProperties: (_wanted, value, at, { properties }) =>
    isObject(value)
      ? Object.keys(value).flatMap((name) =>
          isObject(properties) && name in properties ? [] : [`${at}/${name}: unknown`],
        )
      : [],
  oneOf: (wanted, value, at, _schema, document) => {
    const failing = (wanted as unknown[]).map((schema) => violations(document, schema, value, at));
    const fits = failing.filter((found) => found.length === 0).length;
    return fits === 1 ? [] : [`${at}: fits ${fits} of ${failing.length}`, ...(fits === 0 ? failing.flat() : [])];
  },
  description: nothing,
  examples: nothing,
  default: nothing,
  discriminator: nothing,
  'x-kildestatus': nothing,
};

/** Where a value breaks a schema of the document, by JSON pointer and reason; empty when it fits. Values are never quoted. */
export function violations(document: Json, schema: unknown, value: unknown, at = ''): string[] {
  const resolved = resolve(document, schema);
  return Object.entries(resolved).flatMap(([name, wanted]) => {
    const keyword = KEYWORDS[name];
    if (!keyword) throw new Error(`the keyword ${name} is not checked`);
    return keyword(wanted, value, at, resolved, document);
  });
}
