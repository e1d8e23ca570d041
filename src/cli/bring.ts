import type { z } from 'zod';
import { listBatches, listProblems, showBatch, takeIn, undo } from '../intake/domain/contract.ts';
import { AudienceChoice } from '../kernel/audience.ts';
import { untilCounted } from './counting.ts';
import { exitCodes, Failed, WrongUsage, type ExitCode } from './failure.ts';
import { uploads, type Named } from './file-input.ts';
import { wordsOf } from './problem-words.ts';
import { printable } from './table.ts';
import type { Voice } from './voice.ts';
import type { Runner, World } from './world.ts';

type Batch = z.output<typeof showBatch.output>;
type Group = z.output<typeof listProblems.output>[number];

/** `public`, `network`, `owner`, or `circle:12`. */
export function audienceOf(text: string): z.output<typeof AudienceChoice> {
  const circle = /^circle:(\d+)$/.exec(text);
  const parsed = AudienceChoice.safeParse(circle ? { audience: 'circle', circleId: Number(circle[1]) } : { audience: text });
  if (!parsed.success) throw new WrongUsage(`--audience takes public, network, owner or circle:NUMBER, not “${text}”.`);
  return parsed.data;
}

const ended = new Set(['done', 'failed', 'cancelled', 'undone']);

/** Brings files as one batch, waits until it is counted, and tells what became of every record. */
export async function bringFiles(runner: Runner, voice: Voice, world: World, files: readonly Named[], audience: z.output<typeof AudienceChoice>): Promise<ExitCode> {
  await runner.workOnJobs();
  let batch = await runner.run(takeIn, audience, uploads(files.map((f) => f.path)));
  const bar = voice.progress(`Batch ${batch.id}`, 'bytes');
  try {
    while (!ended.has(batch.status)) {
      await world.pause(250);
      batch = await runner.run(showBatch, { id: batch.id });
      bar.to(batch.progress.bytesRead, batch.progress.bytesTotal, batch.progress.phase);
    }
  } finally {
    bar.done();
  }
  if (batch.status === 'done') await untilCounted(runner, voice, world);
  const groups = await runner.run(listProblems, { id: batch.id });
  tellBatch(voice, batch, groups);
  if (batch.status === 'failed') throw new Failed(`Batch ${batch.id} failed and nothing of it went in. ${batch.failure ?? ''}`.trim());
  if (batch.status !== 'done') throw new Failed(`Batch ${batch.id} is ${batch.status}: nothing of it went in.`);
  return (batch.counts?.keptOut ?? 0) + (batch.counts?.problems.critical ?? 0) > 0 ? exitCodes.someKeptOut : exitCodes.fine;
}

function tellBatch(voice: Voice, batch: Batch, groups: Group[]): void {
  voice.object({ kind: 'batch', id: batch.id, status: batch.status, audience: batch.audience, ...batch.counts, problems: batch.counts?.problems });
  for (const f of batch.files) voice.object({ kind: 'file', id: f.id, name: f.name, bytes: f.bytes, recognised: f.recognised, standard: f.standard, sameAs: f.sameAs, ...f.counts });
  for (const g of groups) voice.object({ kind: 'problem', code: g.code, severity: g.severity, times: g.times, records: g.records, files: g.files, ...wordsOf(g.code, valuesOf(g)), sample: g.sample[0] ?? null });
  const c = batch.counts;
  voice.say(`Batch ${batch.id} is ${batch.status}, to be seen by: ${batch.audience}`);
  if (c) voice.say(`${c.records} activities read: ${c.added} added, ${c.changed} changed, ${c.unchanged} unchanged, ${c.keptOut} kept out\n`);
  if (!voice.json) {
    voice.rows(batch.files.map((f) => ({ ...f })), [
      { title: 'file', of: (f) => f.name },
      { title: 'what it is', of: (f) => (f.sameAs ? `the same as in batch ${f.sameAs.batchId}` : f.recognised === 'unknown' ? 'not recognised' : f.recognised) },
      { title: 'version', of: (f) => f.standard },
      { title: 'activities', of: (f) => f.counts?.records, right: true },
      { title: 'kept out', of: (f) => f.counts?.keptOut, right: true },
    ], 'No files.');
    tellProblems(voice, groups.map((g) => ({ ...g, line: g.sample[0]?.line ?? null, file: g.sample[0]?.file ?? null, values: valuesOf(g) })));
    if (batch.mayUndo) voice.say(`\nTo take all of it back: tessera undo ${batch.id}`);
  }
}

