import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { activities, activity, contact, zipped } from '../../../test/activity-files.ts';
import { countOf } from '../../../test/state.ts';
import { world, type World } from '../../../test/world.ts';

let w: World;
beforeAll(async () => { w = await world(); });
afterAll(() => w.close());

const anna = contact('Anna Alpha', 'anna@alpha.example');
const bert = contact('Bert Alpha', 'bert@alpha.example');

async function bring(name: string, content: string | Uint8Array) {
  const answer = await w.as('reporter').upload('/intake/batches', { files: [{ name, content }] });
  return w.wait(answer.body.id);
}
const original = async (id: number) => (await w.app.inject({ url: `/api/intake/files/${id}/original`, headers: { cookie: w.as('reporter').cookie!, host: 'localhost' } })).rawPayload;
/** Everything in the database that says this, anywhere. */
const said = async (what: string) => {
  const tables = (await w.db.superuser.query<{ name: string }>(`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`)).rows;
  const found: string[] = [];
  for (const { name } of tables) if (await countOf(w.db.superuser, `${name} t`, `to_jsonb(t)::text like '%${what}%'`) > 0) found.push(name);
  return found;
};

test('one person is erased from rows, from what the rows were before, and from every kept original; the other stays', async () => {
  const plain = activities(activity('A-1', { more: anna + bert }), activity('A-2', { more: anna }));
  const first = await bring('a.xml', plain);
  const second = await bring('a.xml', plain.replace('Title of A-1', 'New title'));
  const packed = await bring('b.xml.gz', gzipSync(activities(activity('A-1', { more: anna, title: 'Packed' }))));
  const archive = await bring('c.zip', await zipped({ 'c.xml': activities(activity('A-1', { more: anna, title: 'In a zip' })) }));
  expect(await said('anna@alpha')).toEqual(['activities_contacts', 'activities_contacts_history']);

  const { status, body } = await w.as('editor').post('/activities/contacts/erase', { identifier: 'A-1', email: 'Anna@alpha.example' });
  expect([status, body.erased]).toEqual([200, 3 + 1 + 4]);

  for (const id of [first.files[0].id, second.files[0].id]) {
    const text = (await original(id)).toString();
    expect(text.match(/contact-info erased/g)).toHaveLength(1);
    expect(text).toContain('bert@alpha.example');
    expect(text.match(/anna@alpha/g), 'of another activity she is not erased').toHaveLength(1);
  }
  expect(gunzipSync(await original(packed.files[0].id)).toString()).not.toContain('anna@');
  const entry = archive.files.find((f: { entryOf: number | null }) => f.entryOf !== null);
  expect((await original(entry.id)).toString()).toContain('contact-info erased');
  expect((await w.as('reporter').get(`/intake/files/${archive.files[0].id}/original`)).status).toBe(404);

  const shown = (await w.as('reader').get('/activities/by-identifier/A-1')).body;
  expect(JSON.stringify(shown.contacts)).not.toContain('Anna');
});

test('whose address or name ends or begins like the erased one is somebody else, in rows, history and originals', async () => {
  const [an, jan] = [contact('An Alpha', 'an@x.example'), contact('Jan Alpha', 'jan@x.example')];
  const plain = activities(activity('J-1', { more: `${jan}${an}<!-- ${an} -->` }));
  const first = await bring('j.xml', plain);
  await bring('j.xml', plain.replace('Title of J-1', 'New title'));
  const erase = async (more: Record<string, string>) => (await w.as('editor').post('/activities/contacts/erase', { identifier: 'J-1', ...more })).body.erased;
  expect(await erase({ email: 'x.example' })).toBe(0);
  expect(await erase({ name: 'Alpha' })).toBe(0);
  expect(await erase({ email: 'AN@x.example ', name: 'an alpha' })).toBe(1 + 1 + 4);
  expect((await original(first.files[0].id)).toString()).toMatch(/jan@x\.example/);
  expect((await original(first.files[0].id)).toString()).not.toMatch(/\Wan@x\.example/);
  const { rows } = await w.db.superuser.query(`select c.content ->> 'emails' as emails from (select version_id, content from activities_contacts union all select version_id, content from activities_contacts_history) c
    where c.content is not null and c.version_id in (select id from activities_versions where identifier = 'J-1' union select id from activities_versions_history where identifier = 'J-1')`);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((r) => r.emails === '["jan@x.example"]')).toBe(true);
});

test('nobody named means every contact person of the activity', async () => {
  await bring('d.xml', activities(activity('D-1', { more: anna + bert })));
  await w.as('editor').post('/activities/contacts/erase', { identifier: 'D-1' });
  const { rows } = await w.db.superuser.query(`select c.content, c.erased_at is not null as erased from activities_contacts c join activities_versions v on v.id = c.version_id where v.identifier = 'D-1'`);
  expect(rows).toEqual([{ content: null, erased: true }, { content: null, erased: true }]);
});

test('the same file, brought again, does not bring the person back', async () => {
  const content = activities(activity('E-1', { more: anna }));
  await bring('e.xml', content);
  await w.as('editor').post('/activities/contacts/erase', { identifier: 'E-1' });
  const again = await bring('e.xml', content);
  expect(again.files[0].sameAs).not.toBeNull();
  expect(await countOf(w.db.superuser, 'activities_contacts c join activities_versions v on v.id = c.version_id', `v.identifier = 'E-1' and c.content is not null`)).toBe(0);
});

test('another organisation erases nothing of ours', async () => {
  await bring('f.xml', activities(activity('F-1', { more: anna })));
  expect((await w.as('neighbour').post('/activities/contacts/erase', { identifier: 'F-1' })).body).toEqual({ erased: 0 });
  expect((await w.as('reader').post('/activities/contacts/erase', { identifier: 'F-1' })).status).toBe(403);
});

test('what a person is called does not stand in the log or in the audit', async () => {
  expect(w.lines.join('')).not.toMatch(/anna@|Anna/i);
  expect(await countOf(w.db.superuser, 'access_audit a', `to_jsonb(a)::text ilike '%anna%'`)).toBe(0);
});
