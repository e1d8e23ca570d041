import { expect, test } from 'vitest';
import { z } from 'zod';
import { Figure } from '../../kernel/figure.ts';
import { operation } from '../../kernel/operation.ts';
import { openApi } from './openapi.ts';

type Json = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any

const operations = [
  operation({ id: 'trial.show', method: 'GET', path: '/trial/:id/rows', summary: 'Rows', permission: 'trial:read',
    input: z.object({ id: z.coerce.number().int(), of: z.array(z.string()).optional().describe('which'), limit: z.coerce.number().int().default(5) }), output: z.object({ figure: Figure.describe('how many'), others: z.array(Figure) }) }),
  operation({ id: 'trial.keep', method: 'POST', path: '/trial/:id', summary: 'Keep', permission: 'public', input: z.object({ id: z.coerce.number().int(), name: z.string().min(2) }), output: z.object({}) }),
  operation({ id: 'trial.take', method: 'POST', path: '/trial', summary: 'Take', permission: 'signed-in', body: 'upload', input: z.object({ audience: z.enum(['public', 'owner']) }), output: z.object({}) }),
  operation({ id: 'trial.csv', method: 'GET', path: '/trial.csv', summary: 'CSV', permission: 'public', produces: 'text/csv', input: z.object({}), output: z.string() }),
];
const api = openApi(operations, '1.2.3') as Json;

test('parameters stand where they travel: path, query, JSON, or a form with files', () => {
  const show = api.paths['/trial/{id}/rows'].get;
  expect(show.parameters.map((p: Json) => [p.name, p.in, p.required, p.schema.type])).toEqual([['id', 'path', true, 'integer'], ['of', 'query', false, 'array'], ['limit', 'query', false, 'integer']]);
  expect(show.parameters[1].description).toBe('which');
  expect(show).not.toHaveProperty('requestBody');
  const keep = api.paths['/trial/{id}'].post.requestBody.content['application/json'].schema;
  expect([Object.keys(keep.properties), keep.required]).toEqual([['name'], ['name']]);
  const form = api.paths['/trial'].post.requestBody.content['multipart/form-data'].schema;
  expect([Object.keys(form.properties), form.required]).toEqual([['audience', 'files'], ['audience']]);
  expect(api.paths['/trial.csv'].get.responses[200].content).toEqual({ 'text/csv': {} });
});

test('a figure and its passport are said once', () => {
  const { schemas } = api.components;
  expect(Object.keys(schemas)).toEqual(['Figure', 'Passport', 'Problem']);
  const { properties } = api.paths['/trial/{id}/rows'].get.responses[200].content['application/json'].schema;
  expect(JSON.stringify(properties)).toContain('"$ref":"#/components/schemas/Figure"');
  expect(schemas.Figure.properties.passport).toEqual({ $ref: '#/components/schemas/Passport' });
});

test('every reference leads to something, and nothing of zod is left in', () => {
  const text = JSON.stringify(api);
  for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)) expect(api.components.schemas).toHaveProperty(name!);
  expect(text).not.toMatch(/\$defs|~standard|"\$schema"/);
});

test('who may is said in the words of the permission', () => {
  expect(api.paths['/trial/{id}/rows'].get.description).toContain('trial:read');
  expect(api.paths['/trial/{id}'].post.security).toEqual([{}, { session: [] }]);
});
