import pg from 'pg';

/**
 * Who works with a server is known to the server itself: each process holds a shared advisory lock in the database
 * `postgres`, and `serve` one more of its own. Locks end with their process however it ends, so there is no file that
 * could go stale and no time after which somebody is declared dead.
 */
const LOCK = { serve: 7_355_608_101, presence: 7_355_608_102 } as const;

export type Visitor = 'serve' | 'guest';
export type Presence = {
  /** Runs when the session ends without `leave`: the server went away. */
  onLost(listener: () => void): void;
  /** Gives the place up; true: nobody else is there, and nobody can come in until the session ends. */
  leave(): Promise<boolean>;
  /** Ends the session. */
  end(): Promise<void>;
};

/** Another process is `serve` here. */
export class Occupied extends Error {
  override name = 'Occupied';
  constructor(readonly pid: number) {
    super(`process ${pid} is serve here`);
  }
}

/** Comes in; undefined: the server is just starting or stopping, ask again. */
export async function enterPresence(connection: pg.ClientConfig, as: Visitor, patienceMs = 10_000): Promise<Presence | undefined> {
  const session = new pg.Client({ ...connection, database: 'postgres', application_name: `tessera ${as} ${process.pid}`, connectionTimeoutMillis: patienceMs, keepAlive: true });
  let leaving = false;
  const listeners: (() => void)[] = [];
  session.on('error', () => {});   // `end` follows
  try {
    await session.connect();
    if (!(await tryLock(session, 'pg_try_advisory_lock_shared', LOCK.presence))) return await away(session);
    if (as === 'serve' && !(await tryLock(session, 'pg_try_advisory_lock', LOCK.serve))) throw new Occupied(await pidOfServe(session));
  } catch (error) {
    await session.end().catch(() => {});
    if (comesAndGoes(error)) return undefined;
    throw error;
  }
  session.on('end', () => { if (!leaving) for (const listener of listeners) listener(); });
  return {
    onLost: (listener) => { listeners.push(listener); },
    async leave() {
      leaving = true;
      try {
        await session.query('select pg_advisory_unlock_all()');
        return await tryLock(session, 'pg_try_advisory_lock', LOCK.presence);
      } catch {
        return false;   // the server is gone already
      }
    },
    end: () => session.end().catch(() => {}),
  };
}

async function away(session: pg.Client): Promise<undefined> {
  await session.end().catch(() => {});
  return undefined;
}

const tryLock = async (session: pg.Client, lock: string, key: number) =>
  (await session.query<{ got: boolean }>(`select ${lock}($1) as got`, [key])).rows[0]!.got;

async function pidOfServe(session: pg.Client): Promise<number> {
  const { rows } = await session.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and a.application_name like 'tessera serve %' and a.pid <> pg_backend_pid()`);
  return Number(rows[0]?.name.split(' ').at(-1) ?? 0);
}

/** Starting up, shutting down, just ended, about to listen: not errors, only the wrong moment. */
const comesAndGoes = (error: unknown) =>
  ['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE'].includes((error as { code?: string }).code ?? '')
  || /terminated unexpectedly|timeout/.test((error as Error).message);
