import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import type { z } from 'zod';
import { asProblem, send } from '../../shell/api.ts';
import { useSessionChange } from '../../shell/session.ts';
import { useText } from '../../shell/text.tsx';
import { Button } from '../../shell/ui/Button.tsx';
import { Content } from '../../shell/ui/content.tsx';
import { TextField } from '../../shell/ui/Field.tsx';
import { PageHead } from '../../shell/ui/PageHead.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Skeleton } from '../../shell/ui/Pending.tsx';
import { ProblemShow } from '../../shell/ui/ProblemShow.tsx';
import { answerLink, readLink } from '../domain/contract.ts';
import { secretOfLink } from '../domain/link.ts';
import { DoorShow } from './DoorShow.tsx';

type Read = z.output<typeof readLink.output>;
const LEAST = 12;

/** Answers a one-time link: the first administrator, an invitation, a new password. The secret stays behind `#` and in memory. */
export function LinkPage() {
  const text = useText();
  const go = useNavigate();
  const change = useSessionChange();
  const [token] = useState(() => secretOfLink(location.hash));
  const [link, setLink] = useState<Read | { error: unknown } | null>(token === undefined ? { error: null } : null);
  const [form, setForm] = useState({ email: '', name: '', organisation: '', password: '' });
  const [wrong, setWrong] = useState<'password' | 'email' | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (token === undefined) return;
    // The address bar must not keep a secret that a screenshot or a shared link would carry on.
    history.replaceState(history.state, '', '/link');
    send(readLink, { token }).then(setLink, (e: unknown) => setLink({ error: e }));
  }, [token]);
  if (link === null) return <DoorShow><Skeleton lines={4} /></DoorShow>;
  if ('error' in link || token === undefined) {
    return (
      <DoorShow>
        <PageHead title={text('link.dead')} documentTitle={text('link.dead')} />
        <p>{text('link.dead-more')}</p>
        <PageLink to="/sign-in" className="button button--plain">
          {text('sign-in')}
        </PageLink>
      </DoorShow>
    );
  }
  const first = link.kind === 'first-administrator';
  const submit = async (e: FormEvent) => {
    e.preventDefault();
    if (form.password.length < LEAST) return setWrong('password');
    if (first && !/.+@.+/.test(form.email)) return setWrong('email');
    setWrong(null);
    setError(null);
    setBusy(true);
    try {
      const given = Object.fromEntries(Object.entries(form).filter(([, v]) => v.trim() !== '')) as { password: string };
      await change(await send(answerLink, { ...given, token }));
      await go({ to: '/today' });
    } catch (problem) {
      setError(asProblem(problem));
      setBusy(false);
    }
  };
  const field = (name: keyof typeof form) => ({ name, value: form[name], onText: (value: string) => setForm((f) => ({ ...f, [name]: value })) });
  return (
    <DoorShow>
      <PageHead title={text(`link.${link.kind}`)} documentTitle={text(`link.${link.kind}`)} />
      <p className="quiet">
        {link.kind === 'invitation' ? text.rich('link.invitation-more', { organisation: <Content>{link.organisation}</Content>, role: link.role === null ? '' : text(`role.${link.role}`) }) : text(`link.${link.kind}-more`)}
      </p>
      <form className="door__form" onSubmit={(e) => void submit(e)} noValidate>
        {error !== null && <ProblemShow error={error} />}
        {first && <TextField label={text('link.organisation')} hint={text('link.organisation-hint')} autoComplete="organization" {...field('organisation')} autoFocus />}
        {link.email === null ? (
          <TextField label={text('sign-in.email')} type="email" autoComplete="username" required error={wrong === 'email' ? text('link.email-wrong') : undefined} {...field('email')} />
        ) : (
          <>
            <p>
              {text('sign-in.email')}: <Content>{link.email}</Content>
            </p>
            <input type="hidden" name="username" autoComplete="username" value={link.email} />
          </>
        )}
        {link.kind !== 'new-password' && <TextField label={text('link.name')} hint={text('link.name-hint')} autoComplete="name" {...field('name')} />}
        <TextField label={text('link.password')} hint={text('link.password-hint')} type="password" autoComplete="new-password" required error={wrong === 'password' ? text('link.password-short') : undefined} {...field('password')} />
        <Button kind="main" type="submit" aria-disabled={busy}>
          {text(first ? 'link.begin' : 'link.do')}
        </Button>
      </form>
    </DoorShow>
  );
}
