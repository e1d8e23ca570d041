import { z } from 'zod';
import type { Operation } from '../../kernel/operation.ts';
import { Problem } from '../../kernel/problem.ts';

type Raw = Record<string, unknown>;
export type RawInput = { params: Raw; query: Raw; body?: unknown; fields?: Raw };

/**
 * Puts together what a request carries, by where it stands: the path wins, then the body, then the query. Only a read
 * (or an upload, whose body is files) takes its input from the query.
 */
export function gather(operation: Operation, { params, query, body, fields }: RawInput): Raw {
  if (operation.method === 'GET') return { ...listed(operation, query), ...params };
  if (operation.body === 'upload') return { ...given(query), ...fields, ...params };
  if (body !== undefined && (body === null || typeof body !== 'object' || Array.isArray(body))) {
    throw new Problem('input.invalid', 'The body has to be a JSON object.');
  }
  return { ...(body as Raw | undefined), ...params };
}

/** The input as the operation wants it, or `input.invalid` with the place and the reason of everything that is wrong. */
export function parseInput(operation: Operation, raw: Raw): unknown {
  const parsed = operation.input.safeParse(raw);
  if (parsed.success) return parsed.data;
  // The value itself is not repeated: it may be a password, or a person's name.
  const fields = parsed.error.issues.map((i) => ({ field: i.path.join('.'), reason: i.code, message: i.message }));
  throw new Problem('input.invalid', `Not as it should be: ${[...new Set(fields.map((f) => f.field || 'the input'))].join(', ')}.`, { fields });
}

/** An empty parameter is one that was not given. */
const given = (query: Raw): Raw => Object.fromEntries(Object.entries(query).filter(([, v]) => v !== ''));

const lists = new WeakMap<Operation, Set<string>>();

/** A list in a query repeats its name; a list of one looks like a single value and is made a list again. */
function listed(operation: Operation, query: Raw): Raw {
  let names = lists.get(operation);
  if (!names) lists.set(operation, (names = listNames(operation)));
  return Object.fromEntries(Object.entries(given(query)).map(([k, v]) => [k, names.has(k) && !Array.isArray(v) ? [v] : v]));
}

function listNames(operation: Operation): Set<string> {
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as { properties?: Record<string, { type?: string }> };
  return new Set(Object.entries(schema.properties ?? {}).filter(([, p]) => p.type === 'array').map(([name]) => name));
}
