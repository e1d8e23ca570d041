import en from './en.json' with { type: 'json' };
import { pseudo } from './pseudo.ts';

/** Id of a text; the English catalogue is the list of all of them. */
export type MessageId = keyof typeof en;
export type Catalogue = Record<string, string>;

export type Locale = {
  /** BCP 47, as the page says it. */
  tag: string;
  /** By whose habits numbers and dates are written. */
  formats: string;
  dir: 'ltr' | 'rtl';
  /** Its own name for itself. */
  name: string;
  /** For tests only: not offered to people. */
  pseudo?: true;
  load: () => Promise<Catalogue>;
};

const pseudoCatalogue = (): Promise<Catalogue> => Promise.resolve(Object.fromEntries(Object.entries(en).map(([id, text]) => [id, pseudo(text)])));

export const locales = [
  { tag: 'en', formats: 'en-GB', dir: 'ltr', name: 'English', load: () => Promise.resolve(en as Catalogue) },
  { tag: 'en-XA', formats: 'en-GB', dir: 'ltr', name: 'Pseudo', pseudo: true, load: pseudoCatalogue },
  { tag: 'ar-XB', formats: 'en-GB', dir: 'rtl', name: 'Pseudo, mirrored', pseudo: true, load: pseudoCatalogue },
] as const satisfies readonly Locale[];

export const defaultLocale: Locale = locales[0];

/** The language to begin with: what was chosen here, else what the browser asks for, else English. */
export function firstLocale(chosen: string | null, asked: readonly string[]): Locale {
  const offered: readonly Locale[] = locales;
  const known = offered.find((l) => l.tag === chosen);
  if (known !== undefined) return known;
  for (const tag of asked) {
    const found = offered.find((l) => l.pseudo !== true && l.tag === tag.split('-')[0]);
    if (found !== undefined) return found;
  }
  return defaultLocale;
}
