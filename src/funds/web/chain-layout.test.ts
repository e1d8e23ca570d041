import { expect, test } from 'vitest';
import { chainLayout } from './chain-layout.ts';

const party = (key: string, inside: boolean) => ({ key, name: key.toUpperCase(), inside });

test('givers stand before the boundary, receivers after it, money moves one column a step', () => {
  const layout = chainLayout(
    [party('donor', false), party('agency', true), party('ngo', true), party('town', false)],
    [{ from: 'donor', to: 'agency', value: 100 }, { from: 'agency', to: 'ngo', value: 60 }, { from: 'ngo', to: 'town', value: 50 }, { from: 'donor', to: 'town', value: 5 }],
  );
  expect(Object.fromEntries(layout.nodes.map((n) => [n.id, n.column]))).toEqual({ 'giver donor': 0, agency: 1, ngo: 2, 'receiver town': 3 });
  expect(layout.links.map((l) => l.kind)).toEqual(['entering', 'inside', 'leaving', 'direct']);
});

test('a circle of payments ends, and nothing overlaps', () => {
  const layout = chainLayout([party('a', true), party('b', true), party('x', false)], [{ from: 'a', to: 'b', value: 10 }, { from: 'b', to: 'a', value: 10 }, { from: 'x', to: 'a', value: 3 }]);
  expect(layout.links).toHaveLength(3);
  const overlap = layout.nodes.flatMap((n) => layout.nodes.filter((m) => n !== m && n.column === m.column && n.y + n.height > m.y && m.y + m.height > n.y));
  expect(overlap).toEqual([]);
});

test('nothing to draw is drawn as nothing', () => {
  expect(chainLayout([], []).links).toEqual([]);
  expect(chainLayout([party('a', true)], [{ from: 'a', to: 'a', value: 1 }, { from: 'a', to: 'gone', value: 2 }]).links).toEqual([]);
});
