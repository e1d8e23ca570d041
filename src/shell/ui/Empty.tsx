import type { ReactNode } from 'react';
import './state.css';

/** Nothing is here: says so in one line, and what to do next. */
export function Empty({ title, children, actions }: { title: ReactNode; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="empty">
      <svg className="empty__tile" viewBox="0 0 64 40" aria-hidden="true">
        <rect x="2" y="4" width="26" height="32" rx="4" />
        <path d="M36 4h22a4 4 0 0 1 4 4v24a4 4 0 0 1-4 4H38l5-9-6-8 4-8z" />
      </svg>
      <p className="empty__title">{title}</p>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div className="empty__actions">{actions}</div>}
    </div>
  );
}
