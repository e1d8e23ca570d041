import type { Actor } from '../../kernel/audience.ts';
import type { Permission } from '../../kernel/operation.ts';
import type { Pool } from '../db/pool.ts';
import type { Log } from '../log.ts';
import type { Mailer } from '../mail.ts';
import type { Handler } from './handle.ts';
import type { Limits } from './limits.ts';

/** What the platform asks of whoever knows accounts and roles. */
export type Gate = {
  /** Who holds this session's secret; undefined: nobody, or no longer. */
  actorOf(secret: string, now: Date): Promise<Actor | undefined>;
  /** What this actor may do; deny by default. */
  permits(actor: Actor, permission: Permission): boolean;
};

/** Everything that a server is made of. Time, limits and the gate come from outside, so that tests can set them. */
export type ServerSettings = {
  pool: Pool;
  handlers: readonly Handler[];
  gate: Gate;
  log: Log;
  mail: Mailer;
  now?: () => Date;
  /** The address people type, such as https://tessera.example.org; decides how cookies and headers are set. */
  address: string;
  /** Bytes of all files of one upload together. */
  uploadLimit: number;
  /** How many uploads and downloads may hold a connection to the database at a time. */
  longRequests: number;
  /** After how long the download of a reader who takes no byte is ended. */
  stallMs?: number;
  limits?: Limits;
  /** The built web product; without it there is only the API. */
  webDirectory?: string | undefined;
  /** How many migrations this program knows: `/health` says when the database is behind or ahead. */
  migrations: number;
  /** How long a server that is told to stop waits for what it has begun. */
  patienceMs?: number;
  /** Numbers of the process itself in `/metrics`; tests leave them out. */
  processMetrics?: boolean;
};
