import { useId, useRef, useState } from 'react';
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
 * Choose one of many by typing a few letters. A plain field until somebody comes near: then the list's machinery is
 * loaded and takes its place, with the focus and what was typed meanwhile. (Not by Suspense: its fallback would be
 * another field, and the focus would fall between the two.)
 */
export function ComboField(props: ComboProps) {
  const [show, setShow] = useState<{ Combo: Shown; focused: boolean; begun: string | null } | null>(null);
  const now = useRef<{ focused: boolean; begun: string | null }>({ focused: false, begun: null });
  if (show !== null) return <show.Combo {...props} autoFocus={show.focused} begun={show.begun} />;
  return (
    <ComboFace
      {...props}
      onNear={() => void load()}
      onTouch={(typed) => {
        now.current = { focused: true, begun: typed ?? now.current.begun };
        void load().then((Combo) => setShow({ Combo, ...now.current }));
      }}
      onLeave={() => {
        now.current.focused = false;
      }}
    />
  );
}

type FaceProps = ComboProps & { onNear: () => void; onTouch: (typed: string | null) => void; onLeave: () => void };

function ComboFace({ label, empty, items, value, onChange, onNear, onTouch, onLeave }: FaceProps) {
  const text = useText();
  const id = useId();
  const chosen = items.find((i) => i.key === value)?.name ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className="field combo" onPointerEnter={onNear}>
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <div className="combo__box">
        <input
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
          onFocus={() => onTouch(null)}
          onBlur={onLeave}
          onChange={(e) => {
            setTyped(e.target.value);
            onTouch(e.target.value);
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
