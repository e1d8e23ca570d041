import { useParams } from '@tanstack/react-router';
import { useOperation } from '../../shell/api.ts';
import { useCodes } from '../../shell/codes.ts';
import { LeadTotal } from '../../shell/picture/LeadTotal.tsx';
import { useMoneyTotal } from '../../shell/picture/money-total.ts';
import { SplitPanel } from '../../shell/picture/SplitPanel.tsx';
import { YearPanel } from '../../shell/picture/YearPanel.tsx';
import { useText } from '../../shell/text.tsx';
import { Content, Identifier } from '../../shell/ui/content.tsx';
import { CopyButton } from '../../shell/ui/CopyButton.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { PageHead } from '../../shell/ui/PageHead.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import { PrintButton } from '../../shell/ui/PrintButton.tsx';
import { isNameKey } from '../domain/fold.ts';
import { showMentioned } from '../domain/contract.ts';
import { NamesPanel, PartnersPanel, RolesPanel } from './mention-panels.tsx';
import './organisations.css';

/** One organisation: how the data names it, what it does, with whom, with which money. */
export function OrganisationPage() {
  const text = useText();
  const { key } = useParams({ strict: false }) as { key: string };
  const asked = useOperation(showMentioned, { key });
  const money = useMoneyTotal({ organisation: key });
  const kind = useCodes('OrganisationType');
  return (
    <Pending of={asked} lines={10} page={text('dimension.organisation')}>
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
            <div className="stack">
              <YearPanel search={{ organisation: key }} counting="entry" />
              <RolesPanel of={o} />
              <NamesPanel of={o} />
            </div>
            <div className="stack">
              <SplitPanel by="place" title="split.by-place" search={{ organisation: key }} counting="entry" />
              <PartnersPanel of={o} />
            </div>
          </div>
        </article>
      )}
    </Pending>
  );
}
