import { Problem } from '../../kernel/problem.ts';
import { handle, type Ctx } from '../../platform/http/handle.ts';
import { answerLink, changePassword, readLink, session, signIn, signOut } from '../domain/contract.ts';
import { hashPassword, passwordFits } from './passwords.ts';
import { hashOf } from './secrets.ts';
import { beginSession, sessionOf } from './session.ts';
import {
  actorOfAccount, addAccount, credentialsOfAccount, credentialsOfEmail, dropFirstLinks, dropLinksOf, endSession, endSessions,
  hasAdministrator, nameTheUnnamed, organisationNamed, setPassword, showLink, useLink,
} from './store.ts';

/** Looks accounts and links up before anybody is signed in; guessing must not pay. */
const SIGN_IN = { purpose: 'sign-in', strict: true } as const;

/** One answer for an unknown address, a wrong password, an open invitation and a closed account: it tells nobody who is here. */
const wrongCredentials = () => new Problem('access.wrong-credentials', 'The mail address or the password is wrong.');
/** One answer for a link that was used, is too old, or never was. */
const linkUsed = () => new Problem('access.link-used', 'This link was used or is too old. Ask for a new one.');

export const signInHandlers = [
  handle(session, ({ ctx }) => sessionOf(ctx.tx, ctx.actor)),

  handle(signIn, async ({ input, ctx }) => {
    ctx.limit(input.email.toLowerCase());
    const found = await credentialsOfEmail(ctx.tx, input.email);
    const fits = await passwordFits(found?.passwordHash, input.password);
    if (!found || !fits || found.disabledAt !== null) throw wrongCredentials();
    const actor = await beginSession(ctx, found.id);
    return sessionOf(ctx.tx, actor);
  }, SIGN_IN),

  handle(signOut, async ({ ctx }) => {
    if (ctx.session.secret !== undefined) await endSession(ctx.tx, hashOf(ctx.session.secret));
    ctx.session.end();
    return { done: true as const };
  }),

  handle(readLink, async ({ input, ctx }) => {
    const link = await showLink(ctx.tx, hashOf(input.token), ctx.now());
    if (!link || (link.kind === 'first-administrator' && (await hasAdministrator(ctx.tx)))) throw linkUsed();
    return link;
  }, { ...SIGN_IN, reads: true }),

  handle(answerLink, async ({ input, ctx }) => {
    const { tx } = ctx;
    const link = await useLink(tx, hashOf(input.token), ctx.now());
    if (!link) throw linkUsed();
    const passwordHash = await hashPassword(input.password);
    ctx.audit({ link: link.kind });
    const accountId = link.accountId === null
      ? await firstAdministrator(ctx, passwordHash, input)
      : await answered(ctx, link.accountId, passwordHash, input.name);
    const actor = await beginSession(ctx, accountId);
    return sessionOf(tx, actor);
  }, SIGN_IN),

  handle(changePassword, async ({ input, ctx }) => {
    const accountId = ctx.actor.accountId!;
    ctx.limit(`account ${accountId}`);
    const found = await credentialsOfAccount(ctx.tx, accountId);
    if (!(await passwordFits(found?.passwordHash, input.current))) throw new Problem('access.wrong-credentials', 'The current password is wrong.');
    await setPassword(ctx.tx, accountId, await hashPassword(input.next), null);
    await endSessions(ctx.tx, accountId, ctx.session.secret === undefined ? null : hashOf(ctx.session.secret));
    await dropLinksOf(ctx.tx, accountId);
    return { done: true as const };
  }),
];

/** The person behind an invitation or a new-password link: sets the password, and everything older ends. */
async function answered(ctx: Ctx, accountId: number, passwordHash: string, name: string | undefined): Promise<number> {
  const actor = await actorOfAccount(ctx.tx, accountId);
  if (!actor) throw linkUsed();
  await ctx.become(actor, 'sign-in');
  await setPassword(ctx.tx, accountId, passwordHash, name?.trim() || null);
  await endSessions(ctx.tx, accountId);
  await dropLinksOf(ctx.tx, accountId);
  return accountId;
}

/**
 * Makes the first administrator and their organisation; what commands brought before them is that organisation's. They
 * act as an administrator from the moment that the link is theirs.
 */
async function firstAdministrator(ctx: Ctx, passwordHash: string, { email, name, organisation }: { email?: string | undefined; name?: string | undefined; organisation?: string | undefined }): Promise<number> {
  if (await hasAdministrator(ctx.tx)) throw linkUsed();
  const missing = [['email', email], ['organisation', organisation?.trim()]].filter(([, v]) => !v).map(([field]) => field!);
  if (missing.length > 0) {
    throw new Problem('input.invalid', `The first administrator also gives: ${missing.join(', ')}.`, { fields: missing.map((field) => ({ field, reason: 'missing', message: 'needed here' })) });
  }
  await dropFirstLinks(ctx.tx);
  await ctx.become({ accountId: null, organisationId: null, role: 'administrator', circleIds: [] }, 'sign-in');
  const unnamed = await nameTheUnnamed(ctx.tx, organisation!);
  if (unnamed) ctx.audit({ named: unnamed.id });
  const { id: organisationId } = unnamed ?? (await organisationNamed(ctx.tx, organisation!));
  const account = await addAccount(ctx.tx, { email: email!, name: name?.trim() || null, organisationId, role: 'administrator', passwordHash, now: ctx.now() });
  if (!account) throw accountExists();
  return account.id;
}

export const accountExists = () => new Problem('access.account-exists', 'Somebody has an account with this mail address already.');
