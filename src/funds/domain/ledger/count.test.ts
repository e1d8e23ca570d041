import { describe, expect, test } from 'vitest';
import { totalsAt, type BoundaryKind } from './boundary.ts';
import { Book, KIND, SEEN, type LedgerTransaction } from './book.ts';
import { Rates } from '../convert.ts';
import { count } from './count.ts';
import { piecesOf } from './pieces.ts';

/** An activity with its rows, as short as a person would write it on a board. */
type Said = {
  id: string;
  by: string;
  parent?: string;
  children?: string[];
  hierarchy?: number;
  updated?: string;
  file?: string;
  rows: Row[];
};
type Row = {
  type: '1' | '2' | '3' | '4' | '13';
  amount: number | string;
  on?: string;
  currency?: string;
  from?: string | null;
  fromActivity?: string;
  to?: string | null;
  toActivity?: string;
};

function bookOf(all: Said[], sameAs: Record<string, string> = {}): Book {
  const book = new Book(new Rates('EUR'), new Map(Object.entries(sameAs)));
  for (const [i, a] of all.entries()) {
    book.addVersion({
      id: i + 1, identifier: a.id, reporter: a.by, hierarchy: a.hierarchy ?? null, lastUpdatedOn: a.updated ?? null,
      ownFile: (a.file ?? a.by) === a.by, transactions: a.rows.length, contentHash: JSON.stringify(a),
    });
  }
  book.chooseVersions();
  for (const [i, a] of all.entries()) {
    if (a.parent) book.addRelation({ versionId: i + 1, type: '1', identifier: a.parent });
    for (const child of a.children ?? []) book.addRelation({ versionId: i + 1, type: '2', identifier: child });
  }
  let id = 0;
  for (const [i, a] of all.entries()) {
    for (const [line, r] of a.rows.entries()) {
      const row: LedgerTransaction = {
        id: ++id, versionId: i + 1, line, type: r.type, on: r.on ?? '2020-06-01', valueOn: r.on ?? '2020-06-01', amount: String(r.amount), currency: r.currency ?? 'EUR',
        provider: { organisation: r.from ?? null, activity: r.fromActivity ?? null }, receiver: { organisation: r.to ?? null, activity: r.toActivity ?? null },
      };
      book.addTransaction(row);
    }
  }
  return book;
}

const ledgerOf = (all: Said[], sameAs?: Record<string, string>) => {
  const book = bookOf(all, sameAs);
  const ledger = count(book);
  const at = (inside: ReadonlySet<number>, kind?: BoundaryKind) => {
    const t = totalsAt(piecesOf(book), (o) => inside.has(o), kind);
    return {
      ...t, naive: t.naive / 100, receiverOnly: t.receiverOnly / 100, entry: t.entry / 100, end: t.end / 100, retained: t.retained / 100,
      buckets: Object.fromEntries(Object.entries(t.buckets).filter(([, cents]) => cents !== 0).map(([b, cents]) => [b, cents / 100])),
      entryRange: t.entryRange.map((c) => c / 100),
    };
  };
  const names = (numbers: Iterable<number>) => [...numbers].map((n) => book.organisations.text(n)).sort();
  return { book, ledger, totals: at(ledger.inside), within: (...keys: string[]) => at(new Set(keys.map((k) => book.organisations.known(k))), 'chosen'), inside: names(ledger.inside) };
};

const seenOf = (book: Book, from: string, to: string) => {
  const c = book.columns;
  const found: string[] = [];
  for (let i = 0; i < book.rows; i++) {
    if (c.kind[i] === KIND.flow && book.organisations.text(c.provider[i]!) === from && book.organisations.text(c.receiver[i]!) === to) {
      found.push(Object.entries(SEEN).find(([, n]) => n === c.seen[i])![0]);
    }
  }
  return found;
};

/** cases/09 D, in millions: Donor 1 → Agency → NGO 1 and NGO 2; Donor 2 publishes a commitment only. */
const chain: Said[] = [
  { id: 'A', by: 'Donor 1', rows: [{ type: '3', amount: 100, to: 'Agency', toActivity: 'B' }] },
  {
    id: 'B', by: 'Agency', rows: [
      { type: '1', amount: 100, from: 'Donor 1', fromActivity: 'A' },
      { type: '1', amount: 40, from: 'Donor 2', fromActivity: 'X' },
      { type: '3', amount: 60, to: 'NGO 1', toActivity: 'C' },
      { type: '3', amount: 45, to: 'NGO 2', toActivity: 'D' },
      { type: '4', amount: 30 },
    ],
  },
  { id: 'C', by: 'NGO 1', rows: [{ type: '1', amount: 60, from: 'Agency', fromActivity: 'B' }, { type: '4', amount: 55 }] },
  { id: 'D', by: 'NGO 2', rows: [{ type: '4', amount: 45 }] },
  { id: 'X', by: 'Donor 2', rows: [{ type: '2', amount: 40, to: 'Agency', toActivity: 'B' }] },
];

