import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { downloadUrl } from '../../shell/api.ts';
import { usePages } from '../../shell/pages.ts';
import { FilterBar } from '../../shell/picture/FilterBar.tsx';
import { useText } from '../../shell/text.tsx';
import { Day } from '../../shell/ui/content.tsx';
import { DownloadLink } from '../../shell/ui/DownloadLink.tsx';
import { Empty } from '../../shell/ui/Empty.tsx';
import { SelectField } from '../../shell/ui/Field.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { PageHead } from '../../shell/ui/PageHead.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import { PrintButton } from '../../shell/ui/PrintButton.tsx';
import { SearchField } from '../../shell/ui/SearchField.tsx';
import { exportActivities, listActivities } from '../domain/contract.ts';
import { ActivitiesSearch } from './activities-search.ts';
import { ActivitiesTable } from './ActivitiesTable.tsx';
import './activities.css';

const statuses = ['1', '2', '3', '4', '5', '6'] as const;
const orders = ['starts', 'ends', 'spent', 'title'] as const;

/** Who does what: every activity once, however many publishers report it. */
export function ActivitiesPage() {
  const text = useText();
  const go = useNavigate();
  const search = ActivitiesSearch.parse(useSearch({ strict: false }));
  const order = search.order ?? 'starts';
  const asked = usePages(listActivities, { ...search, order }, { limit: 100, length: (page) => page.activities.length });
  const set = (change: Partial<ActivitiesSearch>) => void go({ to: '.', search: ((all: Record<string, unknown>) => ({ ...all, ...change })) as never, resetScroll: false, replace: true });
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = asked;
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
  return (
    <>
      <PageHead
        title={text('activities.title')}
        documentTitle={text('activities.title')}
        lead={text('activities.lead')}
        actions={
          <>
            <DownloadLink href={downloadUrl(exportActivities, search)}>{text('download.csv')}</DownloadLink>
            <PrintButton />
          </>
        }
      />
      <FilterBar />
      <div className="activities__tools">
        <SearchField label={text('activities.search')} value={search.text ?? ''} onText={(words) => set({ text: words === '' ? undefined : words })} />
        <SelectField
          label={text('activities.status')}
          hideLabel
          value={search.status ?? ''}
          onChoose={(status) => set({ status: status === '' ? undefined : status })}
          choices={[{ value: '', label: text('activities.any-status') }, ...statuses.map((s) => ({ value: s, label: text(`status.${s}`) }))]}
        />
        <SelectField label={text('activities.order')} hideLabel value={order} onChoose={(by) => set({ order: by as 'ends' })} choices={orders.map((o) => ({ value: o, label: text(`activities.order.${o}`) }))} />
        {search.endingBefore !== undefined && (
          <button type="button" className="tag tag--attention" onClick={() => set({ endingFrom: undefined, endingBefore: undefined })}>
            {text.rich('activities.ending-before', { on: <Day on={search.endingBefore} /> })} ✕
          </button>
        )}
      </div>
      <Pending of={asked} lines={12}>
        {({ pages }) => {
          const rows = pages.flatMap((p) => p.activities);
          const total = pages[0]?.total;
          if (total === undefined || rows.length === 0) {
            return (
              <Empty title={text('activities.none')} actions={<PageLink to="/activities" className="button button--plain">{text('activities.show-all')}</PageLink>}>
                {text('activities.none-more')}
              </Empty>
            );
          }
          return (
            <>
              <p className="list-total" role="status">
                <Figure figure={total} unit />
              </p>
              <ActivitiesTable rows={rows} total={Number(total.value ?? rows.length)} onEnd={onEnd} order={order} onOrder={(by) => set({ order: by })} />
            </>
          );
        }}
      </Pending>
    </>
  );
}
