import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { summary } from '../../activities/domain/contract.ts';
import { breakdown, exportMoney } from '../../funds/domain/contract.ts';
import { downloadUrl, useOperation } from '../../shell/api.ts';
import { usePlaceName } from '../../shell/codes.ts';
import { FilterBar } from '../../shell/picture/FilterBar.tsx';
import { LeadTotal } from '../../shell/picture/LeadTotal.tsx';
import { isUncounted, useMoneyTotal } from '../../shell/picture/money-total.ts';
import { SplitPanel } from '../../shell/picture/SplitPanel.tsx';
import { YearPanel } from '../../shell/picture/YearPanel.tsx';
import { PictureSearch } from '../../shell/search.ts';
import { may, useSession } from '../../shell/session.ts';
import { useText } from '../../shell/text.tsx';
import { Content } from '../../shell/ui/content.tsx';
import { DownloadLink } from '../../shell/ui/DownloadLink.tsx';
import { Empty } from '../../shell/ui/Empty.tsx';
import { PageHead } from '../../shell/ui/PageHead.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Pending, Skeleton } from '../../shell/ui/Pending.tsx';
import { PrintButton } from '../../shell/ui/PrintButton.tsx';
import { PictureCounts } from './PictureCounts.tsx';
import './overview.css';

const PlacePanel = lazy(() => import('./PlacePanel.tsx').then((m) => ({ default: m.PlacePanel })));

/** One total that is not counted twice, where it goes, for what, when and through whom. */
export function OverviewPage() {
  const text = useText();
  const search = PictureSearch.parse(useSearch({ strict: false }));
  const who = useSession();
  const name = usePlaceName();
  const money = useMoneyTotal(search);
  const counts = useOperation(summary, search);
  const places = useOperation(breakdown, { ...search, place: undefined, by: 'place', counting: 'entry', limit: 500 });
  const placed = search.place === undefined ? null : (name(search.place) ?? search.place);
  const filtered = Object.values(search).some((v) => v !== undefined);
  const empty = counts.data?.activities.value === '0' && !filtered;
  return (
    <>
      <PageHead
        title={placed === null ? text('overview.title') : <Content>{placed}</Content>}
        documentTitle={placed ?? text('overview.title')}
        above={placed === null ? undefined : <PageLink to="/overview">{text('overview.all-places')}</PageLink>}
        lead={text('overview.lead')}
        actions={
          empty ? undefined : (
            <>
              <DownloadLink href={downloadUrl(exportMoney, search)}>{text('download.csv')}</DownloadLink>
              <PrintButton />
            </>
          )
        }
      />
      {empty ? (
        <Empty title={text('overview.empty')} actions={may(who, 'intake:write') ? <PageLink to="/bring" className="button button--main">{text('nav.bring')}</PageLink> : who?.account === null && <PageLink to="/sign-in" className="button button--main">{text('sign-in')}</PageLink>}>
          {text('overview.empty-more')}
        </Empty>
      ) : (
        <div className="stack">
          <FilterBar />
          <section className="overview__lead" aria-label={text('total.entry')}>
            <Pending of={money} lines={3}>
              {(m) => <LeadTotal overview={m} search={search} />}
            </Pending>
            <Pending of={counts} lines={2}>
              {(c) => <PictureCounts counts={c} search={search} />}
            </Pending>
          </section>
          {money.data !== undefined && isUncounted(money.data) ? null : (
            <>
              <Suspense fallback={<Skeleton lines={10} />}>
                <PlacePanel asked={places} search={search} />
              </Suspense>
              <YearPanel search={search} counting="entry" />
              <div className="columns">
                <SplitPanel by="sector" title="split.by-sector" about="split.by-sector-about" search={search} counting="entry" />
                <SplitPanel by="organisation" title="split.by-organisation" about="split.by-organisation-about" search={search} counting="entry" />
              </div>
            </>
          )}
        </div>
      )}
    </>
  );
}
