import type { z } from 'zod';

/** `slice:verb`; `public` is open to strangers (row-level security still decides what they see). */
export type Permission = 'public' | 'signed-in' | `${string}:${'read' | 'write' | 'publish' | 'decide' | 'administer'}`;

/** The one description of something Tessera can do; HTTP, OpenAPI, CLI, web client, permission test and audit read it. */
export type Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  /** `slice.verb`, stable. */
  id: `${string}.${string}`;
  method: 'GET' | 'POST';
  /** Below `/api`; parameters as `:name`. */
  path: `/${string}`;
  summary: string;
  permission: Permission;
  input: I;
  output: O;
  /** GET: input travels in the query string (arrays repeat); POST: as JSON; `upload`: multipart, files stream past the JSON body. */
  body?: 'json' | 'upload';
  /** The output is this media type instead of JSON (an export); the handler streams it. */
  produces?: string;
};

export function operation<I extends z.ZodType, O extends z.ZodType>(o: Operation<I, O>): Operation<I, O> {
  return o;
}

export type InputOf<T extends Operation> = z.output<T['input']>;
export type OutputOf<T extends Operation> = z.input<T['output']>;
