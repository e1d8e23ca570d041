import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { AudienceChoice } from '../../kernel/audience.ts';
import { may, useSession } from '../../shell/session.ts';
import { useText } from '../../shell/text.tsx';
import { upload, type Sent } from '../../shell/upload.ts';
import { Button } from '../../shell/ui/Button.tsx';
import { Content } from '../../shell/ui/content.tsx';
import { Empty } from '../../shell/ui/Empty.tsx';
import { PageHead } from '../../shell/ui/PageHead.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import { ProblemShow } from '../../shell/ui/ProblemShow.tsx';
import { ProgressBar } from '../../shell/ui/ProgressBar.tsx';
import { listBatches, takeIn } from '../domain/contract.ts';
import { AudienceEdit } from './AudienceEdit.tsx';
import { BatchList } from './BatchList.tsx';
import { DropZone } from './DropZone.tsx';
import { Bytes } from './Bytes.tsx';
import './bring.css';

/** Drop files, say who will see them, bring them in. Everything else is found out by reading them. */
export function BringPage() {
  const text = useText();
  const who = useSession();
  const go = useNavigate();
  const cache = useQueryClient();
  const [files, setFiles] = useState<File[]>([]);
  const [audience, setAudience] = useState<AudienceChoice>({ audience: 'public', circleId: null });
  const [sent, setSent] = useState<Sent | null>(null);
  const [error, setError] = useState<unknown>(null);
  const stop = useRef<AbortController>(null);
  const add = (more: File[]) => setFiles((now) => [...now, ...more.filter((f) => !now.some((n) => n.name === f.name && n.size === f.size))]);
  const bring = async () => {
    setError(null);
    stop.current = new AbortController();
    setSent({ sent: 0, total: files.reduce((s, f) => s + f.size, 0) });
    try {
      const batch = await upload(takeIn, audience, files, setSent, stop.current.signal);
      await cache.invalidateQueries({ queryKey: [listBatches.id] });
      await go({ to: '/bring/$batch', params: { batch: String(batch.id) } });
    } catch (e) {
      if (!(e instanceof DOMException)) setError(e);
    }
    setSent(null);
  };
  if (who !== undefined && who.account === null) {
    return (
      <>
        <PageHead title={text('bring.title')} documentTitle={text('bring.title')} />
        <Empty title={text('bring.sign-in')} actions={<PageLink to="/sign-in" search={{ then: '/bring' }} className="button button--main">{text('sign-in')}</PageLink>}>
          {text('bring.sign-in-more')}
        </Empty>
      </>
    );
  }
  return (
    <>
      <PageHead title={text('bring.title')} documentTitle={text('bring.title')} lead={text('bring.lead')} />
      <div className="stack">
        {may(who, 'intake:write') || who === undefined ? (
          <section className="bring" aria-label={text('bring.choose')}>
            <DropZone onFiles={add} small={files.length > 0} />
            {files.length > 0 && (
              <div className="bring__next">
                <div>
                  <h2 data-page="">{text('bring.files', { n: files.length })}</h2>
                  <ul className="bring__files">
                    {files.map((f) => (
                      <li key={`${f.name}${f.size}`}>
                        <Content>{f.name}</Content>
                        <span className="quiet small">
                          <Bytes bytes={f.size} />
                        </span>
                        {sent === null && <Button kind="quiet" small icon="close" aria-label={text('bring.leave-out', { name: f.name })} onClick={() => setFiles((now) => now.filter((n) => n !== f))} />}
                      </li>
                    ))}
                  </ul>
                </div>
                <AudienceEdit value={audience} onChange={setAudience} />
                {error !== null && <ProblemShow error={error} />}
                {sent === null ? (
                  <div className="row">
                    <Button kind="main" icon="bring" onClick={() => void bring()}>
                      <span data-page="">{text('bring.do', { n: files.length })}</span>
                    </Button>
                    <Button kind="quiet" onClick={() => setFiles([])}>
                      {text('cancel')}
                    </Button>
                  </div>
                ) : (
                  <div className="bring__sending">
                    <ProgressBar label={text('bring.sending')} value={sent.sent} total={sent.total} />
                    <span className="quiet small">
                      <Bytes bytes={sent.sent} of={sent.total} />
                    </span>
                    <Button small onClick={() => stop.current?.abort()}>
                      {text('cancel')}
                    </Button>
                  </div>
                )}
              </div>
            )}
          </section>
        ) : (
          <p className="note">{text('bring.not-allowed')}</p>
        )}
        <Panel title={text('batches.title')} about={text('batches.about')}>
          <BatchList />
        </Panel>
      </div>
    </>
  );
}
