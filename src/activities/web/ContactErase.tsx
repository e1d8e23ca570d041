import type { Problem } from '../../kernel/problem.ts';
import { useText } from '../../shell/text.tsx';
import { Button } from '../../shell/ui/Button.tsx';
import { Dialog } from '../../shell/ui/Dialog.tsx';
import { ProblemShow } from '../../shell/ui/ProblemShow.tsx';
import type { Called } from './contact-called.ts';

type Props = { called: Called; organisation: string; busy: boolean; problem: Problem | undefined; onErase: () => void; onClose: () => void };

/** Before a contact person is erased: what goes, where from, and that nothing brings it back. */
export function ContactErase({ called: { who }, organisation, busy, problem, onErase, onClose }: Props) {
  const text = useText();
  return (
    <Dialog title={who === null ? text('contacts.sure-all') : text('contacts.sure', { who })} role="alertdialog" onClose={onClose}>
      <div className="stack stack--close">
        <p>{text(who === null ? 'contacts.sure-whom-all' : 'contacts.sure-whom', { organisation })}</p>
        <p>{text('contacts.sure-where')}</p>
        <p>
          <strong>{text('contacts.sure-never-back')}</strong>
        </p>
      </div>
      {problem !== undefined && <ProblemShow error={problem} />}
      <div className="dialog__actions">
        <Button kind="danger" onClick={onErase} aria-disabled={busy}>
          {text('contacts.erase-now')}
        </Button>
        <Button onClick={onClose}>{text('keep')}</Button>
      </div>
    </Dialog>
  );
}
