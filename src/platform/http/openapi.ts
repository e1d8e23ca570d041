import { z } from 'zod';
import { Figure } from '../../kernel/figure.ts';
import type { Operation, Permission } from '../../kernel/operation.ts';
import { Passport } from '../../kernel/passport.ts';
import { problemCatalogue } from '../../kernel/problem.ts';

type Json = Record<string, unknown>;

/** Shapes that nearly every answer holds stand once, under their names. */
const NAMED: [string, z.ZodType][] = [['Figure', Figure], ['Passport', Passport]];

/** The whole API as OpenAPI 3.1, made from the operations; `docs/api.json` is this. */
export function openApi(operations: readonly Operation[], version: string): Json {
  for (const [id, schema] of NAMED) if (!z.globalRegistry.has(schema)) z.globalRegistry.add(schema, { id });
  const schemas: Json = { Problem: problemSchema() };
  const paths: Record<string, Json> = {};
  for (const op of [...operations].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))) {
    const path = op.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[op.method.toLowerCase()] = describe(op, schemas);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tessera', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: 'Acting together in migration management. Every figure carries its passport; every answer holds only what its reader may see.',
    },
    servers: [{ url: '/api' }],
    tags: [...new Set(operations.map(sliceOf))].sort().map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'tessera', description: '`__Host-tessera` over https' } },
    },
  };
}

const sliceOf = (op: Operation) => op.id.split('.')[0]!;

function describe(op: Operation, schemas: Json): Json {
  const input = schemaOf(op.input, 'input', schemas);
  const properties = (input.properties ?? {}) as Record<string, Json>;
  const required = new Set((input.required as string[] | undefined) ?? []);
  const inPath = [...op.path.matchAll(/:(\w+)/g)].map((m) => m[1]!);
  const rest = Object.keys(properties).filter((name) => !inPath.includes(name));
  const parameter = (where: 'path' | 'query') => (name: string): Json => {
    const { description, ...schema } = properties[name] ?? { type: 'string' };
    return { name, in: where, required: where === 'path' || required.has(name), ...(description ? { description } : {}), schema };
  };
  const parameters = [...inPath.map(parameter('path')), ...(op.method === 'GET' ? rest.map(parameter('query')) : [])];
  return {
    operationId: op.id,
    tags: [sliceOf(op)],
    summary: op.summary,
    description: whoMay(op.permission),
    security: op.permission === 'public' ? [{}, { session: [] }] : [{ session: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(op.method === 'POST' ? { requestBody: bodyOf(op, pick(input, properties, rest, required)) } : {}),
    responses: {
      200: { description: 'Done', content: op.produces ? { [op.produces]: {} } : { 'application/json': { schema: schemaOf(op.output, 'output', schemas) } } },
      default: { description: 'A problem; its code is stable (docs/problems.md)', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  };
}

function whoMay(permission: Permission): string {
  if (permission === 'public') return 'Open to everybody; the answer holds what the caller may see.';
  return permission === 'signed-in' ? 'For everybody who is signed in.' : `Needs the permission \`${permission}\`.`;
}

function pick(input: Json, properties: Record<string, Json>, names: string[], required: ReadonlySet<string>): Json {
  const needed = names.filter((n) => required.has(n));
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((n) => [n, properties[n]])),
    ...(needed.length > 0 ? { required: needed } : {}),
    ...(input.allOf ? { allOf: input.allOf } : {}),
  };
}

function bodyOf(op: Operation, schema: Json): Json {
  if (op.body !== 'upload') return { content: { 'application/json': { schema } } };
  const files = { type: 'array', items: { type: 'string', contentMediaType: 'application/octet-stream' }, description: 'after all fields' };
  return { required: true, content: { 'multipart/form-data': { schema: { ...schema, properties: { ...(schema.properties as Json), files } } } } };
}

/** A Zod schema as JSON Schema; what it names moves to the components. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const { $schema: _, $defs, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  const moved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(moved);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'id' || typeof (value as Json).id !== 'string' || !isNamed(value as Json))
      .map(([key, v]) => [key, key === '$ref' && typeof v === 'string' ? v.replace('#/$defs/', '#/components/schemas/') : moved(v)]));
  };
  for (const [name, definition] of Object.entries(($defs ?? {}) as Json)) schemas[name] = moved(definition);
  return moved(rest) as Json;
}

/** zod writes a named schema's name into it as `id`, which is no word of JSON Schema. */
const isNamed = (value: Json) => NAMED.some(([name]) => name === value.id);

function problemSchema(): Json {
  return {
    type: 'object',
    description: 'RFC 9457 problem details',
    properties: {
      type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' },
      code: { enum: Object.keys(problemCatalogue) }, requestId: { type: 'string' }, details: {},
    },
    required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
  };
}
