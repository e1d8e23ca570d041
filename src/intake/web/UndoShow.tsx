import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../../shell/api.ts';
import { useText } from '../../shell/text.tsx';
import { Button } from '../../shell/ui/Button.tsx';
import { Identifier } from '../../shell/ui/content.tsx';
import { Dialog } from '../../shell/ui/Dialog.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import { ProblemShow } from '../../shell/ui/ProblemShow.tsx';
import { undo } from '../domain/contract.ts';
import type { Batch } from '../domain/model.ts';

/** The way back: what the batch added goes, what it replaced comes back, exactly. */
export function UndoShow({ batch: b }: { batch: Batch }) {
  const text = useText();
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const go = async () => {
    setBusy(true);
    setError(null);
    try {
      await send(undo, { id: b.id });
      setAsking(false);
      // Every figure may have changed.
      await cache.invalidateQueries();
      // What became of it stands at the beginning of the page.
      scrollTo({ top: 0 });
    } catch (e) {
      setError(e);
    }
    setBusy(false);
  };
  return (
    <Panel title={text('undo.title')} about={text('undo.about')}>
      {b.standsInTheWay.length > 0 ? (
        <p>
          {text('undo.in-the-way')}{' '}
          {b.standsInTheWay.map((id, i) => (
            <span key={id}>
              {i > 0 && ', '}
              <PageLink to="/bring/$batch" params={{ batch: String(id) }}>
                <Identifier>#{id}</Identifier>
              </PageLink>
            </span>
          ))}
        </p>
      ) : (
        <Button kind="danger" icon="undo" disabled={!b.mayUndo} onClick={() => setAsking(true)}>
          {text('undo.do')}
        </Button>
      )}
      {asking && (
        <Dialog title={text('undo.sure')} role="alertdialog" onClose={() => setAsking(false)}>
          <p data-page="">{text('undo.sure-more', { added: b.counts?.added ?? 0, changed: b.counts?.changed ?? 0 })}</p>
          {error !== null && <ProblemShow error={error} />}
          <div className="dialog__actions">
            <Button kind="danger" onClick={() => void go()} aria-disabled={busy}>
              {text('undo.now')}
            </Button>
            <Button onClick={() => setAsking(false)}>{text('keep')}</Button>
          </div>
        </Dialog>
      )}
    </Panel>
  );
}
