import { z } from 'zod';
import { many, maybe, one, type Queryable } from '../../platform/db/rows.ts';
import { Institution } from '../domain/contract.ts';

type Tx = Queryable;
type Given = Pick<Institution, 'name' | 'identifier' | 'kind' | 'level'>;

const columns = 'id, name, identifier, kind, level, illustrative';
const values = (i: Given) => [i.name, i.identifier?.trim().toUpperCase() || null, i.kind, i.level];

export const listInstitutions = (tx: Tx) => many(tx, Institution, `select ${columns} from organisations_organisations order by lower(name), id`);

/** Undefined: another institution has this name or identifier. */
export const addInstitution = (tx: Tx, i: Given) =>
  maybe(tx, Institution,
    `insert into organisations_organisations (name, identifier, kind, level) values (trim($1), $2, $3, $4) on conflict do nothing returning ${columns}`, values(i));

export const changeInstitution = (tx: Tx, id: number, i: Given) =>
  maybe(tx, Institution,
    `update organisations_organisations set name = trim($2), identifier = $3, kind = $4, level = $5 where id = $1 returning ${columns}`, [id, ...values(i)]);

/** Another institution that has this name or this identifier already. */
export const sameInstitution = (tx: Tx, id: number | null, i: Given) =>
  maybe(tx, z.object({ id: z.number().int() }),
    `select id from organisations_organisations where id is distinct from $1 and (lower(name) = lower(trim($2)) or identifier = $3) limit 1`, [id, ...values(i).slice(0, 2)]);

/** An institution that is no real one: it is marked on every screen and may be removed with what it brought. */
export const addIllustrativeInstitution = (tx: Tx, name: string) =>
  one(tx, z.object({ id: z.number().int() }), 'insert into organisations_organisations (name, illustrative) values ($1, true) returning id', [name]);

/** Whether nobody has begun here yet. */
export const hasInstitutions = async (tx: Tx) =>
  (await one(tx, z.object({ there: z.boolean() }), 'select exists (select from organisations_organisations) as there')).there;
