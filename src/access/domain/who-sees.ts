import { tlp, type AudienceChoice } from '../../kernel/audience.ts';
import type { WhoSees } from './model.ts';

type Organisation = { organisationId: number; name: string };

/**
 * Who will read a record of this owner with this audience: the rule of `mayRead`, asked the other way round.
 * @param network all organisations; @param members those of the chosen circle; @param people how many accounts each has.
 */
export function whoWillSee(
  ownerId: number,
  choice: AudienceChoice,
  { network, members, people }: { network: readonly Organisation[]; members: readonly number[]; people: ReadonlyMap<number, number> },
): WhoSees {
  const reads = (o: Organisation) =>
    o.organisationId === ownerId || choice.audience === 'public' || choice.audience === 'network' || (choice.audience === 'circle' && members.includes(o.organisationId));
  const organisations = network.filter(reads);
  return {
    everybody: choice.audience === 'public',
    organisations,
    people: organisations.reduce((sum, o) => sum + (people.get(o.organisationId) ?? 0), 0),
    tlp: tlp[choice.audience],
  };
}
