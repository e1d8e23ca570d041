import { endKept, rewriteKept } from './rewrite-kept.ts';
import { expiredFiles, unseenFiles } from './store.ts';

/** What intake does to kept files where personal data has to go; who knows what is personal in them asks for it. */
export const originals = { rewrite: rewriteKept, end: endKept, unseen: unseenFiles, expired: expiredFiles };
