/**
 * How one amount is split over places and sectors. Rules of the IATI Country Development Finance Data methodology:
 * percentages are rebased to 100 within one vocabulary, shares that are not usable are equal, countries come first and
 * regions take what they leave, the transaction's own word wins over its activity's. docs/methods/money.md.
 */

/** A code and its share in percent as published; null: none, or unusable. */
export type CodeShare = readonly [code: string, percent: string | null];

/** Codes with whole weights in the same proportions. */
export type Weights = { codes: string[]; weights: number[] };

/** Place or sector that nobody stated. */
const UNKNOWN = '?';

const nobody: Weights = { codes: [UNKNOWN], weights: [1] };

const usable = (percent: string | null): number | null => {
  const p = percent === null ? NaN : Number(percent);
  return Number.isFinite(p) && p >= 0 ? p : null;
};

/**
 * The shares of one list, together `whole`: stated ones as they stand, the others share what is left equally (nothing,
 * where the stated ones reach the whole; everything, where no share says anything).
 */
function filled(shares: readonly CodeShare[], whole: number): { code: string; share: number }[] {
  const stated = shares.map(([, percent]) => usable(percent));
  const sum = stated.reduce<number>((total, p) => total + (p ?? 0), 0);
  const silent = stated.filter((p) => p === null).length;
  if (sum === 0 && silent === 0) return shares.map(([code]) => ({ code, share: whole / shares.length }));
  const left = Math.max(0, whole - sum);
  return shares.map(([code], i) => ({ code, share: stated[i] ?? left / silent }));
}

/** Shares to whole weights, one for each code, largest first; equal codes are added. */
function weighted(parts: readonly { code: string; share: number }[]): Weights {
  const byCode = new Map<string, number>();
  for (const { code, share } of parts) if (share > 0) byCode.set(code, (byCode.get(code) ?? 0) + share);
  if (byCode.size === 0) return nobody;
  if (byCode.size === 1) return { codes: [...byCode.keys()], weights: [1] };
  const shares = [...byCode.values()];
  // As few digits as hold the shares exactly, so that products of two lists stay small; a third needs all six.
  let digits = 0;
  while (digits < 6 && shares.some((s) => Math.abs(s * 10 ** digits - Math.round(s * 10 ** digits)) > 1e-9)) digits++;
  // In the order of codes, so that two files that list the same shares differently are split alike.
  const sorted = [...byCode].sort(([a], [b]) => (a < b ? -1 : 1));
  return { codes: sorted.map(([code]) => code), weights: sorted.map(([, s]) => Math.max(1, Math.round(s * 10 ** digits))) };
}

/** One order for lists that say the same: sums of fractions differ in their last digit by the order of adding. */
function ordered(shares: readonly CodeShare[]): readonly CodeShare[] {
  if (shares.length < 2) return shares;
  const key = ([code, percent]: CodeShare) => `${code} ${percent ?? ''}`;
  return [...shares].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const isCountry = (code: string): boolean => /^[A-Z]{2}$/.test(code);

/**
 * Over which places an amount is split. Countries first: as stated, rebased to 100 where no region stands beside them
 * or where they reach it; regions only share what the countries leave. A country without a share beside regions takes
 * all that other countries leave.
 */
export function placeWeights(listed: readonly CodeShare[]): Weights {
  if (listed.length === 0) return nobody;
  const shares = ordered(listed);
  const countries = shares.filter(([code]) => isCountry(code));
  const regions = shares.filter(([code]) => !isCountry(code));
  if (countries.length === 0) return weighted(filled(regions, 100));
  const stated = countries.map(([, percent]) => usable(percent));
  const sum = stated.reduce<number>((total, p) => total + (p ?? 0), 0);
  const left = 100 - sum;
  const inCountries = filled(countries, 100);
  if (regions.length === 0 || left <= 0 || sum === 0 || stated.includes(null)) return weighted(inCountries);
  const inRegions = filled(regions, 100);
  const total = inRegions.reduce((t, r) => t + r.share, 0);
  return weighted([...inCountries, ...inRegions.map(({ code, share }) => ({ code, share: total > 0 ? (share / total) * left : 0 }))]);
}

/** Vocabulary of the five-digit purpose codes of the DAC. */
const DAC = '1';
const vocabularyOf = (code: string): string => code.slice(0, code.indexOf(':'));

/**
 * Over which sectors an amount is split, as `vocabulary:code`: one vocabulary, the DAC's purpose codes where the
 * transaction or else its activity has any, else the first that the transaction or else its activity uses.
 * @param own the transaction's sectors (they win within a vocabulary), `vocabulary:code` with shares
 */
export function sectorWeights(own: readonly CodeShare[], activity: readonly CodeShare[]): Weights {
  for (const list of [own, activity]) {
    const dac = list.filter(([code]) => vocabularyOf(code) === DAC);
    if (dac.length > 0) return weighted(filled(ordered(dac), 100));
  }
  for (const list of [own, activity]) {
    const first = list[0] && vocabularyOf(list[0][0]);
    if (first !== undefined) return weighted(filled(ordered(list.filter(([code]) => vocabularyOf(code) === first)), 100));
  }
  return nobody;
}

/** One place with one sector, and whether it is the first pair of the place, or of the sector. */
export type Grain = { place: string; sector: string; placeFirst: boolean; sectorFirst: boolean };

/** How one amount is split. */
export type Split = { grain: Grain[]; weights: number[] };

/** Every pair of a place and a sector with the product of their weights. */
export function joint(places: Weights, sectors: Weights): Split {
  const grain: Grain[] = [];
  const weights: number[] = [];
  for (const [i, place] of places.codes.entries()) {
    for (const [j, sector] of sectors.codes.entries()) {
      grain.push({ place, sector, placeFirst: j === 0, sectorFirst: i === 0 });
      weights.push(places.weights[i]! * sectors.weights[j]!);
    }
  }
  return { grain, weights };
}
