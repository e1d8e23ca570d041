import { hollow } from '../../activities/domain/lean.ts';
import type { ReportedActivity } from '../../activities/domain/reported.ts';
import type { Applier, Staging } from '../../intake/domain/applier.ts';
import { day, integer, json, key, plain } from '../../intake/domain/copy-text.ts';
import { organisationKey } from '../../organisations/domain/fold.ts';
import type { FlowEnd, ReportedBudget, ReportedTransaction } from '../domain/model.ts';
import { repeatsAmong } from '../domain/repeats.ts';

const short = (code: string) => code.slice(0, 60);
const keyOf = (end: FlowEnd | null) => (end === null ? null : organisationKey({ ref: end.ref, name: end.names[0]?.text }));
const listed = (shares: unknown[][]) => (shares.length === 0 ? null : shares);

function transaction(t: ReportedTransaction, no: number, place: number, repeated: boolean): string {
  const places = [t.recipientCountry, t.recipientRegion].flatMap((p) => (p === null ? [] : [[short(p.code), p.percentage]]));
  const sectors = t.sectors.map((s) => [short(`${s.vocabulary}:${s.code}`), s.percentage]);
  const what = `${no}\t${place}\t${integer(t.line)}\t${plain(t.type)}\t${key(t.typeAsPublished, 60)}\t${day(t.transactionOn)}\t${day(t.valueOn ?? t.transactionOn)}\t${plain(t.value)}\t${plain(t.currency)}`;
  const who = `${key(keyOf(t.provider))}\t${key(t.provider?.activityId, 500)}\t${key(keyOf(t.receiver))}\t${key(t.receiver?.activityId, 500)}`;
  return `${what}\t${who}\t${json(listed(places))}\t${json(listed(sectors))}\t${repeated}`;
}

function budget(b: ReportedBudget, no: number, place: number): string {
  return [no, place, b.kind, key(b.type, 20), key(b.status, 20), day(b.from), day(b.to), plain(b.value), plain(b.currency), day(b.valueOn)].join('\t');
}

function rows(r: ReportedActivity, no: number, into: Staging): void {
  const repeats = repeatsAmong(r.transactions); // before any of them is made hollow
  r.transactions.forEach((t, i) => into.add('staged_transactions', transaction(t, no, i, repeats.has(i))));
  r.budgets.forEach((b, i) => into.add('staged_budgets', budget(b, no, i)));
  if (r.transactions.length + r.budgets.length > 0) into.add('staged_reported', `${no}\t${json(hollow({ transactions: r.transactions, budgets: r.budgets }))}`);
}

const shared = 'b.owner_id, b.audience, b.circle_id, b.batch_id';
const verdicts = 'staged_verdicts v, staged_batch b where s.no = v.no and v.new_id is not null';

/** What an import writes of money: transactions and budgets as published. The ledger is counted from them afterwards. */
export const fundsApplier: Applier<ReportedActivity> = {
  staging: [
    { name: 'staged_transactions', columns: `no integer, place integer, line integer, type text, type_as_published text, on_day date, value_on date, amount numeric, currency text, provider_key text, provider_activity text,
      receiver_key text, receiver_activity text, places jsonb, sectors jsonb, repeated boolean` },
    { name: 'staged_budgets', columns: 'no integer, place integer, kind text, type text, status text, from_day date, to_day date, amount numeric, currency text, value_on date' },
    { name: 'staged_reported', columns: 'no integer, content text' },
  ],
  rows,
  apply: [
    `insert into funds_transactions (id, owner_id, audience, circle_id, batch_id, version_id, line, type, type_as_published, on_day, value_on, amount, currency,
       provider_key, provider_activity, receiver_key, receiver_activity, places, sectors, repeated)
     select nextval('funds_transaction_ids'), q.* from (
       select ${shared}, v.new_id, s.line, s.type, s.type_as_published, s.on_day, s.value_on, s.amount, s.currency,
         s.provider_key, s.provider_activity, s.receiver_key, s.receiver_activity, s.places, s.sectors, s.repeated from staged_transactions s, ${verdicts}
       order by v.new_id, s.place) q`,
    `insert into funds_budgets (version_id, no, owner_id, audience, circle_id, batch_id, kind, type, status, from_day, to_day, amount, currency, value_on)
     select v.new_id, s.place, ${shared}, s.kind, s.type, s.status, s.from_day, s.to_day, s.amount, s.currency, s.value_on from staged_budgets s, ${verdicts}`,
    `insert into funds_reported (version_id, owner_id, audience, circle_id, batch_id, content)
     select v.new_id, ${shared}, s.content from staged_reported s, ${verdicts}`,
  ],
  tables: [
    { name: 'funds_transactions', column: 'version_id' },
    { name: 'funds_budgets', column: 'version_id' },
    { name: 'funds_reported', column: 'version_id' },
  ],
  // What is counted has changed; the job that counts anew exists when, and only when, the change is committed.
  afterwards: [
    'update funds_generation set number = number + 1 where network_id = 1',
    `select platform_enqueue('funds.recount', '{"as": {"kind": "nobody"}, "input": {}}', 'funds.recount')`,
  ],
};

