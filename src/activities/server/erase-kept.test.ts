import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { activities, activity, contact, zipped } from '../../../test/activity-files.ts';
import { countOf } from '../../../test/state.ts';
import { world, type CastName, type World } from '../../../test/world.ts';

let w: World;
beforeEach(async () => { w = await world(); });
afterEach(() => w.close());

const anna = contact('Anna Alpha', 'anna@alpha.example');
const bert = contact('Bért Alpha', 'bert@alpha.example');
/** An activity without an identifier: it is kept out, and stands in the original only. */
const keptOut = (more: string) => activity('', { more });
/** One that breaks the file behind which nothing is read. */
const breaks = '<iati-activity><iati-identifier>A-0</iati-identifier><oops';
const DAYS = 86_400_000;

async function bring(name: string, content: string | Uint8Array, fields: Record<string, string> = {}, who: CastName = 'reporter') {
  const answer = await w.as(who).upload('/intake/batches', { fields, files: [{ name, content }] });
  return w.wait(answer.body.id, who);
}
/** As if the reading had failed or been stopped: nothing of the batch is there but what was brought. */
async function broughtInVain(status: 'failed' | 'cancelled', name: string, content: string | Uint8Array) {
  const { body } = await w.as('reporter').upload('/intake/batches', { files: [{ name, content }] });
  await w.db.superuser.query(`update intake_batches set status = $2, finished_at = now() where id = $1`, [body.id, status]);
  return body;
}
const original = async (id: number) => {
  const { rawPayload, statusCode } = await w.app.inject({ url: `/api/intake/files/${id}/original`, headers: { cookie: w.as('reporter').cookie!, host: 'localhost' } });
  return statusCode === 200 ? rawPayload : null;
};
const text = async (id: number) => (await original(id))?.toString() ?? null;
const erase = async (given: Record<string, string>, who: CastName = 'editor') => (await w.as(who).post('/activities/contacts/erase', given)).body.erased as number;
async function nights(days: number) {
  w.clock.advance(days * DAYS);
  await staySignedIn();
  await w.db.superuser.query(`select graphile_worker.add_job('activities.erase-expired-contacts', '{}')`);
  await w.runJobs();
}
/** Sessions do not last for years. */
const staySignedIn = () => w.db.superuser.query('update access_sessions set expires_at = $1, last_seen_at = $2', [new Date(w.clock.now().getTime() + DAYS), w.clock.now()]);
const ended = async (id: number) => Number((await w.db.superuser.query('select count(*) from intake_files where id = $1 and erased_at is not null', [id])).rows[0].count) === 1;

