import { useEffect, useId, useRef, useState } from 'react';
import { useText } from '../text.tsx';
import type { ComboProps } from './ComboShow.tsx';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import './combo.css';
import './field.css';

export type { ComboItem } from './ComboShow.tsx';

type Shown = typeof import('./ComboShow.tsx').ComboShow;
let loaded: Promise<Shown> | null = null;
const load = (): Promise<Shown> => (loaded ??= import('./ComboShow.tsx').then((m) => m.ComboShow));

/**
 * Choose one of many by typing a few letters. A plain field until somebody types, clicks or presses the arrow key: then
 * the list's machinery is loaded and takes its place, with the focus and what was typed meanwhile; when something is
 * chosen the plain field is back. (Not by Suspense: its fallback would be another field, and the focus would fall
 * between the two.)
 */
export function ComboField(props: ComboProps) {
  const [show, setShow] = useState<{ Combo: Shown; begun: string | null } | null>(null);
  const [refocus, setRefocus] = useState(false);
  const begun = useRef<string | null>(null);
  const close = (again: boolean) => {
    begun.current = null;
    setRefocus(again);
    setShow(null);
  };
  if (show !== null) {
    return (
      <show.Combo
        {...props}
        begun={show.begun}
        onChange={(value) => {
          props.onChange(value);
          if (value !== undefined) close(true);
        }}
        onLeave={() => close(false)}
      />
    );
  }
  return (
    <ComboFace
      {...props}
      focused={refocus}
      onNear={() => void load()}
      onOpen={(typed) => {
        begun.current = typed ?? begun.current;
        props.onOpen?.();
        void load().then((Combo) => setShow({ Combo, begun: begun.current }));
      }}
    />
  );
}

type FaceProps = Omit<ComboProps, 'onOpen'> & { focused: boolean; onNear: () => void; onOpen: (typed: string | null) => void };

function ComboFace({ label, empty, items, value, onChange, focused, onNear, onOpen }: FaceProps) {
  const text = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const chosen = items.find((i) => i.key === value)?.name ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (focused) input.current?.focus();
  }, [focused]);
  return (
    <div className="field combo" onPointerEnter={onNear}>
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <div className="combo__box">
        <input
          ref={input}
          id={id}
          className="box combo__input"
          role="combobox"
          aria-expanded="false"
          aria-haspopup="listbox"
          aria-autocomplete="list"
          autoComplete="off"
          data-content=""
          placeholder={empty}
          value={typed ?? chosen}
          onFocus={onNear}
          onClick={() => onOpen(null)}
          onKeyDown={(e) => {
            if (e.key === 'ArrowDown' || e.key === 'ArrowUp') onOpen(null);
          }}
          onChange={(e) => {
            setTyped(e.target.value);
            if (e.target.value === '' && value !== undefined) onChange(undefined);
            else onOpen(e.target.value);
          }}
        />
        {value === undefined ? (
          <span className="combo__button" aria-hidden="true">
            <Icon name="down" size={16} />
          </span>
        ) : (
          <span className="combo__clear">
            <Button kind="quiet" small icon="close" aria-label={text('filter.clear-one', { label })} onClick={() => onChange(undefined)} />
          </span>
        )}
      </div>
    </div>
  );
}
