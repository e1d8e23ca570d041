import type { z } from 'zod';
import { countFigure, type Figure } from '../../kernel/figure.ts';
import { languageName } from '../../shell/codes.ts';
import { useText } from '../../shell/text.tsx';
import { BarTable } from '../../shell/ui/BarTable.tsx';
import { Content, Identifier } from '../../shell/ui/content.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import type { showMentioned } from '../domain/contract.ts';

type Shown = z.output<(typeof showMentioned)['output']>;
const PARTNERS = 12;

/** Counted by the same reading of the same files as its activities. */
const counted = (of: Shown, n: number, what: string): Figure => countFigure(n, what, { ...of.activities.passport, rows: null });

/** What it does: in how many activities it pays, answers, passes on, does the work. */
export function RolesPanel({ of }: { of: Shown }) {
  const text = useText();
  if (of.roles.length === 0) return null;
  const bars = of.roles.map((r) => ({ key: r.role, label: text.maybe(`organisation-role.${r.role}`) ?? <Identifier>{r.role}</Identifier>, figure: r.activities }));
  return (
    <Panel title={text('organisation.roles')} source={of.activities.passport}>
      <BarTable caption={text('organisation.roles')} head={text('organisation.role')} valueHead={text('counts.activities')} bars={bars} />
    </Panel>
  );
}

/** With whom: organisations that take part in the same activities. */
export function PartnersPanel({ of }: { of: Shown }) {
  const text = useText();
  if (of.partners.length === 0) return null;
  const bars = of.partners.slice(0, PARTNERS).map((p) => ({
    key: p.key,
    label: (
      <PageLink to="/organisations/$key" params={{ key: p.key }}>
        <Content>{p.name}</Content>
      </PageLink>
    ),
    figure: counted(of, p.activities, 'activities'),
  }));
  return (
    <Panel title={text('organisation.partners')} about={text('organisation.partners-about')} source={of.activities.passport}>
      <BarTable caption={text('organisation.partners')} head={text('dimension.organisation')} valueHead={text('counts.activities')} bars={bars} />
    </Panel>
  );
}

/** Every name under which files speak of it. */
export function NamesPanel({ of }: { of: Shown }) {
  const text = useText();
  const bars = of.names.map((n, i) => ({
    key: `${n.name}${n.language ?? ''}${i}`,
    label: (
      <>
        <Content lang={n.language}>{n.name}</Content>
        {n.language !== null && n.language !== '' && (
          <span className="quiet small" data-content="">
            {' '}
            {languageName(n.language, text.locale.formats)}
          </span>
        )}
      </>
    ),
    figure: counted(of, n.times, 'times'),
  }));
  return (
    <Panel title={text('organisation.names')} about={text('organisation.names-about')} source={of.activities.passport}>
      <BarTable caption={text('organisation.names')} head={text('organisations.column.name')} valueHead={text('organisation.times')} bars={bars} />
    </Panel>
  );
}
