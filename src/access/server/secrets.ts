import { createHash, randomBytes } from 'node:crypto';

/** The secret of a session or a link, for a cookie or an address: 32 random bytes in 43 characters. */
export const newSecret = () => randomBytes(32).toString('base64url');

/** What of a secret is stored. It is random and long, so a plain hash can't be turned back. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest();
