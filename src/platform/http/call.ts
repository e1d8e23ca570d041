import { randomUUID } from 'node:crypto';
import type { Actor } from '../../kernel/audience.ts';
import { Problem } from '../../kernel/problem.ts';
import { actAs } from '../act-as.ts';
import { writeAudit } from '../audit.ts';
import type { Tx } from '../db/pool.ts';
import { enqueueJob, type EnqueueOptions, type JobPayload } from '../enqueue.ts';
import type { Ctx, Handler, Upload } from './handle.ts';
import type { RateLimit } from './limits.ts';
import type { ServerSettings } from './settings.ts';

export type CookieChange = { kind: 'begin'; secret: string; expiresAt: Date } | { kind: 'end' } | undefined;
type Queued = { task: string; payload: JobPayload; key: string | undefined };

/** One call of one handler: what it is given, and what it leaves to be done with the answer. */
export class Call {
  cookie: CookieChange;
  #about: Record<string, unknown> = {};
  #actor: Actor;
  readonly #queued: Queued[] = [];

  constructor(
    private readonly handler: Handler,
    private readonly settings: ServerSettings,
    actor: Actor,
    private readonly requestId: string,
    private readonly secret: string | undefined,
    private readonly subjects: RateLimit,
  ) {
    this.#actor = actor;
  }

  /** Whether this call may change something: then it is audited, else the database refuses every write. */
  get writes(): boolean {
    return this.handler.operation.method !== 'GET' && this.handler.options.reads !== true;
  }

  ctx(tx: Tx, files: AsyncIterable<Upload>): Ctx {
    const { settings } = this;
    const time = settings.now ?? (() => new Date());
    const ctx: { -readonly [K in keyof Ctx]: Ctx[K] } = {
      tx,
      files,
      actor: this.#actor,
      requestId: this.requestId,
      address: settings.address,
      now: () => time().toISOString(),
      newId: () => randomUUID(),
      audit: (about) => { Object.assign(this.#about, about); },
      enqueue: (task, input, options) => this.#enqueue(tx, task, input, options),
      session: {
        secret: this.secret,
        begin: (secret, expiresAt) => { this.cookie = { kind: 'begin', secret, expiresAt }; },
        end: () => { this.cookie = { kind: 'end' }; },
      },
      become: async (actor, purpose) => {
        await actAs(tx, actor, purpose);
        this.#actor = actor;
        ctx.actor = actor;
      },
      limit: (subject) => {
        const wait = this.subjects.take(`${this.handler.operation.id} ${subject}`, time().getTime());
        if (wait > 0) throw tooMany(wait);
      },
      mail: (letter) => settings.mail.send(letter),
    };
    return ctx;
  }

  /** The last statement of a write: from here on other writers wait for this one's commit. */
  async audit(tx: Tx): Promise<void> {
    await writeAudit(tx, { operation: this.handler.operation.id, about: this.#about, requestId: this.requestId });
  }

  /** Jobs that a read asked for, once its own transaction, which must not write, is over. */
  async enqueueLate(): Promise<void> {
    if (this.#queued.length === 0) return;
    await this.settings.pool.transaction(this.#actor, async (tx) => {
      for (const { task, payload, key } of this.#queued) await enqueueJob(tx, task, payload, key);
    });
  }

  async #enqueue(tx: Tx, task: string, input: unknown, { key, as }: EnqueueOptions = {}): Promise<void> {
    const { accountId } = this.#actor;
    const payload: JobPayload = { as: as ?? (accountId === null ? { kind: 'nobody' } : { kind: 'account', accountId }), input, requestId: this.requestId };
    if (this.writes) await enqueueJob(tx, task, payload, key);
    else this.#queued.push({ task, payload, key });
  }
}

export const tooMany = (wait: number) =>
  new Problem('request.too-many', 'Too many tries. Wait a moment and try again.', { retryAfterSeconds: Math.ceil(wait / 1000) });
