/**
 * Write plain data down so that data that differ never give the same text, whatever words stand in
 * them: a text is always in quotation marks, and what is no JSON bears its kind. Fields are in
 * order of their names, entries of maps and sets in their own order.
 *
 * @throws TypeError where something is no data: a function, or an object of a class.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value === 'boolean' || value === undefined) return String(value);
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (Array.isArray(value)) return listed('', value);
  if (value instanceof Uint8Array) return `bytes ${JSON.stringify(inHex(value))}`;
  if (value instanceof Map) return listed('map', Array.from(value).flat());
  if (value instanceof Set) return listed('set', [...value]);
  if (isPlain(value)) return fieldsOf(value);
  throw new TypeError(`Unexpected ${typeof value}, expected plain data`);
}

const listed = (kind: string, items: readonly unknown[]): string =>
  `${kind}[${items.map(canonical).join()}]`;

const inHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function fieldsOf(value: Readonly<Record<string, unknown>>): string {
  const fields = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
  return `{${fields.join()}}`;
}
