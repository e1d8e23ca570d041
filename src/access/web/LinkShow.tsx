import { useText } from '../../shell/text.tsx';
import { Button } from '../../shell/ui/Button.tsx';
import { Content, Identifier, Moment } from '../../shell/ui/content.tsx';
import { CopyButton } from '../../shell/ui/CopyButton.tsx';
import { Icon } from '../../shell/ui/Icon.tsx';

export type GivenLink = { link: string | null; mailed: boolean; expiresAt: string; email: string };

/** A one-time link that was made: mailed, or shown to be handed over where no mail server is set up. */
export function LinkShow({ link: l, onClose }: { link: GivenLink; onClose: () => void }) {
  const text = useText();
  return (
    <div className="note note--good given" role="status">
      <Icon name={l.mailed ? 'check' : 'info'} />
      <div className="given__words">
        <p>{text.rich(l.mailed ? 'given.mailed' : 'given.shown', { email: <strong><Content>{l.email}</Content></strong> })}</p>
        {l.link !== null && (
          <p className="given__link">
            <Identifier>{l.link}</Identifier>
            <CopyButton of={l.link} label={text('copy')} />
          </p>
        )}
        <p className="quiet small">{text.rich('given.until', { at: <Moment at={l.expiresAt} /> })}</p>
      </div>
      <Button kind="quiet" small icon="close" aria-label={text('close')} onClick={onClose} />
    </div>
  );
}
