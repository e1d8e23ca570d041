import type { Actor } from '../kernel/audience.ts';
import type { Tx } from './db/pool.ts';

/** Goes on in the name of another actor until the transaction ends; a purpose that it began with ends here unless it is given again. */
export async function actAs(tx: Tx, actor: Actor, purpose?: 'sign-in'): Promise<void> {
  const claims = {
    'app.account': actor.accountId ?? '',
    'app.organisation': actor.organisationId ?? '',
    'app.role': actor.role ?? '',
    'app.circles': actor.circleIds.join(','),
    'app.purpose': purpose ?? '',
  };
  await tx.query('select set_config(key, value, true) from jsonb_each_text($1::jsonb)', [JSON.stringify(claims)]);
}