describe('a person is erased on request', () => {
  test('from an activity that was kept out', async () => {
    const { files: [file], counts } = await bring('out.xml', activities(keptOut(anna + bert), activity('A-2', { more: anna })));
    expect(counts).toMatchObject({ added: 1, keptOut: 1 });
    expect(await erase({ identifier: '', name: 'anna alpha' })).toBe(1);
    expect((await text(file.id))!.match(/anna@alpha/g), 'of another activity she is not erased').toHaveLength(1);
    expect(await text(file.id)).toContain('Bért');
  });

  test.each(['failed', 'cancelled'] as const)('from a batch that %s, packed or not', async (status) => {
    const plain = activities(activity('A-1', { more: anna + bert }));
    const [xml] = (await broughtInVain(status, 'a.xml', plain)).files;
    const [gz] = (await broughtInVain(status, 'b.xml.gz', gzipSync(plain))).files;
    const zip = await broughtInVain(status, 'c.zip', await zipped({ 'in/c.xml': plain, 'd.xml': activities(activity('A-9', { more: anna })) }));
    expect(await erase({ identifier: 'A-1', email: 'ANNA@alpha.example' })).toBe(3);
    for (const found of [await text(xml.id), gunzipSync((await original(gz.id))!).toString()]) expect([found!.includes('anna@'), found!.includes('Bért')]).toEqual([false, true]);
    expect(await original(zip.files[0].id), 'taken apart').toBeNull();
    const entries = (await w.as('reporter').get(`/intake/batches/${zip.id}`)).body.files.filter((f: { entryOf: number | null }) => f.entryOf !== null);
    expect(await Promise.all(entries.map(async (f: { id: number; name: string }) => [f.name, (await text(f.id))!.includes('anna@')]))).toEqual([['c.zip/in/c.xml', false], ['c.zip/d.xml', true]]);
  });

  test('from behind the place where a file broke, and byte for byte nothing else', async () => {
    const whole = Buffer.from(activities(activity('A-1'), breaks, activity('A-2', { more: `${bert}${anna}` })));
    const noText = Buffer.concat([whole, Buffer.from([0xff, 0xfe, 0x80]), Buffer.from(activity('A-2', { more: anna }))]);
    const [broken] = (await bring('broken.xml', noText)).files;
    expect(await erase({ identifier: 'A-2', name: 'Anna Alpha' })).toBe(2);
    const left = (await original(broken.id))!;
    expect(left.includes('anna@')).toBe(false);
    expect(left.includes(Buffer.concat([Buffer.from('</iati-activities>\n'), Buffer.from([0xff, 0xfe, 0x80])]))).toBe(true);
    expect(await erase({ identifier: 'A-2', name: 'bért alpha' })).toBe(1);
    expect((await text(broken.id))!.match(/contact-info erased/g)).toHaveLength(3);
  });

  test.each([['utf-16le', (t: string) => Buffer.from(`\ufeff${t}`, 'utf16le')], ['utf-16be', (t: string) => Buffer.from(`\ufeff${t}`, 'utf16le').swap16()], ['latin1', (t: string) => Buffer.from(t, 'latin1')]])('in %s', async (encoding, encode) => {
    const plain = activities(activity('A-1', { more: anna + bert, title: 'Zürich' })).replace('UTF-8', encoding === 'latin1' ? 'ISO-8859-1' : 'UTF-16');
    const [file] = (await bring('a.xml', encode(plain))).files;
    expect(await erase({ identifier: 'A-1', name: 'BÉRT alpha' })).toBe(2);
    expect(await original(file.id)).toEqual(encode(plain.replace(bert, `<!-- contact-info erased ${w.clock.now().toISOString().slice(0, 10)} -->`)));
  });

  test('also where the organisation has left the circle that reads it', async () => {
    const circle = { audience: 'circle', circleId: String(w.circles.valley) };
    const [file] = (await bring('a.xml', activities(activity('A-1', { more: anna })), circle)).files;
    await w.db.superuser.query('delete from access_circle_members where organisation_id = $1', [w.organisations.Alpha]);
    expect(await erase({ identifier: 'A-1' })).toBe(2);
    expect(await text(file.id)).not.toContain('anna@');
  });

  test('not from what another organisation brought', async () => {
    const [file] = (await bring('out.xml', activities(keptOut(anna)))).files;
    expect(await erase({ identifier: '' }, 'neighbour')).toBe(0);
    expect(await text(file.id)).toContain('anna@');
  });
});

