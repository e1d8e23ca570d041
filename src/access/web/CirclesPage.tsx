import { useState } from 'react';
import { useSession } from '../../shell/session.ts';
import { useText } from '../../shell/text.tsx';
import { Button } from '../../shell/ui/Button.tsx';
import { Content } from '../../shell/ui/content.tsx';
import { Empty } from '../../shell/ui/Empty.tsx';
import { PageHead } from '../../shell/ui/PageHead.tsx';
import { Skeleton } from '../../shell/ui/Pending.tsx';
import type { Circle } from '../domain/model.ts';
import { CircleEdit } from './CircleEdit.tsx';
import './people.css';

/** Circles of organisations that share with each other what is not for everybody. */
export function CirclesPage() {
  const text = useText();
  const who = useSession();
  const [editing, setEditing] = useState<Circle | 'new' | null>(null);
  return (
    <>
      <PageHead
        title={text('nav.circles')}
        documentTitle={text('nav.circles')}
        lead={text('circles.lead')}
        actions={
          <Button kind="main" icon="add" onClick={() => setEditing('new')}>
            {text('circles.make')}
          </Button>
        }
      />
      {who === undefined ? (
        <Skeleton />
      ) : who.circles.length === 0 ? (
        <Empty title={text('circles.none')}>{text('circles.none-more')}</Empty>
      ) : (
        <ul className="circles">
          {who.circles.map((c) => (
            <li key={c.id} className="panel">
              <div className="circles__head">
                <h2>
                  <Content>{c.name}</Content>
                </h2>
                {c.keeper === who.account?.organisation && (
                  <Button small onClick={() => setEditing(c)} aria-label={text('people.change-of', { name: c.name })}>
                    {text('people.change')}
                  </Button>
                )}
              </div>
              <p className="quiet small">{text.rich('circles.keeper', { keeper: <Content>{c.keeper}</Content> })}</p>
              <ul className="circles__members" aria-label={text('circles.members')}>
                {c.members.map((m) => (
                  <li key={m.organisationId}>
                    <Content>{m.name}</Content>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
      {editing !== null && <CircleEdit circle={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </>
  );
}
