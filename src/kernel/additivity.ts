import { z } from 'zod';

/**
 * What may be done with several values of one indicator to get a total:
 * - `additive`: parts add up (money of distinct flows, counts of distinct records);
 * - `maximum`: the total of one area is the highest part, never the sum (sector figures of the same people);
 * - `unique-people`: people who may be in several reports; the total is a range [highest part, sum] until overlap is known;
 * - `ratio`: a share or rate; totals are made from numerators and denominators, never from ratios;
 * - `non-additive`: nothing may be totalled (scores, ranks, indices).
 */
export const additivities = ['additive', 'maximum', 'unique-people', 'ratio', 'non-additive'] as const;
export const Additivity = z.enum(additivities);
export type Additivity = z.infer<typeof Additivity>;
