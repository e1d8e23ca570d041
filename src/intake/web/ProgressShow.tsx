import { countFigure } from '../../kernel/figure.ts';
import { useSend } from '../../shell/api.ts';
import { useText } from '../../shell/text.tsx';
import { Button } from '../../shell/ui/Button.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { ProblemShow } from '../../shell/ui/ProblemShow.tsx';
import { ProgressBar } from '../../shell/ui/ProgressBar.tsx';
import { cancel, listBatches, showBatch } from '../domain/contract.ts';
import type { Batch } from '../domain/model.ts';
import { Bytes } from './Bytes.tsx';
import { countedIn } from './counted-here.ts';

/** Steps of an import; the totals are counted by a job of their own after it is done. */
const phases = ['waiting', 'reading', 'storing', 'counting'] as const;

/** Live: which step it is at, how far, what was found so far; nothing is in the picture before the last step. */
export function ProgressShow({ batch: b }: { batch: Batch }) {
  const text = useText();
  const stop = useSend(cancel, { invalidates: [showBatch, listBatches] });
  const at = phases.indexOf(b.status === 'waiting' ? 'waiting' : b.progress.phase === 'comparing' ? 'storing' : (b.progress.phase as 'reading'));
  return (
    <section className="live" aria-label={text('live.label')}>
      <ol className="live__phases">
        {phases.map((p, i) => (
          <li key={p} aria-current={i === at ? 'step' : undefined} className={i < at ? 'live__done' : undefined}>
            {text(`live.${p}`)}
          </li>
        ))}
      </ol>
      <ProgressBar label={text('live.label')} value={b.progress.phase === 'reading' ? b.progress.bytesRead : at < 1 ? 0 : b.progress.bytesTotal} total={b.progress.bytesTotal} />
      <p className="live__line" role="status">
        {b.progress.bytesTotal > 0 && <Bytes bytes={b.progress.bytesRead} of={b.progress.bytesTotal} />}
        <Figure figure={countedIn(b, b.progress.records, 'activities')} unit />
        <Figure figure={{ ...countFigure(b.progress.problems, 'problems', countedIn(b, 0, 'problems').passport) }} unit />
        <Button small onClick={() => stop.mutate({ id: b.id })} aria-disabled={stop.isPending}>
          {text('live.cancel')}
        </Button>
      </p>
      {stop.problem !== undefined && <ProblemShow error={stop.problem} />}
    </section>
  );
}
