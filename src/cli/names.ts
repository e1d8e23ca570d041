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
      const list = vocabulary === '1' ? sector : vocabulary === '2' ? sectorCategory : null;
      return list?.items.get(bare!)?.en ?? given;
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
