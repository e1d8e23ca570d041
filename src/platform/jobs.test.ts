import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { Actor } from '../kernel/audience.ts';
import { operation } from '../kernel/operation.ts';
import { world, type World, type WorldOptions } from '../../test/world.ts';
import type { RunsAs } from './enqueue.ts';
import { handle } from './http/handle.ts';
import { startJobs, task } from './jobs.ts';

type Ran = { input: unknown; actor: Actor; requestId: string; claims: Record<string, string | null> };
let ran: Ran[] = [];
let w: World;
afterEach(async () => {
  ran = [];
  await w.close();
});

const Note = z.object({ note: z.string(), as: z.unknown().optional(), key: z.string().optional(), fail: z.boolean().default(false) });
const ask = operation({ id: 'trial.ask', method: 'POST', path: '/trial/ask', summary: 'ask', permission: 'signed-in', input: Note, output: z.object({}) });
const look = operation({ id: 'trial.look', method: 'GET', path: '/trial/look', summary: 'look', permission: 'public', input: z.object({ note: z.string() }), output: z.object({}) });
const handlers = [
  handle(ask, async ({ input, ctx }) => {
    await ctx.enqueue('trial.note', { note: input.note }, { ...(input.as ? { as: input.as as RunsAs } : {}), ...(input.key ? { key: input.key } : {}) });
    if (input.fail) throw new Error('after all not');
    return {};
  }),
  handle(look, async ({ input, ctx }) => { await ctx.enqueue('trial.note', { note: input.note }); return {}; }),
];
const note = task('trial.note', z.object({ note: z.string() }), async ({ input, ctx }) => {
  await ctx.transaction(async (tx) => {
    const { rows: [claims] } = await tx.query('select claim_account() as account, claim_organisation() as organisation, claim_role() as role, claim_circles() as circles, claim_purpose() as purpose');
    ran.push({ input, actor: ctx.actor, requestId: ctx.requestId, claims: claims as Ran['claims'] });
    if (input.note === 'audited') await ctx.audit(tx, { did: 'note' });
  });
});
const open = async (options: WorldOptions = {}) => { w = await world({ handlers, tasks: [note], ...options }); };

test('a job runs in the name of who asked for it, and can be followed by the request id', async () => {
  await open();
  const answer = await w.as('reporter').post('/trial/ask', { note: 'audited' });
  expect([answer.status, ran]).toEqual([200, []]);
  await w.runJobs();
  expect(ran).toEqual([{ input: { note: 'audited' }, actor: w.actor('reporter'), requestId: answer.headers['x-request-id'],
    claims: { account: w.accounts.reporter, organisation: w.organisations.Alpha, role: 'reporter', circles: [w.circles.valley], purpose: 'job' } }]);
  expect((await w.db.superuser.query(`select operation, account_id, about from access_audit order by id desc limit 1`)).rows).toEqual([{ operation: 'trial.note', account_id: w.accounts.reporter, about: { did: 'note' } }]);
});

test('a write that fails leaves no job', async () => {
  await open();
  expect((await w.as('reporter').post('/trial/ask', { note: 'never', fail: true })).status).toBe(500);
  await w.runJobs();
  expect(ran).toEqual([]);
});

test('a read may ask for a job, also in the name of nobody', async () => {
  await open();
  expect([(await w.as('stranger').get('/trial/look', { note: 'public' })).status, (await w.as('member').get('/trial/look', { note: 'mine' })).status]).toEqual([200, 200]);
  await w.runJobs();
  expect(ran.map((r) => [r.input, r.actor.accountId, r.claims.role])).toEqual([[{ note: 'public' }, null, null], [{ note: 'mine' }, w.accounts.member, 'editor']]);
});

test('rights are those of the moment at which it runs: a new role holds, a closed account does not run', async () => {
  await open();
  await w.as('reporter').post('/trial/ask', { note: 'demoted' });
  await w.as('editor').post('/trial/ask', { note: 'closed' });
  await w.db.superuser.query(`update access_accounts set role = 'reader' where id = $1`, [w.accounts.reporter]);
  await w.db.superuser.query(`update access_accounts set disabled_at = now() where id = $1`, [w.accounts.editor]);
  await w.runJobs();
  expect(ran.map((r) => [r.input, r.claims.role])).toEqual([[{ note: 'demoted' }, 'reader']]);
  expect(w.lines.join('')).toContain('not run: the account that asked for it is closed');
});

test('a job may run as a member of an organisation who is no person: with its circles, and unless said otherwise without writing', async () => {
  await open();
  await w.as('reporter').post('/trial/ask', { note: 'computed', as: { kind: 'organisation', organisationId: w.organisations.Gamma } });
  await w.as('reporter').post('/trial/ask', { note: 'brought in', as: { kind: 'organisation', organisationId: w.organisations.Delta, role: 'reporter' } });
  await w.as('reporter').post('/trial/ask', { note: 'nobody there', as: { kind: 'organisation', organisationId: 999 } });
  await w.runJobs();
  expect(ran.map((r) => r.claims)).toEqual([{ account: null, organisation: w.organisations.Gamma, role: 'reader', circles: [w.circles.valley], purpose: 'job' },
    { account: null, organisation: w.organisations.Delta, role: 'reporter', circles: null, purpose: 'job' }]);
});

