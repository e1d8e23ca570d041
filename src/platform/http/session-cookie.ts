import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The cookie that holds a session's secret. No script can read it, no other site can send it, and over https no other
 * host or path of the same domain can set it (`__Host-`).
 */
export class SessionCookie {
  readonly name: string;

  constructor(private readonly secure: boolean) {
    this.name = secure ? '__Host-tessera' : 'tessera';
  }

  read(request: FastifyRequest): string | undefined {
    const secret = request.cookies[this.name];
    return secret !== undefined && /^[\w-]{43}$/.test(secret) ? secret : undefined;
  }

  /** Keeps the secret until the session ends whatever happens; the server may end it before. */
  set(reply: FastifyReply, secret: string, expires: Date): void {
    reply.setCookie(this.name, secret, { ...this.#attributes, expires });
  }

  clear(reply: FastifyReply): void {
    reply.setCookie(this.name, '', { ...this.#attributes, expires: new Date(0) });
  }

  get #attributes() {
    return { path: '/', httpOnly: true, sameSite: 'strict', secure: this.secure } as const;
  }
}
