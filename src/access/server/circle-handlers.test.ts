import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast, castNames, type CastName } from '../../../test/cast.ts';
import { world, type World } from '../../../test/world.ts';
import { mayRead, type Audience } from '../../kernel/audience.ts';
import { makeGate } from './gate.ts';

let w: World;
beforeAll(async () => { w = await world(); });
afterAll(() => w.close());

const code = (a: { status: number; body: { code: string } }) => [a.status, a.body.code];
const names = (a: { body: { members: { name: string }[] } }) => a.body.members.map((m) => m.name);

test('who makes a circle belongs to it, with those who are named', async () => {
  const made = await w.as('editor').post('/access/circles', { name: ' Riverside ', organisationIds: [w.organisations.Delta, w.organisations.Delta] });
  expect([made.body.name, made.body.keeper, names(made)]).toEqual(['Riverside', 'Alpha', ['Alpha', 'Delta']]);
  expect((await w.as('outsider').get('/access/session')).body.circles.map((c: { name: string }) => c.name)).toEqual(['Riverside']);
});

test('its keeper changes name and members; who is no longer named is out', async () => {
  const { body: { id } } = await w.as('editor').post('/access/circles', { name: 'Bridge', organisationIds: [w.organisations.Beta, w.organisations.Gamma] });
  const changed = await w.as('editor').post(`/access/circles/${id}`, { name: 'Bridges', organisationIds: [w.organisations.Gamma, w.organisations.Delta] });
  expect([changed.body.name, names(changed)]).toEqual(['Bridges', ['Alpha', 'Delta', 'Gamma']]);
  expect((await w.as('neighbour').get('/access/session')).body.circles.map((c: { name: string }) => c.name)).toEqual(['Nobody']);
});

test('nobody else changes it: not its members, not an administrator of the network', async () => {
  for (const name of ['member', 'neighbour'] as const) expect(code(await w.as(name).post(`/access/circles/${w.circles.valley}`, { name: 'Mine', organisationIds: [] }))).toEqual([404, 'request.not-found']);
  expect(code(await w.as('administrator').post(`/access/circles/${w.circles.nobody}`, { name: 'Mine', organisationIds: [] }))).toEqual([404, 'request.not-found']);
});

test('an organisation that does not exist is no member', async () => {
  expect(code(await w.as('editor').post('/access/circles', { name: 'X', organisationIds: [1, 999] }))).toEqual([400, 'input.invalid']);
  expect(code(await w.as('editor').post(`/access/circles/${w.circles.valley}`, { name: 'Valley', organisationIds: [999] }))).toEqual([400, 'input.invalid']);
});

test.each([
  ['public', null, true, ['Alpha', 'Beta', 'Delta', 'Gamma'], 7, 'TLP:CLEAR'],
  ['network', null, false, ['Alpha', 'Beta', 'Delta', 'Gamma'], 7, 'TLP:GREEN'],
  ['circle', 'valley', false, ['Alpha', 'Gamma'], 5, 'TLP:AMBER'],
  ['owner', null, false, ['Alpha'], 4, 'TLP:AMBER+STRICT'],
] as const)('a record for %s (%s) will be seen by …', async (audience, circle, everybody, organisations, people, tlp) => {
  const { body } = await w.as('reader').get('/access/who-sees', { audience, circleId: circle ? w.circles[circle] : undefined });
  expect([body.everybody, body.organisations.map((o: { name: string }) => o.name), body.people, body.tlp]).toEqual([everybody, organisations, people, tlp]);
});

test('a circle without members is nobody but the owner', async () => {
  const { body } = await w.as('neighbour').get('/access/who-sees', { audience: 'circle', circleId: w.circles.nobody });
  expect(body.organisations.map((o: { name: string }) => o.name)).toEqual(['Beta']);
});

test('a circle of others is not told about; an audience that does not fit its circle is refused', async () => {
  const ask = (q: object) => w.as('reader').get('/access/who-sees', q as Record<string, unknown>);
  expect(code(await ask({ audience: 'circle', circleId: w.circles.nobody }))).toEqual([404, 'request.not-found']);
  for (const q of [{ audience: 'circle' }, { audience: 'public', circleId: w.circles.valley }, { audience: 'friends' }]) expect(code(await ask(q))).toEqual([400, 'input.invalid']);
});

test('who will see this = who does see it: for any owner, audience and circle, the list is what the database enforces', async () => {
  const ids = Object.values(w.organisations);
  const owners = castNames.filter((n) => cast[n] !== null);
  const gate = makeGate(w.db.app);
  let no = 0;
  const run = async (owner: CastName, audience: Audience, members: number[], closed: CastName | undefined) => {
    const ownerId = w.actor(owner).organisationId!;
    const sql = async (text: string, params: unknown[]) => (await w.db.superuser.query(text, params)).rows[0];
    const circleId = audience === 'circle' ? (await sql('insert into access_circles (name, organisation_id) values ($1, $2) returning id', [`c${++no}`, ownerId])).id as number : null;
    for (const m of members) if (circleId !== null) await sql('insert into access_circle_members values ($1, $2)', [circleId, m]);
    if (closed) await sql('update access_accounts set disabled_at = now() where id = $1', [w.accounts[closed]]);
    const { id: record } = await sql('insert into intake_sources (owner_id, audience, circle_id, key) values ($1, $2, $3, $4) returning id', [ownerId, audience, circleId, `k${++no}`]);

    const said = (await w.as(owner).get('/access/who-sees', { audience, circleId: circleId ?? undefined })).body;
    const seen: number[] = [];
    const organisations = new Set<number>();
    for (const name of owners) {
      if (name === closed) continue;
      const actor = (await gate.actorOfAccount(w.accounts[name]))!;
      const { rowCount } = await w.db.app.transaction(actor, (tx) => tx.query('select from intake_sources where id = $1', [record]));
      expect(rowCount === 1).toBe(mayRead(actor, { ownerId, audience, circleId }));
      if (rowCount === 1) { seen.push(actor.accountId!); organisations.add(actor.organisationId!); }
    }
    const stranger = await w.db.app.transaction(w.actor('stranger'), (tx) => tx.query('select from intake_sources where id = $1', [record]));
    if (closed) await sql('update access_accounts set disabled_at = null where id = $1', [w.accounts[closed]]);
    expect(said.everybody).toBe(stranger.rowCount === 1);
    expect(said.people).toBe(seen.length);
    const listed = said.organisations.map((o: { organisationId: number }) => o.organisationId) as number[];
    // An organisation whose only account is closed is listed, and has nobody who could look.
    const expected = closed === undefined ? organisations : new Set([...organisations, w.actor(closed).organisationId!].filter((o) => listed.includes(o)));
    expect(new Set(listed)).toEqual(expected);
  };
  await fc.assert(fc.asyncProperty(
    fc.constantFrom(...owners), fc.constantFrom<Audience>('public', 'network', 'circle', 'owner'), fc.subarray(ids), fc.option(fc.constantFrom(...owners), { nil: undefined }),
    async (owner, audience, members, closed) => { await run(owner, audience, members, closed === owner ? undefined : closed); },
  ), { numRuns: 60 });
}, 90_000);
