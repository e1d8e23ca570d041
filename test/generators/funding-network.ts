import fc from 'fast-check';
import { publishParentAndChildren, insertIntermediary, removeIntermediary } from './funding-changes.ts';
import { traits, type PublishedFile, type Trait, type World } from './funding-model.ts';
import { publish } from './funding-publishing.ts';
import { truthOf, type Convert, type Truth } from './funding-truth.ts';
import { drawWorld, type Size } from './funding-world.ts';

/** What publishers wrote, beside what really happened. */
export type Network = { world: World; files: PublishedFile[]; truth(convert?: Convert): Truth };

const networkOf = (world: World): Network => {
  const files = publish(world);
  return { world, files, truth: (convert) => truthOf(world, convert, files) };
};

const usual: Size = { funders: 2, intermediaries: 3, spenders: 3 };

/** A random network: the same seed, size and traits always give the same one. */
export function fundingNetwork(seed: number, options: { size?: Partial<Size>; traits?: readonly Trait[] } = {}): Network {
  return networkOf(drawWorld(seed, { ...usual, ...options.size }, new Set(options.traits ?? traits)));
}

/** All traits but these. */
export function without(...left: Trait[]): Trait[] {
  return traits.filter((t) => !left.includes(t));
}

const change = (how: (world: World, seed: number) => World | null) => (network: Network, seed: number): Network | null => {
  const world = how(network.world, seed);
  return world === null ? null : networkOf(world);
};

/** Three changes after which the true entry and end are what they were (retained too). Null: nothing in the network is fit for it. */
export const withIntermediary = change(insertIntermediary);
export const withoutIntermediary = change(removeIntermediary);
export const withParentAndChildren = change(publishParentAndChildren);

/** For properties: shrinks towards few organisations and few traits, so that a failure names its cause. */
export function fundingNetworks(allowed: readonly Trait[] = traits): fc.Arbitrary<Network> {
  return fc
    .record({
      seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
      size: fc.record({ funders: fc.integer({ min: 1, max: 3 }), intermediaries: fc.integer({ min: 0, max: 4 }), spenders: fc.integer({ min: 0, max: 4 }) }),
      traits: fc.oneof({ weight: 3, arbitrary: fc.constant([...allowed]) }, { weight: 2, arbitrary: fc.subarray([...allowed]) }),
    })
    .map(({ seed, size, traits: drawn }) => fundingNetwork(seed, { size, traits: drawn }));
}
