import type { z } from 'zod';
import type { Batch, Counts, IntakeFile, ProblemGroup } from '../../../src/intake/domain/model.ts';

type B = z.input<typeof Batch>;
const bytes = 1_284_317;
const counts = (records: number, added: number, changed: number, keptOut: number, problems: [number, number, number, number]): z.input<typeof Counts> => ({ records, added, changed, unchanged: records - added - changed - keptOut, keptOut, problems: { critical: problems[0], error: problems[1], warning: problems[2], advice: problems[3] } });
const file = (id: number, name: string, over: Partial<z.input<typeof IntakeFile>>): z.input<typeof IntakeFile> => ({ id, name, entryOf: null, bytes, sha256: 'ab'.repeat(32), recognised: 'iati-activities', sameAs: null, standard: '2.03', counts: null, ...over });

export const groups: z.input<typeof ProblemGroup>[] = [
  { code: 'iati.code-unknown', severity: 'error', times: 37, records: 21, files: 2, sample: [{ file: 'agency-mobility.xml', line: 214, xpath: '/iati-activities/iati-activity[4]/transaction[2]/value/@currency', record: 'XX-DEMO-MOB-01', value: 'EURO', params: { list: 'Currency', value: 'EURO' } }] },
  { code: 'xml.cut-off', severity: 'critical', times: 1, records: 1, files: 1, sample: [{ file: 'local-partners.xml', line: 900, xpath: null, record: null, value: null, params: {} }] },
  { code: 'iati.code-not-listed', severity: 'warning', times: 12, records: 12, files: 1, sample: [{ file: 'bilateral-donor.xml', line: 33, xpath: '/iati-activities/iati-activity[1]/participating-org[2]/@ref', record: 'XX-DEMO-BIL-01', value: 'XX-OLD-1', params: { list: 'OrganisationIdentifier', value: 'XX-OLD-1' } }] },
  { code: 'iati.code-empty', severity: 'advice', times: 4, records: 3, files: 1, sample: [{ file: 'bilateral-donor.xml', line: 61, xpath: '/iati-activities/iati-activity[2]/sector', record: 'XX-DEMO-BIL-02', value: null, params: { list: 'Sector' } }] },
];

/** A kept file as the browser reads it: 400 lines, one of them with what a problem speaks of. */
export const fakeOriginal = Array.from({ length: 400 }, (_, i) => (i + 1 === 214 ? '        <value currency="EURO" value-date="2025-03-31">1250000</value>' : `      <narrative>Line ${i + 1} of a file</narrative>`)).join('\n');

/** What the fake server holds of imports; a new one runs through its phases as it is asked for. */
export class FakeIntake {
  readonly batches: B[] = [];
  #asked = new Map<number, number>();

  constructor() {
    this.batches.push(
      this.#batch(5, [file(51, 'activities-2025-draft.xml', { recognised: 'unknown' })], { status: 'cancelled', progress: { phase: 'reading', bytesRead: bytes / 2, bytesTotal: bytes, records: 40, problems: 3 } }),
      this.#batch(4, [file(41, 'agency-mobility-old.xml', { counts: counts(60, 60, 0, 0, [0, 3, 0, 2]) })], { status: 'undone', undoneAt: '2026-11-15T10:00:00.000Z', mayUndo: false, counts: counts(60, 60, 0, 0, [0, 3, 0, 2]) }),
      this.#batch(3, [file(31, 'agency-mobility.xml', { counts: counts(60, 40, 12, 2, [2, 30, 9, 3]) }), file(32, 'partners.zip', { recognised: 'archive', standard: null, bytes: 402_113 }), file(33, 'partners.zip/local-partners.xml', { entryOf: 32, counts: counts(40, 31, 6, 1, [1, 7, 3, 1]), sameAs: null })], { status: 'done', counts: counts(100, 71, 18, 3, [3, 37, 12, 4]) }),
      this.#batch(2, [file(21, 'register-2025-final (1).xml', {})], { status: 'failed', failure: 'The connection to the database was lost.' }),
      this.#batch(1, ['donor-external-action.xml', 'bilateral-donor.xml', 'agency-displaced-persons.xml', 'agency-mobility.xml', 'local-partners.xml', 'regional-aid-register.xml'].map((n, i) => file(10 + i, n, { counts: counts(10, 10, 0, 0, [0, 2, 1, 0]) })), { status: 'done', illustrative: true, counts: counts(60, 59, 0, 1, [1, 12, 7, 3]), standsInTheWay: [3], mayUndo: false, createdBy: null }),
    );
  }

  #batch(id: number, files: z.input<typeof IntakeFile>[], over: Partial<B>): B {
    const at = `2026-11-${10 + id}T08:30:00.000Z`;
    return { id, status: 'waiting', audience: 'public', circleId: null, owner: 'Regional secretariat (illustrative)', createdBy: 'Alpha Administrator', createdAt: at, startedAt: at, finishedAt: at, undoneAt: null, illustrative: false, progress: { phase: 'finished', bytesRead: bytes, bytesTotal: bytes, records: 100, problems: 56 }, counts: null, failure: null, files, mayUndo: true, standsInTheWay: [], ...over };
  }

  takeIn(names: string[], audience: B['audience']): B {
    const id = this.batches.length + 1;
    const batch = this.#batch(id, names.map((n, i) => file(id * 10 + i, n, {})), { status: 'running', audience, counts: null, finishedAt: null, progress: { phase: 'reading', bytesRead: 0, bytesTotal: bytes, records: 0, problems: 0 } });
    this.batches.unshift(batch);
    return batch;
  }

  show(id: number): B | undefined {
    const batch = this.batches.find((b) => b.id === id);
    if (batch?.status !== 'running') return batch;
    // A long one is never done: whoever wants to stop it is in time on any machine.
    const step = batch.files[0]?.name === 'long.xml' ? 2 : (this.#asked.get(id) ?? 0) + 1;
    this.#asked.set(id, step);
    const phases = ['reading', 'reading', 'reading', 'comparing', 'storing', 'counting'] as const;
    batch.progress = { phase: phases[step] ?? 'finished', bytesRead: Math.min(bytes, Math.round((bytes * step) / 3)), bytesTotal: bytes, records: Math.min(100, step * 33), problems: step * 17 };
    if (step > 6) Object.assign(batch, { status: 'done', counts: counts(100, 90, 4, 3, [3, 37, 12, 4]), finishedAt: batch.createdAt });
    return batch;
  }
}
