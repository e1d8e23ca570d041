import type { z } from 'zod';
import type { FigureOf } from '../../kernel/figure.ts';
import { approximately } from '../../kernel/decimal.ts';
import { add } from '../../kernel/total.ts';
import type { chain } from '../domain/contract.ts';

type Given = z.output<(typeof chain)['output']>;
/** A chain as it is drawn: who stands for several, or for nobody by name, comes last and leads nowhere. */
export type Chain = { parties: (Given['parties'][number] & { last?: boolean })[]; links: Given['links'] };

export const OTHER_GIVERS = '… givers';
export const OTHER_RECEIVERS = '… receivers';

/**
 * A chain that fits a screen: outside the boundary the largest givers and receivers stand alone, all others are added
 * into one on each side. Inside everybody stands alone: that is what the picture is about.
 */
export function groupedChain(data: Chain, most: number, names: { givers: (n: number) => string; receivers: (n: number) => string }): Chain {
  const inside = new Set(data.parties.filter((p) => p.inside).map((p) => p.key));
  const outside = (side: 'from' | 'to') => {
    const sums = new Map<string, number>();
    for (const l of data.links) if (!inside.has(l[side])) sums.set(l[side], (sums.get(l[side]) ?? 0) + Math.abs(approximately(l.figure.value ?? '0')));
    return [...sums].sort((a, b) => b[1] - a[1]).map(([key]) => key);
  };
  const [givers, receivers] = [outside('from'), outside('to')];
  // Who is not named is no organisation that could be put together with others.
  const unnamed = new Set(data.parties.filter((p) => p.last === true).map((p) => p.key));
  const small = (keys: string[]) => new Set(keys.length > most + 1 ? keys.filter((k) => !unnamed.has(k)).slice(most) : []);
  const [smallGivers, smallReceivers] = [small(givers), small(receivers)];
  const merged = new Map<string, Chain['links'][number]>();
  for (const l of data.links) {
    const from = smallGivers.has(l.from) ? OTHER_GIVERS : l.from;
    const to = smallReceivers.has(l.to) ? OTHER_RECEIVERS : l.to;
    const key = JSON.stringify([from, to]);
    const before = merged.get(key);
    merged.set(key, { from, to, figure: before === undefined ? l.figure : add([before.figure as FigureOf<'additive'>, l.figure as FigureOf<'additive'>]) });
  }
  const used = new Set([...merged.values()].flatMap((l) => [l.from, l.to]));
  return {
    parties: [
      ...data.parties.filter((p) => used.has(p.key)),
      ...(smallGivers.size > 0 ? [{ key: OTHER_GIVERS, name: names.givers(smallGivers.size), inside: false, last: true }] : []),
      ...(smallReceivers.size > 0 ? [{ key: OTHER_RECEIVERS, name: names.receivers(smallReceivers.size), inside: false, last: true }] : []),
    ],
    links: [...merged.values()],
  };
}
