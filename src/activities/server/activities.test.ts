import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activities, activity, contact, transaction } from '../../../test/activity-files.ts';
import { world, type CastName, type World } from '../../../test/world.ts';

let w: World;
beforeAll(async () => {
  w = await world();
  w.clock.advance(Date.parse('2024-06-15T12:00:00Z') - Date.now());
  await bring('reporter', 'alpha.xml', activities(
    activity('AL-1', { title: 'Wells for Ünderwood', country: 'BD', more: `${transaction('3', '100.50', '<receiver-org ref="XX-TEST-BETA"><narrative>Beta</narrative></receiver-org>')}${transaction('4', '20')}
      <related-activity ref="AL-2" type="2"/>${contact('Anna Alpha', 'anna@alpha.example')}` }),
    activity('AL-2', { title: '=HYPERLINK("x")', country: 'JO', sector: '72010', more: `<activity-date type="3" iso-date="2024-07-01"/>${transaction('3', '5', '', )}${transaction('3', '7').replace('<value ', '<value currency="USD" ')}` }),
    activity('AL-3', { title: 'Closed one', status: '4', country: 'JO', more: '<activity-date type="4" iso-date="2023-12-31"/>' })));
  await bring('neighbour', 'beta.xml', activities(
    activity('BE-1', { title: 'Beta schools', reporter: 'XX-TEST-BETA', updated: '2024-06-01' }),
    activity('AL-1', { title: 'Wells, says Beta', updated: '2024-01-01', more: transaction('3', '90') })));
  await bring('reporter', 'secret.xml', activities(activity('AL-9', { title: 'Not for everybody' })), { audience: 'owner' });
});
afterAll(() => w.close());

async function bring(who: CastName, name: string, content: string, fields: Record<string, string> = {}) {
  const { body } = await w.as(who).upload('/intake/batches', { fields, files: [{ name, content }] });
  return w.wait(body.id, who);
}
const list = async (who: CastName, query: Record<string, unknown> = {}) => (await w.as(who).get('/activities', query)).body;
const ids = async (who: CastName, query: Record<string, unknown> = {}) => (await list(who, { order: 'title', ...query })).activities.map((a: { identifier: string }) => a.identifier).sort();

describe('the list', () => {
  test('each identifier once, with the version that counts; the total counts only what its reader may see', async () => {
    expect(await ids('stranger')).toEqual(['AL-1', 'AL-2', 'AL-3', 'BE-1']);
    const seen = await list('stranger', { text: 'wells' });
    expect(seen.activities).toMatchObject([{ identifier: 'AL-1', title: 'Wells for Ünderwood', versions: 2 }]);
    expect((await list('stranger')).total.value).toBe('4');
    expect((await list('reader')).total.value).toBe('5');
    expect((await list('neighbour')).total.value).toBe('4');
  });

  test('is found by place, sector, organisation, year, status, and by the beginning of words without accents', async () => {
    expect(await ids('stranger', { place: 'JO' })).toEqual(['AL-2', 'AL-3']);
    expect(await ids('stranger', { sector: '72010' })).toEqual(['AL-2']);
    expect(await ids('stranger', { sector: '1:72010' })).toEqual(['AL-2']);
    expect(await ids('stranger', { organisation: 'XX-TEST-BETA' })).toEqual(['BE-1']);
    expect(await ids('stranger', { status: '4' })).toEqual(['AL-3']);
    expect(await ids('stranger', { year: 2024, place: 'JO' })).toEqual(['AL-2']);
    expect(await ids('stranger', { text: 'underw' })).toEqual(['AL-1']);
    expect(await ids('stranger', { text: 'al-2' })).toEqual(['AL-2']);
    expect(await ids('stranger', { endingBefore: '2024-08-01' })).toEqual(['AL-2']);
    expect(await ids('stranger', { endingFrom: '2024-08-01', endingBefore: '2100-01-01' })).not.toContain('AL-2');
    expect(await ids('stranger', { text: `'; drop table x; --` })).toEqual([]);
  });

  test('is sorted and paged', async () => {
    const page = async (query: Record<string, unknown>) => (await list('stranger', query)).activities.map((a: { identifier: string }) => a.identifier);
    expect(await page({ order: 'ends' })).toEqual(['AL-3', 'AL-2', 'AL-1', 'BE-1']);
    expect(await page({ order: 'spent', limit: 2 })).toEqual(['AL-1', 'AL-2']);
    expect(await page({ order: 'title', limit: 1, after: 1 })).toEqual(['BE-1']);
  });

  test('what was spent is a figure with its passport; two currencies have no sum', async () => {
    const all = (await list('stranger')).activities as { identifier: string; spent: { value: string | null; unit: object; passport: { because: { code: string }[]; sources: object[]; reliability: string } } }[];
    const of = (id: string) => all.find((a) => a.identifier === id)!.spent;
    expect(of('AL-1')).toMatchObject({ value: '120.50', unit: { kind: 'money', currency: 'EUR' }, passport: { conflicts: 1, audience: { audience: 'public' }, sources: [{ key: 'XX-TEST-ALPHA', name: 'Reporter XX-TEST-ALPHA' }] } });
    expect(of('AL-2')).toMatchObject({ value: null });
    expect(of('AL-2').passport.because[0]).toEqual({ code: 'activities.several-currencies', params: { currencies: 'EUR, USD' } });
    expect(of('AL-3').value, 'no payment published is not nothing spent').toBe(null);
    expect(of('AL-3').passport.because[0]).toEqual({ code: 'activities.no-payment', params: {} });
    expect(new Set(all.map((a) => a.spent.passport.reliability)).size, 'a publisher with too few activities cannot be judged').toBeGreaterThan(1);
  });
});

