import { useText } from '../../shell/text.tsx';
import { Icon, type IconName } from '../../shell/ui/Icon.tsx';
import type { BatchStatus } from '../domain/model.ts';

const look: Record<BatchStatus, { kind: string; icon: IconName }> = {
  waiting: { kind: 'tag', icon: 'info' },
  running: { kind: 'tag tag--attention', icon: 'bring' },
  done: { kind: 'tag tag--good', icon: 'check' },
  failed: { kind: 'tag tag--error', icon: 'error' },
  cancelled: { kind: 'tag', icon: 'close' },
  undone: { kind: 'tag', icon: 'undo' },
};

/** What became of a batch: word, icon and colour, never colour alone. */
export function BatchStatusTag({ status }: { status: BatchStatus }) {
  const text = useText();
  return (
    <span className={look[status].kind}>
      <Icon name={look[status].icon} size={14} />
      {text(`batch.${status}`)}
    </span>
  );
}
