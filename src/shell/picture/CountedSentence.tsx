import type { ReactNode } from 'react';
import { isZero } from '../../kernel/decimal.ts';
import type { Figure as FigureValue } from '../../kernel/figure.ts';
import type { Bucket, MoneyOverview } from '../../funds/domain/contract.ts';
import { useText, type MessageId } from '../text.tsx';
import { Figure } from '../ui/Figure.tsx';
import { PageLink } from '../ui/PageLink.tsx';

/** Buckets that are taken off the sum as published, in the order in which they are told. */
const takenOff = ['passed-on', 'outside', 'other-level', 'other-version', 'conflict-difference'] as const satisfies readonly Bucket[];

/**
 * How the one total was counted, as a sentence whose every part opens its rows: "€71.9 m reported, minus €19.4 m passed
 * on between these 38 organisations, minus €4.3 m reported by both parent and project: €48.2 m."
 */
export function CountedSentence({ overview, search }: { overview: MoneyOverview; search: Record<string, unknown> }) {
  const text = useText();
  const parts: ReactNode[] = [<Part key="naive" id="counted.reported" figure={overview.naive} search={{ ...search, counting: 'naive' }} />];
  if (!isNothing(overview.receiverOnly)) parts.push(<Part key="receiver" id="counted.receiver-only" figure={overview.receiverOnly} search={search} />);
  for (const bucket of takenOff) {
    const found = overview.buckets.find((b) => b.bucket === bucket);
    if (found === undefined || isNothing(found.figure)) continue;
    parts.push(<Part key={bucket} id={bucket === 'passed-on' && overview.boundary.kind === 'chosen' ? 'counted.passed-on-chosen' : `counted.${bucket}`} figure={found.figure} search={{ ...search, bucket }} organisations={overview.boundary.organisations} />);
  }
  const joined = parts.flatMap((p, i) => (i === 0 ? [p] : [text('counted.comma'), p]));
  return <p className="counted">{text.rich('counted.sentence', { parts: joined, total: <Figure figure={overview.entry} /> })}</p>;
}

function Part({ id, figure, search, organisations }: { id: MessageId; figure: FigureValue; search: Record<string, unknown>; organisations?: number }) {
  const text = useText();
  return (
    <>
      {text.rich(id, {
        amount: <Figure figure={figure} />,
        n: <span data-page="">{organisations}</span>,
        link: (chunks) => (
          <PageLink to="/money/rows" search={search}>
            {chunks}
          </PageLink>
        ),
      })}
    </>
  );
}

const isNothing = (figure: FigureValue) => figure.value === null || isZero(figure.value);
