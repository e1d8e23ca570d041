import { Problem } from '../../kernel/problem.ts';
import { handle } from '../../platform/http/handle.ts';
import { addInstitution, changeInstitution, listInstitutions } from '../domain/contract.ts';
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
];
