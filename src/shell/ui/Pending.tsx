import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useText } from '../text.tsx';
import { PageHead } from './PageHead.tsx';
import { ProblemShow } from './ProblemShow.tsx';
import './state.css';

type Props<T> = {
  of: UseQueryResult<T, Error>;
  lines?: number;
  /** It is the whole page: until there is something to see, this is its heading. */
  page?: string;
  children: (data: T) => ReactNode;
};

/**
 * What was asked for: the old picture stays while a new one comes (a little paler), a skeleton shows only
 * after 300 ms (the stylesheet waits), a refusal says what to do.
 */
export function Pending<T>({ of, lines = 4, page, children }: Props<T>) {
  if (of.data !== undefined) {
    return (
      <div className={of.isPlaceholderData ? 'pending pending--old' : 'pending'} aria-busy={of.isPlaceholderData}>
        {of.isError && <ProblemShow error={of.error} onRetry={() => void of.refetch()} />}
        {children(of.data)}
      </div>
    );
  }
  return (
    <>
      {page !== undefined && <PageHead title={page} documentTitle={page} />}
      {of.isError ? <ProblemShow error={of.error} onRetry={() => void of.refetch()} /> : <Skeleton lines={lines} />}
    </>
  );
}

export function Skeleton({ lines = 4 }: { lines?: number }) {
  const text = useText();
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{text('loading')}</span>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} className="skeleton__line" aria-hidden="true" />
      ))}
    </div>
  );
}
