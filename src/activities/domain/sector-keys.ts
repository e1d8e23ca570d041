/**
 * The sectors (`vocabulary:code`) that a filter means, for activities and for money alike. A bare code is one of the
 * DAC's: five digits are a purpose; three are a category, which is itself and every purpose in it.
 */
export function sectorKeys(filter: string): string[] {
  if (/^\d{3}$/.test(filter)) return [`2:${filter}`, `1:${filter}`, ...Array.from({ length: 100 }, (_, i) => `1:${filter}${String(i).padStart(2, '0')}`)];
  return [/^\d{4,5}$/.test(filter) ? `1:${filter}` : filter];
}

/** The DAC's category of a five-digit code that ends in zeros and is none of its purposes: publishers write "12100" for all of "121". */
export function categoryOf(code: string): string | null {
  return /^\d{3}00$/.test(code) ? code.slice(0, 3) : null;
}
