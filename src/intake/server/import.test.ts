import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activities, activity, transaction, zipped } from '../../../test/activity-files.ts';
import { countOf, stateOf } from '../../../test/state.ts';
import { world, type CastName, type World } from '../../../test/world.ts';

let w: World;
beforeAll(async () => { w = await world(); });
afterAll(() => w.close());

type File = { name: string; content: string | Uint8Array };
async function bring(files: File[], fields: Record<string, string> = {}, who: CastName = 'reporter') {
  const answer = await w.as(who).upload('/intake/batches', { fields, files });
  expect(answer.status, answer.text).toBe(200);
  expect(answer.body).toMatchObject({ status: 'waiting', files: files.map((f) => ({ name: f.name })) });
  return w.wait(answer.body.id, who);
}
const titles = async (where = 'true') =>
  (await w.db.superuser.query<{ title: string }>(`select title from activities_versions where ${where} order by title`)).rows.map((r) => r.title);

describe('bringing files', () => {
  test('several files at once make one batch: plain, gzip, and a zip with a gzip inside', async () => {
    const batch = await bring([
      { name: 'plain.xml', content: activities(activity('A-1', { title: 'Wells' })) },
      { name: 'packed.xml.gz', content: gzipSync(activities(activity('A-2', { title: 'Roads' }))) },
      { name: 'all.zip', content: await zipped({ 'deep/three.xml': activities(activity('A-3', { title: 'Schools' })), 'four.xml.gz': gzipSync(activities(activity('A-4', { title: 'Clinics' }))) }) },
    ]);
    expect(batch).toMatchObject({ status: 'done', counts: { records: 4, added: 4, changed: 0, unchanged: 0, keptOut: 0 }, progress: { phase: 'finished' } });
    expect(await titles(`identifier like 'A-%'`)).toEqual(['Clinics', 'Roads', 'Schools', 'Wells']);
    const archive = batch.files.find((f: { name: string }) => f.name === 'all.zip');
    expect(archive.recognised).toBe('archive');
    expect(batch.files.filter((f: { entryOf: number }) => f.entryOf === archive.id).map((f: { name: string }) => f.name)).toEqual(['all.zip/deep/three.xml', 'all.zip/four.xml.gz']);
  });

  test('counts of every file add up to the records that were read', async () => {
    const batch = await bring([{ name: 'sums.xml', content: activities(activity('B-1'), activity(''), activity('B-2'), activity('B-1')) }]);
    const { records, added, changed, unchanged, keptOut } = batch.counts;
    expect([records, keptOut]).toEqual([4, 1]);
    expect(added + changed + unchanged + keptOut).toBe(records);
  });

  test('the same file twice adds nothing and names the file that it equals', async () => {
    const content = activities(activity('C-1'), activity('C-2'));
    const first = await bring([{ name: 'c.xml', content }]);
    const before = await stateOf(w.db.superuser);
    const second = await bring([{ name: 'other-name.xml', content }]);
    expect(second.files[0].sameAs).toEqual({ fileId: first.files[0].id, name: 'c.xml', batchId: first.id });
    expect(second.counts.records).toBe(0);
    const inZip = await bring([{ name: 'c.zip', content: await zipped({ 'c.xml': content }) }]);
    expect(inZip.counts).toMatchObject({ records: 2, added: 0, changed: 0, unchanged: 2 });
    expect(await stateOf(w.db.superuser)).toBe(before);
  });

  test('the same file twice in one batch adds it once', async () => {
    const content = activities(activity('D-1'));
    const batch = await bring([{ name: 'd.xml', content }, { name: 'd copy.xml', content }]);
    expect(batch.counts).toMatchObject({ records: 1, added: 1 });
    expect(batch.files[1].sameAs.fileId).toBe(batch.files[0].id);
  });

  test('an updated file updates what changed, leaves what did not, and history keeps what was said before', async () => {
    await bring([{ name: 'e.xml', content: activities(activity('E-1', { title: 'Old' }), activity('E-2', { title: 'Same' })) }]);
    const batch = await bring([{ name: 'e (1).xml', content: activities(activity('E-1', { title: 'New' }), activity('E-2', { title: 'Same' }), activity('E-3', { title: 'Third' })) }]);
    expect(batch.counts).toMatchObject({ records: 3, added: 1, changed: 1, unchanged: 1 });
    expect(await titles(`identifier like 'E-%'`)).toEqual(['New', 'Same', 'Third']);
    expect(await countOf(w.db.superuser, 'activities_versions_history', `title = 'Old' and ended_by_batch = ${batch.id}`)).toBe(1);
    expect(await countOf(w.db.superuser, 'activities_participations_history', `ended_by_batch = ${batch.id}`)).toBe(2);
  });

  test('going back to an older file is an update too', async () => {
    const old = activities(activity('F-1', { title: 'First' }));
    await bring([{ name: 'f.xml', content: old }]);
    await bring([{ name: 'f.xml', content: activities(activity('F-1', { title: 'Second' })) }]);
    const back = await bring([{ name: 'f.xml', content: old }]);
    expect(back.counts).toMatchObject({ changed: 1 });
    expect(await titles(`identifier = 'F-1'`)).toEqual(['First']);
  });

  test('the same identifier from another source is a second version; both are kept', async () => {
    await bring([{ name: 'donor.xml', content: activities(activity('G-1', { title: 'As the donor says' })) }]);
    await bring([{ name: 'ministry.xml', content: activities(activity('G-1', { title: 'As the ministry says' })) }], {}, 'neighbour');
    expect(await titles(`identifier = 'G-1'`)).toEqual(['As the donor says', 'As the ministry says']);
  });

  test('the same identifier twice in one file: both are kept as versions, and it is listed', async () => {
    const content = activities(activity('H-1', { title: 'One' }), activity('H-1', { title: 'Two' }), activity('H-1', { title: 'One' }));
    const batch = await bring([{ name: 'h.xml', content }]);
    expect(await titles(`identifier = 'H-1'`)).toEqual(['One', 'Two']);
    expect(batch.counts).toMatchObject({ records: 3, added: 2, unchanged: 1 });
    const { body } = await w.as('reporter').get(`/intake/batches/${batch.id}/problems`);
    expect(body.map((g: { code: string }) => g.code)).toContain('iati.identifier-repeated');
    const again = await bring([{ name: 'h.xml', content: content.replace('Two', 'Two, again') }]);
    expect(again.counts).toMatchObject({ added: 0, changed: 1, unchanged: 2 });
  });

  test('files of one name in one batch never overwrite each other', async () => {
    const batch = await bring([{ name: 'i.zip', content: await zipped({ 'a/i.xml': activities(activity('I-1', { title: 'From a' })), 'b/i.xml': activities(activity('I-1', { title: 'From b' })) }) }]);
    expect(await titles(`identifier = 'I-1'`)).toEqual(['From a', 'From b']);
    const { body } = await w.as('reporter').get(`/intake/batches/${batch.id}/problems/intake.identifier-repeated`);
    expect(body.places).toMatchObject([{ file: 'i.zip/b/i.xml', record: 'I-1' }]);
  });

  test('a file of mixed versions is read record by record', async () => {
    const old = `<iati-activity version="1.05" default-currency="GBP"><iati-identifier>J-2</iati-identifier><reporting-org ref="XX-TEST-ALPHA" type="10">Alpha</reporting-org>
      <title>Old words</title><activity-date type="start-planned" iso-date="2012-01-01"/>
      <transaction><transaction-type code="D"/><transaction-date iso-date="2012-02-01"/><value value-date="2012-02-01">10.50</value></transaction></iati-activity>`;
    const batch = await bring([{ name: 'j.xml', content: activities(activity('J-1', { more: transaction('3', '1') }), old) }]);
    expect(batch.files[0].standard).toBe('iati 1.05, iati 2.03');
    const { rows } = await w.db.superuser.query(`select t.type, t.amount::text, t.currency from funds_transactions t join activities_versions v on v.id = t.version_id where v.identifier like 'J-%' order by amount`);
    expect(rows).toEqual([{ type: '3', amount: '1', currency: 'EUR' }, { type: '3', amount: '10.50', currency: 'GBP' }]);
  });
});

