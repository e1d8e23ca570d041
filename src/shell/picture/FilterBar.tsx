import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { PictureSearch, pictureKeys } from '../search.ts';
import { useText } from '../text.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { OrganisationFilter, PlaceFilter, SectorFilter, YearFilter } from './filters.tsx';
import './filter-bar.css';

/** The filters that every view of the picture shares. They live in the address, so that a view can be sent to somebody. */
export function FilterBar({ only = pictureKeys }: { only?: readonly (keyof PictureSearch)[] }) {
  const text = useText();
  const go = useNavigate();
  const now = PictureSearch.parse(useSearch({ strict: false }));
  const [sheet, setSheet] = useState(false);
  const set = (change: Partial<PictureSearch>) => void go({ to: '.', search: ((all: Record<string, unknown>) => ({ ...all, ...change })) as never, replace: false, resetScroll: false });
  const active = only.filter((k) => now[k] !== undefined).length;
  const fields = (
    <>
      {only.includes('place') && <PlaceFilter value={now.place} onChange={(place) => set({ place })} />}
      {only.includes('sector') && <SectorFilter value={now.sector} onChange={(sector) => set({ sector })} />}
      {only.includes('organisation') && <OrganisationFilter value={now.organisation} onChange={(organisation) => set({ organisation })} />}
      {only.includes('year') && <YearFilter value={now.year} onChange={(year) => set({ year })} />}
      {active > 0 && (
        <Button kind="quiet" icon="close" onClick={() => set({ place: undefined, sector: undefined, organisation: undefined, year: undefined })}>
          {text('filter.clear')}
        </Button>
      )}
    </>
  );
  return (
    <>
      <div className="filter-bar" role="group" aria-label={text('filter.label')}>
        {fields}
      </div>
      <div className="filter-phone">
        <Button icon="filter" onClick={() => setSheet(true)} aria-haspopup="dialog">
          {active === 0 ? text('filter.label') : <span data-page="">{text('filter.active', { n: active })}</span>}
        </Button>
        {active > 0 && (
          <Button kind="quiet" onClick={() => set({ place: undefined, sector: undefined, organisation: undefined, year: undefined })}>
            {text('filter.clear')}
          </Button>
        )}
      </div>
      {sheet && (
        <Dialog title={text('filter.label')} onClose={() => setSheet(false)}>
          <div className="filter-sheet">{fields}</div>
          <Button kind="main" onClick={() => setSheet(false)}>
            {text('filter.show')}
          </Button>
        </Dialog>
      )}
    </>
  );
}
