import { Problem } from '../../kernel/problem.ts';

type Headers = { origin?: string | undefined; host?: string | undefined; 'sec-fetch-site'?: string | string[] | undefined };

/**
 * Refuses a change that a page of somebody else's asked a browser to send: browsers say so themselves. What sends
 * neither header is no browser, and has no cookie of a person who is just looking at another page.
 * @param publicOrigin the address people type, where a proxy in front changes the host.
 */
export function refuseCrossSite(headers: Headers, publicOrigin: string | undefined): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw crossSite();
  const { origin } = headers;
  if (origin === undefined) return;
  if (origin === publicOrigin) return;
  if (hostOf(origin) === headers.host?.toLowerCase()) return;
  throw crossSite();
}

/** `null`, and whatever else is not an address, is no host. */
function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}

const crossSite = () => new Problem('access.cross-site', 'This change was asked for by a page of another site.');
