import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callerKey, RateLimit } from './limits.ts';

test('so many at once, then one each time a share of the span has passed', () => {
  const limit = new RateLimit(3, 3000);
  expect([0, 0, 0, 0].map(() => limit.take('a', 1000))).toEqual([0, 0, 0, 1000]);
  expect(limit.take('a', 1999)).toBe(1);
  expect(limit.take('a', 2000)).toBe(0);
  expect(limit.take('a', 2000)).toBe(1000);
  expect(limit.take('b', 2000)).toBe(0);
});

test('whoever waits as long as told gets in, and in no span more than twice the allowance', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 8 }), fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 80 }), (max, gaps) => {
    const limit = new RateLimit(max, 1000);
    const taken: number[] = [];
    let now = 5000;
    for (const gap of gaps) {
      now += gap;
      const wait = limit.take('x', now);
      const again = wait === 0 ? 0 : limit.take('x', now);   // a refused try costs nothing
      now += wait;
      const then = wait === 0 ? 0 : limit.take('x', now);
      expect([again, then]).toEqual([wait, 0]);
      taken.push(now);
    }
    for (const t of taken) expect(taken.filter((u) => u >= t && u < t + 1000).length).toBeLessThanOrEqual(2 * max);
  }));
});

test('a clock that is set back locks nobody out', () => {
  const limit = new RateLimit(2, 1000);
  expect([limit.take('a', 9_000_000), limit.take('a', 9_000_000)]).toEqual([0, 0]);
  expect([limit.take('a', 1000), limit.take('a', 1000), limit.take('a', 1000)]).toEqual([0, 0, 500]);
});

test('memory stays bounded, and those who call now are remembered', () => {
  const limit = new RateLimit(1, 1000, 100);
  for (let i = 0; i < 10_000; i++) limit.take(`k${i}`, i);
  expect(limit.size).toBeLessThanOrEqual(100);
  expect(limit.take('k9999', 9999)).toBeGreaterThan(0);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s is counted as %s', (ip, key) => expect(callerKey(ip)).toBe(key));
