import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activities, activity, contact, transaction } from '../../../test/activity-files.ts';
import { demonstration } from '../../first-start.ts';
import { countOf, orphans, stateOf } from '../../../test/state.ts';
import { world, type CastName, type World } from '../../../test/world.ts';

let w: World;
beforeAll(async () => { w = await world(); });
afterAll(() => w.close());

async function bring(name: string, content: string, who: CastName = 'reporter', fields: Record<string, string> = {}) {
  const answer = await w.as(who).upload('/intake/batches', { fields, files: [{ name, content }] });
  expect(answer.status, answer.text).toBe(200);
  const batch = await w.wait(answer.body.id, who);
  expect(batch, w.lines.filter((l) => l.includes('error')).join('')).toMatchObject({ status: 'done' });
  return batch;
}
const undo = (id: number, who: CastName = 'reporter') => w.as(who).post(`/intake/batches/${id}/undo`);
const rich = (id: string, title: string) => activity(id, {
  title, more: `<contact-info type="1"><email>office@alpha.example</email></contact-info>${transaction('3', '100.50', '<receiver-org ref="XX-TEST-BETA"><narrative>Beta</narrative></receiver-org>')}
    <budget type="1" status="1"><period-start iso-date="2023-01-01"/><period-end iso-date="2023-12-31"/><value value-date="2023-01-01">200</value></budget><related-activity ref="P-0" type="1"/>`,
});

