import type { z } from 'zod';

/**
 * A record without its empty fields (null, empty lists), as it is kept: a third of the bytes of an activity are the
 * names of fields that say nothing. `full` puts them back from the schema, which is what says that they may be empty.
 */
export function lean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lean);
  if (value === null || typeof value !== 'object') return value;
  const out: Record<string, unknown> = {};
  for (const key in value) {
    const field = (value as Record<string, unknown>)[key];
    if (field === null || (Array.isArray(field) && field.length === 0)) continue;
    out[key] = typeof field === 'object' ? lean(field) : field;
  }
  return out;
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
