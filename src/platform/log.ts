import pino, { type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** Keys whose value says who somebody is or lets somebody in. Compared without case, dash and underscore. */
const PERSONAL = new Set([
  'email', 'mail', 'to', 'from', 'recipient', 'name', 'firstname', 'lastname', 'fullname', 'personname', 'telephone', 'phone', 'address', 'mailingaddress',
  'password', 'passwordhash', 'secret', 'secrets', 'token', 'tokenhash', 'link', 'session', 'cookie', 'cookies', 'setcookie', 'authorization', 'csrf',
  'ip', 'remoteaddress', 'useragent', 'parameters', 'params', 'values', 'detail', 'body',
]);
const MAIL_ADDRESS = /[^\s"'<>()[\],;:=/]+@[^\s"'<>()[\],;:=]+\.[\p{L}\d-]{2,}/gu;
const SECRET_IN_URL = /([?&#/](?:token|link|key|code|secret)[=/])[^&#\s"']+/gi;
const PASSWORD_IN_URL = /(\w+:\/\/[^:/\s]+:)[^@\s]+@/g;
const DEPTH = 6;

/** A text without mail addresses and secrets. */
export function scrubText(text: string): string {
  return text.replace(PASSWORD_IN_URL, '$1[password]@').replace(SECRET_IN_URL, '$1…').replace(MAIL_ADDRESS, '[mail address]');
}

/** The same value without personal data, at any depth. */
export function scrub(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrubText(value);
  if (typeof value === 'bigint') return String(value);
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Error) return errorFacts(value, depth);
  if (depth >= DEPTH) return '[deep]';
  if (Array.isArray(value)) return value.slice(0, 50).map((v) => scrub(v, depth + 1));
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  return Object.fromEntries(Object.entries(value).map(([key, v]) =>
    [key, PERSONAL.has(key.toLowerCase().replace(/[-_]/g, '')) && v !== null && v !== undefined ? '[personal]' : scrub(v, depth + 1)]));
}

/** What may be told of an error. The database quotes the value that it disliked: `invalid input syntax …: "Ana"`. */
function errorFacts(error: Error, depth: number): Record<string, unknown> {
  const { code, constraint, table, cause } = error as Error & { code?: unknown; constraint?: unknown; table?: unknown };
  const fromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  const text = (s: string) => scrubText(fromDatabase && /^2[2-3]/.test(String(code)) ? s.replace(/: "[^"]*"/g, ': "…"') : s);
  return {
    type: error.name,
    message: text(error.message),
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(table === undefined ? {} : { table }),
    stack: text(error.stack ?? ''),
    ...(cause instanceof Error && depth < DEPTH ? { cause: errorFacts(cause, depth + 1) } : {}),
  };
}

/**
 * One JSON object a line on standard error (standard output belongs to the command). Every field passes `scrub`, so a
 * careless `log.info({ account })` tells nobody's name. A request's lines carry its id: `log.child({ requestId })`.
 */
export function makeLog(level: string, stream: DestinationStream = pino.destination({ dest: 2, sync: true })): Log {
  const log = pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: (error: unknown) => error },   // the hook did it already
    hooks: {
      // Before pino looks at the arguments: it would copy an error's message into `msg` as it is.
      logMethod(args, method) {
        const [first, ...rest] = args as unknown[];
        const clean = [first instanceof Error ? { err: first } : first, ...rest].map((a) => scrub(a));
        method.apply(this, clean as Parameters<typeof method>);
      },
    },
  }, stream);
  const child = Reflect.get(log, 'child') as unknown as (this: Log, bindings: object, options?: object) => Log;   // pino has a formatter for a logger's own bindings, but none for its children's
  Reflect.set(log, 'child', function (this: Log, bindings: object, options?: object) {
    return child.call(this, scrub(bindings) as object, options);
  });
  return log;
}

/** An id for a request that brought none. */
export const newRequestId = () => crypto.randomUUID();
