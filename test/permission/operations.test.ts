import { afterAll, beforeAll, expect, test } from 'vitest';
import { handlers } from '../../src/handlers.ts';
import type { Permission } from '../../src/kernel/operation.ts';
import { castNames, type CastName } from '../cast.ts';
import { world, type World } from '../world.ts';

/** Who may what, written down a second time: not read from src/access/domain/permissions.ts. */
const everybody = castNames;
const signedIn = castNames.filter((n) => n !== 'stranger');
const editors: CastName[] = ['editor', 'administrator', 'neighbour', 'member'];
const may: Record<string, readonly CastName[]> = {
  public: everybody, 'signed-in': signedIn,
  'intake:write': ['reporter', ...editors], 'activities:write': editors, 'funds:write': editors, 'access:write': editors,
  'access:administer': ['administrator'], 'intake:administer': ['administrator'], 'organisations:administer': ['administrator'],
} satisfies Partial<Record<Permission, readonly CastName[]>>;

let w: World;
beforeAll(async () => { w = await world(); });
afterAll(() => w.close());

/** Signing out ends the session that the next call would need. */
const operations = handlers.map((h) => h.operation).sort((a, b) => Number(a.id === 'access.sign-out') - Number(b.id === 'access.sign-out'));

test('every permission has its list here', () => {
  expect(operations.filter((o) => !may[o.permission]).map((o) => `${o.id} ${o.permission}`)).toEqual([]);
});

test.each(operations.map((o) => [o.id, o] as const))('%s answers each of the cast as its permission says', async (_, op) => {
  const answers: Record<string, string> = {};
  for (const name of castNames) {
    // Nothing is given: who is let in is told that something is missing, or gets what needs no input.
    const answer = op.body === 'upload' ? await w.as(name).upload(op.path, { files: [] }) : await w.as(name).call(op, { ...(op.path.includes(':id') && { id: 999_999 }), ...(op.path.includes(':key') && { key: 'x' }), ...(op.path.includes(':identifier') && { identifier: 'x' }), ...(op.path.includes(':code') && { code: 'x' }) });
    answers[name] = answer.status === 401 && answer.body.code === 'access.sign-in-required' ? 'sign in' : answer.status === 403 ? 'denied' : answer.status < 500 ? 'let in' : `failed ${answer.text}`;
  }
  expect(answers).toEqual(Object.fromEntries(castNames.map((n) => [n, may[op.permission]!.includes(n) ? 'let in' : n === 'stranger' ? 'sign in' : 'denied'])));
});

test('the whole matrix was asked', () => {
  expect(operations.length * castNames.length).toBeGreaterThan(300);
});
