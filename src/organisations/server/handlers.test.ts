import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activities, activity } from '../../../test/activity-files.ts';
import { world, type CastName, type World } from '../../../test/world.ts';
import type { Mentioned } from '../domain/contract.ts';

let w: World;
const org = (role: string, ref: string | null, name: string, lang = '') => `<participating-org role="${role}"${ref ? ` ref="${ref}"` : ''} type="22"><narrative${lang ? ` xml:lang="${lang}"` : ''}>${name}</narrative></participating-org>`;
beforeAll(async () => {
  w = await world();
  w.clock.advance(Date.parse('2024-06-15T12:00:00Z') - Date.now());
  await bring('reporter', 'alpha.xml', activities(
    activity('AL-1', { more: org('1', 'XX-DONOR', 'Fonds de Genève', 'fr') + org('2', 'XX-DONOR', 'Geneva Fund') }),
    activity('AL-2', { more: org('1', null, 'FONDS DE GENEVE') }),
    activity('AL-3', { more: org('4', null, 'River Aid') })));
  await bring('neighbour', 'beta.xml', activities(
    activity('BE-1', { reporter: 'XX-TEST-BETA', more: org('1', 'XX-DONOR', 'Geneva Fund') }),
    activity('AL-1', { reporter: 'XX-TEST-BETA', updated: '2020-01-01', more: org('1', 'XX-DONOR', 'Geneva Fund') + org('4', 'XX-OTHER', 'Beta’s partner') })));
  await bring('reporter', 'own.xml', activities(activity('AL-8', { more: org('1', 'XX-DONOR', 'Geneva Fund') + org('4', 'XX-HIDDEN', 'Hidden Partner') })), { audience: 'owner' });
  // Only Alpha can see that the name without identifier is carried by two.
  await bring('reporter', 'twins.xml', activities(activity('AL-9', { more: org('4', 'XX-RIVER-1', 'River Aid') })), { audience: 'network' });
});
afterAll(() => w.close());

async function bring(who: CastName, name: string, content: string, fields: Record<string, string> = {}) {
  const { body } = await w.as(who).upload('/intake/batches', { fields, files: [{ name, content }] });
  expect((await w.wait(body.id, who)).status).toBe('done');
}
const search = async (who: CastName, query: Record<string, unknown> = {}) => (await w.as(who).get('/organisations', query)).body as { total: number; organisations: Mentioned[] };
const show = async (who: CastName, key: string) => (await w.as(who).get(`/organisations/by-key/${encodeURIComponent(key)}`)).body;
const brief = ({ organisations }: { organisations: Mentioned[] }) => organisations.map((o) => [o.key, o.activities.value]);

describe('organisations in the data', () => {
  test('are found by any of their names, folded, and by identifier', async () => {
    for (const text of ['genève', 'GENEVE', 'geneva f', 'xx-donor']) expect((await search('stranger', { text })).organisations.map((o) => o.key)).toEqual(['XX-DONOR']);
    expect(await search('stranger', { text: '100%_' })).toEqual({ total: 0, organisations: [] });
  });

  test('a name without identifier counts for the one identifier that carries it; one activity is counted once', async () => {
    const { organisations: [donor] } = await search('stranger', { text: 'geneve' });
    expect(donor).toMatchObject({ key: 'XX-DONOR', name: 'Geneva Fund', kind: '22', reports: false, activities: { value: '3', unit: { kind: 'count', of: 'activities' } } });
    expect(donor!.names.map((n) => [n.name, n.language])).toEqual([['Geneva Fund', 'en'], ['FONDS DE GENEVE', 'en'], ['Fonds de Genève', 'fr']]);
  });

  test('each sees those that their rows speak of, and counts only what they may see', async () => {
    expect(brief(await search('stranger', { text: 'hidden' }))).toEqual([]);
    expect(brief(await search('reader', { text: 'hidden' }))).toEqual([['XX-HIDDEN', '1']]);
    expect(brief(await search('reader', { text: 'donor' }))).toEqual([['XX-DONOR', '4']]);
    expect(brief(await search('neighbour', { text: 'donor' }))).toEqual([['XX-DONOR', '3']]);
  });

  test('which name means whom is decided by what the reader may see', async () => {
    expect(brief(await search('stranger', { text: 'river' }))).toEqual([['name:river aid', '1']]);
    expect(brief(await search('outsider', { text: 'river' }))).toEqual([['XX-RIVER-1', '2']]);
    expect((await show('outsider', 'name:river aid')).key).toBe('XX-RIVER-1');
    expect((await show('stranger', 'name:river aid')).name).toBe('River Aid');
  });

  test('the most mentioned come first, page by page', async () => {
    const all = await search('stranger');
    expect(all.total).toBe(all.organisations.length);
    expect(brief(all).map(([k]) => k)).toEqual(['XX-DONOR', 'XX-TEST-ALPHA', 'XX-TEST-BETA', 'XX-OTHER', 'name:river aid']);
    const pages = [await search('stranger', { limit: 2 }), await search('stranger', { limit: 2, after: 2 })];
    expect(pages.flatMap((p) => brief(p))).toEqual(brief(all).slice(0, 4));
    expect([...pages, await search('stranger', { after: 100 })].map((p) => p.total)).toEqual([all.total, all.total, all.total]);
  });

  test('the count carries its passport: publishers, days, who of the named reports, the rows behind it', async () => {
    const { activities: figure, reports } = (await search('reader', { text: 'XX-DONOR' })).organisations[0]!;
    expect(reports).toBe(false);
    expect(figure.passport).toMatchObject({
      asOf: '2024-05-01', asOfLatest: '2024-05-01', method: { kind: 'registered' }, audience: { audience: 'owner', circleId: null }, conflicts: 1,
      rows: { operation: 'activities.list', input: { organisation: 'XX-DONOR' } }, completeness: { reported: 2, expected: 4 }, missingReporters: 2,
    });
    expect(figure.passport.sources.map((s) => s.key)).toEqual(['XX-TEST-ALPHA', 'XX-TEST-BETA']);
    expect((await search('stranger', { text: 'XX-DONOR' })).organisations[0]!.activities.passport.audience).toEqual({ audience: 'public', circleId: null });
  });
});

