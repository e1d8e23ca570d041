import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byVersion, type VersionSeen } from '../../funds/domain/version.ts';
import { countedVersion } from './counted-version.ts';

const version = (v: Partial<VersionSeen>): VersionSeen => ({ lastUpdatedOn: null, ownFile: false, transactions: 0, contentHash: '00', ...v });

test('the later day counts, then the own source, then more transactions, then the hash', () => {
  const old = version({ lastUpdatedOn: '2020-01-01', ownFile: true, transactions: 9 });
  const late = version({ lastUpdatedOn: '2021-01-01' });
  expect(countedVersion([old, late])).toBe(late);
  const own = version({ lastUpdatedOn: '2021-01-01', ownFile: true });
  expect(countedVersion([late, own])).toBe(own);
  const more = version({ lastUpdatedOn: '2021-01-01', ownFile: true, transactions: 2 });
  expect(countedVersion([own, more])).toBe(more);
  expect(countedVersion([version({ contentHash: 'b' }), version({ contentHash: 'a' })]).contentHash).toBe('a');
  expect(countedVersion([version({}), old])).toBe(old);
});

const anyVersion = fc.record({
  lastUpdatedOn: fc.constantFrom(null, '2020-01-01', '2021-06-30'), ownFile: fc.boolean(), transactions: fc.integer({ min: 0, max: 3 }), contentHash: fc.constantFrom('0a', '0b', 'ff'),
});

test('the order of import never matters, and the order is total up to equal contents', () => {
  fc.assert(fc.property(fc.array(anyVersion, { minLength: 1, maxLength: 6 }), fc.integer(), (versions, seed) => {
    const shuffled = versions.map((v, i) => [((i + 1) * (seed | 1)) % 7919, v] as const).sort((a, b) => a[0] - b[0]).map(([, v]) => v);
    const [a, b] = [versions, shuffled].map((list) => countedVersion(list as [VersionSeen, ...VersionSeen[]]));
    expect(byVersion(a!, b!)).toBe(0);
    for (const v of versions) expect(byVersion(a!, v)).toBeLessThanOrEqual(0);
  }));
});