describe('once it is acknowledged', () => {
  const audited = async (batchId: number) =>
    (await w.db.superuser.query(`select account_id, organisation_id, about from access_audit where operation = 'intake.read-batch' and about->>'batchId' = $1`, [String(batchId)])).rows;

  test.each([['small, read by the server', 2], ['large, read in a thread', 1500]])('the audit says in the import’s own transaction that it is done, with its counts: %s', async (_, records) => {
    const batch = await bring([{ name: `audited-${records}.xml`, content: activities(...Array.from({ length: records }, (_, i) => activity(`P-${records}-${i}`))) }]);
    expect(batch.counts.records).toBe(records);
    expect(await audited(batch.id)).toEqual([{ account_id: null, organisation_id: w.organisations.Alpha, about: { batchId: batch.id, status: 'done', counts: batch.counts } }]);
    const { rows: [same] } = await w.db.superuser.query(`select distinct a.xmin::text = b.xmin::text as transaction from access_audit a, intake_batches b
      where b.id = $1 and a.operation = 'intake.read-batch' and a.about->>'batchId' = $1::text`, [batch.id]);
    expect(same).toEqual({ transaction: true });
  });

  test.each([
    ['closed', 'disabled_at = now()', 'disabled_at = null'],
    ['made a reader', `role = 'reader'`, `role = 'reporter'`],
    ['moved to another organisation', `organisation_id = (select id from organisations_organisations where name = 'Beta')`, `organisation_id = (select id from organisations_organisations where name = 'Alpha')`],
  ])('a batch is read though the account that brought it was %s since', async (what, change, back) => {
    const id = `Q-${what.length}`;
    const { body } = await w.as('reporter').upload('/intake/batches', { files: [{ name: `${what}.xml`, content: activities(activity(id)) }] });
    await w.db.superuser.query(`update access_accounts set ${change} where id = $1`, [w.accounts.reporter]);
    await w.runJobs();
    await w.db.superuser.query(`update access_accounts set ${back} where id = $1`, [w.accounts.reporter]);
    expect((await w.as('editor').get(`/intake/batches/${body.id}`)).body).toMatchObject({ status: 'done', counts: { added: 1 } });
    expect(await titles(`identifier = '${id}'`)).toEqual([`Title of ${id}`]);
  });
});

