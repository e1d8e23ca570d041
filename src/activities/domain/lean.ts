import type { z } from 'zod';

/**
 * Makes a record lean where it stands, as it is kept: empty fields (null, empty lists) become undefined, which JSON leaves
 * out. A third of the bytes of an activity are names of fields that say nothing; `full` puts them back from the schema,
 * which is what says that they may be empty. Whoever calls this is the last to need the record.
 */
export function hollow<T extends object>(record: T): T {
  for (const key in record) {
    const field: unknown = record[key];
    if (field === null) record[key] = undefined as T[typeof key];
    else if (typeof field === 'object') {
      if (!Array.isArray(field)) hollow(field as object);
      else if (field.length === 0) record[key] = undefined as T[typeof key];
      else for (const one of field) if (typeof one === 'object' && one !== null) hollow(one as object);
    }
  }
  return record;
}

/** The parts of a schema that {@link full} follows. */
type Node = { def: { type: string; shape?: Record<string, Node>; element?: Node; innerType?: Node } };

/** The record again with every field of its schema. */
export function full<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  return filled(schema as unknown as Node, value) as z.output<S>;
}

function filled({ def }: Node, value: unknown): unknown {
  switch (def.type) {
    case 'object': {
      if (value === undefined || value === null) return value;
      const given = value as Record<string, unknown>;
      const out: Record<string, unknown> = {};
      for (const [key, node] of Object.entries(def.shape!)) {
        const field = filled(node, given[key]);
        if (field !== undefined) out[key] = field;
      }
      return out;
    }
    case 'array':
      return ((value ?? []) as unknown[]).map((v) => filled(def.element!, v));
    case 'nullable':
      return value === undefined || value === null ? null : filled(def.innerType!, value);
    case 'optional':
      return value === undefined ? undefined : filled(def.innerType!, value);
    default:
      return value;
  }
}
