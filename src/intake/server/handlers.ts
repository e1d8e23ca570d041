import type { ReportedActivity } from '../../activities/domain/reported.ts';
import { AudienceChoice } from '../../kernel/audience.ts';
import { Problem } from '../../kernel/problem.ts';
import { actAs } from '../../platform/act-as.ts';
import type { Tx } from '../../platform/db/pool.ts';
import { handle, type Handler } from '../../platform/http/handle.ts';
import type { Appliers } from '../domain/applier.ts';
import * as contract from '../domain/contract.ts';
import { viewOf } from './batch-view.ts';
import { originalOf } from './original.ts';
import { problemsAsCsv } from './problems-csv.ts';
import { problemGroups, problemPlaces, problemSamples, problemTimes } from './problem-store.ts';
import { READ_BATCH } from './reading-job.ts';
import { askCancel, batchesOf, batchOf, demonstration, endBatch, forgetBatches, lockedBatch } from './store.ts';
import { takeInFiles } from './take-in.ts';
import { undoBatch } from './undo.ts';

const notFound = () => new Problem('request.not-found', 'There is no such batch of your organisation.');
const SAMPLE = 3;

/** Intake's operations; the composition says who applies what was read. */
export function intakeHandlers(appliers: Appliers<ReportedActivity>): readonly Handler[] {
  const view = async (tx: Tx, id: number) => {
    const row = await batchOf(tx, id);
    if (!row) throw notFound();
    return (await viewOf(tx, [row]))[0]!;
  };
  const known = async (tx: Tx, id: number) => {
    if (!(await batchOf(tx, id))) throw notFound();
  };
  return [
    handle(contract.takeIn, async ({ input, ctx }) => {
      const choice = AudienceChoice.safeParse(input);
      if (!choice.success) throw new Problem('input.invalid', 'A circle audience names its circle, and only that one does.', { fields: [{ field: 'circleId', reason: 'custom', message: 'does not fit the audience' }] });
      const { batchId, files } = await takeInFiles(ctx.tx, ctx.actor, ctx.files, choice.data);
      // What was acknowledged is the organisation's: it is read also when the account was closed, moved or made a reader since.
      await ctx.enqueue(READ_BATCH, { batchId }, { as: { kind: 'organisation', organisationId: ctx.actor.organisationId!, role: 'reporter' } });
      ctx.audit({ batchId, files: files.length, audience: choice.data.audience, circleId: choice.data.circleId });
      return view(ctx.tx, batchId);
    }),

    handle(contract.listBatches, async ({ input, ctx }) => viewOf(ctx.tx, await batchesOf(ctx.tx, input.limit))),

    handle(contract.showBatch, ({ input, ctx }) => view(ctx.tx, input.id)),

    handle(contract.listProblems, async ({ input, ctx }) => {
      await known(ctx.tx, input.id);
      const groups = await problemGroups(ctx.tx, input.id);
      const samples = await problemSamples(ctx.tx, input.id, [...new Set(groups.map((g) => g.code))], SAMPLE);
      return groups.map((g) => ({ ...g, sample: samples.filter((s) => s.code === g.code && s.severity === g.severity) }));
    }),

    handle(contract.listPlaces, async ({ input, ctx }) => {
      await known(ctx.tx, input.id);
      return { total: await problemTimes(ctx.tx, input.id, input.code), places: await problemPlaces(ctx.tx, input.id, input.code, input.after, input.limit) };
    }),

    handle(contract.exportProblems, async ({ input, ctx }) => {
      await known(ctx.tx, input.id);
      return { body: problemsAsCsv(ctx.tx, input.id, input.severity), fileName: `batch-${input.id}-problems.csv` };
    }),

    handle(contract.original, ({ input, ctx }) => originalOf(ctx.tx, input.id)),

    handle(contract.cancel, async ({ input, ctx }) => {
      const batch = await lockedBatch(ctx.tx, input.id);
      if (!batch) throw notFound();
      if (batch.status !== 'waiting' && batch.status !== 'running') throw new Problem('intake.nothing-to-cancel', 'The batch is not being read any more.');
      await askCancel(ctx.tx, input.id);
      if (batch.status === 'waiting') await endBatch(ctx.tx, input.id, 'cancelled', null);
      ctx.audit({ batchId: input.id });
      return view(ctx.tx, input.id);
    }),

    handle(contract.undo, async ({ input, ctx }) => {
      await undoBatch(ctx.tx, input.id, appliers);
      ctx.audit({ batchId: input.id });
      return view(ctx.tx, input.id);
    }),

    handle(contract.removeDemonstration, async ({ ctx }) => {
      const all = await demonstration(ctx.tx);
      if (all.some((b) => b.status === 'waiting' || b.status === 'running')) throw new Problem('intake.in-progress', 'The demonstration is just being read. Wait until it is finished.');
      for (const batch of all) {
        // Nobody else can remove it: the demonstration's owner has no account at all.
        await actAs(ctx.tx, { ...ctx.actor, organisationId: batch.ownerId });
        if (batch.status === 'done') await undoBatch(ctx.tx, batch.id, appliers);
        await forgetBatches(ctx.tx, [batch.id]);
      }
      await actAs(ctx.tx, ctx.actor);
      for (const statement of appliers.appliers.flatMap((a) => a.demonstrationRemoved ?? [])) await ctx.tx.query(statement);
      ctx.audit({ batches: all.map((b) => b.id) });
      return { removed: all.length };
    }),
  ];
}
