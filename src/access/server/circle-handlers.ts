import { Problem } from '../../kernel/problem.ts';
import { AudienceChoice } from '../../kernel/audience.ts';
import { handle, type Ctx } from '../../platform/http/handle.ts';
import { changeCircle, listAudit, makeCircle, whoSees } from '../domain/contract.ts';
import { whoWillSee } from '../domain/who-sees.ts';
import * as store from './store.ts';

const noCircle = () => new Problem('request.not-found', 'There is no such circle that you may use.');

export const circleHandlers = [
  handle(makeCircle, async ({ input, ctx }) => {
    const members = await membersOf(ctx, input.organisationIds);
    const { id } = await store.addCircle(ctx.tx, input.name.trim(), ctx.actor.organisationId!, ctx.now());
    await store.setMembers(ctx.tx, id, members);
    ctx.audit({ circleId: id, organisationIds: members });
    return (await store.findCircle(ctx.tx, id))!;
  }),

  handle(changeCircle, async ({ input, ctx }) => {
    const members = await membersOf(ctx, input.organisationIds);
    if (!(await store.renameCircle(ctx.tx, input.id, input.name.trim(), ctx.actor.organisationId!))) throw noCircle();
    await store.setMembers(ctx.tx, input.id, members);
    ctx.audit({ circleId: input.id, organisationIds: members });
    return (await store.findCircle(ctx.tx, input.id))!;
  }),

  handle(whoSees, async ({ input, ctx }) => {
    const choice = AudienceChoice.safeParse(input);
    if (!choice.success) throw new Problem('input.invalid', 'A circle is named with the audience "circle", and only with it.', { fields: [{ field: 'circleId', reason: 'mismatch', message: 'does not go with this audience' }] });
    const circle = choice.data.circleId === null ? undefined : await store.findCircle(ctx.tx, choice.data.circleId);
    if (choice.data.circleId !== null && !circle) throw noCircle();
    return whoWillSee(ctx.actor.organisationId!, choice.data, {
      network: await store.network(ctx.tx),
      members: circle?.members.map((m) => m.organisationId) ?? [],
      people: await store.peopleByOrganisation(ctx.tx),
    });
  }),

  handle(listAudit, async ({ input, ctx }) => ({
    entries: await store.auditEntries(ctx.tx, input.before ?? null, input.limit),
    chainHolds: ctx.actor.role === 'administrator' ? await store.auditChainHolds(ctx.tx) : null,
  })),
];

/** Who keeps a circle belongs to it: it could not share anything with the circle otherwise. */
async function membersOf(ctx: Ctx, organisationIds: readonly number[]): Promise<number[]> {
  const missing = await store.missingOrganisations(ctx.tx, organisationIds);
  if (missing.length > 0) {
    throw new Problem('input.invalid', 'Some of these organisations do not exist.', { fields: missing.map((id) => ({ field: 'organisationIds', reason: 'unknown', message: `no organisation ${id}` })) });
  }
  return [...new Set([ctx.actor.organisationId!, ...organisationIds])].sort((a, b) => a - b);
}
