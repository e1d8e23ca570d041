import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { z } from 'zod';
import type { breakdown } from '../../funds/domain/contract.ts';
import { placeKind } from '../domain/place.ts';
import { usePlaceName } from '../../shell/codes.ts';
import type { PictureSearch } from '../../shell/search.ts';
import { useText } from '../../shell/text.tsx';
import { BarTable } from '../../shell/ui/BarTable.tsx';
import { Content } from '../../shell/ui/content.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import { Segments } from '../../shell/ui/Segments.tsx';
import { WorldMap } from './WorldMap.tsx';

const FEW = 20;

type Asked = UseQueryResult<z.output<(typeof breakdown)['output']>, Error>;

/** Map and table of places, twins: the same figures, the same click. */
export function PlacePanel({ asked, search }: { asked: Asked; search: PictureSearch }) {
  const text = useText();
  const go = useNavigate();
  const name = usePlaceName();
  const [extent, setExtent] = useState<'data' | 'world' | null>(null);
  const [form, setForm] = useState<'shades' | 'circles'>('circles');
  const choose = (place: string) => void go({ to: '.', search: ((all: Record<string, unknown>) => ({ ...all, place: all['place'] === place ? undefined : place })) as never, resetScroll: false });
  // Data of one region would be a dot on the map of the world.
  const few = (asked.data?.rows.filter((r) => placeKind(r.keys[0]?.key ?? '') === 'country').length ?? 0) <= FEW;
  const shown = extent ?? (few ? 'data' : 'world');
  const tools = (
    <div className="row">
      <Segments label={text('map.form')} value={form} onChange={setForm} options={[{ value: 'circles', label: text('map.circles') }, { value: 'shades', label: text('map.shades') }]} />
      <Segments label={text('map.extent')} value={shown} onChange={setExtent} options={[{ value: 'world', label: text('map.world') }, { value: 'data', label: text('map.data') }]} />
    </div>
  );
  return (
    <Panel title={text('split.by-place')} about={text('split.by-place-about')} tools={tools} source={asked.data?.total.passport}>
      <Pending of={asked} lines={10}>
        {({ rows }) => {
          const places = rows.map((r) => ({ code: r.keys[0]?.key ?? '', name: r.keys[0]?.name ?? null, figure: r.figure }));
          const onMap = places.filter((p) => placeKind(p.code) === 'country');
          return (
            <div className="place-panel">
              <WorldMap title={text('split.by-place')} places={onMap} selected={search.place} onSelect={choose} whole={shown === 'world'} circles={form === 'circles'} />
              <div className="place-panel__table" tabIndex={0} role="region" aria-label={text('table.of', { what: text('split.by-place') })}>
                <BarTable
                  caption={text('split.by-place')}
                  head={text('dimension.place')}
                  valueHead={text('total.amount')}
                  bars={places.map((p) => ({
                    key: p.code,
                    figure: p.figure,
                    quiet: placeKind(p.code) !== 'country',
                    label:
                      p.code === '' || p.code === '?' ? (
                        text('unknown.place')
                      ) : (
                        <PageLink to="/overview" search={{ ...search, place: p.code }}>
                          <Content>{name(p.code, p.name) ?? p.code}</Content>
                        </PageLink>
                      ),
                  }))}
                />
              </div>
            </div>
          );
        }}
      </Pending>
    </Panel>
  );
}
