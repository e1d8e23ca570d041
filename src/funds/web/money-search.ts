import { z } from 'zod';
import { MoneySearch } from '../../shell/search.ts';
import { Bucket, Counting, Dimension } from '../domain/contract.ts';

/** The money page: selection, boundary, which total, and the two sides of its table. */
export const MoneyPageSearch = MoneySearch.extend({
  counting: Counting.optional().catch(undefined),
  rows: Dimension.optional().catch(undefined),
  columns: Dimension.optional().catch(undefined),
});
export type MoneyPageSearch = z.output<typeof MoneyPageSearch>;

/** The rows behind a total. */
export const FlowsSearch = MoneySearch.extend({
  bucket: Bucket.optional().catch(undefined),
  counting: Counting.optional().catch(undefined),
  currency: z.string().length(3).optional().catch(undefined),
});
export type FlowsSearch = z.output<typeof FlowsSearch>;
