import { useState } from 'react';
import { exportProblems, listProblems } from '../domain/contract.ts';
import { countFigure } from '../../kernel/figure.ts';
import { severities, type Severity } from '../../kernel/problem.ts';
import type { Passport } from '../../kernel/passport.ts';
import { downloadUrl, useOperation } from '../../shell/api.ts';
import { useText, type Text } from '../../shell/text.tsx';
import { Button } from '../../shell/ui/Button.tsx';
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
import { problemSections, type ProblemSection } from './problem-tasks.ts';
import { useProblemWords } from './problem-words.ts';
import './problems.css';

const DIFFERS = '…';

/** Everything that was wrong: the worst first, grouped by how to mend it, what mends most first. */
export function ProblemsList({ batch }: { batch: Batch }) {
  const text = useText();
  const asked = useOperation(listProblems, { id: batch.id });
  const [only, setOnly] = useState<Severity | 'all'>('all');
  const words = useProblemWords();
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
          const sections = problemSections(groups.filter((g) => only === 'all' || g.severity === only), (g) => wordsFor(g, words, text));
          if (sections.length === 0) return <p className="quiet">{text('problems.none')}</p>;
          return sections.map((s) => <Section key={s.severity} section={s} batch={batch} folded={only === 'all' && s.severity === 'advice' && sections.length > 1} />);
        }}
      </Pending>
    </Panel>
  );
}

/** Everything of one severity, by how to mend it. Advice is folded away: nothing has to be done about it. */
function Section({ section: s, batch, folded }: { section: ProblemSection; batch: Batch; folded: boolean }) {
  const text = useText();
  const [open, setOpen] = useState(!folded);
  const { passport } = countedIn(batch, 0, 'problems');
  return (
    <section className="problem-section">
      <h3 className="problem-section__head">
        <SeverityTag severity={s.severity} />
        <span className="problem-section__about">{text(`severity.${s.severity}-means`)}</span>
        {!open && (
          <Button small onClick={() => setOpen(true)}>
            <span data-page="">{text('problems.show', { n: s.tasks.length })}</span>
          </Button>
        )}
      </h3>
      {open && (
        <ul className="problems">
          {s.tasks.map((t) => (
            <li key={t.key} className="task">
              {t.mend !== null && <p className="task__mend">{t.mend}</p>}
              {t.groups.map(({ group, what }) => (
                <Group key={group.code} group={group} what={what} batchId={batch.id} passport={passport} />
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Group({ group: g, what, batchId, passport }: { group: ProblemGroup; what: string | null; batchId: number; passport: Passport }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <div className="problem-group">
      <button type="button" className="problem-group__head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'down' : 'next'} size={18} />
        <span>{what ?? <Identifier>{g.code}</Identifier>}</span>
      </button>
      <span className="problem-group__times">
        <Figure figure={countFigure(g.times, 'times', passport)} unit />
        {g.records > 0 && <span className="quiet small">{text.rich('problems.in-records', { records: <Figure figure={countFigure(g.records, 'activities', passport)} unit /> })}</span>}
      </span>
      {open && <PlacesList batchId={batchId} code={g.code} />}
    </div>
  );
}

/** Words for all places of a group; where they differ from place to place, those of one as an example. */
function wordsFor(g: ProblemGroup, words: ReturnType<typeof useProblemWords>, text: Text): { what: string; mend: string; key: string } | null {
  const common = words(g.code, inCommon(g));
  const first = g.sample[0];
  const example = first === undefined ? common : words(g.code, { ...first.params, value: first.value ?? '' });
  if (common === null || example === null) return null;
  return {
    key: common.mend,
    what: common.what.includes(DIFFERS) ? text('problems.such-as', { words: example.what }) : common.what,
    mend: common.mend.includes(DIFFERS) ? text('problems.such-as', { words: example.mend }) : common.mend,
  };
}

/**
 * What the places of a group have in common: a value that differs from place to place becomes "…", so that it is
 * seen whether the words hold for all of them or for the first alone.
 */
function inCommon(g: ProblemGroup): Record<string, unknown> {
  const given = g.sample.map((s): Record<string, unknown> => ({ ...s.params, value: s.value ?? '' }));
  const [first = {}] = given;
  if (g.times === 1) return first;
  const alone = given.length === 1;
  const differs = (name: string) => (alone ? name === 'value' || name === 'suggestion' || typeof first[name] === 'number' : given.some((v) => v[name] !== first[name]));
  return Object.fromEntries(Object.entries(first).map(([name, value]) => [name, differs(name) ? DIFFERS : value]));
}
