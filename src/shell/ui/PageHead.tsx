import type { ReactNode } from 'react';
import { useText } from '../text.tsx';
import './page.css';

type Props = { title: ReactNode; documentTitle: string; above?: ReactNode; lead?: ReactNode; actions?: ReactNode };

/** The heading of a page: what it is, one line about it, what can be done with it. */
export function PageHead({ title, documentTitle, above, lead, actions }: Props) {
  const text = useText();
  return (
    <header className="page-head">
      <title>{`${documentTitle} – ${text('tessera')}`}</title>
      <div className="page-head__words">
        {above !== undefined && <p className="page-head__above">{above}</p>}
        <h1>{title}</h1>
        {lead !== undefined && <p className="page-head__lead">{lead}</p>}
      </div>
      {actions !== undefined && <div className="page-head__actions">{actions}</div>}
    </header>
  );
}
