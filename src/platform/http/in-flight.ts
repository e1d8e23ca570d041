import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/**
 * Lets a stopping server finish what it has begun, for a while, and then ends every connection. Node alone would wait for
 * connections that browsers open in advance and never use, or cut off an answer that is just being sent.
 */
export class InFlight {
  readonly #work = new Set<Promise<unknown>>();

  constructor(app: FastifyInstance, patienceMs: number) {
    app.addHook('onRequest', async (_request, reply) => {
      reply.raw.setMaxListeners(30);   // fastify, its plugins and this one all listen for the end of a response
      this.#add(new Promise<void>((done) => { reply.raw.once('finish', done).once('close', done); }));
    });
    app.addHook('preClose', async () => {
      const enough = new AbortController();
      await Promise.race([this.#settled(), pause(patienceMs, undefined, { signal: enough.signal }).catch(() => {})]);
      enough.abort();
    });
  }

  /** Work whose transaction must end before the pool does, though its answer may be sent already. */
  watch<T>(work: Promise<T>): Promise<T> {
    this.#add(work);
    return work;
  }

  #add(work: Promise<unknown>): void {
    this.#work.add(work);
    const gone = () => { this.#work.delete(work); };
    work.then(gone, gone);
  }

  async #settled(): Promise<void> {
    while (this.#work.size > 0) await Promise.allSettled(this.#work);
  }
}
