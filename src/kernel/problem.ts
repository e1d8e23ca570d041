/**
 * Everything that may go wrong on purpose, with its HTTP status (RFC 9457 problem details).
 * Codes are stable and documented in docs/problems.md; retired codes stay here as comments.
 */
export const problemCatalogue = {
  'input.invalid': 400,
  'access.sign-in-required': 401,
  'access.wrong-credentials': 401,
  'access.denied': 403,
  'access.link-used': 410,
  'access.cross-site': 403,
  'request.not-found': 404,
  'request.too-many': 429,
  'request.too-large': 413,
  'intake.not-recognised': 422,
  'intake.in-progress': 409,
  'intake.later-batch-stands-on-it': 409,
  'intake.already-undone': 409,
  'intake.nothing-to-cancel': 409,
  'access.account-exists': 409,
  'access.last-administrator': 409,
  'organisations.exists': 409,
  'funds.rates-unreadable': 422,
  'funds.organisation-unknown': 422,
  'platform.busy': 503,
  'platform.failed': 500,
} as const;

export type ProblemCode = keyof typeof problemCatalogue;

/** Thrown by handlers, sent as `application/problem+json`, rebuilt by the web client. */
export class Problem extends Error {
  readonly status: number;
  constructor(
    readonly code: ProblemCode,
    message: string,
    readonly details?: unknown,
  ) {
    super(message);
    this.name = 'Problem';
    this.status = problemCatalogue[code];
  }
}

/** How bad a finding about a file is; the field's four words (IATI validator). Only `critical` keeps a record out. */
export const severities = ['critical', 'error', 'warning', 'advice'] as const;
export type Severity = (typeof severities)[number];