test('two calls with one key before it starts are one job', async () => {
  await open();
  for (const text of ['first', 'second']) await w.as('reporter').post('/trial/ask', { note: text, key: 'once' });
  await w.runJobs();
  expect(ran.map((r) => r.input)).toEqual([{ note: 'second' }]);
});

test('the application can put jobs into the queue and do nothing else with it', async () => {
  await open();
  await expect(w.db.app.transaction(w.actor('administrator'), (tx) => tx.query('select * from graphile_worker.jobs'))).rejects.toThrow(/permission denied/);
  await expect(w.db.app.transaction(w.actor('administrator'), (tx) => tx.query(`select graphile_worker.add_job('trial.note')`))).rejects.toThrow(/permission denied/);
});

test('a job that fails is logged and tried again later; its error is kept out of the log of others', async () => {
  await open({ tasks: [task('trial.note', z.unknown(), async () => { throw new Error('not this time'); })] });
  await w.as('reporter').post('/trial/ask', { note: 'x' });
  await w.runJobs();
  expect(w.lines.map((l) => JSON.parse(l)).find((l) => l.msg === 'a job failed')).toMatchObject({ task: 'trial.note', attempt: 1, err: { message: 'not this time' } });
  const queue = new pg.Client(w.db.jobsConnection);
  await queue.connect();
  expect((await queue.query('select attempts, run_at > now() as later from graphile_worker.jobs')).rows).toEqual([{ attempts: 1, later: true }]);
  await queue.end();
});

test('a running server takes a job up within moments, and stops when told', async () => {
  await open();
  await w.startJobs();
  await w.as('reporter').post('/trial/ask', { note: 'soon' });
  for (let i = 0; i < 200 && ran.length === 0; i++) await pause(20);
  expect(ran.map((r) => r.input)).toEqual([{ note: 'soon' }]);
});

test('a job in whose middle the process was killed begins anew at the next start', async () => {
  await open();
  await w.as('reporter').post('/trial/ask', { note: 'again' });
  const queue = new pg.Client(w.db.jobsConnection);
  await queue.connect();
  await queue.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-that-was-killed', attempts = 1`);
  await queue.end();
  await pause(20);
  await w.runJobs();
  expect(ran.map((r) => r.input)).toEqual([{ note: 'again' }]);
});

test('a job that was given out and never came, because the database died in between, is found while the server runs', async () => {
  await open();
  await w.startJobs();
  await w.db.superuser.query(`select graphile_worker.add_job('trial.note', '{"as":{"kind":"nobody"},"input":{"note":"lost"}}', run_at => now() + interval '1 day')`);
  await w.db.superuser.query(`update graphile_worker._private_jobs set run_at = now(), locked_at = now() - interval '1 minute', locked_by = 'pool-that-never-heard-of-it', attempts = 1`);
  for (let i = 0; i < 1000 && ran.length === 0; i++) await pause(20);
  expect(ran.map((r) => r.input)).toEqual([{ note: 'lost' }]);
});

test('a job that another living process holds is left to it', async () => {
  let release!: () => void;
  const held = new Promise<void>((r) => { release = r; });
  let begun = 0;
  await open({ tasks: [task('trial.note', z.unknown(), async () => { begun++; await held; })] });
  const other = await startJobs({ tasks: [task('trial.note', z.unknown(), async () => { begun++; await held; })], pool: w.db.app, jobsConnection: w.db.jobsConnection, appConnection: w.db.appConnection,
    accounts: { actorOfAccount: async () => w.actor('reporter'), memberOf: async () => undefined }, log: (await import('./log.ts')).makeLog('silent') });
  await w.as('reporter').post('/trial/ask', { note: 'held' });
  for (let i = 0; i < 200 && begun === 0; i++) await pause(20);
  await w.runJobs();
  expect(begun).toBe(1);
  release();
  await other.stop();
});

test('a database that is away while a job ends stops neither the process nor the queue: the job begins anew when it is back', async () => {
  let back: (() => void) | undefined;
  let begun = 0;
  const away = async () => {
    await w.db.superuser.query(`alter database ${w.db.name} connection limit 0`);
    await w.db.superuser.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name = 'tessera jobs'`, [w.db.name]);
  };
  await open({ tasks: [task('trial.note', z.unknown(), async () => {
    if (++begun > 1) return;
    await away();
    back = () => void w.db.superuser.query(`alter database ${w.db.name} connection limit -1`);
  })] });
  await w.startJobs();
  await w.as('reporter').post('/trial/ask', { note: 'x' });
  for (let i = 0; i < 200 && back === undefined; i++) await pause(20);
  await pause(500);
  expect(begun).toBe(1);
  back!();
  for (let i = 0; i < 1000 && begun < 2; i++) await pause(20);
  expect([begun, w.lines.some((l) => l.includes('the job queue ended'))]).toEqual([2, true]);
});
