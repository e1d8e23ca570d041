import { useState } from 'react';
import { useText } from '../text.tsx';
import { Button } from './Button.tsx';

/** Copies a text and says that it did. */
export function CopyButton({ of, label }: { of: string; label?: string }) {
  const text = useText();
  const [done, setDone] = useState(false);
  const copy = () =>
    void navigator.clipboard.writeText(of).then(() => {
      setDone(true);
      setTimeout(() => setDone(false), 1600);
    });
  return (
    <>
      <Button kind={label === undefined ? 'quiet' : 'plain'} small icon={done ? 'check' : 'copy'} onClick={copy} {...(label === undefined ? { 'aria-label': text('copy'), title: text('copy') } : {})}>
        {label}
      </Button>
      <span role="status" className="unseen">
        {done ? text('copied') : ''}
      </span>
    </>
  );
}