describe('the worked example: a chain of four organisations', () => {
  const { book, totals, inside } = ledgerOf(chain);

  test('335 published, 140 entered, 130 spent at the end, 10 kept on the way', () => {
    expect(totals).toMatchObject({ naive: 335, receiverOnly: 40, entry: 140, end: 130, retained: 10 });
    expect(totals.buckets).toEqual({ entered: 140, 'passed-on': 235 });
    expect(inside).toEqual(['Agency', 'NGO 1', 'NGO 2']);
  });

  test('every edge with its status', () => {
    expect(seenOf(book, 'Donor 1', 'Agency')).toEqual(['both-sides']);
    expect(seenOf(book, 'Donor 2', 'Agency')).toEqual(['receiver-only']);
    expect(seenOf(book, 'Agency', 'NGO 1')).toEqual(['both-sides']);
    expect(seenOf(book, 'Agency', 'NGO 2')).toEqual(['provider-only']);
  });

  test('another boundary, another total: what Agency alone takes in and gives away; what others pay and spend is outside', () => {
    const { within } = ledgerOf(chain);
    expect(within('Agency')).toMatchObject({ naive: 335, receiverOnly: 40, entry: 140, end: 135, retained: 5, buckets: { entered: 140, outside: 100, 'passed-on': 135 } });
    expect(within('Agency', 'Donor 1', 'Donor 2')).toMatchObject({ entry: 140, end: 135, retained: 5, buckets: { 'own-or-unrecorded': 140, outside: 100, 'passed-on': 135 } });
    expect(within('NGO 1')).toMatchObject({ entry: 60, end: 55, retained: 5 });
    expect(within('Donor 1')).toMatchObject({ entry: 100, end: 100, retained: 0, buckets: { 'own-or-unrecorded': 100, outside: 275 } });
    expect(within()).toMatchObject({ entry: 0, end: 0, retained: 0, buckets: { outside: 375 } });
  });
});