describe('one activity', () => {
  const show = (who: CastName, id: string, query = {}) => w.as(who).get(`/activities/by-identifier/${encodeURIComponent(id)}`, query);

  test('shows every version, which one counts, and what they say differently', async () => {
    const { body } = await show('stranger', 'AL-1');
    expect(body.versions).toMatchObject([{ owner: 'Alpha', source: 'alpha', file: 'alpha.xml', line: 3, standard: '2.03', counted: true }, { owner: 'Beta', source: 'beta', counted: false }]);
    expect(body.shown.activity.title).toEqual([{ lang: 'en', text: 'Wells for Ünderwood' }]);
    expect(body.shown.transactions).toMatchObject([{ type: '3', value: '100.50', receiver: { ref: 'XX-TEST-BETA' } }, { type: '4', value: '20' }]);
    const differences = Object.fromEntries(body.differences.map((d: { field: string; values: { value: string }[] }) => [d.field, d.values.map((v) => v.value)]));
    expect(differences).toMatchObject({ title: ['Wells for Ünderwood', 'Wells, says Beta'], spent: ['120.50 EUR', '90 EUR'], lastUpdatedOn: ['2024-05-01', '2024-01-01'] });
    expect(differences).not.toHaveProperty('reporter');
    const other = (await show('stranger', 'AL-1', { versionId: body.versions[1].versionId })).body;
    expect(other.shown).toMatchObject({ origin: { owner: 'Beta' }, transactions: [{ value: '90' }] });
  });

  test('knows its family from both sides, and its totals by kind', async () => {
    const parent = (await show('stranger', 'AL-1')).body;
    expect(parent.family).toEqual([{ type: '2', identifier: 'AL-2', title: '=HYPERLINK("x")' }]);
    expect((await show('stranger', 'AL-2')).body.family).toEqual([{ type: '1', identifier: 'AL-1', title: 'Wells for Ünderwood' }]);
    expect(parent.totals.map((t: { type: string; figure: { value: string } }) => [t.type, t.figure.value])).toEqual([['3', '100.50'], ['4', '20']]);
  });

  test('contact persons are for members only', async () => {
    expect((await show('stranger', 'AL-1')).body.contacts).toBeNull();
    expect((await show('stranger', 'AL-1')).text).not.toContain('anna@');
    expect((await show('outsider', 'AL-1')).body.contacts).toMatchObject([{ emails: ['anna@alpha.example'] }]);
  });

  test('what a reader may not see is not there', async () => {
    expect((await show('neighbour', 'AL-9')).status).toBe(404);
    expect((await show('reader', 'AL-9')).status).toBe(200);
  });
});

describe('summary and table', () => {
  test('counts activities, organisations and places, what ends soon, and identifiers with several versions', async () => {
    const { body } = await w.as('stranger').get('/activities/summary');
    const values = Object.fromEntries(Object.entries(body as Record<string, { value: string }>).map(([k, f]) => [k, f.value]));
    expect(values).toEqual({ activities: '4', organisations: '2', places: '2', endingSoon: '1', severalVersions: '1' });
    expect(await ids('stranger', body.endingSoon.passport.rows.input), 'what it opens').toHaveLength(1);
    expect(body.activities.passport).toMatchObject({ completeness: { reported: 2, expected: 2 }, sources: [{ key: 'XX-TEST-ALPHA' }, { key: 'XX-TEST-BETA' }], conflicts: 1, rows: { operation: 'activities.list' } });
  });

  test('the table has hashtags, origin and passport, and no cell that a spreadsheet would run', async () => {
    const { text, headers } = await w.as('stranger').get('/activities/export.csv');
    expect(headers['content-type']).toContain('text/csv');
    const lines = text.replace('\ufeff', '').trim().split('\n');
    expect(lines[0]).toMatch(/^identifier,title,reporter_key/);
    expect(lines[1]).toMatch(/^#activity\+code,#activity\+name/);
    expect(lines.filter((l) => l.startsWith('AL-2')), 'one line for each currency').toHaveLength(2);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).not.toContain('AL-9');
    expect(lines[2]).toMatch(/alpha\.xml,3,1,iati 2\.03,2024-05-01/);
  });
});