describe('what goes wrong', () => {
  test('records with a critical problem stay out and are listed, the others go in; all problems of all files at once', async () => {
    const batch = await bring([
      { name: 'k.xml', content: activities(activity('K-1'), activity('', { title: 'Nameless' })) },
      { name: 'l.xml', content: activities(activity('L-1', { more: transaction('ZZ', 'ten') })) },
      { name: 'cut.xml', content: activities(activity('L-2'), activity('L-3')).slice(0, 900) },
      { name: 'notes.txt', content: 'Dear colleagues' },
    ]);
    expect(batch.status).toBe('done');
    expect(await titles(`identifier in ('K-1', 'L-1', 'L-2', 'L-3')`)).toEqual(['Title of K-1', 'Title of L-1', 'Title of L-2']);
    const groups = (await w.as('reporter').get(`/intake/batches/${batch.id}/problems`)).body as { code: string; severity: string; times: number; files: number; sample: { file: string; line: number }[] }[];
    expect(groups.map((g) => g.code)).toEqual(expect.arrayContaining(['iati.identifier-missing', 'iati.not-a-number', 'xml.cut-off', 'intake.not-recognised']));
    expect(groups.findIndex((g) => g.severity !== 'critical')).toBeGreaterThan(0);
    expect(groups.find((g) => g.code === 'intake.not-recognised')!.sample).toMatchObject([{ file: 'notes.txt', params: { looksLike: 'text' } }]);
    const wrong = groups.find((g) => g.code === 'iati.not-a-number')!;
    expect(wrong.sample[0]).toMatchObject({ file: 'l.xml', line: 13, record: 'L-1', value: 'ten' });
    const csv = await w.as('reporter').get(`/intake/batches/${batch.id}/problems.csv`);
    expect(csv.text.split('\n')[0]).toContain('severity,code,what,how_to_mend,file,line');
    expect(csv.text.trim().split('\n')).toHaveLength(1 + groups.reduce((sum, g) => sum + g.times, 0));
  });

  test('a file that nothing can read is refused before anything is kept', async () => {
    const before = await countOf(w.db.superuser, 'intake_batches');
    const answer = await w.as('reporter').upload('/intake/batches', { files: [{ name: 'plan.pdf', content: '%PDF-1.7 …' }] });
    expect(answer).toMatchObject({ status: 422, body: { code: 'intake.not-recognised', details: { files: [{ name: 'plan.pdf', looksLike: 'pdf' }] } } });
    expect((await w.as('reporter').upload('/intake/batches', { files: [] })).status).toBe(400);
    expect(await countOf(w.db.superuser, 'intake_batches')).toBe(before);
  });

  test('bytes that are no text end the reading there; what came before is in', async () => {
    const content = Buffer.concat([Buffer.from(activities(activity('M-1')).replace('</iati-activities>', '')), Buffer.from([0xff, 0xfe, 0xff]), Buffer.from(activity('M-2'))]);
    const batch = await bring([{ name: 'm.xml', content }]);
    expect(batch.counts).toMatchObject({ added: 1, problems: { critical: 1 } });
  });

  test('ISO-8859-1 and UTF-16 are read as what they are', async () => {
    const text = activities(activity('N-1', { title: 'Genève' }));
    await bring([{ name: 'n1.xml', content: Buffer.from(text.replace('UTF-8', 'ISO-8859-1'), 'latin1') }, { name: 'n2.xml', content: Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16').replace('N-1', 'N-2')}`, 'utf16le') }]);
    expect(await titles(`identifier like 'N-%'`)).toEqual(['Genève', 'Genève']);
  });
});

describe('the original', () => {
  test('comes back byte for byte, also out of an archive', async () => {
    const content = activities(activity('O-1', { title: 'Ünïcode' }));
    const zip = await zipped({ 'o.xml': content });
    const batch = await bring([{ name: 'o.zip', content: zip }, { name: 'o-2.xml', content: content.replace('O-1', 'O-2') }]);
    const get = async (name: string) => w.app.inject({ url: `/api/intake/files/${batch.files.find((f: { name: string }) => f.name === name).id}/original`, headers: { cookie: w.as('reporter').cookie!, host: 'localhost' } });
    expect((await get('o.zip')).rawPayload.equals(zip)).toBe(true);
    expect((await get('o.zip/o.xml')).body).toBe(content);
    expect((await get('o-2.xml')).body).toBe(content.replace('O-1', 'O-2'));
    expect((await w.as('neighbour').get(`/intake/files/${batch.files[0].id}/original`)).status).toBe(404);
  });
});
