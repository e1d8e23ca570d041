import { z } from 'zod';

/**
 * Why something is so, as a code and its values: the screen says it in the reader's language from the
 * message catalogue (`code` is the message id), so that no sentence in one language is ever stored.
 * Codes are `area.reason`, stable; values are numbers, days or names, never prose.
 */
export const Reason = z.object({
  code: z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Reason = z.infer<typeof Reason>;

/** A reason in one line of code: `reason('grade.age', { halfLives: 2 })`. */
export function reason(code: string, params: Record<string, string | number> = {}): Reason {
  return { code, params };
}

/** One text per reason, equal for equal reasons whatever the order of their values; used to sort and to tell apart. */
export function reasonKey(r: Reason): string {
  const names = Object.keys(r.params).sort();
  return `${r.code}${names.map((n) => `\u0000${n}\u0001${r.params[n]}`).join('')}`;
}
