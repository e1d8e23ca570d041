import type pg from 'pg';
import type { Actor } from '../../src/kernel/audience.ts';
import { castNames, type Seeded } from '../cast.ts';
import type { Case } from './attempts.ts';
import type { Outcome, Trier } from './probe.ts';

/** Rows of the tables that have rules of their own. */
export async function seedSpecial(db: pg.Client, s: Seeded): Promise<{ third: number }> {
  await db.query(`insert into organisations_organisations (name, illustrative) values ('Show', true)`);
  const { rows: [circle] } = await db.query<{ id: number }>(`insert into access_circles (name, organisation_id) values ('Third', $1) returning id`, [s.organisations.Beta]);
  await db.query('insert into access_circle_members (circle_id, organisation_id) values ($1, $2)', [circle!.id, s.organisations.Delta]);
  for (const [kind, account] of [['invitation', s.accounts.reader], ['new-password', s.accounts.neighbour], ['first-administrator', null]] as const) {
    await db.query(`insert into access_links (token_hash, kind, account_id, created_at, expires_at) values (sha256($1), $2, $3, now(), now() + interval '1 day')`, [kind, kind, account]);
  }
  for (const [operation, actor] of [['alpha.did', s.actors.editor], ['beta.did', s.actors.neighbour], ['nobody.did', s.actors.stranger]] as const) {
    await db.query('begin');
    await db.query(`select set_config('app.account', $1, true), set_config('app.organisation', $2, true)`, [actor.accountId ?? '', actor.organisationId ?? '']);
    await db.query(`insert into access_audit (operation) values ($1)`, [operation]);
    await db.query('commit');
  }
  return { third: circle!.id };
}

const isAdministrator = (a: Actor) => a.role === 'administrator';
const edits = (a: Actor) => a.role === 'editor' || a.role === 'administrator';

/** A shared table whose public rows are an administrator's alone, though of the writer's own organisation. */
export function publicByAdministrators(base: Case, t: { name: string }, s: Seeded): Case {
  const owners = ['Alpha', 'Beta'] as const;
  const publish = Object.fromEntries(owners.map((o) => [`publish ${o}`, `update ${t.name} set audience = 'public' where owner_id = ${s.organisations[o]} and audience = 'owner'`]));
  return {
    attempts: { ...base.attempts, tries: { ...base.attempts.tries, ...publish } },
    expected(who) {
      const outcome = base.expected(who);
      for (const o of owners) {
        const may = outcome[`change ${o} owner`]!;
        outcome[`publish ${o}`] = may === '0' || isAdministrator(who.actor) ? may : 'refused';
        if (isAdministrator(who.actor)) continue;
        outcome[`add ${o} public`] = 'refused';
        for (const what of ['change', 'give away', 'into a foreign circle', 'remove']) outcome[`${what} ${o} public`] = '0';
      }
      return outcome;
    },
  };
}

/** Batches: only the steps that they go through may be written, and none is removed but those of the demonstration (here Alpha's). */
export function stayingBatches(base: Case, t: { name: string }, s: Seeded): Case {
  const { tries, unreferenced, ...rest } = base.attempts;
  const steps = Object.fromEntries(Object.entries(tries).filter(([what]) => what.startsWith('change')).map(([what, sql]) => [what.replace('change', 'step'), sql.replace('network_id = 7', 'status = status')]));
  return {
    attempts: { ...rest, tries: { ...tries, ...steps, 'look for update': `select from ${t.name} where owner_id = ${s.organisations.Alpha} for update` }, unreferenced: unreferenced! },
    expected(who) {
      const outcome = base.expected(who);
      for (const [what, came] of Object.entries(outcome)) {
        if (what.startsWith('change')) outcome[what.replace('change', 'step')] = came;
        if (/^(change|give away|into)/.test(what)) outcome[what] = 'refused';
        if (what.startsWith('remove') && !what.includes('Alpha')) outcome[what] = '0';
      }
      const all = Object.keys(tries).filter((what) => what.startsWith('change Alpha')).length;
      outcome['look for update'] = who.actor.organisationId === s.organisations.Alpha && (edits(who.actor) || who.actor.role === 'reporter') ? String(all) : '0';
      return outcome;
    },
  };
}

