import { readDay, readDecimal, trimmed } from './data-types.ts';
import { codesOfVersion1, gazetteersOfVersion1 } from './upgrade-codes.ts';
import { attributeOf, childOf, childrenOf, madeOf, repair, setAttribute, type XmlElement } from './xml-element.ts';

/**
 * Rewrites an activity of 1.0x, in place, in the words of 2.03 (the table stands in docs/methods/iati.md). Nothing is
 * invented: what 2.03 requires and the file does not say stays missing. Labels of codes (`<activity-status code="2">
 * Implementation</…>`) are let go: the code says it.
 */
export function upgradeFromVersion1(activity: XmlElement): void {
  for (const child of activity.children) upgradeElement(child, activity);
  activity.children = activity.children.map((child) => (child.name === 'activity-website' ? documentOf(child) : child));
  mergeTexts(activity, ['title']);
  mergeDescriptions(activity);
}

/** Elements whose text becomes a narrative in the language of the element. */
const withText = new Set([
  'reporting-org', 'participating-org', 'recipient-country', 'recipient-region', 'sector', 'policy-marker', 'activity-date', 'provider-org',
  'receiver-org', 'condition', 'title', 'description', 'comment', 'name', 'organisation', 'person-name', 'job-title', 'mailing-address',
  'activity-description', 'budget-item',
]);

/** Attribute of an element → codelist whose old codes it may hold. */
const codes: Readonly<Record<string, readonly (readonly [attribute: string, list: string])[]>> = {
  'transaction-type': [['code', 'TransactionType']],
  'activity-date': [['type', 'ActivityDateType']],
  'participating-org': [['role', 'OrganisationRole']],
  sector: [['vocabulary', 'SectorVocabulary']],
  'policy-marker': [['vocabulary', 'PolicyMarkerVocabulary']],
  'recipient-region': [['vocabulary', 'RegionVocabulary']],
  budget: [['type', 'BudgetType']],
};

function upgradeElement(element: XmlElement, parent: XmlElement): void {
  for (const child of element.children) upgradeElement(child, element);
  const step = stepFor.get(element.name);
  if (step === undefined) return;
  for (const [attribute, list] of step.codes) upgradeCode(element, attribute, list);
  // A day may stand in the text where the attribute is missing.
  if (step.isDated && element.text !== '' && attributeOf(element, 'iso-date') === null) {
    const day = readDay(element.text);
    if (day !== null) {
      repair(element, 'iso-date', day.day);
      repair(element, '', '');
    }
  }
  if (step.hasText && element.text !== '') textToNarrative(element);
  step.own?.(element, parent);
}

const dated = new Set(['activity-date', 'transaction-date', 'period-start', 'period-end']);

function upgradeCode(element: XmlElement, attribute: string, list: string): void {
  const value = attributeOf(element, attribute);
  if (value === null) return;
  const code = codesOfVersion1[list]?.[trimmed(value).toLowerCase()];
  if (code !== undefined) repair(element, attribute, code);
}

function textToNarrative(element: XmlElement): void {
  const text = trimmed(element.text);
  if (text === '') return;
  const name = element.name === 'budget-item' ? 'description' : null;
  const lang = attributeOf(element, 'xml:lang');
  const narrative = madeOf(element, 'narrative', lang === null ? [] : ['xml:lang', lang], text);
  element.text = '';
  if (name === null) element.append(narrative);
  else {
    const described = madeOf(element, name, []);
    described.append(narrative);
    element.append(described);
  }
}

/** One element with all its languages in the place of one element a language. */
function mergeTexts(parent: XmlElement, names: readonly string[]): void {
  for (const name of names) {
    const [first, ...rest] = childrenOf(parent, name);
    if (first === undefined || rest.length === 0) continue;
    for (const other of rest) for (const narrative of other.children) first.append(narrative);
    parent.children = parent.children.filter((child) => !rest.includes(child));
  }
}

function mergeDescriptions(activity: XmlElement): void {
  const byType = new Map<string, XmlElement>();
  const merged: XmlElement[] = [];
  for (const child of activity.children) {
    const type = child.name === 'description' ? (attributeOf(child, 'type') ?? '') : null;
    const first = type === null ? undefined : byType.get(type);
    if (first === undefined) {
      merged.push(child);
      if (type !== null) byType.set(type, child);
    } else for (const narrative of child.children) first.append(narrative);
  }
  activity.children = merged;
}

