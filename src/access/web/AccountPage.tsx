import { useState, type FormEvent } from 'react';
import { useSend } from '../../shell/api.ts';
import { useText } from '../../shell/text.tsx';
import { Button } from '../../shell/ui/Button.tsx';
import { TextField } from '../../shell/ui/Field.tsx';
import { PageHead } from '../../shell/ui/PageHead.tsx';
import { ProblemShow } from '../../shell/ui/ProblemShow.tsx';
import { changePassword } from '../domain/contract.ts';
import '../../shell/ui/state.css';

const LEAST = 12;

/** My password; every other session of mine ends when it changes. */
export function AccountPage() {
  const text = useText();
  const change = useSend(changePassword);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [short, setShort] = useState(false);
  const submit = (e: FormEvent) => {
    e.preventDefault();
    setShort(next.length < LEAST);
    if (next.length >= LEAST) {
      change.mutate({ current, next }, {
        onSuccess: () => {
          setCurrent('');
          setNext('');
        },
      });
    }
  };
  return (
    <div className="narrow">
      <PageHead title={text('account.password')} documentTitle={text('account.password')} lead={text('account.password-lead')} />
      <form className="stack" onSubmit={submit} noValidate>
        {change.problem !== undefined && <ProblemShow error={change.problem} />}
        {change.isSuccess && (
          <p className="note note--good" role="status">
            {text('account.password-done')}
          </p>
        )}
        <TextField label={text('account.current')} type="password" autoComplete="current-password" required value={current} onText={setCurrent} />
        <TextField label={text('account.next')} hint={text('link.password-hint')} error={short ? text('link.password-short') : undefined} type="password" autoComplete="new-password" required value={next} onText={setNext} />
        <div>
          <Button kind="main" type="submit" aria-disabled={change.isPending}>
            {text('account.change')}
          </Button>
        </div>
      </form>
    </div>
  );
}
