import { STATUS_CODES } from 'node:http';
import { Problem, type ProblemCode } from '../../kernel/problem.ts';

/** RFC 9457 problem details, as they are sent: what went wrong in a stable code, never how the inside looks. */
export type ProblemDetails = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
  requestId: string;
  details?: unknown;
};

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** A problem for the wire. */
export function problemDetails(problem: Problem, requestId: string): ProblemDetails {
  return {
    type: `urn:tessera:problem:${problem.code}`,
    title: STATUS_CODES[problem.status] ?? 'Problem',
    status: problem.status,
    detail: problem.message,
    code: problem.code,
    requestId,
    ...(problem.details === undefined ? {} : { details: problem.details }),
  };
}

const known: Readonly<Record<string, [ProblemCode, string]>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['input.invalid', 'Send JSON (application/json); files as multipart/form-data.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['input.invalid', 'The body says that it is JSON and is empty.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['input.invalid', 'The body is not JSON.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['input.invalid', 'The body is not as long as it says.'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['request.too-large', 'The body is too large.'],
  FST_REQ_FILE_TOO_LARGE: ['request.too-large', 'A file is larger than this server takes.'],
  FST_FILES_LIMIT: ['request.too-large', 'More files at once than this server takes.'],
  FST_FIELDS_LIMIT: ['input.invalid', 'More fields than this operation has.'],
  FST_PARTS_LIMIT: ['input.invalid', 'More parts than this operation has.'],
  FST_PROTO_VIOLATION: ['input.invalid', 'A field has a name that is not allowed.'],
  FST_INVALID_MULTIPART_CONTENT_TYPE: ['input.invalid', 'Send files as multipart/form-data.'],
  FST_ERR_BAD_URL: ['request.not-found', 'There is nothing at this address.'],
  FST_ERR_MAX_URL_LENGTH: ['request.not-found', 'There is nothing at this address.'],
  // PostgreSQL. Row-level security refused what the API had let through: a defect of the API, but no leak.
  42501: ['access.denied', 'You may not do this.'],
  57014: ['platform.busy', 'This took too long and was given up. Narrow the question, or try again.'],
  40001: ['platform.busy', 'Somebody changed the same in this moment. Try again.'],
  '40P01': ['platform.busy', 'Somebody changed the same in this moment. Try again.'],
  53300: ['platform.busy', 'Too many connections to the database. Try again in a moment.'],
  '57P01': ['platform.busy', 'The database is restarting. Try again in a moment.'],
  '57P03': ['platform.busy', 'The database is starting. Try again in a moment.'],
  ECONNREFUSED: ['platform.busy', 'The database does not answer. Try again in a moment.'],
  ENOENT: ['platform.busy', 'The database does not answer. Try again in a moment.'],
};

/** What Fastify and its plugins refuse without a code that is known above. */
function byStatus(status: number): Problem {
  if (status === 413) return new Problem('request.too-large', 'This is too large.');
  if (status === 403 || status === 404 || status === 405) return new Problem('request.not-found', 'There is nothing at this address.');
  return new Problem('input.invalid', 'This request can not be understood.');
}

/**
 * Any error as a problem. `unexpected`: a defect or an outage, to be logged with everything; the caller learns no more
 * than the code and the request's id.
 */
export function asProblem(error: unknown): { problem: Problem; unexpected: boolean } {
  if (error instanceof Problem) return { problem: error, unexpected: error.status >= 500 };
  const given = (error as { code?: unknown } | null)?.code;
  const code = typeof given === 'string' ? given : '';
  const message = error instanceof Error ? error.message : '';
  const found = known[code] ?? (/timeout exceeded when trying to connect|Connection terminated/.test(message)
    ? (['platform.busy', 'The server is busy. Try again in a moment.'] as const) : undefined);
  const status = Number((error as { statusCode?: unknown } | null)?.statusCode);
  if (!found && status >= 400 && status < 500) return { problem: byStatus(status), unexpected: false };
  if (!found) return { problem: new Problem('platform.failed', 'Something went wrong here. It was recorded under the request id.'), unexpected: true };
  const problem = new Problem(found[0], found[1]);
  return { problem, unexpected: code === '42501' || problem.status >= 500 };
}
