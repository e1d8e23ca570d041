import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { z } from 'zod';
import { send } from '../../shell/api.ts';
import { useSessionChange } from '../../shell/session.ts';
import { useText } from '../../shell/text.tsx';
import { Button } from '../../shell/ui/Button.tsx';
import { TextField } from '../../shell/ui/Field.tsx';
import { PageHead } from '../../shell/ui/PageHead.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { ProblemShow } from '../../shell/ui/ProblemShow.tsx';
import { signIn } from '../domain/contract.ts';
import { DoorShow } from './DoorShow.tsx';

/** Where to after signing in: only a page of this product, never another site. */
const Search = z.object({ then: z.string().regex(/^\/(?!\/)[\w/?=&.%:-]*$/).optional().catch(undefined) });

/** Mail address and password. No self-registration: an invitation is the way in, and the page says so. */
export function SignInPage() {
  const text = useText();
  const go = useNavigate();
  const router = useRouter();
  const change = useSessionChange();
  const { then } = Search.parse(useSearch({ strict: false }));
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (e: FormEvent) => {
    e.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await change(await send(signIn, { email, password }));
      if (then === undefined) await go({ to: '/today' });
      else router.history.push(then);
    } catch (problem) {
      setError(problem);
    }
    setBusy(false);
  };
  return (
    <DoorShow>
      <PageHead title={text('sign-in.title')} documentTitle={text('sign-in.title')} />
      <form className="door__form" onSubmit={(e) => void submit(e)}>
        {error !== null && <ProblemShow error={error} />}
        <TextField label={text('sign-in.email')} type="email" name="email" autoComplete="username" required value={email} onText={setEmail} autoFocus />
        <TextField label={text('sign-in.password')} type="password" name="password" autoComplete="current-password" required value={password} onText={setPassword} />
        <Button kind="main" type="submit" aria-disabled={busy}>
          {text('sign-in')}
        </Button>
      </form>
      <p className="quiet">{text('sign-in.no-account')}</p>
      <p>
        <PageLink to="/overview">{text('sign-in.look')}</PageLink>
      </p>
    </DoorShow>
  );
}
