import { useParams } from '@tanstack/react-router';
import { tlp } from '../../kernel/audience.ts';
import { useOperation } from '../../shell/api.ts';
import { Recounting } from '../../shell/picture/LeadTotal.tsx';
import { useMoneyTotal } from '../../shell/picture/money-total.ts';
import { useText } from '../../shell/text.tsx';
import { Content, Identifier, Moment } from '../../shell/ui/content.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { Icon } from '../../shell/ui/Icon.tsx';
import { PageHead } from '../../shell/ui/PageHead.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import { PrintButton } from '../../shell/ui/PrintButton.tsx';
import { Tlp } from '../../shell/ui/Tlp.tsx';
import { showBatch } from '../domain/contract.ts';
import type { Batch } from '../domain/model.ts';
import { isLive } from './batch-state.ts';
import { BatchStatusTag } from './BatchStatusTag.tsx';
import { countedIn } from './counted-here.ts';
import { FilesTable } from './FilesTable.tsx';
import { ProblemsList } from './ProblemsList.tsx';
import { ProgressShow } from './ProgressShow.tsx';
import { UndoShow } from './UndoShow.tsx';
import './bring.css';

const LIVE_MS = 600;

/** One batch: live while it is read, then what went in, what needs somebody, and the way back. */
export function BatchPage() {
  const text = useText();
  const { batch } = useParams({ strict: false }) as { batch: string };
  const asked = useOperation(showBatch, { id: Number(batch) }, { live: (b) => (isLive(b) ? LIVE_MS : false) });
  return (
    <Pending of={asked} lines={8} page={text('batch.title', { no: batch })}>
      {(b) => (
        <article className="stack">
          <PageHead
            title={b.illustrative ? text('batches.demonstration') : text.rich('batch.title', { no: <Identifier>{b.id}</Identifier> })}
            documentTitle={text('batch.title', { no: String(b.id) })}
            above={<PageLink to="/bring">{text('bring.title')}</PageLink>}
            lead={
              <span className="row">
                <BatchStatusTag status={b.status} />
                <span>
                  {b.createdBy === null ? <Content>{b.owner}</Content> : text.rich('batch.by', { who: <Content>{b.createdBy}</Content>, owner: <Content>{b.owner}</Content> })} · <Moment at={b.createdAt} />
                </span>
                <span>
                  <Tlp label={tlp[b.audience]} /> {text(`audience.${b.audience}`)}
                </span>
              </span>
            }
            actions={b.status === 'done' && <PrintButton />}
          />
          {isLive(b) && <ProgressShow batch={b} />}
          {b.status === 'failed' && (
            <div className="problem" role="alert">
              <Icon name="error" />
              <div>
                <p className="problem__what">{text('batch.failed-what')}</p>
                <p>{b.failure !== null && <Content>{b.failure}</Content>}</p>
                <p>{text('batch.failed-mend')}</p>
              </div>
            </div>
          )}
          {b.status === 'cancelled' && (
            <p className="note" role="status">
              <Icon name="close" />
              {text('batch.cancelled-what')}
            </p>
          )}
          {b.status === 'undone' && (
            <p className="note" role="status">
              <Icon name="undo" />
              <span>
                {text('batch.undone-what')}
                {b.undoneAt !== null && <span className="quiet"> <Moment at={b.undoneAt} /></span>}
              </span>
            </p>
          )}
          {b.status === 'done' && b.counts !== null && <Outcome batch={b} counts={b.counts} />}
          <Panel title={text('batch.files')}>
            <FilesTable batch={b} />
          </Panel>
          {b.counts !== null && b.status !== 'cancelled' && b.status !== 'failed' && <ProblemsList batch={b} />}
          {b.status === 'done' && <UndoShow batch={b} />}
        </article>
      )}
    </Pending>
  );
}

/** "97 of 100 in · 3 need you", and what that changed. */
function Outcome({ batch, counts: c }: { batch: Batch; counts: NonNullable<Batch['counts']> }) {
  const text = useText();
  const parts = ['added', 'changed', 'unchanged', 'keptOut'] as const;
  return (
    <section className="outcome" aria-label={text('batch.outcome')}>
      <p className="outcome__line">
        {c.keptOut === 0 ? <Icon name="check" size={24} /> : <Icon name="warning" size={24} />}
        <span>{text.rich('batch.in', { some: <Figure figure={countedIn(batch, c.records - c.keptOut, 'activities')} />, all: <Figure figure={countedIn(batch, c.records, 'activities')} /> })}</span>
        {c.keptOut > 0 && (
          <>
            <span className="quiet">·</span>
            <span>{text.rich('batch.need-you', { n: c.keptOut, figure: <Figure figure={countedIn(batch, c.keptOut, 'activities')} />, link: (words) => <a href="#problems">{words}</a> })}</span>
          </>
        )}
      </p>
      <ul className="counts">
        {parts.map((p) => (
          <li key={p}>
            <Figure figure={countedIn(batch, c[p], 'activities')} size="medium" />
            <span className="counts__what">{text(`batch.${p}`)}</span>
          </li>
        ))}
      </ul>
      <Totals />
      <p className="row">
        <PageLink to="/overview" className="button button--main">
          {text('batch.see-overview')}
        </PageLink>
        <PageLink to="/activities" className="button button--plain">
          {text('batch.see-activities')}
        </PageLink>
      </p>
    </section>
  );
}

/** The activities are in at once; the totals follow when they are counted. */
function Totals() {
  const money = useMoneyTotal({});
  return money.data === undefined ? null : <Recounting of={money.data} />;
}
