import { useState } from 'react';
import { useOperation } from '../../shell/api.ts';
import { useText } from '../../shell/text.tsx';
import { Button } from '../../shell/ui/Button.tsx';
import { Identifier } from '../../shell/ui/content.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import { PlaceInFile } from '../../shell/ui/PlaceInFile.tsx';
import { listPlaces } from '../domain/contract.ts';
import { Neighbourhood } from './Neighbourhood.tsx';

const STEP = 20;

/** Every place of one problem: file, line, where in the record, and what stands there. */
export function PlacesList({ batchId, code }: { batchId: number; code: string }) {
  const text = useText();
  const [limit, setLimit] = useState(STEP);
  const asked = useOperation(listPlaces, { id: batchId, code, limit });
  return (
    <div className="places">
      <Pending of={asked} lines={3}>
        {({ places, total }) => (
          <>
            <ol>
              {places.map((p) => (
                <li key={p.no}>
                  <p className="places__where">
                    <PlaceInFile batchId={batchId} file={p.file} line={p.line} path={p.xpath} record={p.record} value={p.value} />
                    {p.record !== null && (
                      <PageLink to="/activities/$identifier" params={{ identifier: p.record }}>
                        <Identifier>{p.record}</Identifier>
                      </PageLink>
                    )}
                  </p>
                  <Neighbourhood xpath={p.xpath} value={p.value} />
                </li>
              ))}
            </ol>
            {places.length < total && (
              <Button small onClick={() => setLimit((n) => Math.min(1000, n * 5))}>
                <span data-page="">{text('places.more', { n: total - places.length })}</span>
              </Button>
            )}
          </>
        )}
      </Pending>
    </div>
  );
}