describe('one flow, two reports', () => {
  const pair = (outs: Row[], ins: Row[]): Said[] => [
    { id: 'P-1', by: 'P', rows: outs.map((r) => ({ to: 'R', ...r })) },
    { id: 'R-1', by: 'R', rows: [...ins.map((r) => ({ from: 'P', ...r })), { type: '4', amount: 1, on: '2015-01-01' }] },
  ];

  test('k payments of one amount on one day meet k reports; what is over stays one-sided', () => {
    const day = { on: '2021-03-01' };
    const { book, totals } = ledgerOf(pair([{ type: '3', amount: 50, ...day }, { type: '3', amount: 50, ...day }, { type: '3', amount: 50, ...day }], [{ type: '1', amount: 50, ...day }, { type: '1', amount: 50, ...day }]));
    expect(seenOf(book, 'P', 'R').sort()).toEqual(['both-sides', 'both-sides', 'provider-only']);
    expect(totals).toMatchObject({ entry: 150, receiverOnly: 0 });
  });

  test('the total of a year meets its payments, on either side', () => {
    const quarters: Row[] = ['01', '04', '07', '10'].map((m) => ({ type: '3', amount: 25, on: `2021-${m}-15` }));
    expect(ledgerOf(pair(quarters, [{ type: '1', amount: 98, on: '2021-12-31' }])).totals).toMatchObject({ receiverOnly: 0, entry: 100 });
    const months: Row[] = ['02', '08'].map((m) => ({ type: '1', amount: 50, on: `2021-${m}-15` }));
    expect(ledgerOf(pair([{ type: '3', amount: 100, on: '2021-01-02' }], months)).totals).toMatchObject({ receiverOnly: 0, entry: 100 });
  });

  test('two reports that differ by more than five per cent are a conflict: the provider counts, the range says the rest', () => {
    const named = { toActivity: 'R-1', on: '2021-05-01' };
    const higher = ledgerOf(pair([{ type: '3', amount: 100, ...named }], [{ type: '1', amount: 120, on: '2021-05-20' }]));
    expect(seenOf(higher.book, 'P', 'R')).toEqual(['conflict']);
    expect(higher.totals).toMatchObject({ naive: 101, receiverOnly: 20, entry: 100, entryRange: [100, 120], buckets: { entered: 100, 'passed-on': 1, 'conflict-difference': 20 } });
    const lower = ledgerOf(pair([{ type: '3', amount: 100, ...named }], [{ type: '1', amount: 80, on: '2021-05-20' }]));
    expect(lower.totals).toMatchObject({ receiverOnly: 0, entry: 100, entryRange: [80, 100], buckets: { entered: 100, 'passed-on': 1 } });
    const slightly = ledgerOf(pair([{ type: '3', amount: 100, ...named }], [{ type: '1', amount: 96, on: '2021-05-20' }]));
    expect(slightly.totals).toMatchObject({ entry: 100, entryRange: [100, 100] });
  });

  test('reports of a year apart, or of other activities, are two flows', () => {
    expect(ledgerOf(pair([{ type: '3', amount: 100, on: '2020-03-01' }], [{ type: '1', amount: 100, on: '2021-03-01' }])).totals).toMatchObject({ entry: 200, receiverOnly: 100 });
    expect(ledgerOf(pair([{ type: '3', amount: 100, toActivity: 'R-9' }], [{ type: '1', amount: 100 }])).totals).toMatchObject({ entry: 200, receiverOnly: 100 });
  });

  test('a name without identifier is the one organisation that carries it', () => {
    const said = pair([{ type: '3', amount: 100, to: 'name:refuge' }], [{ type: '1', amount: 100 }]);
    expect(ledgerOf(said).totals).toMatchObject({ entry: 200 });
    expect(ledgerOf(said, { 'name:refuge': 'R' }).totals).toMatchObject({ entry: 100, receiverOnly: 0 });
  });

  test('a bare channel code is the publisher that puts XM-DAC- before it', () => {
    const said: Said[] = [{ id: 'a', by: 'XM-DAC-46004', rows: [{ type: '3', amount: 70, to: '46004' }] }, { id: 'p', by: 'P', rows: [{ type: '3', amount: 70, to: '46004' }] }];
    expect(ledgerOf(said)).toMatchObject({ inside: ['XM-DAC-46004'], totals: { entry: 70, end: 70 } });
  });

  test('an activity that is here says who stands behind it, also where the organisation is left out or unknown here', () => {
    expect(ledgerOf(pair([{ type: '3', amount: 100, to: null, toActivity: 'R-1' }], [{ type: '1', amount: 100 }])).totals).toMatchObject({ entry: 100, receiverOnly: 0 });
    expect(ledgerOf(pair([{ type: '3', amount: 100 }], [{ type: '1', amount: 100, from: 'P-old', fromActivity: 'P-1' }])).totals).toMatchObject({ entry: 100, receiverOnly: 0 });
  });

  test('an expenditure whose receiver reports it as income went on: it is a flow', () => {
    const { totals } = ledgerOf(pair([{ type: '4', amount: 100 }], [{ type: '1', amount: 100 }]));
    expect(totals).toMatchObject({ naive: 101, entry: 100, receiverOnly: 0, end: 1, retained: 99 });
  });
});

