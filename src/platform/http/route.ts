import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { STRANGER, type Actor } from '../../kernel/audience.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Tx } from '../db/pool.ts';
import { Call, tooMany } from './call.ts';
import { refuseCrossSite } from './cross-site.ts';
import type { Handler, Upload } from './handle.ts';
import type { InFlight } from './in-flight.ts';
import { gather, parseInput } from './input.ts';
import { callerKey, usualLimits } from './limits.ts';
import type { Metrics } from './metrics.ts';
import { attachment, begun, jsonOf, produced } from './output.ts';
import type { SessionCookie } from './session-cookie.ts';
import type { ServerSettings } from './settings.ts';
import { endSilent, endStalled } from './stalled.ts';
import { Turns, type Long } from './turns.ts';
import { drain, openUpload } from './uploads.ts';

/** Who asks; known before a byte of the body is read. */
type Caller = { actor: Actor; secret: string | undefined };
const callers = new WeakMap<FastifyRequest, Caller>();
const NO_FILES: AsyncIterable<Upload> = { async *[Symbol.asyncIterator]() {} };
const JSON_LIMIT = 1_048_576;
const DRAIN_MS = 10_000;
const STALL_MS = 30_000;
/** For senders: a phone that goes through a tunnel comes out again. */
const SILENT_MS = 120_000;

/** Adds one route per operation: the life of a request as docs/architecture.md tells it. */
export function addRoutes(app: FastifyInstance, settings: ServerSettings, { cookie, metrics, inFlight }: { cookie: SessionCookie; metrics: Metrics; inFlight: InFlight }): void {
  const limits = settings.limits ?? usualLimits();
  const time = settings.now ?? (() => new Date());
  const publicOrigin = new URL(settings.address).origin;
  const turns = new Turns(settings.longRequests);

  const refuseTooMany = (request: FastifyRequest, { options }: Handler) => {
    const [now, from] = [time().getTime(), callerKey(request.ip)];
    const wait = limits.general.take(from, now) || (options.strict ? limits.strict.take(from, now) : 0);
    if (wait > 0) throw tooMany(wait);
  };

  const identify = async (request: FastifyRequest): Promise<Caller> => {
    const secret = cookie.read(request);
    const actor = secret === undefined ? undefined : await settings.gate.actorOf(secret, time());
    return { actor: actor ?? STRANGER, secret: actor ? secret : undefined };
  };

  const permit = ({ actor }: Caller, { operation }: Handler) => {
    if (settings.gate.permits(actor, operation.permission)) return;
    if (actor.accountId === null) throw new Problem('access.sign-in-required', 'Sign in first.');
    throw new Problem('access.denied', 'Your role does not allow this.');
  };

  const downloadOf = (request: FastifyRequest): Long =>
    ({ kind: 'download', strangerFrom: callers.get(request)!.actor.accountId === null ? callerKey(request.ip) : undefined });

  for (const handler of settings.handlers) {
    const { operation, options } = handler;
    const upload = operation.body === 'upload';

    /** Runs the handler in one transaction; `done` gets the answer while the transaction is still open. */
    const transact = async <T>(request: FastifyRequest, done: (answer: unknown, tx: Tx, call: Call) => Promise<T>): Promise<[T, Call]> => {
      const { actor, secret } = callers.get(request)!;
      if (request.isMultipart() && !upload) throw new Problem('input.invalid', 'This takes JSON and no files.');
      const opened = upload ? await openUpload(request, settings.uploadLimit, metrics.uploaded) : { fields: {}, files: NO_FILES };
      const input = parseInput(operation, gather(operation, { params: request.params as object as Record<string, unknown>, query: request.query as Record<string, unknown>, body: request.body, fields: opened.fields }));
      const call = new Call(handler, settings, actor, request.id, secret, limits.subject);
      const result = await settings.pool.transaction(actor, async (tx) => {
        const answer = await handler.run({ input, ctx: call.ctx(tx, opened.files) });
        return done(answer, tx, call);
      }, { ...(options.purpose && { purpose: options.purpose }), ...(!call.writes && { readOnly: true, isolation: 'repeatable read' }) });
      await call.enqueueLate();
      return [result, call];
    };

    const answerJson = async (request: FastifyRequest, reply: FastifyReply) => {
      // The answer is checked and the write audited before the commit; it is sent after it.
      const [json, call] = await transact(request, async (answer, tx, c) => {
        const checked = jsonOf(operation, answer);
        if (c.writes) await c.audit(tx);
        return checked;
      });
      if (call.cookie?.kind === 'begin') cookie.set(reply, call.cookie.secret, call.cookie.expiresAt);
      if (call.cookie?.kind === 'end') cookie.clear(reply);
      return reply.type('application/json; charset=utf-8').header('cache-control', 'no-store').send(json);
    };

    /** A file is made while it is sent, in the transaction: one moment of the data, and never all of it in memory. */
    const answerFile = async (request: FastifyRequest, reply: FastifyReply) => {
      await transact(request, async (answer) => {
        const file = produced(operation, answer);
        const body = Readable.from(await begun(file.body), { objectMode: false, highWaterMark: 65_536 });
        reply.type(operation.produces!.startsWith('text/') ? `${operation.produces}; charset=utf-8` : operation.produces!)
          .header('cache-control', 'no-store').header('content-disposition', attachment(file.fileName));
        if (file.bytes !== undefined) reply.header('content-length', file.bytes);
        endStalled(reply.raw, settings.stallMs ?? STALL_MS, () => settings.log.info({ requestId: request.id, operation: operation.id }, 'a reader stopped reading'));
        void reply.send(body);
        await finished(body);
      });
      return reply;
    };

    const answer = async (request: FastifyRequest, reply: FastifyReply) => {
      if (operation.produces) return turns.take(downloadOf(request), () => answerFile(request, reply));
      if (!upload) return answerJson(request, reply);
      const relax = endSilent(reply.raw, settings.stallMs ?? SILENT_MS, () => settings.log.info({ requestId: request.id, operation: operation.id }, 'a sender fell silent'));
      return turns.take({ kind: 'upload' }, () => answerJson(request, reply)).catch(async (error: unknown) => {
        await drain(request, DRAIN_MS);
        throw error;
      }).finally(relax);
    };

    app.route({
      method: operation.method,
      url: `/api${operation.path}`,
      config: { operation: operation.id },
      bodyLimit: JSON_LIMIT,
      ...(operation.produces && !operation.produces.startsWith('text/') && { compress: false as const }),   // kept files are sent as they are
      onRequest: async (request) => {
        refuseTooMany(request, handler);
        if (operation.method !== 'GET') refuseCrossSite(request.headers, publicOrigin);
        const caller = await identify(request);
        permit(caller, handler);
        callers.set(request, caller);
      },
      handler: (request, reply) => inFlight.watch(answer(request, reply)),
    });
  }
}
