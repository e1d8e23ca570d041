import { useInfiniteQuery } from '@tanstack/react-query';
import type { Operation } from '../kernel/operation.ts';
import { send, type Given, type Got } from './api.ts';

type Paged = { after?: number; limit?: number };

/**
 * Reads a long list page by page as the reader comes to its end. While another selection loads, the old list stays.
 * @param length how many entries a page brought: the next one begins after them
 */
export function usePages<T extends Operation>(op: T, input: Omit<Given<T>, keyof Paged>, options: { limit: number; length: (page: Got<T>) => number; /** Asks again after so many milliseconds, as long as the first page says so. */ live?: (first: Got<T>) => number | false }) {
  return useInfiniteQuery({
    queryKey: [op.id, 'pages', input],
    queryFn: ({ pageParam, signal }): Promise<Got<T>> => send(op, { ...input, after: pageParam, limit: options.limit } as Given<T>, signal),
    initialPageParam: 0,
    getNextPageParam: (last: Got<T>, _all, after: number) => (options.length(last) < options.limit ? undefined : after + options.length(last)),
    placeholderData: (before) => before,
    refetchInterval: (query) => {
      const first = query.state.data?.pages[0];
      return first === undefined ? false : (options.live?.(first) ?? false);
    },
  });
}
