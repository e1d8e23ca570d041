import { compare, multiply, RunningTotal } from '../../kernel/decimal.ts';
import type { Decimal } from '../../kernel/values.ts';
import { repeatsAmong } from '../../funds/domain/repeats.ts';
import type { Built } from './build/activity.ts';
import type { Report } from './judge.ts';
import { childrenOf, type XmlElement } from './xml-element.ts';

/** How often an activity may spend what it has before that is remarked: of the 2,608 activities of real files, 29 are. */
const TIMES = 2;

/** What only shows when all the money of an activity is seen together. Nothing is changed for it. */
export function remarkOnMoney(activity: XmlElement, { transactions, budgets }: Pick<Built, 'transactions' | 'budgets'>, report: Report): void {
  if (transactions.length === 0) return;
  const repeats = repeatsAmong(transactions);
  if (repeats.size > 0) {
    const elements = childrenOf(activity, 'transaction');
    for (const [i, first] of repeats) report('iati.transaction-repeated', elements[i]!, null, transactions[i]!.value, { first: transactions[first]!.line });
  }
  for (const [currency, { spent, means }] of moneyOf(transactions, budgets)) {
    const largest = [...means.values()].map((m) => m.value).reduce((a, b) => (compare(a, b) >= 0 ? a : b), '0');
    if (compare(largest, '0') > 0 && compare(spent.value, multiply(largest, String(TIMES))) > 0) report('iati.spending-above-means', activity, null, spent.value, { currency, means: largest, times: TIMES });
  }
}

type Money = { spent: RunningTotal; means: Map<'income' | 'commitments' | 'budget', RunningTotal> };

/** Which kind of means a transaction is of; disbursements and expenditures are spending. */
const meansOf: Partial<Record<string, 'income' | 'commitments'>> = { '1': 'income', '2': 'commitments', '11': 'commitments' };

/** Spending and means by currency; a revised budget takes the place of the original one of the same period. */
function moneyOf(transactions: Built['transactions'], budgets: Built['budgets']): Map<string, Money> {
  const found = new Map<string, Money>();
  const of = (currency: string): Money => {
    let money = found.get(currency);
    if (!money) found.set(currency, (money = { spent: new RunningTotal(), means: new Map() }));
    return money;
  };
  const add = ({ means }: Money, kind: 'income' | 'commitments' | 'budget', value: Decimal): void => {
    let total = means.get(kind);
    if (!total) means.set(kind, (total = new RunningTotal()));
    total.add(value);
  };
  for (const { type, value, currency } of transactions) {
    if (value === null || currency === null || type === null) continue;
    const kind = meansOf[type];
    if (type === '3' || type === '4') of(currency).spent.add(value);
    else if (kind !== undefined) add(of(currency), kind, value);
  }
  const revised = new Set(budgets.filter((b) => b.type === '2').map((b) => `${b.kind} ${b.from} ${b.to}`));
  for (const b of budgets) {
    const replaced = b.type !== '2' && revised.has(`${b.kind} ${b.from} ${b.to}`);
    if (b.kind === 'budget' && !replaced && b.value !== null && b.currency !== null) add(of(b.currency), 'budget', b.value);
  }
  return found;
}
