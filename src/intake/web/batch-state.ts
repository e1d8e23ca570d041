import type { Batch } from '../domain/model.ts';

/** Still on its way: what is shown of it changes by itself. */
export const isLive = (b: Batch | undefined): boolean => b === undefined || b.status === 'waiting' || b.status === 'running';
