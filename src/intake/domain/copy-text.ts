/**
 * Fields of a line in PostgreSQL's COPY text format. A line is fields joined by tabs; whoever makes lines joins them.
 * Text that PostgreSQL refuses (zero characters, halves of surrogate pairs) is mended here, because one refused
 * character would cost a person the whole batch.
 */
export const NULL = '\\N';

// eslint-disable-next-line no-control-regex
const special = /[\\\t\n\r\0]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\0': '\uFFFD' };

/** A text field, null as null. Lone surrogates become U+FFFD when the line is turned into UTF-8. */
export function text(value: string | null | undefined): string {
  if (value === null || value === undefined) return NULL;
  // eslint-disable-next-line no-control-regex
  return special.test(value) ? value.replace(/[\\\t\n\r\0]/g, (c) => escapes[c]!) : value;
}

/** A text field that an index holds: cut, so that no publisher's slip exceeds what an index entry may weigh. */
export function key(value: string | null | undefined, most = 300): string {
  return text(value !== null && value !== undefined && value.length > most ? value.slice(0, most) : value);
}

/** Numbers, booleans and texts that need no escape because their schema says what they are made of. */
export function plain(value: string | number | boolean | null | undefined): string {
  return value === null || value === undefined ? NULL : String(value);
}

/** A calendar day that PostgreSQL knows: the year 0 does not exist there. */
export function day(value: string | null | undefined): string {
  return value === null || value === undefined || value.startsWith('0000') ? NULL : value;
}

/** A whole number that fits an integer column; what does not fit is not known. */
export function integer(value: number | null | undefined): string {
  return value === null || value === undefined || !Number.isInteger(value) || Math.abs(value) > 2_147_483_647 ? NULL : String(value);
}

/** A jsonb field of what JSON can hold. */
export function json(value: unknown): string {
  return value === null || value === undefined ? NULL : jsonText(JSON.stringify(value));
}

/** A jsonb field of JSON that is made already: backslashes doubled, escapes that jsonb refuses mended. */
export function jsonText(made: string): string {
  if (!made.includes('\\')) return made;
  const mended = /\\u(0000|d[89a-f])/i.test(made) ? mendedEscapes(made) : made;
  return mended.replaceAll('\\', '\\\\');
}

/** `\u0000` and lone surrogates are JSON but no jsonb. JSON.stringify writes whole pairs as they are, so escapes are halves. */
const mendedEscapes = (made: string) =>
  made.replace(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/gi, '$1\uFFFD');

/** An array of texts. */
export function texts(values: readonly string[]): string {
  if (values.length === 0) return '{}';
  return text(`{${values.map((v) => `"${v.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`);
}

/** Bytes in hexadecimal. */
export function bytes(hex: string): string {
  return `\\\\x${hex}`;
}
