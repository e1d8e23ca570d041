/**
 * How long things last. Judgement of the authors (2026-11), within what OWASP's session and authentication cheat sheets
 * recommend for systems without payment: people here sign in about once a week, often on shared machines.
 */
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A session that is not used ends. */
export const SESSION_IDLE_MS = 7 * DAY;
/** A session ends, however busy. */
export const SESSION_LONGEST_MS = 30 * DAY;
/** How stale the time of last use may be: not every reading request writes. */
export const SESSION_TOUCH_MS = 5 * MINUTE;

/** How long a one-time link can be answered. */
export const LINK_LIFE_MS = {
  'first-administrator': 7 * DAY,
  invitation: 14 * DAY,
  'new-password': 2 * DAY,
} as const;

export type LinkKind = keyof typeof LINK_LIFE_MS;

/** How long ended links are kept, so that a late answer is told that the link was used. */
export const LINK_MEMORY_MS = 30 * DAY;

/** The account of the command line. Nobody can sign in as it: it has no password, and the address belongs to nobody (RFC 2606). */
export const COMMAND_LINE = 'command-line@tessera.invalid';
/** What the institution of the command line is called until the first administrator gives it its name. */
export const UNNAMED_INSTITUTION = 'This installation';
