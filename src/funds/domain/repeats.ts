import type { ReportedTransaction } from './model.ts';

/**
 * Transactions of one activity that say the same as an earlier one of it in every word: amount, day, type, currency, both
 * ends, description, reference and all else but the line. Answers for the place of each the place of the first of its
 * kind. Two payments can be alike; so many words seldom are, and a reference of its own for each would tell them apart.
 */
export function repeatsAmong(transactions: readonly ReportedTransaction[]): Map<number, number> {
  const found = new Map<number, number>();
  const alike = new Map<string, number[]>();
  for (const [i, t] of transactions.entries()) {
    if (t.value === null || !/[1-9]/.test(t.value)) continue;
    const key = `${t.type} ${t.value} ${t.transactionOn} ${t.valueOn} ${t.currency}`;
    const before = alike.get(key);
    if (before === undefined) {
      alike.set(key, [i]);
      continue;
    }
    const first = before.find((j) => words(transactions[j]!) === words(t));
    if (first === undefined) before.push(i);
    else found.set(i, first);
  }
  return found;
}

const words = (t: ReportedTransaction): string => JSON.stringify({ ...t, line: 0 });
