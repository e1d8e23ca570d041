import { z } from 'zod';
import { Day } from './values.ts';

/** A span of calendar days; both ends belong to it. */
export const Period = z
  .object({ from: Day, to: Day })
  .refine((p) => p.from <= p.to, 'a period does not end before it begins');
export type Period = z.infer<typeof Period>;
