import { isBlank } from './xml-stream.ts';

/** Types of XML Schema that the standard uses, as small integers: the hot path switches over them. */
export const dataTypes = {
  string: 0, decimal: 1, date: 2, dateTime: 3, boolean: 4, anyURI: 5, int: 6, positiveInteger: 7, nonNegativeInteger: 8, NMTOKEN: 9, language: 10,
} as const;
export type DataType = (typeof dataTypes)[keyof typeof dataTypes];

/** Blanks at the ends cut off: XML Schema ignores them in everything but strings. */
export function trimmed(text: string): string {
  const last = text.length - 1;
  if (last < 0 || (text.charCodeAt(0) > 32 && text.charCodeAt(last) > 32)) return text;
  return text.replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, '');
}

/** Is this text (without outer blanks) a value of the type, as XML Schema 1.0 writes them? */
export function isOfType(text: string, type: DataType): boolean {
  switch (type) {
    case dataTypes.string: return true;
    case dataTypes.decimal: return isDecimal(text);
    case dataTypes.date: return isDay(text) || isDateOfSchema(text);
    case dataTypes.dateTime: return isDateTime(text);
    case dataTypes.boolean: return text === 'true' || text === 'false' || text === '1' || text === '0';
    case dataTypes.anyURI: return isUri(text);
    case dataTypes.int: return /^[+-]?\d+$/.test(text) && Math.abs(Number(text)) <= 2147483648 && Number(text) !== 2147483648;
    case dataTypes.positiveInteger: return /^\+?0*[1-9]\d*$/.test(text);
    case dataTypes.nonNegativeInteger: return /^(\+?\d+|-0+)$/.test(text);
    case dataTypes.NMTOKEN: return /^[\p{L}\p{N}._:\-\u00b7]+$/u.test(text);
    case dataTypes.language: return text === '' || /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/.test(text);
  }
}

/** Digits with at most one point and a sign. */
export function isDecimal(text: string): boolean {
  const c = text.charCodeAt(0);
  let digits = 0;
  let points = 0;
  for (let i = c === 45 || c === 43 ? 1 : 0; i < text.length; i++) {
    const d = text.charCodeAt(i);
    if (d >= 48 && d <= 57) digits++;
    else if (d !== 46 || ++points > 1) return false;
  }
  return digits > 0;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day of the calendar written `2026-11-21`, nothing else. */
export function isDay(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  const year = number(text, 0, 4);
  const month = number(text, 5, 7);
  const day = number(text, 8, 10);
  if (!(year > 0 && month > 0 && month < 13 && day > 0)) return false;
  return day <= monthLengths[month - 1]! || (day === 29 && month === 2 && isLeap(year));
}

/** Digits from `from` to `to` as a number, NaN where anything else stands. */
function number(text: string, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c < 48 || c > 57) return NaN;
    n = n * 10 + (c - 48);
  }
  return n;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const zone = '(Z|[+-](0\\d|1[0-3]):[0-5]\\d|[+-]14:00)?';
const dateOfSchema = new RegExp(`^-?(\\d{4}|[1-9]\\d{4,})(-\\d\\d-\\d\\d)${zone}$`);
const dateTimeOfSchema = new RegExp(`^(-?)(\\d{4}|[1-9]\\d{4,})(-\\d\\d-\\d\\d)T((([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?)|24:00:00(\\.0+)?)${zone}$`);

/** With what XML Schema allows beside the plain day: a time zone, years before Christ or after 9999. */
function isDateOfSchema(text: string): boolean {
  const match = dateOfSchema.exec(text);
  return match !== null && isCalendarDay(match[1]!, match[2]!);
}

function isDateTime(text: string): boolean {
  const match = dateTimeOfSchema.exec(text);
  return match !== null && isCalendarDay(match[2]!, match[3]!);
}

/** The calendar repeats every 400 years, so that four digits are enough to know the length of February. */
function isCalendarDay(year: string, monthAndDay: string): boolean {
  if (Number(year) === 0) return false;
  return isDay(String(2000 + (Number(year) % 400)) + monthAndDay);
}

/** What a generic syntax of addresses allows (RFC 3986), spaces and letters of all scripts taken as if they were escaped. */
function isUri(text: string): boolean {
  if (text === '' || isPlainAddress(text)) return true;
  if (/%(?![0-9a-fA-F]{2})/.test(text)) return false;
  const match = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(text);
  if (match === null) return false;
  const [, scheme, authority, , , fragment] = match;
  if (scheme !== undefined && !/^[a-zA-Z][a-zA-Z0-9+.-]*$/.test(scheme)) return false;
  if (fragment?.includes('#')) return false;
  if (authority === undefined) return true;
  return /^([^@[\]]*@)?(\[[0-9a-fA-F:.]+\]|[^@[\]:]*)(:\d*)?$/.test(authority);
}