describe('one organisation', () => {
  test('has its roles with figures and those beside it', async () => {
    const donor = await show('stranger', 'XX-DONOR');
    expect(donor.roles.map((r: { role: string; activities: { value: string } }) => [r.role, r.activities.value])).toEqual([['1', '3'], ['2', '1']]);
    expect(donor.partners).toEqual([{ key: 'XX-TEST-ALPHA', name: 'Reporter XX-TEST-ALPHA', activities: 2 }, { key: 'XX-TEST-BETA', name: 'Reporter XX-TEST-BETA', activities: 1 }]);
    expect((await show('stranger', 'XX-TEST-ALPHA'))).toMatchObject({ reports: true, activities: { value: '3' } });
  });

  test('agrees with the list of activities that its figure opens', async () => {
    for (const who of ['stranger', 'reader', 'neighbour', 'outsider'] as const) for (const { key, activities: figure } of (await search(who)).organisations) {
      expect({ who, key, value: (await w.as(who).get('/activities', { organisation: key })).body.total.value }).toEqual({ who, key, value: figure.value });
    }
  });

  test('that nobody you may read speaks of is not found', async () => {
    for (const [who, key] of [['stranger', 'XX-HIDDEN'], ['reader', 'XX-NOTHING']] as const) expect((await show(who, key)).code).toBe('request.not-found');
  });
});

describe('institutions that own records', () => {
  const epsilon = { name: ' Epsilon ', identifier: ' xx-eps ', kind: '22', level: 'local' };

  test('are listed for everybody who is signed in', async () => {
    expect((await w.as('outsider').get('/organisations/members')).body.map((o: { name: string }) => o.name)).toEqual(['Alpha', 'Beta', 'Delta', 'Gamma']);
  });

  test('are added and changed by an administrator; the identifier is kept in capitals', async () => {
    const added = await w.as('administrator').post('/organisations/members', epsilon);
    expect(added.body).toEqual({ id: expect.any(Number), name: 'Epsilon', identifier: 'XX-EPS', kind: '22', level: 'local', illustrative: false });
    const changed = await w.as('administrator').post(`/organisations/members/${added.body.id}`, { ...added.body, name: 'Epsilon Town', identifier: '' });
    expect(changed.body).toMatchObject({ name: 'Epsilon Town', identifier: null });
  });

  test('no two have one name or one identifier', async () => {
    const refused = [
      await w.as('administrator').post('/organisations/members', { ...epsilon, name: 'ALPHA', identifier: null }),
      await w.as('administrator').post('/organisations/members', { ...epsilon, name: 'Zeta', identifier: 'xx-test-beta' }),
      await w.as('administrator').post(`/organisations/members/${w.organisations.Gamma}`, { name: 'beta', identifier: null, kind: null, level: null }),
    ];
    expect(refused.map((a) => [a.status, a.body.code])).toEqual(refused.map(() => [409, 'organisations.exists']));
  });

  test('what does not exist is not found, and what is no institution is refused', async () => {
    expect((await w.as('administrator').post('/organisations/members/999', { name: 'X', identifier: null, kind: null, level: null })).body.code).toBe('request.not-found');
    expect((await w.as('administrator').post('/organisations/members', { ...epsilon, name: '' })).body.code).toBe('input.invalid');
    expect((await w.as('administrator').post('/organisations/members', { ...epsilon, level: 'cosmic' })).body.code).toBe('input.invalid');
  });
});
