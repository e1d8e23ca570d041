import { useParams } from '@tanstack/react-router';
import { overview } from '../../funds/domain/contract.ts';
import { countFigure } from '../../kernel/figure.ts';
import { useOperation } from '../../shell/api.ts';
import { languageName, useCodes } from '../../shell/codes.ts';
import { LeadTotal } from '../../shell/picture/LeadTotal.tsx';
import { SplitPanel } from '../../shell/picture/SplitPanel.tsx';
import { YearPanel } from '../../shell/picture/YearPanel.tsx';
import { useText } from '../../shell/text.tsx';
import { BarTable } from '../../shell/ui/BarTable.tsx';
import { Content, Identifier } from '../../shell/ui/content.tsx';
import { CopyButton } from '../../shell/ui/CopyButton.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { PageHead } from '../../shell/ui/PageHead.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import { PrintButton } from '../../shell/ui/PrintButton.tsx';
import { isNameKey } from '../domain/fold.ts';
import { showMentioned } from '../domain/contract.ts';
import './organisations.css';

/** One organisation: how the data names it, what it does, with whom, with which money. */
export function OrganisationPage() {
  const text = useText();
  const { key } = useParams({ strict: false }) as { key: string };
  const asked = useOperation(showMentioned, { key });
  const money = useOperation(overview, { organisation: key });
  const kind = useCodes('OrganisationType');
  return (
    <Pending of={asked} lines={10}>
      {(o) => (
        <article className="stack">
          <PageHead
            title={<Content>{o.name}</Content>}
            documentTitle={o.name}
            above={<PageLink to="/organisations">{text('nav.organisations')}</PageLink>}
            lead={
              <span className="row">
                {o.kind !== null && <Content>{kind(o.kind) ?? o.kind}</Content>}
                {!isNameKey(o.key) && (
                  <span>
                    <Identifier>{o.key}</Identifier>
                    <CopyButton of={o.key} />
                  </span>
                )}
                {o.reports && <span className="tag tag--good">{text('organisations.reports')}</span>}
              </span>
            }
            actions={<PrintButton />}
          />
          <div className="organisation__top">
            <Pending of={money} lines={3}>
              {(m) => <LeadTotal overview={m} search={{ organisation: key }} />}
            </Pending>
            <p className="organisation__activities">
              <Figure figure={o.activities} unit />
              <PageLink to="/activities" search={{ organisation: key }} className="button button--plain">
                {text('organisation.show-activities')}
              </PageLink>
              <PageLink to="/money" search={{ organisation: key }} className="button button--plain">
                {text('organisation.show-money')}
              </PageLink>
            </p>
          </div>
          <div className="columns">
            <YearPanel search={{ organisation: key }} counting="entry" />
            <SplitPanel by="place" title="split.by-place" search={{ organisation: key }} counting="entry" />
            {o.roles.length > 0 && (
              <Panel title={text('organisation.roles')}>
                <BarTable caption={text('organisation.roles')} head={text('organisation.role')} valueHead={text('counts.activities')} bars={o.roles.map((r) => ({ key: r.role, label: text.maybe(`organisation-role.${r.role}`) ?? <Identifier>{r.role}</Identifier>, figure: r.activities }))} />
              </Panel>
            )}
            {o.partners.length > 0 && (
              <Panel title={text('organisation.partners')} about={text('organisation.partners-about')}>
                <BarTable
                  caption={text('organisation.partners')}
                  head={text('dimension.organisation')}
                  valueHead={text('counts.activities')}
                  bars={o.partners.slice(0, 12).map((p) => ({ key: p.key, label: <PageLink to="/organisations/$key" params={{ key: p.key }}><Content>{p.name}</Content></PageLink>, figure: countFigure(p.activities, 'activities', { ...o.activities.passport, rows: null }) }))}
                />
              </Panel>
            )}
            <Panel title={text('organisation.names')} about={text('organisation.names-about')}>
              <BarTable
                caption={text('organisation.names')}
                head={text('organisations.column.name')}
                valueHead={text('organisation.times')}
                bars={o.names.map((n, i) => ({
                  key: `${n.name}${n.language ?? ''}${i}`,
                  label: (
                    <>
                      <Content lang={n.language}>{n.name}</Content>
                      {n.language !== null && n.language !== '' && <span className="quiet small" data-content=""> {languageName(n.language, text.locale.formats)}</span>}
                    </>
                  ),
                  figure: countFigure(n.times, 'times', { ...o.activities.passport, rows: null }),
                }))}
              />
            </Panel>
          </div>
        </article>
      )}
    </Pending>
  );
}
