import { pictureKeys } from '../search.ts';

/** The filters that follow a person from page to page, taken from where they are. */
export function keptSearch(now: Record<string, unknown>): Record<string, never> {
  return Object.fromEntries(pictureKeys.filter((k) => now[k] !== undefined).map((k) => [k, now[k]])) as Record<string, never>;
}
