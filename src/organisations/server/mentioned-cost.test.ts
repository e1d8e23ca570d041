import { afterAll, beforeAll, expect, test } from 'vitest';
import { activities, activity } from '../../../test/activity-files.ts';
import { countingRows } from '../../../test/rows-touched.ts';
import { world, type World } from '../../../test/world.ts';
import type { Queryable } from '../../platform/db/rows.ts';
import { foldName } from '../domain/fold.ts';
import { mentionedBy, shownOrganisation } from './mentioned.ts';
import { searchKeys } from './mentioned-store.ts';

const ACTIVITIES = 600;
const ORGANISATIONS = 200;
const TODAY = '2024-06-15';

let w: World;
let rows: number;
/** A third of the mentions are by name alone: those stand for the identifier that carries the name. */
const org = (n: number, byName: boolean) => `<participating-org role="${1 + (n % 4)}"${byName ? '' : ` ref="XX-ORG-${n}"`} type="22"><narrative>Office of river ${n}</narrative></participating-org>`;
const some = (from: number, to: number) => activities(...Array.from({ length: to - from }, (_, i) => {
  const no = from + i;
  return activity(`AL-${no}`, { more: [0, 1, 2, 3].map((k) => org((no * 7 + k * 31) % ORGANISATIONS, no % 3 === 0)).join('') });
}));

beforeAll(async () => {
  w = await world();
  await bring('small.xml', some(0, 10));
  await w.db.superuser.query('analyze');   // statistics of ten activities, as on the first day; the next file is much larger
  await bring('large.xml', some(10, ACTIVITIES));
  const { rows: [r] } = await w.db.superuser.query(`select (select count(*) from activities_participations)::int + (select count(*) from organisations_sightings)::int + (select count(*) from activities_versions)::int as n`);
  rows = r.n;
});
afterAll(() => w.close());

async function bring(name: string, content: string) {
  const { body } = await w.as('reporter').upload('/intake/batches', { files: [{ name, content }] });
  expect((await w.wait(body.id)).status).toBe('done');
}

/** How many rows are touched for one that is there, as the application's role with the stranger's claims. */
async function cost(run: (tx: Queryable) => Promise<void>): Promise<{ perRow: number; sql: string }> {
  return w.db.app.transaction(w.actor('stranger'), async (tx) => {
    const counting = countingRows(tx);
    await run(counting);
    return { perRow: counting.counted.most / rows, sql: counting.counted.sql };
  });
}

// Each statement may go over what is there some times, for joins, distinct rows and groups; never over one list for each
// row of another: that touched two hundred times as many rows as there are, and took eight seconds with six real files.
test.each([['all of them', ''], ['those that fit a text', 'river 1']])('listing organisations (%s) costs a few steps for each row that is there, whatever the planner believes', async (_, text) => {
  const { perRow, sql } = await cost(async (tx) => {
    const { keys, total } = await searchKeys(tx, { folded: foldName(text), typed: text, limit: 200, after: 0 });
    expect(total).toBeGreaterThan(100);
    const found = await mentionedBy(tx, keys, TODAY);
    expect(found.filter((o) => o.key.startsWith('XX-ORG-')).every((o) => Number(o.activities.value) >= 10)).toBe(true);
  });
  expect(perRow, sql).toBeLessThan(30);
});

test('showing one organisation costs no more', async () => {
  const { perRow, sql } = await cost(async (tx) => {
    expect((await shownOrganisation(tx, 'XX-TEST-ALPHA', TODAY))?.activities.value).toBe(String(ACTIVITIES));
    expect((await shownOrganisation(tx, 'name:office of river 8', TODAY))?.key).toBe('XX-ORG-8');
  });
  expect(perRow, sql).toBeLessThan(30);
});

test('finding one organisation among many looks at its own rows', async () => {
  const { perRow, sql } = await cost(async (tx) => {
    expect(await mentionedBy(tx, ['XX-ORG-7'], TODAY)).toHaveLength(1);
  });
  expect(perRow, sql).toBeLessThan(2);
});
