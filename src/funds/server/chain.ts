import { z } from 'zod';
import type { InputOf } from '../../kernel/operation.ts';
import type { Day } from '../../kernel/values.ts';
import { many, type Queryable } from '../../platform/db/rows.ts';
import type { chain } from '../domain/contract.ts';
import { KIND } from '../domain/ledger/book.ts';
import { figureOf, type Frame, type Group, type RateGroup } from './figures.ts';
import { inputOf } from './overview.ts';
import { namesOf, publishersOf } from './parties.ts';
import type { Seen } from './run.ts';
import { selectionOf, transactionsIn } from './selection.ts';

const Num = z.coerce.number();
type Output = z.input<typeof chain.output>;

/** The largest flows between organisations of a selection, each pair once, with who stands inside the boundary. */
export async function chainOf(tx: Queryable, { run, recounting }: Seen, input: InputOf<typeof chain>, today: Day): Promise<Output> {
  const { limit, ...filter } = input;
  if (!run) return { parties: [], links: [], recounting };
  const s = await selectionOf(tx, run, filter);
  const Row = z.object({ provider: z.number(), receiver: z.number(), reporter: z.number(), seen: z.number(), grade: z.number(), readers: z.number(), rate: z.number(), cents: Num, transactions: Num });
  const rows = await many(tx, Row,
    `with flows as (select x.* from ${s.pieces} x where x.kind = ${KIND.flow} and x.cents is not null),
       largest as (select provider, receiver from flows group by 1, 2 having sum(cents) > 0 order by sum(cents) desc, 1, 2 limit $${s.params.length + 1})
     select provider, receiver, reporter, seen, grade, readers, rate, sum(cents) as cents, ${transactionsIn(s)} as transactions
     from flows x join largest using (provider, receiver) group by 1, 2, 3, 4, 5, 6, 7`, [...s.params, limit]);
  const names = await namesOf(tx, run, rows.flatMap((r) => [r.provider, r.receiver]));
  const inside = (no: number): boolean => (s.chosen === null ? (names.get(no)?.inside ?? false) : s.chosen.includes(no));
  const frame: Frame = { run, publishers: await publishersOf(tx, run, today), completeness: null, year: filter.year };
  const links = new Map<string, { from: number; to: number; cents: number; groups: Group[]; rates: RateGroup[] }>();
  for (const r of rows) {
    const id = `${r.provider} ${r.receiver}`;
    const link = links.get(id) ?? { from: r.provider, to: r.receiver, cents: 0, groups: [], rates: [] };
    link.cents += r.cents;
    link.groups.push({ ...r, amount: r.cents });
    link.rates.push({ rate: r.rate, amount: r.cents });
    links.set(id, link);
  }
  const keyOf = (no: number): string => names.get(no)?.key ?? '?';
  const numbers = [...new Set([...links.values()].flatMap((l) => [l.from, l.to]))];
  return {
    recounting,
    parties: numbers.map((no) => ({ key: keyOf(no), name: names.get(no)?.name ?? keyOf(no), inside: inside(no) })),
    links: [...links.values()].sort((a, b) => b.cents - a.cents).map((l) => ({
      from: keyOf(l.from), to: keyOf(l.to),
      figure: figureOf(frame, l.cents, l.groups, l.rates, { operation: 'funds.flows', input: { ...inputOf(filter), provider: keyOf(l.from), receiver: keyOf(l.to), only: ['flow'] } }),
    })),
  };
}