export function specialCases(s: Seeded, third: number): Record<string, Case> {
  const { Alpha, Beta, Delta, Gamma } = s.organisations;
  const { valley, nobody } = s.circles;
  const people = castNames.filter((n) => n !== 'stranger');
  const name = (n: string) => `Person ${n}`;
  const is = (actor: Actor) => people.find((n) => s.accounts[n] === actor.accountId);
  const keeper = (a: Actor, organisation: number) => edits(a) && a.organisationId === organisation;
  const from = (found: boolean, came: string) => (found ? came : '0');
  const allowed = (may: boolean) => (may ? '1' : 'refused');

  return {
    organisations_organisations: {
      attempts: {
        look: 'select t.name from organisations_organisations t', past: 'select count(*) from organisations_organisations_history',
        tries: { add: `insert into organisations_organisations (name) values ('New')`, change: 'update organisations_organisations set level = level' },
        unreferenced: { 'remove real ones': 'delete from organisations_organisations where not illustrative', 'remove the shown one': 'delete from organisations_organisations where illustrative' },
      },
      expected: ({ actor }) => ({
        look: ['Alpha', 'Beta', 'Delta', 'Gamma', 'Show'], add: allowed(isAdministrator(actor)), change: from(isAdministrator(actor), '5, past 5'),
        'remove real ones': '0', 'remove the shown one': from(isAdministrator(actor), '1'),
      }),
    },
    access_circles: {
      attempts: {
        look: 'select t.name from access_circles t', past: 'select count(*) from access_circles_history',
        tries: {
          'add for Alpha': `insert into access_circles (name, organisation_id) values ('New', ${Alpha})`, 'add for Beta': `insert into access_circles (name, organisation_id) values ('New', ${Beta})`,
          'change Valley': `update access_circles set name = name where id = ${valley}`, 'change Nobody': `update access_circles set name = name where id = ${nobody}`,
          'give Valley away': `update access_circles set organisation_id = ${Beta} where id = ${valley}`, 'give Nobody away': `update access_circles set organisation_id = ${Alpha} where id = ${nobody}`,
          remove: 'delete from access_circles',
        },
      },
      expected: ({ actor }) => ({
        look: [...(isAdministrator(actor) || actor.organisationId === Beta ? ['Nobody', 'Third'] : []), ...(isAdministrator(actor) || actor.organisationId === Alpha || actor.circleIds.includes(valley) ? ['Valley'] : [])],
        'add for Alpha': allowed(keeper(actor, Alpha)), 'add for Beta': allowed(keeper(actor, Beta)),
        'change Valley': from(keeper(actor, Alpha), '1, past 1'), 'change Nobody': from(keeper(actor, Beta), '1, past 1'),
        'give Valley away': from(keeper(actor, Alpha), 'refused'), 'give Nobody away': from(keeper(actor, Beta), 'refused'), remove: 'refused',
      }),
    },
    access_circle_members: {
      attempts: {
        look: `select case t.circle_id when ${valley} then 'Valley ' else 'Third ' end || o.name from access_circle_members t join organisations_organisations o on o.id = t.organisation_id`, past: 'select count(*) from access_circle_members_history',
        tries: {
          'add to Valley': `insert into access_circle_members values (${valley}, ${Delta})`, 'add to Nobody': `insert into access_circle_members values (${nobody}, ${Gamma})`, change: 'update access_circle_members set organisation_id = organisation_id',
          'remove from Valley': `delete from access_circle_members where circle_id = ${valley}`, 'remove from Third': `delete from access_circle_members where circle_id = ${third}`,
        },
      },
      expected({ actor, purpose }) {
        const all = isAdministrator(actor) || purpose === 'sign-in';
        return {
          look: [...(all || actor.organisationId === Beta || actor.organisationId === Delta ? ['Third Delta'] : []), ...(all || actor.organisationId === Alpha || actor.organisationId === Gamma ? ['Valley Alpha', 'Valley Gamma'] : [])],
          'add to Valley': allowed(keeper(actor, Alpha)), 'add to Nobody': allowed(keeper(actor, Beta)), change: 'refused',
          'remove from Valley': from(keeper(actor, Alpha), '2, past 2'), 'remove from Third': from(keeper(actor, Beta), '1, past 1'),
        };
      },
    },
    access_accounts: {
      attempts: {
        look: 'select name from access_accounts',
        tries: {
          add: `insert into access_accounts (organisation_id, email, role) values (${Alpha}, 'new@alpha.example', 'reader')`,
          'own name': `update access_accounts set name = 'x' where id = claim_account()`, 'own role': `update access_accounts set role = 'administrator' where id = claim_account()`,
          'own organisation': `update access_accounts set organisation_id = case organisation_id when ${Alpha} then ${Beta} else ${Alpha} end where id = claim_account()`,
          'close own': 'update access_accounts set disabled_at = now() where id = claim_account()', 'of others': `update access_accounts set name = 'x' where id is distinct from claim_account()`,
          remove: 'delete from access_accounts', 'count people': 'select * from access_people()',
        },
      },
      expected({ actor, purpose }) {
        const me = is(actor);
        const own = (came: string) => from(me !== undefined, isAdministrator(actor) ? '1' : came);
        const sees = people.filter((n) => isAdministrator(actor) || purpose === 'sign-in' || n === me || (actor.role === 'editor' && s.actors[n].organisationId === actor.organisationId));
        return {
          look: sees.map(name).sort(), add: allowed(isAdministrator(actor)), 'own name': own('1'), 'own role': own('refused'), 'own organisation': own('refused'), 'close own': own('refused'),
          'of others': from(isAdministrator(actor), '6'), remove: 'refused', 'count people': '4',
        };
      },
    },
    access_sessions: {
      attempts: {
        look: 'select account_id::text from access_sessions',
        tries: {
          add: `insert into access_sessions (token_hash, account_id, created_at, last_seen_at, expires_at) values ('x', ${s.accounts.reader}, now(), now(), now())`,
          touch: 'update access_sessions set last_seen_at = now()', remove: 'delete from access_sessions',
        },
      },
      expected({ actor, purpose }) {
        const all = isAdministrator(actor) || purpose === 'sign-in';
        const sees = people.filter((n) => all || n === is(actor)).map((n) => String(s.accounts[n])).sort();
        return { look: sees, add: allowed(purpose === 'sign-in'), touch: from(purpose === 'sign-in', '7'), remove: String(sees.length) };
      },
    },
    access_links: {
      attempts: {
        look: 'select kind from access_links',
        tries: {
          'add an invitation': `insert into access_links (token_hash, kind, account_id, created_at, expires_at) values ('x', 'invitation', ${s.accounts.reader}, now(), now())`,
          'add a first one': `insert into access_links (token_hash, kind, created_at, expires_at) values ('x', 'first-administrator', now(), now())`,
          use: 'update access_links set used_at = now()', remove: 'delete from access_links',
        },
      },
      expected({ actor, purpose }) {
        const all = isAdministrator(actor) || purpose === 'sign-in';
        const sees = [...(all ? ['first-administrator'] : []), ...(all || is(actor) === 'reader' ? ['invitation'] : []), ...(all || is(actor) === 'neighbour' ? ['new-password'] : [])];
        return { look: sees, 'add an invitation': allowed(isAdministrator(actor)), 'add a first one': allowed(all), use: from(purpose === 'sign-in', '3'), remove: String(sees.length) };
      },
    },
    access_audit: {
      attempts: {
        look: 'select operation from access_audit',
        tries: {
          add: `insert into access_audit (operation) values ('x.y')`, 'add as somebody else': `insert into access_audit (operation, account_id) values ('x.y', ${s.accounts.administrator})`,
          change: `update access_audit set operation = 'x.y'`, remove: 'delete from access_audit',
        },
      },
      expected: ({ actor }) => ({
        look: isAdministrator(actor) ? ['alpha.did', 'beta.did', 'nobody.did'] : actor.role !== 'editor' ? [] : actor.organisationId === Alpha ? ['alpha.did'] : actor.organisationId === Beta ? ['beta.did'] : [],
        add: '1', 'add as somebody else': 'refused', change: 'refused', remove: 'refused',
      }),
    },
    funds_generation: {
      attempts: { look: 'select network_id::text from funds_generation', tries: { raise: 'update funds_generation set number = number + 1', add: 'insert into funds_generation values (2, 0)', remove: 'delete from funds_generation' } },
      expected: ({ actor }: Trier): Outcome => ({ look: ['1'], raise: from(edits(actor) || actor.role === 'reporter', '1'), add: 'refused', remove: 'refused' }),
    },
  };
}
