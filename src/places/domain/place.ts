import { regions } from './regions.ts';

/** A country, a region of the DAC's list, or a code that is neither (`?` = not known, as ledgers write it). */
export type PlaceKind = 'country' | 'region' | 'other';

export function placeKind(code: string): PlaceKind {
  if (code in regions) return 'region';
  return /^[A-Z]{2}$/.test(code) && countryName(code, 'en') !== null ? 'country' : 'other';
}

/** Codes that were withdrawn and would be shown under the name of what came after them. */
const former: Readonly<Record<string, { en: string; fr: string; ar: string }>> = {
  AN: { en: 'Netherlands Antilles (until 2010)', fr: 'Antilles néerlandaises (jusqu’en 2010)', ar: 'جزر الأنتيل الهولندية (حتى 2010)' },
};

/**
 * Name of a country (ISO 3166-1 alpha-2) or DAC region in a language of the product; the code itself where it has none.
 * Countries come from the Unicode data that every JavaScript engine carries (Kosovo as `XK` included), so names of the
 * six languages weigh nothing and server and browser say the same.
 */
export function placeName(code: string, language: string): string {
  const own = regions[code] ?? former[code];
  if (own) return language.startsWith('fr') ? own.fr : language.startsWith('ar') ? own.ar : own.en;
  return (/^[A-Z]{2}$/.test(code) ? countryName(code, language) : null) ?? code;
}

const names = new Map<string, Intl.DisplayNames>();

function countryName(code: string, language: string): string | null {
  if (code === 'ZZ') return null;   // "unknown region": says less than the code
  let list = names.get(language);
  if (!list) names.set(language, (list = new Intl.DisplayNames([language, 'en'], { type: 'region', fallback: 'none' })));
  return list.of(code) || null;
}
