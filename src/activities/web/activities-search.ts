import { z } from 'zod';
import { PictureSearch } from '../../shell/search.ts';
import { listActivities } from '../domain/contract.ts';

const list = listActivities.input.shape;

/** What the address of the list says: the picture's filters, words, status, what ends before a day, order. */
export const ActivitiesSearch = PictureSearch.extend({
  text: z.string().max(200).optional().catch(undefined),
  status: list.status.catch(undefined),
  endingFrom: list.endingFrom.catch(undefined),
  endingBefore: list.endingBefore.catch(undefined),
  order: z.enum(['title', 'ends', 'starts', 'spent']).optional().catch(undefined),
});
export type ActivitiesSearch = z.output<typeof ActivitiesSearch>;
