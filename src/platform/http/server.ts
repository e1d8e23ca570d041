import compress from '@fastify/compress';
import cookies from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { fastify, type FastifyInstance, type FastifyReply } from 'fastify';
import { constants } from 'node:zlib';
import { newRequestId } from '../log.ts';
import { securityHeaders } from './headers.ts';
import { InFlight } from './in-flight.ts';
import { makeMetrics } from './metrics.ts';
import { addObservation } from './observe.ts';
import { asProblem, PROBLEM_JSON, problemDetails } from './problems.ts';
import { addRoutes } from './route.ts';
import { SessionCookie } from './session-cookie.ts';
import type { ServerSettings } from './settings.ts';
import { serveWeb } from './static-files.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What logs and metrics call this route: never its address, which may carry what somebody looks for. */
    operation?: string;
  }
}

/** The HTTP server: not yet listening, so that tests can call it without a socket. */
export async function makeServer(settings: ServerSettings): Promise<FastifyInstance> {
  const { log, pool } = settings;
  const secure = settings.address.startsWith('https:');
  const metrics = makeMetrics(() => pool.inUse, { ofTheProcess: settings.processMetrics ?? true });
  const app = fastify({
    logger: false,                    // fastify's own lines carry addresses of people and of pages
    trustProxy: 'loopback',           // a proxy on this machine tells the caller's address; nobody else may
    exposeHeadRoutes: false,
    genReqId: (request) => requestIdFrom(request.headers['x-request-id']) ?? newRequestId(),
    routerOptions: { maxParamLength: 600, ignoreTrailingSlash: true },
    forceCloseConnections: true,      // after what in-flight.ts waited for
    frameworkErrors: (error, request, reply) => {
      const { problem } = asProblem(error);
      void (reply as FastifyReply).code(problem.status).type(PROBLEM_JSON).send(JSON.stringify(problemDetails(problem, request.id)));
    },
  });
  const inFlight = new InFlight(app, settings.patienceMs ?? 10_000);
  app.removeContentTypeParser('text/plain');   // a form of another site can send it; we never do

  app.addHook('onRequest', async (request, reply) => { void reply.header('x-request-id', request.id); });
  app.addHook('onResponse', async (request, reply) => {
    const operation = request.routeOptions.config.operation ?? 'web';
    metrics.answered(operation, reply.statusCode, reply.elapsedTime / 1000);
    log.debug({ requestId: request.id, operation, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
  app.setErrorHandler(async (error, request, reply) => {
    const { problem, unexpected } = asProblem(error);
    const operation = request.routeOptions.config.operation ?? 'web';
    metrics.problem(operation, problem.code);
    if (unexpected) log.error({ requestId: request.id, operation, err: error }, 'a request failed');
    const wait = (problem.details as { retryAfterSeconds?: number } | undefined)?.retryAfterSeconds;
    if (wait !== undefined) void reply.header('retry-after', wait);
    if (reply.sent) return reply;     // the file was on its way already: its connection ends, there is no answer to send
    for (const name of ['content-disposition', 'content-length', 'content-encoding']) reply.removeHeader(name);
    return reply.code(problem.status).type(PROBLEM_JSON).header('cache-control', 'no-store').send(JSON.stringify(problemDetails(problem, request.id)));
  });

  await app.register(helmet, securityHeaders(secure));
  await app.register(cookies);
  // Quality 4: the highest, which is the default, would take longer than the answer itself.
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } });
  await app.register(multipart, { throwFileSizeLimit: false });   // uploads.ts counts all files of a request together
  addRoutes(app, settings, { cookie: new SessionCookie(secure), metrics, inFlight });
  addObservation(app, pool, settings.migrations, metrics);
  await serveWeb(app, settings.webDirectory);
  return app;
}

/** A proxy's id is taken over, so that its log and ours can be read together; anything else is not written anywhere. */
const requestIdFrom = (given: string | string[] | undefined) =>
  (typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : undefined);
