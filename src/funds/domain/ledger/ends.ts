import { isNameKey } from '../../../organisations/domain/fold.ts';
import { DISBURSEMENT, EXPENDITURE, INCOMING, KIND, type Book } from './book.ts';

/** Types whose receiver is the reporter where nobody is named: incoming funds, incoming commitment, incoming pledge. */
const incomingTypes: ReadonlySet<number> = new Set([1, 11, 13]);

/**
 * Says for each row who gave and who got, and what the row therefore is:
 * - who is not named is the reporter on its own side, and nobody (0) on the other;
 * - an expenditure that names another provider and the reporter as receiver is the reporter's (it names whose money it spends);
 * - an end that names a known activity, but no organisation that publishes here, is whoever that activity's own rows name;
 * - a disbursement to itself is internal when it names another activity, else an expenditure of its own.
 */
export function settleEnds(book: Book): void {
  const { columns: c } = book;
  const publishes = new Set(book.versions.map((v) => v.reporter));
  for (let i = 0; i < book.rows; i++) {
    const { reporter } = book.versionOf(i);
    const type = c.type[i]!;
    if (incomingTypes.has(type)) c.receiver[i] ||= reporter;
    else c.provider[i] ||= reporter;
    if (type === EXPENDITURE && c.receiver[i] === reporter) c.provider[i] = reporter;
  }
  const givers = ownSides(book, (type) => type === DISBURSEMENT || type === EXPENDITURE, c.provider);
  const takers = ownSides(book, (type) => type === INCOMING, c.receiver);
  const better = (organisation: number, activity: number, own: ReadonlyMap<number, number>, reporter: number): number => {
    const publisher = book.publisherOf.get(activity);
    if (publisher === undefined || publishes.has(organisation)) return organisation;
    // A publisher that names itself as the other side's activity has made a slip: then the named organisation holds.
    if (organisation !== 0 && !isNameKey(book.organisations.text(organisation)) && publisher === reporter) return organisation;
    return own.get(activity) ?? publisher;
  };
  for (let i = 0; i < book.rows; i++) {
    const { reporter } = book.versionOf(i);
    const type = c.type[i]!;
    if (type === DISBURSEMENT) c.receiver[i] = better(c.receiver[i]!, c.receiverActivity[i]!, takers, reporter);
    if (type === INCOMING) c.provider[i] = better(c.provider[i]!, c.providerActivity[i]!, givers, reporter);
    c.kind[i] = kindOf(book, i, type);
  }
}

function kindOf(book: Book, row: number, type: number): number {
  const { columns: c } = book;
  if (type === EXPENDITURE) return KIND.expenditure;
  if (type !== DISBURSEMENT && type !== INCOMING) return KIND.apart;
  if (c.provider[row] !== c.receiver[row]) return KIND.flow;
  if (type === INCOMING) return KIND.internal;
  const { activity } = book.versionOf(row);
  const another = (named: number): boolean => named !== 0 && named !== activity;
  return another(c.receiverActivity[row]!) || another(c.providerActivity[row]!) ? KIND.internal : KIND.expenditure;
}

/** Per activity the one organisation that its own rows of these types name on this side; activities that name several are left out. */
function ownSides(book: Book, types: (type: number) => boolean, side: Int32Array): Map<number, number> {
  const named = new Map<number, number>();
  const several = new Set<number>();
  for (let i = 0; i < book.rows; i++) {
    if (!types(book.columns.type[i]!)) continue;
    const { activity, counts } = book.versionOf(i);
    if (!counts || side[i] === 0) continue;
    const before = named.get(activity);
    if (before === undefined) named.set(activity, side[i]!);
    else if (before !== side[i]) several.add(activity);
  }
  for (const activity of several) named.delete(activity);
  return named;
}
