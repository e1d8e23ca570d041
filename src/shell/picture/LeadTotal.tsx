import type { MoneyOverview } from '../../funds/domain/contract.ts';
import { useText } from '../text.tsx';
import { Figure } from '../ui/Figure.tsx';
import { SourceLine } from '../ui/SourceLine.tsx';
import { isUncounted } from './money-total.ts';
import { CountedSentence } from './CountedSentence.tsx';
import './lead.css';

/** The one total of a view, with its range and how it was counted. */
export function LeadTotal({ overview, search }: { overview: MoneyOverview; search: Record<string, unknown> }) {
  const text = useText();
  return (
    <div className="lead">
      <p className="lead__label">{text('total.entry')}</p>
      {!isUncounted(overview) && (
        <>
          <p className="lead__value">
            <Figure figure={overview.entry} size="large" range />
          </p>
          <CountedSentence overview={overview} search={search} />
          <p className="lead__source">
            <SourceLine passport={overview.entry.passport} />
          </p>
        </>
      )}
      <Recounting of={overview} />
    </div>
  );
}

/** New data has come and is being counted: the totals will change by themselves in a moment. */
export function Recounting({ of }: { of: { recounting: boolean } }) {
  const text = useText();
  if (!of.recounting) return null;
  return (
    <p className="lead__recount" role="status">
      <span className="lead__dot" aria-hidden="true" />
      {text('total.recounting')}
    </p>
  );
}
