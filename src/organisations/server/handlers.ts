import { Problem } from '../../kernel/problem.ts';
import { handle } from '../../platform/http/handle.ts';
import { addInstitution, changeInstitution, listInstitutions, searchMentioned, showMentioned } from '../domain/contract.ts';
import { foldName } from '../domain/fold.ts';
import { mentionedBy, shownOrganisation } from './mentioned.ts';
import { searchKeys } from './mentioned-store.ts';
import * as store from './store.ts';

const exists = () => new Problem('organisations.exists', 'Another institution has this name or identifier already.');

export const organisationsHandlers = [
  handle(listInstitutions, ({ ctx }) => store.listInstitutions(ctx.tx)),

  handle(addInstitution, async ({ input, ctx }) => {
    const added = await store.addInstitution(ctx.tx, input);
    if (!added) throw exists();
    ctx.audit({ organisationId: added.id });
    return added;
  }),

  handle(changeInstitution, async ({ input, ctx }) => {
    if (await store.sameInstitution(ctx.tx, input.id, input)) throw exists();
    const changed = await store.changeInstitution(ctx.tx, input.id, input);
    if (!changed) throw new Problem('request.not-found', 'There is no such institution.');
    ctx.audit({ organisationId: changed.id });
    return changed;
  }),

  handle(searchMentioned, async ({ input, ctx }) => {
    const { keys, total } = await searchKeys(ctx.tx, { folded: foldName(input.text), typed: input.text.trim(), limit: input.limit, after: input.after });
    return { total, organisations: await mentionedBy(ctx.tx, keys, ctx.now().slice(0, 10)) };
  }),

  handle(showMentioned, async ({ input, ctx }) => {
    const found = await shownOrganisation(ctx.tx, input.key, ctx.now().slice(0, 10));
    if (!found) throw new Problem('request.not-found', 'Nothing that you may see speaks of this organisation.');
    return found;
  }),
];
