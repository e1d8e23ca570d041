import { z } from 'zod';
import { MoneySearch } from '../../shell/search.ts';
import { Bucket, Counting, Dimension, Only, RowsFilter, Seen } from '../domain/contract.ts';

/** The money page: selection, boundary, which total, and the two sides of its table. */
export const MoneyPageSearch = MoneySearch.extend({
  counting: Counting.optional().catch(undefined),
  rows: Dimension.optional().catch(undefined),
  columns: Dimension.optional().catch(undefined),
});
export type MoneyPageSearch = z.output<typeof MoneyPageSearch>;

const several = <T extends z.ZodType<string>>(of: T) => z.union([z.array(of), of.transform((one) => [one])]).optional().catch(undefined);

/** The rows behind a total, or behind one figure: with whatever else that figure holds fast. */
export const FlowsSearch = MoneySearch.extend({
  bucket: Bucket.optional().catch(undefined),
  counting: Counting.optional().catch(undefined),
  currency: RowsFilter.shape.currency.catch(undefined),
  type: RowsFilter.shape.type.catch(undefined),
  provider: RowsFilter.shape.provider.catch(undefined),
  receiver: RowsFilter.shape.receiver.catch(undefined),
  reporter: RowsFilter.shape.reporter.catch(undefined),
  seen: several(Seen),
  only: several(Only),
});
export type FlowsSearch = z.output<typeof FlowsSearch>;
