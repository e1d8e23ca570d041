import { useEffect, useId, useRef, useState } from 'react';
import { Icon } from './Icon.tsx';
import './search-field.css';

const WAIT_MS = 220;

/** Words to look for; the list follows when the typing rests. */
export function SearchField({ label, value, onText }: { label: string; value: string; onText: (words: string) => void }) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  const tell = useRef(onText);
  tell.current = onText;
  useEffect(() => {
    // The address changed from outside (a link, the back button): the field follows.
    if (value !== told.current) {
      told.current = value;
      setTyped(value);
    }
  }, [value]);
  useEffect(() => {
    if (typed === told.current) return undefined;
    const timer = setTimeout(() => {
      told.current = typed;
      tell.current(typed);
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <div className="search-field">
      <label htmlFor={id} className="unseen">
        {label}
      </label>
      <Icon name="search" size={18} />
      <input id={id} type="search" className="box" placeholder={label} value={typed} onChange={(e) => setTyped(e.target.value)} autoComplete="off" spellCheck={false} />
    </div>
  );
}
