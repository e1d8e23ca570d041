import { mayRead, type Actor } from '../../src/kernel/audience.ts';
import type { Seeded } from '../cast.ts';
import type { Attempts, Outcome, Trier } from './probe.ts';
import { combosOf, insertSql, scopesOf, valuesFor, type Combo, type Parents, type TableShape } from './rows.ts';

/** What is tried at a table, and what has to come of it: written down here, not read from the policies. */
export type Case = { attempts: Attempts; expected: (who: Trier) => Outcome };

const writes = (a: Actor) => a.role === 'reporter' || a.role === 'editor' || a.role === 'administrator';

/** A table of records with owner and audience. */
export function sharedCase(t: TableShape, s: Seeded, parents: Parents, keepsPast: boolean): Case {
  const all = combosOf(t.name);
  const where = (c: Combo) => `owner_id = ${s.organisations[c.owner]} and audience = '${c.audience}' and circle_id is not distinct from ${c.circle ? s.circles[c.circle] : 'null'}`;
  const { Alpha, Beta } = s.organisations;
  const label = `select o.name || ' ' || case t.circle_id when ${s.circles.valley} then 'valley' when ${s.circles.nobody} then 'nobody' else t.audience::text end
    from ${t.name} t join organisations_organisations o on o.id = t.owner_id`;
  const tries: Record<string, string> = {};
  for (const c of all) {
    tries[`add ${c.label}`] = insertSql(t.name, valuesFor(t, s, parents, c));
    tries[`change ${c.label}`] = `update ${t.name} set network_id = 7 where ${where(c)}`;
    tries[`give away ${c.label}`] = `update ${t.name} set owner_id = case owner_id when ${Alpha} then ${Beta} else ${Alpha} end where ${where(c)}`;
    tries[`into a foreign circle ${c.label}`] = `update ${t.name} set audience = 'circle', circle_id = ${s.circles.nobody} where ${where(c)}`;
  }
  const unreferenced = Object.fromEntries(all.map((c) => [`remove ${c.label}`, `delete from ${t.name} where ${where(c)}`]));
  return {
    attempts: { look: label, tries, unreferenced, ...(keepsPast && { past: `select count(*) from ${t.name}_history` }) },
    expected({ actor }) {
      const row = (c: Combo) => ({ ownerId: s.organisations[c.owner], audience: c.audience, circleId: c.circle ? s.circles[c.circle] : null });
      const own = (c: Combo) => s.organisations[c.owner] === actor.organisationId && writes(actor);
      const keeps = (c: Combo) => own(c) && (c.circle === null || actor.circleIds.includes(s.circles[c.circle]));
      const outcome: Outcome = { look: all.filter((c) => mayRead(actor, row(c))).map((c) => c.label).sort() };
      for (const c of all) {
        outcome[`add ${c.label}`] = keeps(c) ? '1' : 'refused';
        outcome[`change ${c.label}`] = !own(c) ? '0' : keeps(c) ? `1${keepsPast ? ', past 1' : ''}` : 'refused';
        outcome[`give away ${c.label}`] = outcome[`into a foreign circle ${c.label}`] = own(c) ? 'refused' : '0';
        outcome[`remove ${c.label}`] = own(c) ? '1' : '0';
      }
      return outcome;
    },
  };
}

/** Past versions: read by whom the present one is read, written by nobody. */
export function historyCase(t: TableShape, base: Case, keyed: string): Case {
  return {
    attempts: {
      ...base.attempts,
      look: base.attempts.look.replaceAll(new RegExp(`\\b${keyed}\\b`, 'g'), t.name),
      tries: { ...base.attempts.tries, 'forge the past': `insert into ${t.name} select * from ${t.name}`, 'change the past': `update ${t.name} set recorded_at = recorded_at`, 'forget the past': `delete from ${t.name}` },
    },
    expected: (who) => ({ ...base.expected(who), 'forge the past': 'refused', 'change the past': 'refused', 'forget the past': 'refused' }),
  };
}

/** What belongs to its owner alone, whatever the audience of the records: originals and their problems. */
export function ownersCase(t: TableShape, s: Seeded, parents: Parents): Case {
  const all = combosOf(t.name);
  const own = Object.entries(s.organisations).filter(([name]) => all.some((c) => c.owner === name));
  const tries: Record<string, string> = { change: `update ${t.name} set owner_id = owner_id` };
  for (const [name] of own) tries[`add ${name}`] = insertSql(t.name, valuesFor(t, s, parents, all.find((c) => c.owner === name)!));
  return {
    attempts: {
      look: `select distinct o.name from ${t.name} t join organisations_organisations o on o.id = t.owner_id`, tries,
      unreferenced: Object.fromEntries(own.map(([name, id]) => [`remove ${name}`, `delete from ${t.name} where owner_id = ${id}`])),
    },
    expected({ actor }) {
      const outcome: Outcome = { look: own.filter(([, id]) => id === actor.organisationId).map(([name]) => name), change: 'refused' };
      for (const [name, id] of own) {
        const may = id === actor.organisationId && writes(actor);
        outcome[`add ${name}`] = may ? '1' : 'refused';
        outcome[`remove ${name}`] = may ? String(all.filter((c) => c.owner === name).length) : '0';
      }
      return outcome;
    },
  };
}

/** What is counted for one set of readers: read by them, and written only while counting for them. */
export function scopedCase(t: TableShape, s: Seeded, parents: Parents): Case {
  const scopes = scopesOf(s);
  const tries: Record<string, string> = {};
  for (const scope of scopes) {
    tries[`add ${scope}`] = insertSql(t.name, valuesFor(t, s, parents, { label: scope, scope }));
    tries[`change ${scope}`] = `update ${t.name} set scope = scope where scope = '${scope}'`;
    // To a scope that is read anyway: else it is the readers' policy that refuses.
    tries[`give away ${scope}`] = `update ${t.name} set scope = '${scope === 'public' ? 'organisation:0' : 'public'}' where scope = '${scope}'`;
  }
  return {
    attempts: { look: `select scope from ${t.name}`, tries, unreferenced: Object.fromEntries(scopes.map((scope) => [`remove ${scope}`, `delete from ${t.name} where scope = '${scope}'`])) },
    expected({ actor, purpose }) {
      const mine = actor.role === null ? 'public' : `organisation:${actor.organisationId}${actor.circleIds.length > 0 ? `:circles:${actor.circleIds.join(',')}` : ''}`;
      const outcome: Outcome = { look: scopes.filter((scope) => scope === 'public' || scope === mine).sort() };
      for (const scope of scopes) {
        const counts = purpose === 'job' && scope === mine;
        outcome[`add ${scope}`] = counts ? '1' : 'refused';
        outcome[`change ${scope}`] = outcome[`remove ${scope}`] = counts ? '1' : '0';
        outcome[`give away ${scope}`] = counts ? 'refused' : '0';
      }
      return outcome;
    },
  };
}
