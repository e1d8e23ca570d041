import { categoryOf } from '../activities/domain/sector-keys.ts';
import { placeName } from '../places/domain/place.ts';
import { transactionType } from '../standards/iati/codelists/money.ts';
import { sector, sectorCategory } from '../standards/iati/codelists/sectors.ts';

/** Words for a code of a dimension; null where nobody has any. `given`: what the data calls it. */
export function nameOf(dimension: string, code: string, given: string | null = null): string | null {
  if (code === '?') return 'not said';
  switch (dimension) {
    case 'place': {
      const name = placeName(code, 'en');
      return name === code ? given : code === 'XK' ? `${name}*` : name;
    }
    case 'sector': {
      const [, vocabulary, bare] = /^([^:]+):(.+)$/.exec(code) ?? [null, '1', code];
      if (vocabulary === '1') return (sector.items.get(bare!) ?? sectorCategory.items.get(categoryOf(bare!) ?? ''))?.en ?? given;
      return (vocabulary === '2' ? sectorCategory.items.get(bare!)?.en : null) ?? given;
    }
    case 'transaction-type':
      return transactionType.items.get(code)?.en ?? given;
    default:
      return given;
  }
}

/** A code with its words before it: `Bangladesh (BD)`. */
export function inWords(dimension: string, code: string, given: string | null = null): string {
  const name = nameOf(dimension, code, given);
  return name === null || name === code ? code : `${name} (${code})`;
}

/** Said once under a table that names Kosovo (UNSCR 1244). */
export const kosovoNote = '* This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999 and the ICJ Opinion on the Kosovo declaration of independence.';