describe('undo', () => {
  test('takes everything away that the batch added: the picture is as it was before, row for row', async () => {
    await bring('before.xml', activities(rich('A-1', 'Stays')));
    const before = await stateOf(w.db.superuser);
    const batch = await bring('added.xml', activities(rich('A-2', 'Goes'), rich('A-3', 'Goes too')));
    expect(await stateOf(w.db.superuser)).not.toBe(before);
    expect(batch.mayUndo).toBe(true);
    const undone = await undo(batch.id);
    expect(undone.body).toMatchObject({ status: 'undone', mayUndo: false });
    expect(await stateOf(w.db.superuser)).toBe(before);
  });

  test('brings back exactly what the batch had replaced', async () => {
    await bring('b.xml', activities(rich('B-1', 'As it was'), rich('B-2', 'Untouched')));
    const before = await stateOf(w.db.superuser);
    const update = await bring('b.xml', activities(rich('B-1', 'As it became'), rich('B-2', 'Untouched'), rich('B-3', 'New')));
    expect(update.counts).toMatchObject({ added: 1, changed: 1, unchanged: 1 });
    await undo(update.id);
    expect(await stateOf(w.db.superuser)).toBe(before);
    expect(await countOf(w.db.superuser, 'activities_versions_history', `title = 'As it became'`)).toBe(1);
  });

  test('leaves no row without its activity, after updates and after their undo', async () => {
    await bring('orphans.xml', activities(rich('O-1', 'One'), rich('O-2', 'Two')));
    const update = await bring('orphans.xml', activities(rich('O-1', 'Another'), rich('O-3', 'Three')));
    expect(await orphans(w.db.superuser)).toEqual({});
    await undo(update.id);
    expect(await orphans(w.db.superuser)).toEqual({});
    // It would be seen: rows are looked for in every table that an import writes.
    await w.db.superuser.query('begin');
    await w.db.superuser.query(`delete from activities_versions where identifier = 'O-1'`);
    expect(await orphans(w.db.superuser)).toEqual({ activities_participations: 2, activities_relations: 1, activities_contacts: 1, funds_transactions: 1, funds_budgets: 1, funds_reported: 1 });
    await w.db.superuser.query('rollback');
  });

  test('goes step by step back through several updates, each state as it was', async () => {
    const states: string[] = [];
    const batches: number[] = [];
    for (const title of ['One', 'Two', 'Three']) {
      states.push(await stateOf(w.db.superuser));
      batches.push((await bring('c.xml', activities(rich('C-1', title), rich(`C-${title}`, title)))).id);
    }
    for (const id of batches.toReversed()) {
      expect((await undo(id)).status).toBe(200);
      expect(await stateOf(w.db.superuser)).toBe(states[batches.indexOf(id)]);
    }
  });

  test('is refused while a later batch stands on it, and names that batch', async () => {
    const first = await bring('d.xml', activities(rich('D-1', 'One')));
    const second = await bring('d.xml', activities(rich('D-1', 'Two')));
    const refused = await undo(first.id);
    expect(refused).toMatchObject({ status: 409, body: { code: 'intake.later-batch-stands-on-it', details: { batches: [second.id] } } });
    const seen = (await w.as('reporter').get(`/intake/batches/${first.id}`)).body;
    expect(seen).toMatchObject({ mayUndo: false, standsInTheWay: [second.id] });
    await undo(second.id);
    expect((await undo(first.id)).status).toBe(200);
    expect((await undo(first.id)).body.code).toBe('intake.already-undone');
  });

  test.each([
    ['in a file that differs elsewhere', (content: string) => content.replace('?>', '?> ')],
    ['in the same file', (content: string) => content],
  ])('is refused while a later batch brought the records too and found them unchanged, %s', async (where, otherwise) => {
    const before = await stateOf(w.db.superuser);
    const name = `${where.length}.xml`;
    const content = activities(rich(`H-${where.length}`, 'Brought twice'));
    const first = await bring(name, content);
    const there = await stateOf(w.db.superuser);
    const second = await bring(name, otherwise(content));
    expect(second.counts).toMatchObject({ added: 0, changed: 0 });
    expect(await undo(first.id)).toMatchObject({ status: 409, body: { code: 'intake.later-batch-stands-on-it', details: { batches: [second.id] } } });
    expect((await w.as('reporter').get('/intake/batches')).body.find((b: { id: number }) => b.id === first.id)).toMatchObject({ mayUndo: false, standsInTheWay: [second.id] });
    expect((await undo(second.id)).status).toBe(200);
    expect(await stateOf(w.db.superuser)).toBe(there);
    expect((await undo(first.id)).status).toBe(200);
    expect(await stateOf(w.db.superuser)).toBe(before);
  });

  test('a batch that replaced what another had found unchanged goes first, then each in its turn', async () => {
    const before = await stateOf(w.db.superuser);
    const content = activities(rich('I-1', 'One'), rich('I-2', 'Two'));
    const first = await bring('i.xml', content);
    const same = await bring('i.xml', content.replace('?>', '?> '));
    const changed = await bring('i.xml', content.replace('One', 'Another'));
    expect((await undo(first.id)).body.details).toEqual({ batches: [same.id, changed.id] });
    for (const id of [changed.id, same.id, first.id]) expect((await undo(id)).status).toBe(200);
    expect(await stateOf(w.db.superuser)).toBe(before);
  });

  test('a file whose batch was undone can be brought again, also when a later batch had found it unchanged', async () => {
    const content = activities(rich('E-1', 'Once more'));
    const first = await bring('e.xml', content);
    const second = await bring('e.xml', content.replace('?>', '?> '));   // other bytes, same records: unchanged
    for (const id of [second.id, first.id]) expect((await undo(id)).status).toBe(200);
    const again = await bring('e.xml', content.replace('?>', '?> '));
    expect(again.counts).toMatchObject({ added: 1, unchanged: 0 });
  });

  test('only the organisation that brought a batch can see or undo it', async () => {
    const batch = await bring('f.xml', activities(rich('F-1', 'Ours')));
    expect((await undo(batch.id, 'neighbour')).status).toBe(404);
    expect((await w.as('neighbour').get(`/intake/batches/${batch.id}`)).status).toBe(404);
    expect((await w.as('neighbour').get(`/intake/batches/${batch.id}/problems`)).status).toBe(404);
    expect((await undo(batch.id, 'reader')).status).toBe(403);
  });

  test('the files of an undone batch are kept', async () => {
    const content = activities(rich('G-1', 'Kept'));
    const batch = await bring('g.xml', content);
    await undo(batch.id);
    expect((await w.as('reporter').get(`/intake/files/${batch.files[0].id}/original`)).text).toBe(content);
  });

  test('the demonstration goes with one click, with its institution and everything of it; what others brought stays', async () => {
    const before = await stateOf(w.db.superuser);
    const id = await w.db.app.transaction(w.actor('stranger'), async (tx) => {
      await demonstration.run(tx);
      return (await w.db.superuser.query<{ id: number }>('select coalesce(max(id), 0) + 1 as id from intake_batches')).rows[0]!.id;
    });
    await w.runJobs();
    expect(await countOf(w.db.superuser, 'activities_versions', `illustrative and batch_id = ${id}`)).toBeGreaterThan(50);
    expect((await w.as('stranger').get('/access/session')).body.illustrative).toBe(true);
    expect((await w.as('editor').post('/intake/demonstration/remove')).status).toBe(403);
    expect((await w.as('administrator').post('/intake/demonstration/remove')).body).toEqual({ removed: 1 });
    expect(await stateOf(w.db.superuser)).toBe(before);
    expect(await countOf(w.db.superuser, 'organisations_organisations', 'illustrative')).toBe(0);
    expect(await countOf(w.db.superuser, 'intake_batches', 'illustrative')).toBe(0);
    expect((await w.as('stranger').get('/access/session')).body.illustrative).toBe(false);
  });
});

