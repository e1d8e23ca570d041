import { afterAll, beforeAll, expect, test } from 'vitest';
import { moneyFile } from '../../../test/money-files.ts';
import { world, type World } from '../../../test/world.ts';

let w: World;
beforeAll(async () => {
  w = await world();
  const budget = (type: string, from: string, to: string, value: number, currency = 'EUR') =>
    `<budget type="${type}"><period-start iso-date="${from}"/><period-end iso-date="${to}"/><value currency="${currency}" value-date="${from}">${value}</value></budget>`;
  const file = moneyFile({
    A: { by: 'XX-A', paid: [{ type: '4', amount: 5 }], more: budget('1', '2020-07-01', '2021-06-30', 365) + budget('2', '2021-07-01', '2021-12-31', 80) + budget('1', '2021-07-01', '2021-12-31', 70) },
    P: { by: 'XX-P', paid: [], more: `${budget('1', '2022-01-01', '2022-12-31', 100)}<related-activity ref="C" type="2"/>` },
    C: { by: 'XX-P', paid: [], more: budget('1', '2022-01-01', '2022-12-31', 100) + budget('1', '2023-01-01', '2023-12-31', 7, 'QQQ') },
  });
  const split = moneyFile({
    S: { by: 'XX-S', paid: [], more: `${budget('1', '2024-01-01', '2024-12-31', 200)}<planned-disbursement type="1"><period-start iso-date="2024-03-01"/><value currency="EUR" value-date="2024-03-01">33</value></planned-disbursement>` },
  }).replace('<recipient-country code="BD"/>', '<recipient-country code="JO" percentage="25"/><recipient-country code="TD" percentage="75"/>');
  const { body } = await w.as('reporter').upload('/intake/batches', { fields: {}, files: [{ name: 'plans.xml', content: file }, { name: 'split.xml', content: split }] });
  await w.wait(body.id);
  await w.runJobs();
});
afterAll(() => w.close());

const plans = async (query: Record<string, unknown> = {}) => {
  const { body } = await w.as('stranger').get('/funds/budgets', query);
  return body.rows.map((r: { kind: string; year: number; figure: { value: string }; budgets: number }) => [r.kind, r.year, r.figure.value, r.budgets]);
};

test('a budget is spread over its years by days; a revised one takes the place of the original; one level counts', async () => {
  expect(await plans()).toEqual([
    ['budget', 2020, '184.00', 1], ['budget', 2021, '261.00', 2], ['budget', 2022, '100.00', 1], ['budget', 2024, '200.00', 1], ['planned-disbursement', 2024, '33.00', 1],
  ]);
});

test('plans are split and filtered like spending, and are never part of it', async () => {
  expect(await plans({ place: 'JO' })).toEqual([['budget', 2024, '50.00', 1], ['planned-disbursement', 2024, '8.25', 1]]);
  expect(await plans({ organisation: 'XX-A', year: 2021 })).toEqual([['budget', 2021, '261.00', 2]]);
  expect((await w.as('stranger').get('/funds/overview')).body).toMatchObject({ naive: { value: '5.00' } });
});

test('a plan in a currency without a rate stands beside the years', async () => {
  expect((await w.as('stranger').get('/funds/budgets')).body.unconverted).toMatchObject([{ currency: 'QQQ', figure: { value: '7' } }]);
});
