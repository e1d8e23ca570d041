import { useMemo, useState } from 'react';
import { breakdown } from '../../funds/domain/contract.ts';
import { searchMentioned, showMentioned } from '../../organisations/domain/contract.ts';
import { useOperation } from '../api.ts';
import { countryCodes, sectorParts, usePlaceName, useSectorName } from '../codes.ts';
import { useText } from '../text.tsx';
import { ComboField, type ComboItem } from '../ui/ComboField.tsx';
import { SelectField } from '../ui/Field.tsx';

type Filter<V> = { value: V | undefined; onChange: (value: V | undefined) => void };
const QUIET = { staleTime: 5 * 60_000 };

/** Countries and regions; the list is fetched when it is opened. First those with data first, by amount, then all others by name. */
export function PlaceFilter({ value, onChange }: Filter<string>) {
  const text = useText();
  const name = usePlaceName();
  const [opened, setOpened] = useState(false);
  const { data } = useOperation(breakdown, { by: 'place', counting: 'naive' }, { ...QUIET, enabled: opened });
  const items = useMemo(() => {
    const withData: ComboItem[] = (data?.rows ?? []).flatMap((r) => (r.keys[0] === undefined || r.keys[0].key === '' ? [] : [{ key: r.keys[0].key, name: name(r.keys[0].key, r.keys[0].name) ?? r.keys[0].key }]));
    const known = new Set(withData.map((p) => p.key));
    const others = countryCodes.filter((c) => !known.has(c)).map((c) => ({ key: c, name: name(c) ?? c }));
    others.sort((a, b) => a.name.localeCompare(b.name));
    return [...withData, ...others];
  }, [data, name]);
  return <ComboField label={text('filter.place')} empty={text('filter.all-places')} items={items} value={value} onChange={onChange} onOpen={() => setOpened(true)} />;
}

/** A sector by its name with the code beside it; one of a publisher's own list may have nothing but its code for a name. */
function sectorItem(key: string, name: string | null): { name: string; beside?: string } {
  const { code } = sectorParts(key);
  return name === null || name === code ? { name: code } : { name, beside: code };
}

export function SectorFilter({ value, onChange }: Filter<string>) {
  const text = useText();
  const name = useSectorName();
  const [opened, setOpened] = useState(false);
  const { data, isFetching } = useOperation(breakdown, { by: 'sector', counting: 'naive', limit: 300 }, { ...QUIET, enabled: opened });
  const items = useMemo(() => {
    const found: ComboItem[] = (data?.rows ?? []).flatMap((r) => (r.keys[0] === undefined || r.keys[0].key === '' ? [] : [{ key: r.keys[0].key, ...sectorItem(r.keys[0].key, name(r.keys[0].key, r.keys[0].name)) }]));
    if (value !== undefined && !found.some((s) => s.key === value)) found.unshift({ key: value, ...sectorItem(value, name(value)) });
    return found;
  }, [data, name, value]);
  return <ComboField label={text('filter.sector')} empty={text('filter.all-sectors')} items={items} value={value} onChange={onChange} onOpen={() => setOpened(true)} busy={isFetching} />;
}

/** Organisations are too many for a list: the server looks for what is typed. */
export function OrganisationFilter({ value, onChange }: Filter<string>) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState(false);
  const { data, isFetching } = useOperation(searchMentioned, { text: typed, limit: 30 }, { ...QUIET, enabled: opened });
  const chosen = useOperation(showMentioned, { key: value ?? '' }, { ...QUIET, enabled: value !== undefined });
  const items = useMemo(() => {
    const found: ComboItem[] = (data?.organisations ?? []).map((o) => ({ key: o.key, name: o.name, beside: o.key.startsWith('name:') ? undefined : o.key }));
    if (value !== undefined && !found.some((o) => o.key === value)) found.unshift({ key: value, name: chosen.data?.name ?? value });
    return found;
  }, [data, value, chosen.data]);
  return <ComboField label={text('filter.organisation')} empty={text('filter.all-organisations')} items={items} value={value} onChange={onChange} onTyped={setTyped} onOpen={() => setOpened(true)} busy={isFetching} />;
}

export function YearFilter({ value, onChange }: Filter<number>) {
  const text = useText();
  const { data } = useOperation(breakdown, { by: 'year', counting: 'naive' }, QUIET);
  const years = new Set((data?.rows ?? []).map((r) => Number(r.keys[0]?.key)).filter((y) => y > 1900));
  if (value !== undefined) years.add(value);
  const choices = [{ value: '', label: text('filter.all-years') }, ...[...years].sort((a, b) => b - a).map((y) => ({ value: String(y), label: String(y), content: true }))];
  return (
    <div className="filter-year">
      <SelectField label={text('filter.year')} choices={choices} value={value === undefined ? '' : String(value)} onChoose={(y) => onChange(y === '' ? undefined : Number(y))} />
    </div>
  );
}
