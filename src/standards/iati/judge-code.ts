import type { Codelist } from './codelists/codelist.ts';
import { region } from './codelists/places.ts';
import { trimmed } from './data-types.ts';
import type { Report } from './judge.ts';
import type { AttributeState } from './schema/compile.ts';
import { codesOfVersion1, wordsForCodes } from './upgrade-codes.ts';
import { attributeOf, repair, type XmlElement } from './xml-element.ts';

/**
 * A code that is not on its list as it stands, or withdrawn: says which of the usual ways of being wrong it is, and
 * repairs the unmistakable ones in place. `name` is the attribute, `''` the text.
 */
export function checkCode(element: XmlElement, name: string, value: string, list: Codelist, attribute: AttributeState | null, report: Report): void {
  const at = name === '' ? 'text()' : `@${name}`;
  const params = { list: list.name };
  const found = list.items.get(value);
  if (found !== undefined) {
    if (found.withdrawn) report('iati.code-withdrawn', element, at, value, params);
    return;
  }
  const text = trimmed(value);
  // Languages and media types mean the same in capitals.
  if (list.name === 'Language' && list.items.has(text.split('-')[0]!.toLowerCase())) return;
  if (list.name === 'FileFormat' && list.items.has(text.toLowerCase())) return;
  if (text === '') {
    report('iati.code-empty', element, at, value, params);
    return;
  }
  const written = writtenDifferently(text, list);
  const meant = written ?? fromVersion1(text, list) ?? fromName(text, list);
  if (meant !== null) {
    report(written !== null ? 'iati.code-written-differently' : 'iati.code-as-word', element, at, value, params, meant);
    repair(element, name, meant);
    return;
  }
  if (element.name === 'recipient-country' && region.items.has(text)) {
    report('iati.region-as-country', element, at, value, { ...params, region: region.items.get(text)!.en });
    return;
  }
  // One or two characters are a code of many lists; three and more seldom.
  if (attribute?.codesByVocabulary && text.length >= 3) {
    for (const [vocabulary, other] of attribute.codesByVocabulary) {
      if (vocabulary === '' || other === list || !other.items.has(text)) continue;
      const given = attributeOf(element, 'vocabulary') ?? '1';
      report('iati.code-of-another-vocabulary', element, at, value, { ...params, vocabulary: given, other: vocabulary }, text);
      repair(element, 'vocabulary', vocabulary);
      return;
    }
  }
  report(list.complete ? 'iati.code-unknown' : 'iati.code-not-listed', element, at, value, params);
}

/** Blanks around, the other case, leading zeros. */
function writtenDifferently(text: string, list: Codelist): string | null {
  for (const form of [text, text.toUpperCase(), text.toLowerCase(), text.replace(/^0+(?=.)/, '')]) if (list.items.has(form)) return form;
  return null;
}

function fromVersion1(text: string, list: Codelist): string | null {
  const word = text.toLowerCase();
  return codesOfVersion1[list.name]?.[word] ?? wordsForCodes[list.name]?.[word] ?? null;
}

const namesOf = new WeakMap<Codelist, Map<string, string>>();

/** The name of a code where the code should stand: `Disbursement`, `Décaissement`. Names that two codes share say nothing. */
function fromName(text: string, list: Codelist): string | null {
  let names = namesOf.get(list);
  if (names === undefined) {
    names = new Map();
    for (const item of list.items.values()) {
      for (const name of new Set([item.en, item.fr ?? item.en])) {
        const key = name.toLowerCase();
        names.set(key, names.has(key) ? '' : item.code);
      }
    }
    namesOf.set(list, names);
  }
  return names.get(text.toLowerCase()) || null;
}
