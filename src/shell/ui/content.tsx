import type { ReactNode } from 'react';
import { useText } from '../text.tsx';

/** Words of the data, not of Tessera: names, titles, descriptions, in whatever language they were written. */
export function Content({ children, lang }: { children: ReactNode; lang?: string | null }) {
  return (
    <bdi data-content="" lang={lang || undefined}>
      {children}
    </bdi>
  );
}

/** A code or identifier, beside its words and never instead of them. */
export function Identifier({ children }: { children: ReactNode }) {
  return (
    <bdi className="code" data-identifier="">
      {children}
    </bdi>
  );
}

/** A calendar day as `21 Nov 2026`, in the reader's language. */
export function Day({ on }: { on: string }) {
  const { intl } = useText();
  return <time dateTime={on}>{intl.formatDate(`${on}T00:00:00Z`, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })}</time>;
}

/** A day and the time of day, in the reader's time zone. */
export function Moment({ at }: { at: string }) {
  const { intl } = useText();
  return <time dateTime={at}>{intl.formatDate(at, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })}</time>;
}

export function Year({ year }: { year: number | string }) {
  return <time dateTime={String(year)}>{year}</time>;
}

/** Line of a file, counted from 1. */
export function LineNo({ line }: { line: number }) {
  const { intl } = useText();
  return <span data-line="">{intl.formatNumber(line, { useGrouping: false })}</span>;
}
