/** Columns of the book that hold whole numbers, days or cents; one array each, grown by doubling. */
const layout = {
  id: Float64Array,
  version: Int32Array, // number of the version in the book
  line: Int32Array,
  type: Int8Array, // TransactionType; 0 unknown
  day: Int32Array, // day number of the transaction's day, else of the value date; NO_DAY unknown
  year: Int16Array, // of that day; 0 unknown
  provider: Int32Array, // organisation; 0 not named
  receiver: Int32Array,
  providerActivity: Int32Array, // activity; 0 not named
  receiverActivity: Int32Array,
  currency: Int16Array,
  amount: Float64Array, // for comparing only; NaN unreadable
  units: Float64Array, // the exact amount: whole units of ten to the minus `scale`
  scale: Int8Array, // -1: unreadable, or kept apart because it has more digits than a double holds
  places: Int32Array, // list of shares (shares.ts) by which it is split; 0 none stated
  sectors: Int32Array,
  cents: Float64Array, // whole cents of the reporting currency, without `aside`; NaN without a rate
  aside: Float64Array, // cents of the row that are of a level that does not count
  rate: Int16Array,
  readers: Int16Array, // who may read the row, and what it was reconciled with (readers.ts)
  repeated: Int8Array, // 1: the same words as an earlier row of its activity, and the other side does not report both
  kind: Int8Array, // KIND
  seen: Int8Array, // SEEN
  own: Float64Array, // cents of it from the provider's own or an unrecorded source
  less: Float64Array, // cents that other reports say less
  more: Float64Array, // cents that other reports say more
} as const;

type Layout = typeof layout;
type ColumnName = keyof Layout;
export type Columns = { [C in ColumnName]: InstanceType<Layout[C]> };

const names = Object.keys(layout) as ColumnName[];

export const NO_DAY = -2_147_483_648;

/** Empty columns for so many rows. */
export function columns(size: number): Columns {
  return Object.fromEntries(names.map((n) => [n, new layout[n](size)])) as Columns;
}

/** The same rows with room for more. */
export function grown(old: Columns, size: number): Columns {
  const made = columns(size);
  for (const n of names) (made[n] as Float64Array).set(old[n] as Float64Array);
  return made;
}