describe('what counts beside flows', () => {
  test('commitments and pledges never do', () => {
    expect(ledgerOf([{ id: 'a', by: 'P', rows: [{ type: '2', amount: 500 }, { type: '13', amount: 70 }, { type: '4', amount: 10 }] }]).totals).toMatchObject({ naive: 10, entry: 10, end: 10 });
  });

  test('money to another activity of the same organisation neither enters nor ends; without another activity it is spent', () => {
    const { totals } = ledgerOf([{ id: 'a', by: 'P', rows: [{ type: '3', amount: 30, to: 'P', toActivity: 'b' }, { type: '3', amount: 5, to: 'P' }] }, { id: 'b', by: 'P', rows: [{ type: '1', amount: 30, from: 'P', fromActivity: 'a' }, { type: '4', amount: 30 }] }]);
    expect(totals).toMatchObject({ naive: 65, receiverOnly: 0, entry: 35, end: 35, buckets: { direct: 35, 'passed-on': 30 } });
  });

  test('who spends above its recorded income has an own or unrecorded source, exact to the cent over its payments', () => {
    const { totals, book } = ledgerOf([
      { id: 'p', by: 'P', rows: [{ type: '3', amount: 10, to: 'R' }] },
      { id: 'r', by: 'R', rows: [{ type: '4', amount: '6.67' }, { type: '4', amount: '6.67' }, { type: '4', amount: '6.67' }] },
    ]);
    expect(totals.buckets).toEqual({ entered: 10, 'own-or-unrecorded': 10.01, 'passed-on': 10 });
    expect(totals).toMatchObject({ entry: 20.01, end: 20.01 });
    expect([...book.columns.own.subarray(1, 4)].sort((a, b) => a - b)).toEqual([333, 334, 334]);
  });

  test('a rate that moved between receipt and payment is no source of money; what is left in one currency fills another', () => {
    const dollars: Said[] = [
      { id: 'p', by: 'P', rows: [{ type: '3', amount: 100, to: 'R', currency: 'USD', on: '2020-12-20' }] },
      { id: 'r', by: 'R', rows: [{ type: '4', amount: 100, currency: 'USD', on: '2022-01-10' }] },
    ];
    expect(ledgerOf(dollars).totals.buckets).toEqual({ entered: 87.55, 'passed-on': 94.96 });
    const mixed: Said[] = [
      { id: 'p', by: 'P', rows: [{ type: '3', amount: 100, to: 'R', currency: 'USD', on: '2020-12-20' }] },
      { id: 'r', by: 'R', rows: [{ type: '4', amount: 50, currency: 'USD', on: '2020-12-30' }, { type: '4', amount: 60, on: '2020-12-30' }] },
    ];
    expect(ledgerOf(mixed).totals.buckets).toEqual({ entered: 87.55, 'own-or-unrecorded': 16.23, 'passed-on': 87.55 });
  });

  test('incoming funds without provider come from outside; a disbursement without receiver leaves', () => {
    expect(ledgerOf([{ id: 'r', by: 'R', rows: [{ type: '1', amount: 80 }, { type: '3', amount: 70 }] }]).totals).toMatchObject({ receiverOnly: 80, entry: 80, end: 70, retained: 10 });
  });

  test('an expenditure that names whose money it is, and itself, is its own', () => {
    expect(ledgerOf([{ id: 'r', by: 'R', rows: [{ type: '1', amount: 80, from: 'P' }, { type: '4', amount: 80, from: 'P', to: 'R' }] }]).totals).toMatchObject({ entry: 80, end: 80 });
  });

  test('a currency without rate stands beside the total', () => {
    const { totals, book } = ledgerOf([{ id: 'a', by: 'P', rows: [{ type: '4', amount: 10 }, { type: '4', amount: 99, currency: 'QQQ' }] }]);
    expect(totals).toMatchObject({ naive: 10, entry: 10 });
    expect(book.columns.cents[1]).toBeNaN();
  });
});

