/**
 * The sectors (`vocabulary:code`) that a filter means, for activities and for money alike. A bare code is one of the
 * DAC's: five digits are a purpose; three are a category, which is itself and every purpose in it.
 */
export function sectorKeys(filter: string): string[] {
  if (/^\d{3}$/.test(filter)) return [`2:${filter}`, `1:${filter}`, ...Array.from({ length: 100 }, (_, i) => `1:${filter}${String(i).padStart(2, '0')}`)];
  return [/^\d{4,5}$/.test(filter) ? `1:${filter}` : filter];
}
