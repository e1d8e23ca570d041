import { Problem } from '../../kernel/problem.ts';
import { handle, type Ctx } from '../../platform/http/handle.ts';
import type { Letter } from '../../platform/mail.ts';
import { changeAccount, invite, listAccounts, renewPassword } from '../domain/contract.ts';
import { linkAddress } from '../domain/link.ts';
import type { LinkKind } from '../domain/parameters.ts';
import { invitationLetter, newPasswordLetter } from './letters.ts';
import { makeLink } from './links.ts';
import { accountExists } from './sign-in-handlers.ts';
import * as store from './store.ts';

const noAccount = () => new Problem('request.not-found', 'There is no such account.');
const noOrganisation = () => new Problem('input.invalid', 'There is no such organisation.', { fields: [{ field: 'organisationId', reason: 'unknown', message: 'no such organisation' }] });

export const accountHandlers = [
  handle(listAccounts, ({ ctx }) => store.listAccounts(ctx.tx)),

  handle(invite, async ({ input, ctx }) => {
    const { tx } = ctx;
    if ((await store.missingOrganisations(tx, [input.organisationId])).length > 0) throw noOrganisation();
    const added = await store.addAccount(tx, { ...input, name: null, passwordHash: null, now: ctx.now() });
    if (!added) throw accountExists();
    const { organisation } = (await store.findAccount(tx, added.id))!;
    const given = await giveLink(ctx, 'invitation', added.id, (link) => invitationLetter({ ...link, to: input.email, organisation }));
    ctx.audit({ accountId: added.id, organisationId: input.organisationId, role: input.role, mailed: given.mailed });
    return given;
  }),

  handle(renewPassword, async ({ input, ctx }) => {
    const account = await store.findAccount(ctx.tx, input.id);
    if (!account || account.disabledAt !== null) throw noAccount();
    const given = await giveLink(ctx, 'new-password', account.id, (link) => newPasswordLetter({ ...link, to: account.email }));
    ctx.audit({ accountId: account.id, mailed: given.mailed });
    return given;
  }),

  handle(changeAccount, async ({ input, ctx }) => {
    const { tx } = ctx;
    const { id, role, organisationId, disabled } = input;
    const before = await store.findAccount(tx, id);
    if (!before) throw noAccount();
    if (organisationId !== undefined && (await store.missingOrganisations(tx, [organisationId])).length > 0) throw noOrganisation();
    const steps = before.role === 'administrator' && ((role !== undefined && role !== 'administrator') || disabled === true);
    if (steps && (await store.openAdministrators(tx)).every((a) => a.id === id)) {
      throw new Problem('access.last-administrator', 'This is the last administrator: make another one first.');
    }
    await store.changeAccount(tx, id, { role: role ?? null, organisationId: organisationId ?? null, disabled: disabled ?? null, now: ctx.now() });
    const after = (await store.findAccount(tx, id))!;
    // A session carries rights: whoever gets other ones signs in anew.
    if (after.role !== before.role || after.organisationId !== before.organisationId || after.disabledAt !== before.disabledAt) await store.endSessions(tx, id);
    if (after.disabledAt !== null) await store.dropLinksOf(tx, id);
    ctx.audit({ accountId: id, role, organisationId, disabled });
    return after;
  }),
];

/** A one-time link: by mail where a mail server takes it, else shown to the administrator who asked for it. */
async function giveLink(ctx: Ctx, kind: LinkKind, accountId: number, letter: (about: { link: string; expiresAt: string; by: string }) => Letter) {
  const { secret, expiresAt } = await makeLink(ctx.tx, { kind, accountId, createdBy: ctx.actor.accountId, now: ctx.now() });
  const link = linkAddress(ctx.address, secret);
  const me = ctx.actor.accountId === null ? undefined : await store.findAccount(ctx.tx, ctx.actor.accountId);
  // Sent before the commit: should that fail, a letter holds a link that opens nothing, and the administrator is told.
  const mailed = await ctx.mail(letter({ link, expiresAt, by: me ? `${me.name ?? me.email} (${me.organisation})` : 'The administrator' }));
  return { link: mailed ? null : link, mailed, expiresAt };
}
