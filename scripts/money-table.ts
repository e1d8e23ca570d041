/**
 * Writes the table of docs/methods/money.md: how the money of every real file is counted, each file by itself. The files
 * lie beside the checkout; without them nothing is written.
 *
 *   npx tsx scripts/money-table.ts          shows the table
 *   npx tsx scripts/money-table.ts FILE     shows how each row of one file was counted
 */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { realFiles, textOf } from '../test/generators/iati-corpus.ts';
import type { FlowEnd } from '../src/funds/domain/model.ts';
import { Rates } from '../src/funds/domain/convert.ts';
import { Book, KIND, SEEN, type NamedEnd } from '../src/funds/domain/ledger/book.ts';
import { bucketsAt, totalsAt } from '../src/funds/domain/ledger/boundary.ts';
import { count } from '../src/funds/domain/ledger/count.ts';
import { piecesOf } from '../src/funds/domain/ledger/pieces.ts';
import { foldName, organisationKey } from '../src/organisations/domain/fold.ts';
import type { ReadActivity } from '../src/standards/iati/events.ts';
import { createReader } from '../src/standards/iati/read.ts';

/** The activities of a file that go in. */
function activitiesOf(text: string): ReadActivity[] {
  const read: ReadActivity[] = [];
  const reader = createReader({ today: '2026-11-22' }, { activity: (a) => { if (a.fit) read.push(a); } });
  reader.write(text);
  reader.end();
  return read;
}

/** Names that one identifier carries in this file. */
function sameNames(read: readonly ReadActivity[]): Map<string, string> {
  const keys = new Map<string, Set<string>>();
  for (const { activity: a, transactions } of read) {
    for (const o of [a.reportingOrganisation, ...a.participatingOrganisations, ...transactions.flatMap((t) => [t.provider, t.receiver])]) {
      const key = organisationKey({ ref: o?.ref, name: o?.names[0]?.text });
      if (!o || key === null || key.startsWith('name:')) continue;
      for (const { text } of o.names) {
        const name = `name:${foldName(text)}`;
        keys.set(name, (keys.get(name) ?? new Set<string>()).add(key));
      }
    }
  }
  return new Map([...keys].flatMap(([name, of]) => (of.size === 1 ? [[name, [...of][0]!] as const] : [])));
}

const end = (e: FlowEnd | null): NamedEnd => ({ organisation: e === null ? null : organisationKey({ ref: e.ref, name: e.names[0]?.text }), activity: e?.activityId ?? null });

/** The book of one file, as an import of it alone would fill it. */
function bookOfFile(text: string): Book {
  const read = activitiesOf(text);
  const book = new Book(new Rates('EUR'), sameNames(read));
  for (const [id, { activity: a, transactions, content }] of read.entries()) {
    const name = a.reportingOrganisation.names[0]?.text ?? null;
    book.addVersion({
      id, identifier: a.identifier, reporter: organisationKey({ ref: a.reportingOrganisation.ref, name }) ?? '?', reporterName: name, hierarchy: a.hierarchy,
      lastUpdatedOn: a.lastUpdatedAt?.slice(0, 10) ?? null, ownFile: false, transactions: transactions.length, contentHash: createHash('sha256').update(content).digest('hex'),
    });
  }
  book.chooseVersions();
  for (const [versionId, { activity: a }] of read.entries()) {
    for (const r of a.relatedActivities) if (r.type === '1' || r.type === '2') book.addRelation({ versionId, type: r.type, identifier: r.identifier });
  }
  let id = 0;
  for (const [versionId, { transactions }] of read.entries()) {
    for (const t of transactions) {
      book.addTransaction({ id: ++id, versionId, line: t.line, type: t.type, on: t.transactionOn, valueOn: t.valueOn ?? t.transactionOn, amount: t.value, currency: t.currency, provider: end(t.provider), receiver: end(t.receiver) });
    }
  }
  return book;
}

const buckets = bucketsAt('default');
const euros = (cents: number): string => (cents / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** The table, in Markdown: one line a file. */
export function moneyTable(files: readonly string[]): string {
  const head = ['file', 'naive', 'known only from receivers', 'entry', 'end', 'retained', ...buckets.map((b) => b.replaceAll('-', ' ')), 'organisations inside'];
  const lines = files.map((file) => {
    const book = bookOfFile(textOf(file));
    const ledger = count(book);
    const t = totalsAt(piecesOf(book), (o) => ledger.inside.has(o));
    if (buckets.reduce((sum, b) => sum + t.buckets[b], 0) !== t.naive + t.receiverOnly) throw new Error(`the buckets of ${file} do not add up`);
    return [basename(file).replace(/\.xml(\.gz)?$/, ''), ...[t.naive, t.receiverOnly, t.entry, t.end, t.retained, ...buckets.map((b) => t.buckets[b])].map(euros), String(ledger.inside.size)];
  });
  return [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Every row of a file that is spending or income, and what the ledger says of it. */
function explained(file: string): string {
  const book = bookOfFile(textOf(file));
  const ledger = count(book);
  const { columns: c } = book;
  const words = (of: Record<string, number>) => Object.fromEntries(Object.entries(of).map(([word, n]) => [n, word]));
  const [kinds, seen] = [words(KIND), words(SEEN)];
  const lines = [...book.canonical()].filter((i) => [1, 3, 4].includes(c.type[i]!)).map((i) => {
    const inside = (o: number) => (ledger.inside.has(o) ? '*' : '');
    const name = (o: number) => `${book.organisations.text(o) || '(not named)'}${inside(o)}`;
    return [book.versionOf(i).said.identifier, c.line[i], c.type[i], book.amountOf(i), book.currencies.text(c.currency[i]!), euros(c.cents[i]!), name(c.provider[i]!), name(c.receiver[i]!), kinds[c.kind[i]!], seen[c.seen[i]!], euros(c.own[i]!)].join('\t');
  });
  return ['activity\tline\ttype\tamount\tcurrency\teuro\tprovider (* inside)\treceiver\tkind\tseen\town', ...lines].join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [file] = process.argv.slice(2);
  console.log(file === undefined ? moneyTable(realFiles(process.cwd())) : explained(file));
}
