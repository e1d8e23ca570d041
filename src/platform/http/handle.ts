import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Actor } from '../../kernel/audience.ts';
import type { Operation } from '../../kernel/operation.ts';
import type { Instant } from '../../kernel/values.ts';
import type { Tx } from '../db/pool.ts';
import type { EnqueueOptions } from '../enqueue.ts';
import type { Letter } from '../mail.ts';

/** One file of an upload as it flows past. Read `bytes` before asking for the next file; what is left over is skipped. */
export type Upload = {
  /** As given, without a path. */
  name: string;
  bytes: Readable;
};

/** What an operation with `produces` answers: a file, made while it is sent, inside the transaction. */
export type Produced = {
  body: AsyncIterable<string | Uint8Array>;
  fileName: string;
  /** How many bytes it will be, where known. */
  bytes?: number;
};

/** What a handler gets. */
export type Ctx = {
  /** Signed in to the database as the actor: row-level security holds. */
  readonly tx: Tx;
  readonly actor: Actor;
  now(): Instant;
  newId(): string;
  readonly requestId: string;
  /** Adds to the audit row of this write: keys and choices, never names or mail addresses. */
  audit(about: Record<string, unknown>): void;
  /** A job that exists when, and only when, this transaction commits (a read's job is put in the queue after it). */
  enqueue(task: string, payload: unknown, options?: EnqueueOptions): Promise<void>;
  /** The files of an upload, one after the other; none for other operations. */
  readonly files: AsyncIterable<Upload>;
  /** The cookie of this request, and what the answer does to it once the transaction is committed. */
  readonly session: {
    readonly secret: string | undefined;
    begin(secret: string, expiresAt: Date): void;
    end(): void;
  };
  /** From here on this transaction, and its audit row, are in the name of another: a person has just proved who they are. */
  become(actor: Actor, purpose?: 'sign-in'): Promise<void>;
  /** Refuses (`request.too-many`) when this subject, such as an account, was tried too often. */
  limit(subject: string): void;
  /** Sends a letter; false: no mail server is configured, or it did not take the letter. */
  mail(letter: Letter): Promise<boolean>;
  /** The address people type, without a slash at its end. */
  readonly address: string;
};

export type HandlerOptions = {
  /** Nobody is signed in yet: the transaction may look accounts up. For the operations of signing in and nothing else. */
  purpose?: 'sign-in';
  /** Guessing a secret must not pay: few calls per address. */
  strict?: boolean;
  /** A POST that changes nothing (its input does not belong in an address): no audit row, and the database refuses writes. */
  reads?: boolean;
};

/** An operation together with what does it. */
export type Handler = {
  operation: Operation;
  options: HandlerOptions;
  run(call: { input: unknown; ctx: Ctx }): unknown;
};

type Answer<O extends z.ZodType> = z.input<O> | Produced;

/** Joins an operation of a contract with the function that does it; the types of both are checked against each other. */
export function handle<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O>,
  run: (call: { input: z.output<I>; ctx: Ctx }) => Promise<Answer<O>> | Answer<O>,
  options: HandlerOptions = {},
): Handler {
  return { operation, options, run: run as Handler['run'] };
}
