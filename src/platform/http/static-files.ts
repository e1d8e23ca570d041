import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem.ts';

/**
 * The built web product. Names of assets carry a hash of their content and are kept for ever; everything else is asked
 * for anew. An address that is no file is a page of the product and gets its frame; what lies under `/api` never does.
 */
export async function serveWeb(app: FastifyInstance, webDirectory: string | undefined): Promise<void> {
  const nothing = () => { throw new Problem('request.not-found', 'There is nothing at this address.'); };
  if (webDirectory === undefined) {
    app.setNotFoundHandler(nothing);
    return;
  }
  await app.register(fastifyStatic, {
    root: webDirectory,
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (reply, file) => {
      void reply.header('cache-control', /[\\/]assets[\\/]/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.route({ method: ['GET', 'HEAD'], url: '/', handler: (_request, reply) => reply.sendFile('index.html') });
  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0]!;
    const page = ['GET', 'HEAD'].includes(request.method) && !/^\/api(\/|$)/.test(path) && !/\.\w+$/.test(path) && (request.headers.accept ?? '*/*').match(/text\/html|\*\/\*/);
    return page ? reply.sendFile('index.html') : nothing();
  });
}