/** `http(s)://` and nothing but letters, digits and - . _ ~ / ? = & + , ; after it: nearly every address. */
function isPlainAddress(text: string): boolean {
  const start = text.startsWith('https://') ? 8 : text.startsWith('http://') ? 7 : -1;
  if (start < 0) return false;
  for (let i = start; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const isPlain = (c >= 97 && c <= 122) || (c >= 43 && c <= 57) || (c >= 65 && c <= 90) || c === 95 || c === 61 || c === 63 || c === 38 || c === 126 || c === 59;
    if (!isPlain) return false;
  }
  return true;
}

/** A decimal as we write it: no plus, no leading zeros, digits on both sides of the point; nearly every number is. */
export function isCanonical(text: string): boolean {
  const length = text.length;
  let i = text.charCodeAt(0) === 45 ? 1 : 0;
  const first = text.charCodeAt(i);
  if (!(first >= 48 && first <= 57) || (first === 48 && length > i + 1 && text.charCodeAt(i + 1) !== 46) || (i === 1 && first === 48)) return false;
  let points = 0;
  for (i++; i < length; i++) {
    const c = text.charCodeAt(i);
    if (c === 46) {
      if (++points > 1 || i === length - 1) return false;
    } else if (c < 48 || c > 57) return false;
  }
  return true;
}

/** A number as a publisher may have written it: its exact value, and whether XML Schema would have taken it; null = no number. */
export function readDecimal(text: string): { value: string; exact: boolean; why: 'separators' | 'exponent' | null } | null {
  const t = trimmed(text);
  if (isDecimal(t)) return { value: canonical(t), exact: true, why: null };
  const ungrouped = /^[+-]?\d{1,3}((,\d{3})+|([ \u00a0\u202f]\d{3})+|('\d{3})+)(\.\d+)?$/.test(t) ? t.replace(/[, \u00a0\u202f']/g, '') : null;
  if (ungrouped !== null) return { value: canonical(ungrouped), exact: false, why: 'separators' };
  const scientific = /^([+-]?)(\d+)(?:\.(\d*))?[eE]([+-]?\d{1,2})$/.exec(t);
  if (scientific === null) return null;
  const [, sign, whole, fraction = '', power] = scientific;
  const digits = whole! + fraction;
  const point = whole!.length + Number(power);
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  return { value: canonical(`${sign}${padded.slice(0, at)}.${padded.slice(at)}`), exact: false, why: 'exponent' };
}

/** `+05.` → `5`, `.5` → `0.5`, `-0` → `0`; digits behind the point stay as they are. */
function canonical(text: string): string {
  if (isCanonical(text)) return text;
  const match = /^([+-]?)0*(\d*)(?:\.(\d*))?$/.exec(text)!;
  const whole = match[2] === '' ? '0' : match[2]!;
  const fraction = match[3] ? `.${match[3]}` : '';
  const negative = match[1] === '-' && /[1-9]/.test(whole + fraction);
  return `${negative ? '-' : ''}${whole}${fraction}`;
}

/** A day as a publisher may have written it; null = none can be read without guessing. */
export function readDay(text: string): { day: string; why: 'exact' | 'zone' | 'time' | 'written' } | null {
  const t = trimmed(text);
  if (isDay(t)) return { day: t, why: 'exact' };
  const day = t.slice(0, 10);
  if (isDay(day)) {
    if (isDateOfSchema(t)) return { day, why: 'zone' };
    if (/^[T ]\d\d:\d\d/.test(t.slice(10))) return { day, why: 'time' };
    return null;
  }
  // Year first is unmistakable; 03/04/2021 is not, and stays unread.
  const parts = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(t);
  if (parts === null || (parts[2] === '' && t.length !== 8)) return null;
  const written = `${parts[1]}-${parts[3]!.padStart(2, '0')}-${parts[4]!.padStart(2, '0')}`;
  return isDay(written) && Number(parts[1]) >= 1900 && Number(parts[1]) <= 2200 ? { day: written, why: 'written' } : null;
}

/** Does a text that should be a day look like an amount of money? */
export function looksLikeAmount(text: string): boolean {
  const t = trimmed(text);
  return !isBlank(t) && readDecimal(t) !== null && !/^(19|20)\d{2}$/.test(t);
}
