/**
 * One side's report of money between one provider and one receiver. Activities are named by the family they belong to,
 * so that a report may name any level of it; 0: the report leaves it out.
 */
export type Report = {
  /** Place in the canonical order of all rows: decides among twins. */
  row: number;
  /** Day number; null unknown. */
  day: number | null;
  year: number;
  currency: number;
  /** Of the currency, for comparing. */
  amount: number;
  /** Cents of the reporting currency; null: no rate. */
  cents: number | null;
  providerActivity: number;
  receiverActivity: number;
};

/** What is left on both sides. Both lists are in canonical order and stay so. */
export type Open = { outs: Report[]; ins: Report[] };

/** How many reports, and groups of reports, were held against a report: the measure of the work. */
export type Work = { looks: number };

/** Days between two reports; a report without a day may be of any. */
export const apart = (a: Report, b: Report): number => (a.day === null || b.day === null ? 0 : Math.abs(a.day - b.day));

/** Reports in order of days; those without a day come first, because they may meet any. */
export const byDay = (reports: readonly Report[]): Report[] => [...reports].sort((a, b) => (a.day ?? -Infinity) - (b.day ?? -Infinity) || a.row - b.row);

/** Difference of two amounts as a share of the larger; infinite where the signs differ. */
export function difference(a: number, b: number): number {
  if (a === b) return 0;
  return Math.sign(a) === Math.sign(b) ? Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b)) : Infinity;
}

/** At least one of the two names the other's activity. */
export const explicit = (a: Report, b: Report): boolean =>
  (a.receiverActivity !== 0 && a.receiverActivity === b.receiverActivity) || (a.providerActivity !== 0 && a.providerActivity === b.providerActivity);

/** Reports that each may be about the same money as each of the other side: nobody names two different activities. */
export function allMayBeOne(some: readonly Report[], others: readonly Report[]): boolean {
  return agree(some, others, (r) => r.providerActivity) && agree(some, others, (r) => r.receiverActivity);
}

function agree(some: readonly Report[], others: readonly Report[], named: (r: Report) => number): boolean {
  const [a, b] = [some, others].map((reports) => new Set(reports.map(named).filter((n) => n !== 0)));
  return a!.size === 0 || b!.size === 0 || (a!.size === 1 && b!.size === 1 && a!.has([...b!][0]!));
}

const ANY = '*';

/** The shelves on which a report lies, by the activities that it names: a report that asks looks on those of {@link shelvesFor}. */
export function shelvesOf({ providerActivity: p, receiverActivity: r }: Report): string[] {
  return [`${p} ${r}`, `${p} ${ANY}`, `${ANY} ${r}`, `${ANY} ${ANY}`];
}

/**
 * The shelves of the other side on which all reports lie that may be about the same money, each on one of them: those that
 * name the same activities, or leave out what this one names, or name what this one leaves out. First the shelves of
 * reports that share a named activity with this one ({@link explicit}).
 */
export function shelvesFor({ providerActivity: p, receiverActivity: r }: Report): { sharing: string[]; others: string[] } {
  if (p !== 0 && r !== 0) return { sharing: [`${p} ${r}`, `${p} 0`, `0 ${r}`], others: ['0 0'] };
  if (p !== 0) return { sharing: [`${p} ${ANY}`], others: [`0 ${ANY}`] };
  if (r !== 0) return { sharing: [`${ANY} ${r}`], others: [`${ANY} 0`] };
  return { sharing: [], others: [`${ANY} ${ANY}`] };
}
