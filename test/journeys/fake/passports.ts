import { countFigure, moneyFigure, type Figure } from '../../../src/kernel/figure.ts';
import { passport, type Passport } from '../../../src/kernel/passport.ts';
import { reason } from '../../../src/kernel/reason.ts';

const files = ['donor-external-action.xml', 'bilateral-donor.xml', 'agency-displaced-persons.xml', 'agency-mobility.xml', 'local-partners.xml', 'regional-aid-register.xml'];

/** A passport with everything in it, so that the screens show every line of it. */
export function fakePassport(over: Partial<Passport> = {}): Passport {
  return passport({
    sources: files.map((name, i) => ({ name, key: String(i), batchId: 1, publishedOn: `2026-0${4 + (i % 3)}-30`, ...(i === 0 ? { url: 'https://example.org/iati/external-action.xml' } : {}) })),
    sourceCount: 6, asOf: '2026-04-30', asOfLatest: '2026-06-30',
    method: { kind: 'derived', name: 'ledger@1' },
    grade: 3, because: [reason('grade.start', { grade: 3, reliability: 'F', soundness: 2 }), reason('grade.corroborated', { groups: 2 })],
    gradeShares: { 5: 0.18, 4: 0.41, 3: 0.41, 2: 0, 1: 0 },
    completeness: { reported: 7, expected: 9 }, missingReporters: 2, conflicts: 0, freshness: 'fresh',
    rates: [{ from: 'MKD', to: 'EUR', rate: '0.0162601626', on: '2025-12-31', source: 'European Central Bank' }, { from: 'CHF', to: 'EUR', rate: '1.0309278', on: '2025-12-31', source: 'European Central Bank' }], rateCount: 2,
    audience: { audience: 'public', circleId: null },
    ...over,
  });
}

export function euros(n: number, over: Partial<Passport> = {}, input: Record<string, unknown> = {}): Figure {
  return moneyFigure(n.toFixed(2), 'EUR', fakePassport({ rows: { operation: 'funds.flows', input }, ...over }));
}

export function many(n: number, of: string, over: Partial<Passport> = {}): Figure {
  return countFigure(n, of, fakePassport({ method: { kind: 'counted', name: 'activities-count@1' }, grade: 4, rates: [], rateCount: 0, rows: { operation: 'activities.list', input: {} }, ...over }));
}
