import type { Severity } from '../../kernel/problem.ts';
import { useText } from '../../shell/text.tsx';
import { Icon, type IconName } from '../../shell/ui/Icon.tsx';

const look: Record<Severity, { icon: IconName; kind: string }> = {
  critical: { icon: 'error', kind: 'tag tag--error' },
  error: { icon: 'warning', kind: 'tag tag--attention' },
  warning: { icon: 'warning', kind: 'tag' },
  advice: { icon: 'info', kind: 'tag' },
};

/** The field's four words for how bad something is; only critical keeps a record out. */
export function SeverityTag({ severity }: { severity: Severity }) {
  const text = useText();
  return (
    <span className={look[severity].kind}>
      <Icon name={look[severity].icon} size={14} />
      {text(`severity.${severity}`)}
    </span>
  );
}
