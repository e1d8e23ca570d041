import { expect, test } from 'vitest';
import type { Batch, IntakeFile } from '../domain/model.ts';
import { fileState } from './file-state.ts';

const file = (id: number, bytes: number, over: Partial<IntakeFile> = {}): IntakeFile => ({ id, name: `${id}.xml`, entryOf: null, bytes, sha256: '', recognised: 'unknown', sameAs: null, standard: null, counts: null, ...over });
const files = [file(1, 100), file(2, 50), file(3, 200)];
const batch = (over: Partial<Batch>): Batch => ({
  id: 1, status: 'running', audience: 'public', circleId: null, owner: '', createdBy: null, createdAt: '', startedAt: null, finishedAt: null, undoneAt: null, illustrative: false,
  progress: { phase: 'reading', bytesRead: 0, bytesTotal: 350, records: 0, problems: 0 }, counts: null, failure: null, files, mayUndo: false, standsInTheWay: [], ...over,
});
const at = (bytesRead: number, phase: Batch['progress']['phase'] = 'reading') => files.map((f) => fileState(batch({ progress: { phase, bytesRead, bytesTotal: 350, records: 0, problems: 0 } }), f).kind);

test('while an import is read each file says how far it is, and none is called unrecognised', () => {
  expect(at(0)).toEqual(['reading', 'waiting', 'waiting']);
  expect(fileState(batch({ progress: { phase: 'reading', bytesRead: 0, bytesTotal: 0, records: 0, problems: 0 } }), files[0]!).kind).toBe('reading');
  expect(at(99)).toEqual(['reading', 'waiting', 'waiting']);
  expect(at(120)).toEqual(['read', 'reading', 'waiting']);
  expect(fileState(batch({ progress: { phase: 'reading', bytesRead: 120, bytesTotal: 350, records: 0, problems: 0 } }), files[1]!)).toEqual({ kind: 'reading', read: 20, of: 50 });
  expect(at(350, 'storing')).toEqual(['read', 'read', 'read']);
  expect(files.map((f) => fileState(batch({ status: 'waiting' }), f).kind)).toEqual(['waiting', 'waiting', 'waiting']);
});

test('what was never looked at was not taken in; what was read and not understood is not recognised', () => {
  expect(fileState(batch({ status: 'cancelled' }), files[0]!)).toEqual({ kind: 'not-taken' });
  expect(fileState(batch({ status: 'failed' }), files[0]!)).toEqual({ kind: 'not-taken' });
  expect(fileState(batch({ status: 'done' }), files[0]!)).toEqual({ kind: 'recognised', as: 'unknown' });
  expect(fileState(batch({ status: 'undone' }), file(1, 1, { recognised: 'iati-activities' }))).toEqual({ kind: 'recognised', as: 'iati-activities' });
});
