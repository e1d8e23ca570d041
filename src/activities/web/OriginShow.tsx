import type { z } from 'zod';
import { tlp } from '../../kernel/audience.ts';
import { useText } from '../../shell/text.tsx';
import { Content, Identifier } from '../../shell/ui/content.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import { PlaceInFile } from '../../shell/ui/PlaceInFile.tsx';
import { Tlp } from '../../shell/ui/Tlp.tsx';
import type { VersionOrigin } from '../domain/contract.ts';
import type { Activity } from '../domain/model.ts';

type Props = { origin: z.output<typeof VersionOrigin>; activity: Activity; problems: number | null };

/** Where this version comes from: file, line, batch; what was repaired while reading; who may read it. */
export function OriginShow({ origin, activity, problems }: Props) {
  const text = useText();
  return (
    <Panel title={text('origin.title')}>
      <dl className="facts facts--aside">
        <dt>{text('origin.owner')}</dt>
        <dd>
          <Content>{origin.owner}</Content>
        </dd>
        {origin.file !== null && (
          <>
            <dt>{text('origin.file')}</dt>
            <dd>
              <PlaceInFile batchId={origin.batchId} file={origin.file} line={origin.line} record={activity.identifier} />
            </dd>
          </>
        )}
        {origin.batchId !== null && (
          <>
            <dt>{text('origin.batch')}</dt>
            <dd>
              <PageLink to="/bring/$batch" params={{ batch: String(origin.batchId) }}>
                {text.rich('origin.batch-no', { no: <Identifier>{origin.batchId}</Identifier> })}
              </PageLink>
              {problems !== null && problems > 0 && <span className="quiet" data-line=""> · {text('origin.problems', { n: problems })}</span>}
            </dd>
          </>
        )}
        <dt>{text('origin.standard')}</dt>
        <dd>
          <Identifier>{`IATI ${origin.standard}`}</Identifier>
        </dd>
        <dt>{text('origin.readers')}</dt>
        <dd>
          <Tlp label={tlp[origin.audience]} /> {text(`audience.${origin.audience}`)}
        </dd>
      </dl>
      {activity.repairs.length > 0 && (
        <details className="origin__repairs">
          <summary data-page="">{text('origin.repairs', { n: activity.repairs.length })}</summary>
          <ul>
            {activity.repairs.map((r) => (
              <li key={r.xpath}>
                <Identifier>{r.xpath}</Identifier> <s data-content="">{r.published}</s> → {r.taken === null ? text('origin.left-out') : <span data-content="">{r.taken}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {activity.unmodelled.length > 0 && (
        <details className="origin__repairs">
          <summary data-page="">{text('origin.unmodelled', { n: activity.unmodelled.length })}</summary>
          <ul>
            {activity.unmodelled.map((u) => (
              <li key={u.xpath}>
                <Identifier>{u.xpath}</Identifier>
                <pre data-content="">{u.xml}</pre>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}
