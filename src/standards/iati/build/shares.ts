import type { CodeOf, Share } from '../../../activities/domain/parts.ts';
import { country, region } from '../codelists/places.ts';
import type { XmlElement } from '../xml-element.ts';
import { type Building, decimalOf, narrativesIn, textOf } from './values.ts';

/** A code of a vocabulary; null where no code is given. */
export function codeFrom(element: XmlElement, vocabulary: string): CodeOf | null {
  const code = textOf(element, 'code');
  if (code === null) return null;
  return { vocabulary: textOf(element, 'vocabulary') ?? vocabulary, vocabularyUri: textOf(element, 'vocabulary-uri'), code };
}

/**
 * A code with its share and its name. Countries have the vocabulary `A4` (ISO); a region in the place of a country
 * (998, 889 …) becomes what it is, a region of vocabulary 1.
 */
export function shareFrom(element: XmlElement, vocabulary: string, building: Building): Share | null {
  const code = textOf(element, 'code');
  if (code === null) return null;
  const isRegion = vocabulary === 'A4' && !country.items.has(code) && region.items.has(code);
  return {
    vocabulary: isRegion ? '1' : (textOf(element, 'vocabulary') ?? vocabulary),
    vocabularyUri: textOf(element, 'vocabulary-uri'),
    code,
    percentage: decimalOf(element, 'percentage'),
    names: narrativesIn(element, building),
  };
}
