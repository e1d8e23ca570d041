import pg from 'pg';
import type { Actor } from '../../kernel/audience.ts';
import { columnTypes, type Queryable } from './rows.ts';

/** A transaction that is already signed in as its actor. `client` is for COPY and cursors, which need the connection itself. */
export type Tx = Queryable & { readonly client: pg.ClientBase };

export type TransactionOptions = {
  /** Why, where no person asks: looking up an account before sign-in, or a job. Policies name it. */
  purpose?: 'sign-in' | 'job';
  /** The import that ends the versions which this transaction replaces. */
  batchId?: number;
  readOnly?: boolean;
  /** One snapshot for all statements (an export, an overview). */
  isolation?: 'repeatable read' | 'serializable';
  /** Gives a statement up after so many milliseconds; 0 never does (jobs). Default: the pool's. */
  timeoutMs?: number;
};

/** Told of each statement that took long: its text without values, and the milliseconds. */
export type SlowQuery = (sql: string, ms: number) => void;

export type PoolSettings = {
  connection: pg.ClientConfig;
  max: number;
  timeoutMs: number;
  applicationName: string;
  slowMs?: number;
  onSlow?: SlowQuery;
  /** A connection that waits in the pool broke (the server stopped). The pool makes a new one when asked. */
  onBroken?: (error: Error) => void;
};

/** A pool of connections with our column types, in UTC. */
export function makePool(settings: PoolSettings): Pool {
  const inner = new pg.Pool({
    ...settings.connection,
    max: settings.max,
    application_name: settings.applicationName,
    options: '-c timezone=UTC',
    types: columnTypes,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 15_000,
    allowExitOnIdle: true,
  });
  inner.on('error', (error) => settings.onBroken?.(error));
  return new Pool(inner, settings);
}

export class Pool {
  constructor(readonly inner: pg.Pool, private readonly settings: PoolSettings) {}

  /** Runs `fn` in one transaction in the name of `actor`; whatever it throws undoes everything. */
  async transaction<T>(actor: Actor, fn: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    const client = await this.inner.connect();
    let broken: Error | undefined;
    const lost = (error: Error) => { broken = error; };
    client.on('error', lost);   // a connection that breaks between two statements must not end the process
    try {
      await client.query(begin(actor, options, this.settings.timeoutMs));
      const result = await fn(timed(client, this.settings));
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((e: Error) => { broken ??= e; });
      throw error;
    } finally {
      client.off('error', lost);
      client.release(broken);
    }
  }

  /** One statement outside of any transaction and without claims: row-level security shows it nothing. */
  async query(sql: string, params: readonly unknown[] = []) {
    return this.inner.query<Record<string, unknown>>(sql, params as unknown[]);
  }

  /** Connections in use now; 0 when everything was given back (tests look at it). */
  get inUse(): number {
    return this.inner.totalCount - this.inner.idleCount;
  }

  async end(): Promise<void> {
    await this.inner.end();
  }
}

/** BEGIN and all claims in one round trip. Settings are local to the transaction: the next one starts without any. */
function begin(actor: Actor, options: TransactionOptions, defaultTimeoutMs: number): string {
  const claims: Record<string, string> = {
    'app.account': actor.accountId === null ? '' : String(actor.accountId),
    'app.organisation': actor.organisationId === null ? '' : String(actor.organisationId),
    'app.role': actor.role ?? '',
    'app.circles': actor.circleIds.map(Number).join(','),
    'app.purpose': options.purpose ?? '',
    'app.batch': options.batchId === undefined ? '' : String(options.batchId),
    statement_timeout: String(options.timeoutMs ?? defaultTimeoutMs),
  };
  const mode = [options.isolation && `isolation level ${options.isolation}`, options.readOnly && 'read only'].filter(Boolean).join(', ');
  const settings = Object.entries(claims).map(([k, v]) => `set_config(${pg.escapeLiteral(k)}, ${pg.escapeLiteral(v)}, true)`);
  return `begin${mode && ` ${mode}`}; select ${settings.join(', ')}`;
}

function timed(client: pg.PoolClient, { slowMs = 1000, onSlow }: PoolSettings): Tx {
  return {
    client,
    async query(sql, params = []) {
      const started = performance.now();
      try {
        return await client.query<Record<string, unknown>>(sql, params as unknown[]);
      } finally {
        const ms = performance.now() - started;
        if (onSlow && ms >= slowMs) onSlow(sql, Math.round(ms));
      }
    },
  };
}