describe('when its time is over, at night,', () => {
  test('every contact person goes from rows, history and originals, and not a day before', async () => {
    const plain = activities(activity('G-1', { more: bert }));
    const [first] = (await bring('g.xml', plain)).files;
    const [second] = (await bring('g.xml', plain.replace('Title of G-1', 'New'))).files;
    await nights(730);
    expect(await text(first.id)).toContain('bert@');
    await nights(1);
    for (const { id } of [first, second]) expect([(await text(id))!.includes('bert@'), await ended(id)]).toEqual([false, true]);
    for (const table of ['activities_contacts', 'activities_contacts_history']) expect(await countOf(w.db.superuser, table, 'content is not null')).toBe(0);
    expect((await w.db.superuser.query(`select count(*)::int as n from access_audit where operation = 'activities.erase-expired-contacts'`)).rows[0].n).toBe(3);
    await nights(1);
    expect((await w.db.superuser.query(`select count(*)::int as n from access_audit where operation = 'activities.erase-expired-contacts'`)).rows[0].n, 'nothing is done twice').toBe(3);
  });

  test('also what was kept out, what failed or was stopped, and a file that only repeated what was known', async () => {
    const [out] = (await bring('out.xml', activities(keptOut(anna)))).files;
    const [failed] = (await broughtInVain('failed', 'f.xml', activities(activity('F-1', { more: anna })))).files;
    const zip = await broughtInVain('cancelled', 'c.zip', await zipped({ 'c.xml': activities(activity('C-1', { more: anna })) }));
    const plain = activities(activity('U-1', { more: anna }));
    await bring('u.xml', plain);
    w.clock.advance(300 * DAYS);
    await staySignedIn();
    const later = await bring('u.xml', plain.replace('encoding', ' encoding'));
    expect(later.counts).toMatchObject({ unchanged: 1 });
    await nights(431);
    expect([await text(out.id), await text(failed.id)].every((t) => t!.includes('contact-info erased'))).toBe(true);
    expect(await original(zip.files[0].id)).toBeNull();
    expect(await text(later.files[0].id), 'brought later, kept longer').toContain('anna@');
    await nights(300);
    expect(await text(later.files[0].id)).not.toContain('anna@');
  });

  test('what cannot be read goes: nobody can know who stands there', async () => {
    const damaged = gzipSync(Buffer.from(activities(...Array.from({ length: 4000 }, (_, i) => activity(`D-${i}`, { more: i === 0 ? anna : '', title: `${Math.sin(i)}` })))));
    damaged.fill(0, damaged.length - 9000, damaged.length - 6000);
    const [gz] = (await bring('d.xml.gz', damaged)).files;
    const mixed = await bring('m.zip', await zipped({ 'a.xml': activities(activity('M-1', { more: anna })), 'people.pdf': '%PDF-1.7 anna@alpha.example' }));
    const [none] = (await bring('n.zip', await zipped({ 'people.pdf': '%PDF-1.7 anna@alpha.example' }))).files;
    await nights(731);
    const readable = gunzipSync((await original(gz.id))!).toString();
    expect([readable.includes('D-1'), readable.includes('D-3999'), readable.includes('anna@')]).toEqual([true, false, false]);
    const of = (part: string) => mixed.files.find((f: { name: string }) => f.name.endsWith(part)).id as number;
    expect([await original(of('m.zip')), await original(of('pdf')), await original(none.id)]).toEqual([null, null, null]);
    expect(await text(of('a.xml'))).toContain('contact-info erased');
    expect((await w.as('reporter').get(`/intake/files/${none.id}/original`)).body.code).toBe('request.not-found');
    expect(await countOf(w.db.superuser, 'intake_chunks', `position('anna@' in encode(bytes, 'escape')) > 0`)).toBe(0);
  });

  test('in a circle that was left, and whatever fails stops nothing else', async () => {
    const circle = { audience: 'circle', circleId: String(w.circles.valley) };
    const [lost] = (await bring('lost.xml', activities(activity('L-1', { more: anna })), circle)).files;
    const [file] = (await bring('a.xml', activities(activity('A-1', { more: anna })), circle)).files;
    const [beta] = (await bring('b.xml', activities(activity('B-1', { more: bert })), {}, 'neighbour')).files;
    await w.db.superuser.query('delete from access_circle_members where organisation_id = $1', [w.organisations.Alpha]);
    await w.db.superuser.query(`update intake_chunks set bytes = 'no gzip' where file_id = $1`, [lost.id]);
    await nights(731);
    expect(await text(file.id)).not.toContain('anna@');
    expect(await countOf(w.db.superuser, 'activities_contacts', 'content is not null')).toBe(0);
    expect([await ended(lost.id), await ended(file.id), await ended(beta.id)]).toEqual([false, true, true]);
    expect(w.lines.some((l) => l.includes('erasing failed'))).toBe(true);
    expect(w.lines.join('')).not.toMatch(/anna@|Anna/i);
  });
});