/** What an element needs beside its text and codes. */
const steps: Readonly<Record<string, (element: XmlElement, parent: XmlElement) => void>> = {
  'other-identifier'(element, parent) {
    const ref = attributeOf(element, 'owner-ref');
    const name = attributeOf(element, 'owner-name');
    if (element.text !== '') setAttribute(element, 'ref', element.text);
    const own = ref !== null && ref === attributeOf(childOf(parent, 'reporting-org') ?? element, 'ref');
    if (attributeOf(element, 'type') === null) setAttribute(element, 'type', own ? 'A1' : 'A9');
    if (ref === null && name === null) return;
    const owner = madeOf(element, 'owner-org', ref === null ? [] : ['ref', ref]);
    if (name !== null) owner.append(madeOf(owner, 'narrative', [], name));
    element.append(owner);
  },
  'contact-info': (element) => mergeTexts(element, ['organisation', 'person-name', 'job-title']),
  transaction: (element) => mergeTexts(element, ['description']),
  'budget-item': (element) => mergeTexts(element, ['description']),
  result: (element) => mergeTexts(element, ['title', 'description']),
  indicator: (element) => mergeTexts(element, ['title', 'description']),
  baseline: (element) => mergeTexts(element, ['comment']),
  target: (element) => mergeTexts(element, ['comment']),
  actual: (element) => mergeTexts(element, ['comment']),
  'document-link'(element) {
    mergeTexts(element, ['title']);
    const language = attributeOf(element, 'language');
    if (language !== null) element.append(madeOf(element, 'language', ['code', language]));
  },
  'aidtype-flag'(element) {
    element.name = 'other-flags';
  },
  location(element) {
    mergeTexts(element, ['name', 'description', 'activity-description']);
    element.children = element.children.flatMap((child) => placePart(child, element));
  },
};

/** Coordinates, gazetteers, kinds and divisions of 1.0x in the form they have since 1.04. */
function placePart(part: XmlElement, location: XmlElement): XmlElement[] {
  switch (part.name) {
    case 'coordinates': {
      const [latitude, longitude] = ['latitude', 'longitude'].map((name) => readDecimal(attributeOf(part, name) ?? '')?.value);
      const precision = attributeOf(part, 'precision');
      const made: XmlElement[] = [];
      if (latitude !== undefined && longitude !== undefined && childOf(location, 'point') === null) {
        const point = madeOf(part, 'point', ['srsName', 'http://www.opengis.net/def/crs/EPSG/0/4326']);
        point.append(madeOf(point, 'pos', [], `${latitude} ${longitude}`));
        made.push(point);
      }
      // 1 = exact place; everything else was some kind of "near" or "within".
      if (precision !== null && childOf(location, 'exactness') === null) made.push(madeOf(part, 'exactness', ['code', trimmed(precision) === '1' ? '1' : '2']));
      return made;
    }
    case 'gazetteer-entry': {
      const vocabulary = gazetteersOfVersion1[attributeOf(part, 'gazetteer-ref') ?? ''];
      return vocabulary === undefined || trimmed(part.text) === '' ? [] : [madeOf(part, 'location-id', ['vocabulary', vocabulary, 'code', trimmed(part.text)])];
    }
    case 'location-type':
      return childOf(location, 'feature-designation') === null ? [madeOf(part, 'feature-designation', ['code', attributeOf(part, 'code') ?? ''])] : [];
    case 'administrative': {
      if (attributeOf(part, 'code') !== null) return [part];
      const country = attributeOf(part, 'country');
      const made = country === null ? [] : [madeOf(part, 'administrative', ['vocabulary', 'A4', 'level', '0', 'code', country])];
      for (const [level, name] of [['1', 'adm1'], ['2', 'adm2']] as const) {
        const code = attributeOf(part, name);
        if (code !== null && code !== '') made.push(madeOf(part, 'administrative', ['level', level, 'code', code]));
      }
      return made;
    }
    default:
      return [part];
  }
}

/** A web page of the activity is a document of category A12 since 2.01. */
function documentOf(website: XmlElement): XmlElement {
  const document = madeOf(website, 'document-link', ['url', trimmed(website.text), 'format', 'text/html']);
  document.append(madeOf(document, 'category', ['code', 'A12']));
  return document;
}

/** All that is to be done with an element, by name: looked up once for each element. */
const stepFor = new Map(
  [...new Set([...withText, ...dated, ...Object.keys(codes), ...Object.keys(steps)])].map((name) => [
    name,
    { hasText: withText.has(name), isDated: dated.has(name), codes: codes[name] ?? [], own: steps[name] },
  ]),
);
