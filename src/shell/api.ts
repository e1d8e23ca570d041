import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Operation } from '../kernel/operation.ts';
import { Problem, problemCatalogue, type ProblemCode } from '../kernel/problem.ts';

/** What a page hands to an operation: its input before parsing, so that defaults may be left out. */
export type Given<T extends Operation> = z.input<T['input']>;
/** What a page gets: the output, parsed with the very schema that the server answers by. */
export type Got<T extends Operation> = z.output<T['output']>;

/** Address and remaining input of an operation: `:name` in the path is taken out of the input. */
export function addressOf(op: Operation, input: Record<string, unknown> = {}): { url: string; rest: Record<string, unknown> } {
  const rest = { ...input };
  const path = op.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  return { url: `/api${path}`, rest };
}

/** Query string of an input: arrays repeat, what is not given stays away. */
export function queryOf(input: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== null && one !== '') query.append(name, String(one));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** Where an export is downloaded from; the browser follows it as a link. */
export function downloadUrl<T extends Operation>(op: T, input: Given<T>): string {
  const { url, rest } = addressOf(op, input as Record<string, unknown>);
  return url + queryOf(rest);
}

/** A refusal of the server, or of the road to it, as a {@link Problem}. */
export function problemFrom(status: number, body: unknown): Problem {
  const told = (typeof body === 'object' && body !== null ? body : {}) as { code?: unknown; message?: unknown; detail?: unknown; title?: unknown; details?: unknown };
  const code = typeof told.code === 'string' && told.code in problemCatalogue ? (told.code as ProblemCode) : byStatus(status);
  const words = [told.detail, told.message, told.title].find((w) => typeof w === 'string');
  return new Problem(code, typeof words === 'string' ? words : '', told.details);
}

const byStatus = (status: number): ProblemCode =>
  (Object.entries(problemCatalogue).find(([, s]) => s === status)?.[0] as ProblemCode | undefined) ?? (status === 0 ? 'platform.busy' : 'platform.failed');

/** The typed client is the contract itself: nothing is generated and nothing can drift. */
export async function send<T extends Operation>(op: T, input: Given<T>, signal?: AbortSignal): Promise<Got<T>> {
  const { url, rest } = addressOf(op, input as Record<string, unknown>);
  const asked: RequestInit = op.method === 'GET' ? {} : { method: op.method, body: JSON.stringify(rest), headers: { 'content-type': 'application/json' } };
  let answer: Response;
  try {
    answer = await fetch(op.method === 'GET' ? url + queryOf(rest) : url, { ...asked, signal: signal ?? null, credentials: 'same-origin' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem('platform.busy', '');
  }
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw problemFrom(answer.status, body);
  return op.output.parse(body) as Got<T>;
}

type ReadOptions<D> = {
  enabled?: boolean;
  staleTime?: number;
  /** Asks again after so many milliseconds, as long as what came so far says so. */
  live?: (data: D | undefined) => number | false;
};

/** Reads an operation; while a new input loads, the old picture stays. */
export function useOperation<T extends Operation>(op: T, input: Given<T>, { live, ...options }: ReadOptions<Got<T>> = {}): UseQueryResult<Got<T>, Error> {
  return useQuery<Got<T>, Error>({
    queryKey: [op.id, input],
    queryFn: ({ signal }) => send(op, input, signal),
    placeholderData: keepPreviousData,
    // A refusal stays one, and who asks again and again only disturbs; "too often" passes.
    ...(live === undefined ? {} : { refetchInterval: ({ state: { data, error } }) => (isRefusal(error) && asProblem(error).status !== 429 ? false : live(data)) }),
    ...options,
  });
}

/** Sends a change; then everything read by the named operations is read anew. */
export function useSend<T extends Operation>(op: T, { invalidates = [] }: { invalidates?: Operation[] } = {}) {
  const cache = useQueryClient();
  const sending = useMutation<Got<T>, Error, Given<T>>({
    mutationFn: (input) => send(op, input),
    onSuccess: () => Promise.all(invalidates.map((o) => cache.invalidateQueries({ queryKey: [o.id] }))),
  });
  return { ...sending, problem: sending.error === null ? undefined : asProblem(sending.error) };
}

/** The server understood and said no: asking again changes nothing. */
export const isRefusal = (error: unknown): boolean => error instanceof Problem && error.status < 500;

/** Any error as a problem that can be told to a person. */
export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem('platform.failed', error instanceof Error ? error.message : '');
}
