import { useContext, useId, type ReactNode } from 'react';
import type { Passport } from '../../kernel/passport.ts';
import { FreshnessGround } from './freshness-ground.ts';
import { SourceLine } from './SourceLine.tsx';
import './page.css';

type Props = { title: ReactNode; about?: ReactNode; tools?: ReactNode; /** The passport of what the panel shows as a whole: its sources and freshness stand under it, once. */ source?: Passport; children: ReactNode; id?: string };

/** One part of a page with its heading, tools beside it and its source under it. */
export function Panel({ title, about, tools, source, children, id }: Props) {
  const heading = useId();
  const ground = useContext(FreshnessGround);
  return (
    <section className="panel" aria-labelledby={heading} id={id}>
      <div className="panel__head">
        <div>
          <h2 id={heading}>{title}</h2>
          {about !== undefined && <p className="quiet small">{about}</p>}
        </div>
        {tools}
      </div>
      <FreshnessGround value={source?.freshness ?? ground}>{children}</FreshnessGround>
      {source !== undefined && (
        <div className="panel__foot">
          <SourceLine passport={source} />
        </div>
      )}
    </section>
  );
}
