import type pg from 'pg';
import { Actor } from '../../kernel/audience.ts';
import type { Counts } from '../domain/model.ts';
import type { Progress } from './read-batch.ts';

export const actorSchema = Actor;

/** What a reading thread is given when it starts. */
export type ThreadData = {
  connection: pg.ClientConfig;
  actor: Actor;
  /** Under what the audit has it. */
  operation: string;
  requestId: string;
  batchId: number;
  today: string;
  retainUntil: string;
};

/** What it says. */
export type ThreadMessage =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'done'; counts: Counts }
  | { kind: 'failed'; message: string; stack: string; code: string | null };
