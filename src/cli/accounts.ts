import { invite, session } from '../access/domain/contract.ts';
import { COMMAND_LINE, UNNAMED_INSTITUTION } from '../access/domain/parameters.ts';
import { Role } from '../kernel/audience.ts';
import { addInstitution, changeInstitution, listInstitutions } from '../organisations/domain/contract.ts';
import { WrongUsage } from './failure.ts';
import type { Voice } from './voice.ts';
import type { Runner } from './world.ts';

const folded = (text: string) => text.normalize('NFKD').replace(/\p{Mark}/gu, '').trim().toLowerCase();

/** Invites a person; the organisation is found by number, identifier or name. */
export async function addUser(runner: Runner, voice: Voice, email: string, given: { organisation: string; role: string; newOrganisation?: boolean }): Promise<void> {
  const role = Role.safeParse(given.role);
  if (!role.success) throw new WrongUsage(`--role takes ${Role.options.join(', ')}, not “${given.role}”.`);
  const organisationId = await organisationOf(runner, given.organisation, given.newOrganisation ?? false, role.data);
  const { link, mailed, expiresAt } = await runner.run(invite, { email, organisationId, role: role.data });
  voice.object({ kind: 'invitation', email, organisationId, role: role.data, mailed, link, expiresAt });
  voice.say(mailed ? `An invitation is on its way to ${email}; it is good until ${expiresAt}.` : `Give this link to ${email}; it works once, until ${expiresAt}:\n${link}`);
}

async function organisationOf(runner: Runner, wanted: string, make: boolean, role: Role): Promise<number> {
  const all = await runner.run(listInstitutions, {});
  const found = all.filter((o) => String(o.id) === wanted || o.identifier === wanted || folded(o.name) === folded(wanted));
  if (found.length === 1) return found[0]!.id;
  if (found.length > 1) throw new WrongUsage(`Several organisations are called “${wanted}”: use one of the numbers ${found.map((o) => o.id).join(', ')}.`);
  const unnamed = all.find((o) => o.name === UNNAMED_INSTITUTION);
  // The first administrator's institution is the one under which commands brought data before anybody was here.
  if (make && role === 'administrator' && unnamed && (await runner.run(session, {})).account?.email === COMMAND_LINE) {
    return (await runner.run(changeInstitution, { ...unnamed, name: wanted })).id;
  }
  if (make) return (await runner.run(addInstitution, { name: wanted, identifier: null, kind: null, level: null })).id;
  const known = all.map((o) => `  ${o.id}  ${o.name}`).join('\n');
  throw new WrongUsage(`There is no organisation “${wanted}” here. Add --new-organisation to make it, or choose one:\n${known}`);
}
