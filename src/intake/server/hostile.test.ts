import { afterAll, beforeAll, expect, test } from 'vitest';
import { activities, activity, transaction } from '../../../test/activity-files.ts';
import { countOf } from '../../../test/state.ts';
import { world, type World } from '../../../test/world.ts';

let w: World;
beforeAll(async () => { w = await world(); });
afterAll(() => w.close());

async function bring(...all: string[]) {
  const { body } = await w.as('reporter').upload('/intake/batches', { files: [{ name: `${Math.random()}.xml`, content: activities(...all) }] });
  const batch = await w.wait(body.id);
  expect(batch, w.lines.filter((l) => l.includes('"err"')).join('')).toMatchObject({ status: 'done' });
  return batch;
}
const long = (n: number) => 'ä'.repeat(n);

/** Each of these would stop a whole batch if it reached the database as it stands. */
test.each([
  ['an identifier longer than an index entry', activity(`X-${long(4000)}`)],
  ['an identifier of controls and quotes', activity('X-&#9;&#10;\'"\\N \\. %_')],
  ['texts that COPY would read as something else', activity('X-1', { title: '\\N \\. \\t &#9; &#13; {"a",\\"b\\"} $1 \'; drop table x' })],
  ['a title of a megabyte', activity('X-2', { title: long(1_000_000) })],
  ['words longer than a search lexeme', activity('X-3', { title: `${'x'.repeat(5000)} ${long(3000)}` })],
  ['codes longer than an index entry', activity('X-4', { country: long(3000), sector: long(3000), status: long(3000) })],
  ['an organisation of 9,000 letters, without identifier', activity('X-5', { more: `<participating-org role="4"><narrative>${long(9000)}</narrative></participating-org>` })],
  ['a role and a type that are no codes', activity('X-6', { more: `<participating-org role="${long(500)}" type="${long(500)}" ref="${long(4000)}" activity-id="${long(4000)}"/>` })],
  ['an amount of 3,000 digits', activity('X-7', { more: transaction('3', `${'9'.repeat(3000)}.${'9'.repeat(3000)}`) })],
  ['days that no calendar has', activity('X-8', { more: `<activity-date type="2" iso-date="0000-01-01"/><activity-date type="3" iso-date="9999-12-31"/><activity-date type="4" iso-date="2023-02-30"/>${transaction('3', '5').replaceAll('2023-06-30', '0000-00-00')}` })],
  ['a hierarchy beyond any integer', activity('X-9').replace('<iati-activity ', '<iati-activity hierarchy="99999999999999999999" ')],
  ['related activities with long names', activity('X-10', { more: `<related-activity ref="${long(4000)}" type="${long(100)}"/>` })],
  ['two thousand participants and as many transactions', activity('X-11', { more: `${'<participating-org role="1" ref="XM-DAC-1"><narrative>One</narrative></participating-org>'.repeat(2000)}${transaction('3', '0.01').repeat(2000)}` })],
  ['characters outside the basic plane, and marks of order', activity('X-12', { title: '😀 \u202e reversed \u2066 \ufeff \u0301' })],
  ['a language of 3,000 letters', activity('X-13').replace('<title><narrative>', `<title><narrative xml:lang="${'q'.repeat(3000)}">`)],
  ['a currency that is a sentence', activity('X-14', { more: transaction('3', '5').replace('<value ', `<value currency="${long(3000)}" `) })],
  ['nothing but an identifier', '<iati-activity><iati-identifier>X-15</iati-identifier></iati-activity>'],
  ['a contact of strange characters', activity('X-16', { more: '<contact-info><email>\\N\\.&#9;"{}\\u0000</email></contact-info>' })],
])('%s: the batch goes in, and so does the record beside it', async (name, record) => {
  const beside = `BESIDE ${name}`;
  await bring(record, activity(beside));
  expect(await countOf(w.db.superuser, 'activities_versions', `identifier = '${beside}'`)).toBe(1);
});

test('what went in can be listed, shown, searched and exported', async () => {
  const list = await w.as('reader').get('/activities', { limit: 100, order: 'title' });
  expect(list.status).toBe(200);
  for (const { identifier } of list.body.activities as { identifier: string }[]) {
    expect((await w.as('reader').get(`/activities/by-identifier/${encodeURIComponent(identifier)}`)).status, identifier.slice(0, 50)).toBe(200);
  }
  expect((await w.as('reader').get('/activities/export.csv')).status).toBe(200);
  expect((await w.as('reader').get('/activities', { text: '\\N \' & | ! ( ) : * < ->' })).status).toBe(200);
});
