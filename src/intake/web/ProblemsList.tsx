import { useState } from 'react';
import { exportProblems, listProblems } from '../domain/contract.ts';
import { countFigure } from '../../kernel/figure.ts';
import { severities, type Severity } from '../../kernel/problem.ts';
import { downloadUrl, useOperation } from '../../shell/api.ts';
import { useText } from '../../shell/text.tsx';
import { Identifier } from '../../shell/ui/content.tsx';
import { DownloadLink } from '../../shell/ui/DownloadLink.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { Icon } from '../../shell/ui/Icon.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import type { Batch, ProblemGroup } from '../domain/model.ts';
import { countedIn } from './counted-here.ts';
import { PlacesList } from './PlacesList.tsx';
import { SeverityTag } from './SeverityTag.tsx';
import { useProblemWords } from './problem-words.ts';

/** Everything that was wrong, grouped by how to mend it, what keeps records out first, then most common first. */
export function ProblemsList({ batch }: { batch: Batch }) {
  const text = useText();
  const asked = useOperation(listProblems, { id: batch.id });
  const [only, setOnly] = useState<Severity | 'all'>('all');
  const counts = batch.counts?.problems;
  return (
    <Panel
      id="problems"
      title={text('problems.title')}
      about={text('problems.about')}
      tools={<DownloadLink small href={downloadUrl(exportProblems, { id: batch.id, severity: only === 'all' ? undefined : only })}>{text('problems.csv')}</DownloadLink>}
    >
      {counts !== undefined && (
        <div className="problems__filter" role="group" aria-label={text('problems.filter')}>
          <button type="button" className="problems__severity" aria-pressed={only === 'all'} onClick={() => setOnly('all')}>
            {text('all')}
          </button>
          {severities.map((s) => (
            <button key={s} type="button" className="problems__severity" aria-pressed={only === s} onClick={() => setOnly(s)} disabled={counts[s] === 0}>
              <SeverityTag severity={s} /> <span data-page="">{text.intl.formatNumber(counts[s])}</span>
            </button>
          ))}
        </div>
      )}
      <Pending of={asked} lines={6}>
        {(groups) => {
          const shown = [...groups].filter((g) => only === 'all' || g.severity === only).sort((a, b) => Number(b.severity === 'critical') - Number(a.severity === 'critical') || b.times - a.times);
          if (shown.length === 0) return <p className="quiet">{text('problems.none')}</p>;
          return (
            <ul className="problems">
              {shown.map((g) => (
                <Group key={`${g.code}${g.severity}`} group={g} batch={batch} />
              ))}
            </ul>
          );
        }}
      </Pending>
    </Panel>
  );
}

function Group({ group: g, batch }: { group: ProblemGroup; batch: Batch }) {
  const text = useText();
  const words = useProblemWords();
  const [open, setOpen] = useState(false);
  const said = words(g.code, inCommon(g));
  const { passport } = countedIn(batch, 0, 'problems');
  return (
    <li className="problem-group">
      <button type="button" className="problem-group__head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'down' : 'next'} size={18} />
        <SeverityTag severity={g.severity} />
        <span className="problem-group__words">
          <span className="problem-group__what">{said?.what ?? <Identifier>{g.code}</Identifier>}</span>
          {said !== null && <span className="problem-group__mend">{said.mend}</span>}
        </span>
      </button>
      <span className="problem-group__times">
        <Figure figure={countFigure(g.times, 'times', passport)} unit />
        {g.records > 0 && <span className="quiet small">{text.rich('problems.in-records', { records: <Figure figure={countFigure(g.records, 'activities', passport)} unit /> })}</span>}
      </span>
      {open && <PlacesList batchId={batch.id} code={g.code} />}
    </li>
  );
}

/**
 * What the places of a group have in common: a value that differs from place to place becomes "…", so that the words
 * hold for all of them and not for the first alone.
 */
function inCommon(g: ProblemGroup): Record<string, unknown> {
  const given = g.sample.map((s): Record<string, unknown> => ({ ...s.params, value: s.value ?? '' }));
  const [first = {}] = given;
  if (g.times === 1) return first;
  const alone = given.length === 1;
  const differs = (name: string) => (alone ? name === 'value' || name === 'suggestion' || typeof first[name] === 'number' : given.some((v) => v[name] !== first[name]));
  return Object.fromEntries(Object.entries(first).map(([name, value]) => [name, differs(name) ? '…' : value]));
}
