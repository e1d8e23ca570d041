import type { FastifyInstance } from 'fastify';
import { isIP } from 'node:net';
import type { Pool } from '../db/pool.ts';
import type { Metrics } from './metrics.ts';
import { Problem } from '../../kernel/problem.ts';

export type Health = { status: 'ok' | 'failing'; database: boolean; migrations: 'current' | 'behind' | 'ahead' | 'unknown' };

/** Whether this process can do its work: the database answers, and has the schema that this program was written for. */
export async function healthOf(pool: Pool, known: number): Promise<Health> {
  try {
    const { rows: [row] } = await pool.query('select platform_schema() as schema');
    const difference = Number(row?.schema) - known;
    const migrations = difference === 0 ? 'current' : difference < 0 ? 'behind' : 'ahead';
    return { status: migrations === 'behind' ? 'failing' : 'ok', database: true, migrations };
  } catch {
    return { status: 'failing', database: false, migrations: 'unknown' };
  }
}

/** `/health` for whoever restarts processes; `/metrics` for a collector on this machine or its private network. */
export function addObservation(app: FastifyInstance, pool: Pool, migrations: number, metrics: Metrics): void {
  app.get('/health', { config: { operation: 'health' } }, async (_request, reply) => {
    const health = await healthOf(pool, migrations);
    return reply.code(health.status === 'ok' ? 200 : 503).header('cache-control', 'no-store').send(health);
  });
  app.get('/metrics', { config: { operation: 'metrics' } }, async (request, reply) => {
    if (!isNear(request.ip)) throw new Problem('request.not-found', 'There is nothing at this address.');
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

/** This machine, or an address that is not routed on the internet. */
export function isNear(ip: string): boolean {
  const plain = ip.replace(/^::ffff:/i, '').toLowerCase();
  if (isIP(plain) === 4) return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(plain);
  return plain === '::1' || /^f[cd]/.test(plain);
}