const order = ['critical', 'error', 'warning', 'advice'];

/** What stood at the first place of a group, for the words about it. */
const valuesOf = (g: Group): Record<string, unknown> => ({ ...g.sample[0]?.params, value: g.sample[0]?.value ?? '' });

/** Problem groups for people: those that keep records out first; each says once how to mend it. */
function tellProblems(voice: Voice, groups: { code: string; severity: string; times: number; line: number | null; file: string | null; values: Record<string, unknown> }[]): void {
  if (groups.length === 0 || voice.json) return;
  voice.say('\nWhat was wrong, worst first:');
  for (const g of groups.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.times - a.times)) {
    const { what, mend } = wordsOf(g.code, g.values);
    const place = g.file === null ? '' : g.line === null ? `, first in ${printable(g.file)}` : `, first in ${printable(g.file)}, line ${g.line}`;
    voice.say(`\n${g.severity}, ${g.times === 1 ? 'once' : `${g.times} times`}${place}  (${g.code})\n  ${what}${mend ? `\n  → ${mend}` : ''}`);
  }
}

/** Reads files as an import would and stores nothing. */
export async function rehearseFiles(voice: Voice, world: World, files: readonly Named[]): Promise<ExitCode> {
  let keptOut = 0;
  for (const file of files) {
    const bar = voice.progress(file.given, 'bytes');
    try {
      for await (const part of world.rehearse(file, (bytes) => bar.to(bytes, bytes, 'reading'))) {
        keptOut += part.keptOut + part.problems.filter((p) => p.severity === 'critical').length;
        const { problems, ...rest } = part;
        voice.object({ kind: 'file', ...rest });
        for (const { values, ...p } of problems) voice.object({ kind: 'problem', file: part.file, ...p, ...wordsOf(p.code, values) });
        voice.say(`${part.file}: ${part.records} activities (${part.standard ?? 'not recognised'}), ${part.records - part.keptOut} would be taken in, ${part.keptOut} kept out`);
        tellProblems(voice, problems.map((p) => ({ ...p, file: part.file })));
      }
    } finally {
      bar.done();
    }
  }
  voice.say('\nNothing was stored.');
  return keptOut > 0 ? exitCodes.someKeptOut : exitCodes.fine;
}

export async function tellBatches(runner: Runner, voice: Voice, limit: number): Promise<void> {
  const batches = await runner.run(listBatches, { limit });
  voice.rows(batches.map((b) => ({
    id: b.id, status: b.status, createdAt: b.createdAt, createdBy: b.createdBy, audience: b.audience, illustrative: b.illustrative, files: b.files.map((f) => f.name),
    records: b.counts?.records ?? null, added: b.counts?.added ?? null, changed: b.counts?.changed ?? null, keptOut: b.counts?.keptOut ?? null, mayUndo: b.mayUndo,
  })), [
    { title: 'batch', of: (b) => b.id, right: true },
    { title: 'state', of: (b) => b.status },
    { title: 'brought at', of: (b) => b.createdAt.slice(0, 16).replace('T', ' ') },
    { title: 'seen by', of: (b) => b.audience },
    { title: 'activities', of: (b) => b.records, right: true },
    { title: 'kept out', of: (b) => b.keptOut, right: true },
    { title: 'files', of: (b) => b.files.join(', ') },
  ], 'Nothing was brought yet. Begin with: tessera import FILE…');
}

export async function undoBatch(runner: Runner, voice: Voice, world: World, id: number): Promise<void> {
  await runner.workOnJobs();
  const batch = await runner.run(undo, { id });
  await untilCounted(runner, voice, world);
  voice.object({ kind: 'batch', id: batch.id, status: batch.status, undoneAt: batch.undoneAt });
  voice.say(`Batch ${id} is undone: what it added is gone, what it replaced is back.`);
}
