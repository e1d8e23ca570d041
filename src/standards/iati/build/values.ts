import type { Narratives } from '../../../activities/domain/parts.ts';
import { isCanonical, isDay, readDay, readDecimal, trimmed } from '../data-types.ts';
import type { Report } from '../judge.ts';
import { attributeOf, ownCopy, repair, type XmlElement } from '../xml-element.ts';

/** What holds for the whole activity while it is turned into our model. */
export type Building = {
  report: Report;
  /** Default language, `''` = none is given. */
  lang: string;
  /** Default currency as a code, null = none that is one. */
  currency: string | null;
  /** Written in 1.0x: its schema requires little, so that missing amounts and dates must be said here. */
  isVersion1: boolean;
};

/** Attribute without outer blanks; null = missing or empty. */
export function textOf(element: XmlElement, name: string): string | null {
  const value = attributeOf(element, name);
  if (value === null || value === '') return null;
  const text = trimmed(value);
  return text === '' ? null : text;
}

/** A day as we read it, null = none. Judged days are in our form already. */
export function dayOf(element: XmlElement | null, name: string): string | null {
  const value = element === null ? null : attributeOf(element, name);
  if (value === null || value === '') return null;
  return isDay(value) ? value : (readDay(value)?.day ?? null);
}

/** An exact number, null = none. */
export function decimalOf(element: XmlElement, name: string): string | null {
  const value = name === '' ? element.text : attributeOf(element, name);
  if (value === null || value === '') return null;
  return isCanonical(value) ? value : (readDecimal(value)?.value ?? null);
}

export function booleanOf(element: XmlElement, name: string): boolean | null {
  const value = attributeOf(element, name);
  if (value === null || value === '') return null;
  return value === '1' || value === 'true' ? true : value === '0' || value === 'false' ? false : null;
}

/** A currency as the model takes it: three capitals. */
export function currencyFrom(value: string | null): string | null {
  return value !== null && /^[A-Z]{3}$/.test(value) ? value : null;
}

const languages = new Map<string, string>();

/** Language tags differ in case only by habit. */
function languageFrom(tag: string): string {
  let known = languages.get(tag);
  if (known === undefined) {
    known = ownCopy(trimmed(tag).toLowerCase());
    // Tags come from files: a bound keeps this memory small whatever they hold.
    if (languages.size < 1000) languages.set(ownCopy(tag), known);
  }
  return known;
}

export const languageOf = (element: XmlElement): string | null => {
  const tag = attributeOf(element, 'xml:lang');
  return tag === null || tag === '' ? null : languageFrom(tag);
};

const escaped = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});/;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

function unescapeOnce(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name]!;
    const code = name[1] === 'x' || name[1] === 'X' ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
    return (code >= 32 && code < 0xd800) || code === 9 || code === 10 || (code > 0xdfff && code < 0x110000) ? String.fromCodePoint(code) : whole;
  });
}

/**
 * Text for people, outer blanks cut off. Text that was escaped twice is read as it was meant (and said); markup in it
 * stays text: nothing is ever interpreted.
 */
function proseOf(element: XmlElement, building: Building): string {
  const text = trimmed(element.text);
  if (!text.includes('&') || !escaped.test(text)) return text;
  let meant = text;
  for (let i = 0; i < 3 && escaped.test(meant); i++) meant = unescapeOnce(meant);
  building.report('iati.text-double-escaped', element, 'text()', text, undefined, meant);
  repair(element, '', meant);
  return meant;
}

const NONE: Narratives = [];

/** The narratives in an element, in all their languages; empty ones say nothing and are left out. */
export function narrativesIn(element: XmlElement | null, building: Building): Narratives {
  if (element === null || element.children.length === 0) return NONE;
  const found: Narratives = [];
  for (const child of element.children) {
    if (child.name !== 'narrative') continue;
    const text = proseOf(child, building);
    if (text !== '') found.push({ lang: languageOf(child) ?? languageOf(element) ?? building.lang, text });
  }
  return found;
}