describe('cancel', () => {
  const many = (prefix: string, n: number) => activities(...Array.from({ length: n }, (_, i) => rich(`${prefix}-${i}`, `Number ${i}`)));

  test('a batch that waits or is being read stops within a second or so, and nothing of it is in', async () => {
    const before = await stateOf(w.db.superuser);
    const { body: batch } = await w.as('reporter').upload('/intake/batches', { files: [{ name: 'big.xml', content: many('X', 12_000) }] });
    await w.startJobs();
    for (let seen = ''; seen !== 'reading';) {
      const { body } = await w.as('reporter').get(`/intake/batches/${batch.id}`);
      seen = body.progress.records > 0 ? 'reading' : '';
    }
    const asked = Date.now();
    expect((await w.as('reporter').post(`/intake/batches/${batch.id}/cancel`)).status).toBe(200);
    const ended = await w.wait(batch.id);
    expect(ended.status).toBe('cancelled');
    expect(Date.now() - asked).toBeLessThan(5000);   // half a second where nothing else runs on the machine
    expect(await stateOf(w.db.superuser)).toBe(before);
    expect(await countOf(w.db.superuser, 'intake_problems', `batch_id = ${batch.id}`)).toBe(0);
    expect((await w.as('reporter').post(`/intake/batches/${batch.id}/cancel`)).body.code).toBe('intake.nothing-to-cancel');
    expect((await undo(batch.id)).body.code).toBe('intake.already-undone');
  });
});

describe('who sees what came in', () => {
  const seenBy = async (who: CastName, id: string) =>
    (await w.db.app.transaction(w.actor(who), (tx) => tx.query('select v.id, (select count(*)::int from funds_transactions t where t.version_id = v.id) as money from activities_versions v where identifier = $1', [id]))).rows;

  test.each([
    ['public', ['stranger', 'reader', 'neighbour', 'member', 'outsider']],
    ['network', ['reader', 'neighbour', 'member', 'outsider']],
    ['circle', ['reader', 'member']],
    ['owner', ['reader']],
  ] as const)('rows brought for %s are for %j, money included', async (audience, readers) => {
    const id = `S-${audience}`;
    await bring(`${audience}.xml`, activities(rich(id, audience)), 'reporter', { audience, ...(audience === 'circle' ? { circleId: String(w.circles.valley) } : {}) });
    for (const who of ['stranger', 'reader', 'neighbour', 'member', 'outsider'] as const) {
      expect(await seenBy(who, id), `${audience} for ${who}`).toHaveLength((readers as readonly string[]).includes(who) ? 1 : 0);
    }
    expect((await seenBy('reader', id))[0]).toMatchObject({ money: 1 });
  });

  test('contact persons of a public activity are for members only', async () => {
    await bring('contacts.xml', activities(activity('T-1', { more: contact('A. Person', 'a.person@alpha.example') })));
    const contacts = async (who: CastName) => (await w.db.app.transaction(w.actor(who), (tx) => tx.query('select content from activities_contacts'))).rows;
    expect(await contacts('stranger')).toEqual([]);
    expect(JSON.stringify(await contacts('neighbour'))).toContain('a.person@alpha.example');
    const { rows } = await w.db.superuser.query(`select content::text || search::text as text from activities_versions where identifier = 'T-1'`);
    expect(rows[0].text).not.toMatch(/a\.person|A\. Person/);
  });

  test('bringing the same file for another audience changes who sees it', async () => {
    const content = activities(rich('U-1', 'For whom?'));
    await bring('u.xml', content, 'reporter', { audience: 'owner' });
    const batch = await bring('u.xml', content, 'reporter', { audience: 'public' });
    expect(batch.counts).toMatchObject({ changed: 1 });
    expect(await seenBy('stranger', 'U-1')).toHaveLength(1);
  });

  test('a circle that the organisation does not belong to cannot be chosen', async () => {
    const answer = await w.as('reporter').upload('/intake/batches', { fields: { audience: 'circle', circleId: String(w.circles.nobody) }, files: [{ name: 'x.xml', content: activities(activity('Z-1')) }] });
    expect(answer.status).toBe(403);
    expect((await w.as('reporter').upload('/intake/batches', { fields: { audience: 'circle' }, files: [{ name: 'x.xml', content: activities(activity('Z-1')) }] })).status).toBe(400);
  });
});
