import type { z } from 'zod';
import { useText } from '../../shell/text.tsx';
import { Content, Day, Identifier } from '../../shell/ui/content.tsx';
import { Icon } from '../../shell/ui/Icon.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import { Button } from '../../shell/ui/Button.tsx';
import type { showActivity, VersionOrigin } from '../domain/contract.ts';

type Shown = z.output<(typeof showActivity)['output']>;
type Props = { versions: z.output<typeof VersionOrigin>[]; differences: Shown['differences']; shown: number; onShow: (versionId: number) => void };

/** The same identifier from several sources, side by side: all are kept, one is counted, what differs is marked. */
export function VersionsShow({ versions, differences, shown, onShow }: Props) {
  const text = useText();
  return (
    <Panel title={<span data-page="">{text('versions.title', { n: versions.length })}</span>} about={text('versions.about')}>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={text('table.of', { what: text('versions.title', { n: versions.length }) })}>
        <table className="plain-table versions">
          <thead>
            <tr>
              <td />
              {versions.map((v) => (
                <th key={v.versionId} scope="col" className={v.versionId === shown ? 'versions__shown' : undefined}>
                  <Content>{v.source}</Content>
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
                <td key={v.versionId}>{v.lastUpdatedOn === null ? <span className="quiet">{text('versions.not-said')}</span> : <Day on={v.lastUpdatedOn} />}</td>
              ))}
            </tr>
            {differences.map((d) => (
              <tr key={d.field} className="versions__differs">
                <th scope="row">{text.maybe(`field.${d.field}`) ?? <Identifier>{d.field}</Identifier>}</th>
                {versions.map((v) => {
                  const value = d.values.find((x) => x.versionId === v.versionId)?.value ?? null;
                  return <td key={v.versionId}>{value === null ? <span className="quiet">{text('versions.not-said')}</span> : /^\d{4}-\d{2}-\d{2}$/.test(value) ? <Day on={value} /> : <Content>{value}</Content>}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {differences.length === 0 && <p className="quiet">{text('versions.same')}</p>}
    </Panel>
  );
}
