import type { z } from 'zod';
import { moneyFigure, type Figure } from '../../kernel/figure.ts';
import type { FlowRow } from '../domain/contract.ts';

/** The amount as its publisher wrote it: the passport of the row without what conversion and counting did to it. */
export function publishedFigure(flow: z.output<typeof FlowRow>, published: { amount: string; currency: string }): Figure {
  return moneyFigure(published.amount, published.currency, { ...flow.figure.passport, method: { kind: 'registered' }, rates: [], rateCount: 0, estimatedShare: 0, rows: null });
}
