import { z } from 'zod';
import { PictureFilter } from '../activities/domain/contract.ts';

/**
 * The address of a page says what it shows. Plain text on both sides (`?place=MK&year=2025&within=A&within=B`):
 * no quotes, no JSON, so that people can read, shorten and share it.
 */
export function parseSearch(text: string): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = found[name];
    found[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return found;
}

export function stringifySearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== null && one !== '') query.append(name, String(one));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** The filters that follow a person from page to page. */
export const pictureKeys = ['place', 'sector', 'organisation', 'year'] as const;

/** Filters of the picture as an address says them: what is not understood is dropped, never an error. */
export const PictureSearch = z.object({
  place: PictureFilter.shape.place.catch(undefined),
  sector: PictureFilter.shape.sector.catch(undefined),
  organisation: PictureFilter.shape.organisation.catch(undefined),
  year: PictureFilter.shape.year.catch(undefined),
});
export type PictureSearch = z.output<typeof PictureSearch>;

/** Organisations of a chosen boundary. */
export const Within = z
  .union([z.string(), z.array(z.string())])
  .transform((w) => (Array.isArray(w) ? w : [w]).filter((k) => k !== ''))
  .optional()
  .catch(undefined);

/** Money's selection: the picture's filters and the boundary. */
export const MoneySearch = PictureSearch.extend({ within: Within });
export type MoneySearch = z.output<typeof MoneySearch>;
