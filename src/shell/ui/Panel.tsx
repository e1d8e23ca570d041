import { useId, useState, type ReactNode } from 'react';
import type { Passport } from '../../kernel/passport.ts';
import { Icon } from './Icon.tsx';
import { useNarrow } from './narrow.ts';
import { usePrinting } from './printing.ts';
import { SourceLine } from './SourceLine.tsx';
import './page.css';

type Props = {
  title: ReactNode;
  about?: ReactNode;
  tools?: ReactNode;
  /** The passport of what the panel shows as a whole: its sources and days stand under it, once. */
  source?: Passport;
  /** On a phone only the heading is shown until somebody opens it. */
  folds?: boolean;
  children: ReactNode;
  id?: string;
};

/** One part of a page with its heading, tools beside it and its source under it. */
export function Panel({ title, about, tools, source, folds = false, children, id }: Props) {
  const heading = useId();
  const narrow = useNarrow();
  const printing = usePrinting();
  const [opened, setOpened] = useState(false);
  const folding = folds && narrow && !printing;
  const open = !folding || opened;
  return (
    <section className={open ? 'panel' : 'panel panel--closed'} aria-labelledby={heading} id={id}>
      <div className="panel__head">
        <div>
          <h2 id={heading}>
            {folding ? (
              <button type="button" className="panel__fold" aria-expanded={opened} onClick={() => setOpened(!opened)}>
                <span>{title}</span>
                <Icon name={opened ? 'up' : 'down'} />
              </button>
            ) : (
              title
            )}
          </h2>
          {about !== undefined && <p className="quiet small">{about}</p>}
        </div>
        {open && tools}
      </div>
      {open && children}
      {open && source !== undefined && <PanelFoot passport={source} />}
    </section>
  );
}

/** The sources of what stands above, for panels whose content asks for them itself. */
export function PanelFoot({ passport }: { passport: Passport }) {
  if (passport.sources.length === 0) return null;
  return (
    <div className="panel__foot">
      <SourceLine passport={passport} />
    </div>
  );
}