describe('one level and one version', () => {
  const payments: Row[] = [{ type: '3', amount: 60, to: 'X', on: '2020-02-01' }, { type: '3', amount: 40, to: 'Y', on: '2021-02-01' }];

  test('a parent that repeats its children is left out: payment by payment, or as a sum', () => {
    const children: Said[] = payments.map((row, i) => ({ id: `c${i}`, by: 'P', parent: 'p', hierarchy: 2, rows: [row] }));
    expect(ledgerOf([{ id: 'p', by: 'P', rows: payments }, ...children]).totals).toMatchObject({ naive: 200, entry: 100, buckets: { direct: 100, 'other-level': 100 } });
    expect(ledgerOf([{ id: 'p', by: 'P', rows: [{ type: '3', amount: 100, on: '2021-12-31' }] }, ...children]).totals).toMatchObject({ naive: 200, entry: 100, entryRange: [100, 100] });
    expect(ledgerOf([{ id: 'p', by: 'P', rows: [...payments, { type: '4', amount: 7 }] }, ...children]).totals).toMatchObject({ naive: 207, entry: 107 });
  });

  test('where nothing can be recognised the level with the larger sum counts, and the range says so', () => {
    const said = (parent: number): Said[] => [{ id: 'p', by: 'P', children: ['c'], rows: [{ type: '4', amount: parent }] }, { id: 'c', by: 'P', rows: [{ type: '4', amount: 60 }, { type: '4', amount: 30 }] }];
    expect(ledgerOf(said(100)).totals).toMatchObject({ entry: 100, buckets: { direct: 100, 'other-level': 90 }, entryRange: [100, 190] });
    expect(ledgerOf(said(50)).totals).toMatchObject({ entry: 90, buckets: { direct: 90, 'other-level': 50 } });
    expect(ledgerOf(said(90)).totals).toMatchObject({ entry: 90, entryRange: [90, 90] });
  });

  test('levels between which money was moved are a chain: both count', () => {
    const said: Said[] = [
      { id: 'p', by: 'P', children: ['c'], rows: [{ type: '3', amount: 100, to: 'P', toActivity: 'c' }, { type: '4', amount: 50 }] },
      { id: 'c', by: 'P', rows: [{ type: '4', amount: 40 }] },
    ];
    expect(ledgerOf(said).totals).toMatchObject({ naive: 190, entry: 90, buckets: { direct: 90, 'passed-on': 100 } });
  });

  test('where the larger sum is the parent\u2019s, the children\u2019s receivers keep their income', () => {
    const said: Said[] = [
      { id: 'p', by: 'P', children: ['c'], rows: [{ type: '3', amount: 100 }] },
      { id: 'c', by: 'P', rows: [{ type: '3', amount: 60, to: 'R', toActivity: 'r' }] },
      { id: 'r', by: 'R', rows: [{ type: '1', amount: 60, from: 'P', fromActivity: 'c' }, { type: '4', amount: 60 }] },
    ];
    expect(ledgerOf(said).totals).toMatchObject({ naive: 220, receiverOnly: 0, entry: 100, end: 100, buckets: { entered: 60, direct: 40, 'passed-on': 60, 'other-level': 60 } });
  });

  test('a parent at another publisher is a funder, not a level', () => {
    expect(ledgerOf([{ id: 'p', by: 'P', rows: [{ type: '3', amount: 100, to: 'R' }] }, { id: 'r', by: 'R', parent: 'p', rows: [{ type: '4', amount: 90 }] }]).totals).toMatchObject({ naive: 190, entry: 100, end: 90 });
  });

  test('incoming funds that meet any level of the family are seen, not known only from the receiver', () => {
    const said: Said[] = [
      { id: 'p', by: 'P', rows: [{ type: '3', amount: 100, to: 'R', on: '2020-03-01' }] },
      { id: 'c1', by: 'P', parent: 'p', rows: [{ type: '3', amount: 70, to: 'R', on: '2020-03-01' }] },
      { id: 'c2', by: 'P', parent: 'p', rows: [{ type: '3', amount: 30, to: 'R', on: '2021-03-01' }] },
      { id: 'r', by: 'R', rows: [{ type: '1', amount: 100, from: 'P', fromActivity: 'p', on: '2020-03-02' }] },
    ];
    expect(ledgerOf(said).totals).toMatchObject({ naive: 200, receiverOnly: 0, entry: 100 });
  });

  test('activities that name each other as parents are reported, and one level counts all the same', () => {
    const { ledger, totals, book } = ledgerOf([{ id: 'a', by: 'P', parent: 'b', rows: [{ type: '4', amount: 10 }] }, { id: 'b', by: 'P', parent: 'a', rows: [{ type: '4', amount: 10 }] }]);
    expect(totals).toMatchObject({ naive: 20, entry: 10 });
    expect(ledger.relationCycles.map((c) => c.map((n) => book.activities.text(n)))).toEqual([['a', 'b']]);
  });

  test('activities that fund each other are reported, and nothing loops', () => {
    const { ledger, totals, book } = ledgerOf([
      { id: 'a', by: 'A', rows: [{ type: '3', amount: 10, to: 'B', toActivity: 'b' }] },
      { id: 'b', by: 'B', rows: [{ type: '3', amount: 10, to: 'A', toActivity: 'a' }] },
    ]);
    expect(totals).toMatchObject({ naive: 20, entry: 0, end: 0 });
    expect(ledger.fundingCycles.map((c) => c.map((n) => book.activities.text(n)))).toEqual([['a', 'b']]);
  });

  test('of two versions the latest counts, then the own file, then the one with more rows; the range says what the other would give', () => {
    const version = (updated: string, amount: number, file = 'P'): Said => ({ id: 'a', by: 'P', updated, file, rows: [{ type: '4', amount }] });
    expect(ledgerOf([version('2020-01-01', 10), version('2021-01-01', 12, 'register')]).totals).toMatchObject({ naive: 22, entry: 12, entryRange: [10, 12], buckets: { direct: 12, 'other-version': 10 } });
    expect(ledgerOf([version('2021-01-01', 12, 'register'), version('2021-01-01', 10)]).totals).toMatchObject({ entry: 10, entryRange: [10, 12] });
  });
});
