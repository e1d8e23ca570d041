import { useEffect, useMemo, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components/ComboBox';
import { useText } from '../text.tsx';
import { Identifier } from './content.tsx';
import { Icon } from './Icon.tsx';
import './combo.css';

export type ComboItem = { key: string; name: string; beside?: string };

export type ComboProps = {
  label: string;
  /** What the empty field says: `All places`. */
  empty: string;
  items: readonly ComboItem[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  /** The server looks for what is typed; without it the list is filtered here. */
  onTyped?: (typed: string) => void;
  /** It is opened: the list should be fetched now, and not before. */
  onOpen?: () => void;
  /** The list is on its way. */
  busy?: boolean;
};

type Props = ComboProps & { begun: string | null; onLeave: () => void };

const SHOWN = 200;

/** Choose one of many by typing a few letters. The field shows what is chosen; emptied, it means all. */
export function ComboShow({ label, empty, items, value, onChange, onTyped, busy = false, begun, onLeave }: Props) {
  const text = useText();
  const chosen = items.find((i) => i.key === value);
  const [typed, setTyped] = useState<string | null>(begun);
  useEffect(() => {
    // React Aria empties a field without a selection when it appears: what was typed before comes back.
    if (begun !== null && begun !== '') setTyped(begun);
  }, [begun]);
  const shown = useMemo(() => {
    const looked = (typed ?? '').trim().toLocaleLowerCase();
    const found = typed === null || looked === '' || onTyped !== undefined ? items : items.filter((i) => i.name.toLocaleLowerCase().includes(looked) || i.beside?.toLocaleLowerCase().includes(looked) === true || i.key.toLocaleLowerCase() === looked);
    return found.slice(0, SHOWN);
  }, [items, typed, onTyped]);
  return (
    <ComboBox
      className="field combo"
      items={shown}
      inputValue={typed ?? chosen?.name ?? ''}
      onInputChange={(next) => {
        setTyped(next === chosen?.name ? null : next);
        onTyped?.(next === chosen?.name ? '' : next);
        if (next === '' && value !== undefined) onChange(undefined);
      }}
      selectedKey={value ?? null}
      onSelectionChange={(key) => {
        setTyped(null);
        if (key !== null && key !== value) onChange(String(key));
      }}
      onBlur={onLeave}
      menuTrigger="focus"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the field that has the focus
      autoFocus
      allowsEmptyCollection
    >
      <Label className="field__label">{label}</Label>
      <div className="combo__box">
        <Input className="box combo__input" placeholder={empty} data-content="" />
        {value !== undefined ? (
          <AriaButton slot={null} className="combo__button" aria-label={text('filter.clear-one', { label })} onPress={() => onChange(undefined)}>
            <Icon name="close" size={16} />
          </AriaButton>
        ) : (
          <AriaButton className="combo__button" aria-label={text('filter.suggestions')}>
            <Icon name="down" size={16} />
          </AriaButton>
        )}
      </div>
      <Popover className="menu-popover combo__popover">
        <ListBox className="combo__list" renderEmptyState={() => <p className="combo__none">{text(busy ? 'loading' : 'filter.none')}</p>}>
          {(item: ComboItem) => (
            <ListBoxItem id={item.key} textValue={item.name} className="combo__item">
              <span data-content="">{item.name}</span>
              {item.beside !== undefined && <Identifier>{item.beside}</Identifier>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
