import { absolute, compare, subtract, sum } from '../../kernel/decimal.ts';
import { readDecimal } from './data-types.ts';
import { attributeOf, ownCopy, type XmlElement } from './xml-element.ts';

export type Tally = Map<string, number>;

export function tally(counts: Tally, key: string): void {
  const before = counts.get(key);
  counts.set(before === undefined ? ownCopy(key) : key, (before ?? 0) + 1);
}

export const tallies = <Name extends string>(...names: Name[]): Record<Name, Tally> =>
  Object.fromEntries(names.map((name) => [name, new Map()])) as Record<Name, Tally>;

/** Do two or more elements of one group lack a percentage, or miss 100 by more than 0.01? */
export function sharesOff(elements: readonly XmlElement[], groupOf: (element: XmlElement) => string): boolean {
  if (elements.length < 2) return false;
  const groups = new Map<string, XmlElement[]>();
  for (const element of elements) groups.set(groupOf(element), [...(groups.get(groupOf(element)) ?? []), element]);
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const shares = group.map((element) => readDecimal(attributeOf(element, 'percentage') ?? '')?.value ?? null);
    if (shares.includes(null) || compare(absolute(subtract(sum(shares as string[]), '100')), '0.01') > 0) return true;
  }
  return false;
}
