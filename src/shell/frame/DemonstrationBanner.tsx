import { useState } from 'react';
import { session as sessionOperation } from '../../access/domain/contract.ts';
import { removeDemonstration } from '../../intake/domain/contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../api.ts';
import { may, useSession } from '../session.ts';
import { useText } from '../text.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemShow } from '../ui/ProblemShow.tsx';

/** Demonstration data is never taken for real: every screen says so, and who may can remove it. */
export function DemonstrationBanner() {
  const text = useText();
  const who = useSession();
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [state, setState] = useState<'idle' | 'busy' | { error: unknown }>('idle');
  if (who?.illustrative !== true) return null;
  const remove = async () => {
    setState('busy');
    try {
      await send(removeDemonstration, {});
      await cache.invalidateQueries({ predicate: (q) => q.queryKey[0] !== sessionOperation.id });
      await cache.invalidateQueries({ queryKey: [sessionOperation.id] });
      setAsking(false);
      setState('idle');
    } catch (error) {
      setState({ error });
    }
  };
  return (
    <div className="demonstration" role="note">
      <span>
        {who.mixed ? (
          <strong>{text('demonstration.mixed')}</strong>
        ) : (
          <>
            <strong>{text('demonstration.title')}</strong> <span className="demonstration__more">{text('demonstration.more')}</span>
          </>
        )}
      </span>
      {may(who, 'intake:administer') && (
        <button type="button" className="demonstration__remove" onClick={() => setAsking(true)}>
          {text('demonstration.remove')}
        </button>
      )}
      {asking && (
        <Dialog title={text('demonstration.sure')} role="alertdialog" onClose={() => setAsking(false)}>
          <p>{text('demonstration.sure-more')}</p>
          {typeof state === 'object' && <ProblemShow error={state.error} />}
          <div className="dialog__actions">
            <Button kind="danger" onClick={() => void remove()} aria-disabled={state === 'busy'}>
              {text('demonstration.remove-now')}
            </Button>
            <Button onClick={() => setAsking(false)}>{text('keep')}</Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
