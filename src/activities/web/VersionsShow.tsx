import { Fragment } from 'react';
import type { z } from 'zod';
import { useText } from '../../shell/text.tsx';
import { Content, Day, Identifier } from '../../shell/ui/content.tsx';
import { Icon } from '../../shell/ui/Icon.tsx';
import { useNarrow } from '../../shell/ui/narrow.ts';
import { Panel } from '../../shell/ui/Panel.tsx';
import { Button } from '../../shell/ui/Button.tsx';
import type { showActivity, VersionOrigin } from '../domain/contract.ts';

type Shown = z.output<(typeof showActivity)['output']>;
type Props = { versions: z.output<typeof VersionOrigin>[]; differences: Shown['differences']; shown: number; onShow: (versionId: number) => void };

/** The same identifier from several sources: all are kept, one is counted, what differs is marked. Side by side where there is room. */
export function VersionsShow({ versions, differences, shown, onShow }: Props) {
  const text = useText();
  const narrow = useNarrow();
  // When each was updated is said of all of them anyway.
  const told = differences.filter((d) => d.field !== 'lastUpdatedOn');
  return (
    <Panel title={<span data-page="">{text('versions.title', { n: versions.length })}</span>} about={text('versions.about')} folds>
      {narrow ? <VersionsList versions={versions} differences={told} shown={shown} onShow={onShow} /> : <VersionsTable versions={versions} differences={told} shown={shown} onShow={onShow} />}
      {differences.length === 0 && <p className="quiet">{text('versions.same')}</p>}
    </Panel>
  );
}

function VersionsTable({ versions, differences, shown, onShow }: Props) {
  const text = useText();
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={text('table.of', { what: text('versions.title', { n: versions.length }) })}>
      <table className="plain-table versions">
        <thead>
          <tr>
            <td />
            {versions.map((v) => (
              <th key={v.versionId} scope="col" className={v.versionId === shown ? 'versions__shown' : undefined}>
                <Content>{v.source}</Content>
                <Marks version={v} shown={shown} onShow={onShow} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{text('versions.owner')}</th>
            {versions.map((v) => (
              <td key={v.versionId}>
                <Content>{v.owner}</Content>
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{text('versions.updated')}</th>
            {versions.map((v) => (
              <td key={v.versionId}>
                <Value of={v.lastUpdatedOn} />
              </td>
            ))}
          </tr>
          {differences.map((d) => (
            <tr key={d.field} className="versions__differs">
              <th scope="row">
                <Field name={d.field} />
              </th>
              {versions.map((v) => (
                <td key={v.versionId}>
                  <Value of={valueOf(d, v.versionId)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function VersionsList({ versions, differences, shown, onShow }: Props) {
  const text = useText();
  return (
    <ul className="versions-list">
      {versions.map((v) => (
        <li key={v.versionId}>
          <p className="versions-list__name">
            <Content>{v.source}</Content>
          </p>
          <Marks version={v} shown={shown} onShow={onShow} />
          <dl className="facts">
            <dt>{text('versions.owner')}</dt>
            <dd>
              <Content>{v.owner}</Content>
            </dd>
            <dt>{text('versions.updated')}</dt>
            <dd>
              <Value of={v.lastUpdatedOn} />
            </dd>
            {differences.map((d) => (
              <Fragment key={d.field}>
                <dt>
                  <Field name={d.field} />
                </dt>
                <dd className="versions-list__differs">
                  <Value of={valueOf(d, v.versionId)} />
                </dd>
              </Fragment>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Marks({ version: v, shown, onShow }: { version: Props['versions'][number]; shown: number; onShow: (versionId: number) => void }) {
  const text = useText();
  return (
    <span className="versions__marks">
      {v.counted && (
        <span className="tag tag--good">
          <Icon name="check" size={14} />
          {text('versions.counted')}
        </span>
      )}
      {v.versionId === shown ? (
        <span className="tag">{text('versions.shown')}</span>
      ) : (
        <Button small kind="quiet" onClick={() => onShow(v.versionId)}>
          {text('versions.show')}
        </Button>
      )}
    </span>
  );
}

const valueOf = (d: Shown['differences'][number], versionId: number): string | null => d.values.find((x) => x.versionId === versionId)?.value ?? null;

function Field({ name }: { name: string }) {
  const text = useText();
  return text.maybe(`field.${name}`) ?? <Identifier>{name}</Identifier>;
}

function Value({ of: value }: { of: string | null }) {
  const text = useText();
  if (value === null) return <span className="quiet">{text('versions.not-said')}</span>;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? <Day on={value} /> : <Content>{value}</Content>;
}
