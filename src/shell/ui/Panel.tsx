import { useId, type ReactNode } from 'react';
import './page.css';

type Props = { title: ReactNode; about?: ReactNode; tools?: ReactNode; foot?: ReactNode; children: ReactNode; id?: string };

/** One part of a page with its heading, tools beside it and its source under it. */
export function Panel({ title, about, tools, foot, children, id }: Props) {
  const heading = useId();
  return (
    <section className="panel" aria-labelledby={heading} id={id}>
      <div className="panel__head">
        <div>
          <h2 id={heading}>{title}</h2>
          {about !== undefined && <p className="quiet small">{about}</p>}
        </div>
        {tools}
      </div>
      {children}
      {foot !== undefined && <div className="panel__foot">{foot}</div>}
    </section>
  );
}
