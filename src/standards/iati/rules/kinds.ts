import { organisationRegistrationAgency } from '../codelists/agencies.ts';
import { isDay } from '../data-types.ts';
import type { Report } from '../judge.ts';
import type { IatiProblem } from '../problems.ts';
import { attributeOf, publishedOf, type XmlElement } from '../xml-element.ts';
import { elementsAt, type Groups, pathFrom, placeOf, valueAt, valuesAt } from './path.ts';
import { checkShares } from './shares.ts';
import type { Rule } from './standard.ts';

/** What a rule may know beside the element it is about. */
export type Scope = {
  groups: Groups;
  report: Report;
  /** Today, as the caller says. */
  today: string;
  /** Identifiers of organisations that are registered as they stand, whatever their form. */
  isKnownOrganisation: (ref: string) => boolean;
};

export type Check = (element: XmlElement, scope: Scope) => void;

/** Makes a row of the table into something that runs; paths are read once. */
export function compileRule(rule: Rule): Check {
  const code = `iati.rule.${rule.id}` as IatiProblem;
  switch (rule.kind) {
    case 'unique': {
      const [first, second] = rule.paths.map(pathFrom);
      return (element, { groups, report }) => {
        for (const a of valuesAt(element, first!, groups)) {
          for (const b of valuesAt(element, second!, groups)) if (a.value.trim() === b.value.trim()) report(code, b.element, placeOf(second!), b.value);
        }
      };
    }
    case 'starts-with': return startsWith(rule, code);
    case 'at-least-one': {
      const paths = rule.paths.map(pathFrom);
      const { when } = rule;
      return (element, { groups, report }) => {
        if (when !== undefined && (attributeOf(element, 'vocabulary') || '1') !== when) return;
        for (const path of paths) {
          for (const found of elementsAt(element, path, groups)) if (valueAt(found, path) !== null) return;
        }
        report(code, element, null, null);
      };
    }
    case 'no-more-than-one-per-vocabulary': {
      const path = pathFrom(rule.path);
      return (element, { groups, report }) => {
        const found = elementsAt(element, path, groups);
        if (found.length < 2) return;
        const seen = new Set<string>();
        for (const each of found) {
          const vocabulary = attributeOf(each, 'vocabulary') || '1';
          if (seen.has(vocabulary)) report(code, each, null, null, { vocabulary });
          seen.add(vocabulary);
        }
      };
    }
    case 'not-both': {
      const [paths, or] = [rule.paths.map(pathFrom), rule.or.map(pathFrom)];
      return (element, { groups, report }) => {
        if (!paths.some((path) => elementsAt(element, path, groups).length > 0)) return;
        for (const path of or) for (const found of elementsAt(element, path, groups)) return report(code, found, null, null);
      };
    }
    case 'one-or-all': return oneOrAll(rule.one.slice(1), rule.all, code);
    case 'some-or-record':
    case 'each-or-record': return eachOrRecord(rule, code);
    case 'needs-vocabulary': {
      const path = pathFrom(rule.path);
      return (element, { groups, report }) => {
        const found = elementsAt(element, path, groups);
        if (found.length > 0 && !found.some((each) => (attributeOf(each, 'vocabulary') || '1') === rule.vocabulary)) report(code, found[0]!, null, null);
      };
    }
    case 'with-narrative': {
      const path = pathFrom(rule.path);
      return (element, { groups, report }) => {
        for (const found of elementsAt(element, path, groups)) {
          if (groups.childrenOf(found, 'narrative').length === 0) report(code, found, null, null, { vocabulary: attributeOf(found, 'vocabulary') ?? '' });
        }
      };
    }
    case 'date-not-future': {
      const path = pathFrom(rule.path);
      return (element, { groups, report, today }) => {
        for (const found of elementsAt(element, path, groups)) {
          const value = valueAt(found, path);
          // Days and times alike: the first ten characters say the day.
          if (value !== null && value.slice(0, 10) > today && isDay(value.slice(0, 10))) report(code, found, placeOf(path), value, { today });
        }
      };
    }
    case 'date-order': {
      const [first, last] = [pathFrom(rule.first), pathFrom(rule.last)];
      return (element, scope) => {
        const from = dayAt(element, first, scope.groups);
        const to = from && dayAt(element, last, scope.groups);
        if (from && to && from.value > to.value) scope.report(code, to.element, placeOf(last), to.value, { from: from.value, to: to.value });
      };
    }
    case 'at-most-a-year': {
      const [first, last] = [pathFrom(rule.from), pathFrom(rule.to)];
      return (element, scope) => {
        const from = dayAt(element, first, scope.groups);
        const to = from && dayAt(element, last, scope.groups);
        if (from && to && to.value > String(Number(from.value.slice(0, 4)) + 1).padStart(4, '0') + from.value.slice(4)) {
          scope.report(code, to.element, placeOf(last), to.value, { from: from.value, to: to.value });
        }
      };
    }
    case 'date-between': {
      const [path, first, last] = [pathFrom(rule.path), pathFrom(rule.from), pathFrom(rule.to)];
      return (element, { groups, report }) => {
        const from = dayAt(element, first, groups);
        const to = dayAt(element, last, groups);
        for (const { element: found, value } of valuesAt(element, path, groups)) {
          if (isDay(value) && ((from && value < from.value) || (to && value > to.value))) {
            report(code, found, placeOf(path), value, { from: from?.value ?? '', to: to?.value ?? '' });
          }
        }
      };
    }
    case 'no-symbols': {
      const path = pathFrom(rule.path);
      return (element, { groups, report, isKnownOrganisation }) => {
        for (const found of elementsAt(element, path, groups)) {
          const value = valueAt(found, path);
          if (value !== null && hasSymbol(value) && !isKnownOrganisation(value)) report(code, found, placeOf(path), value);
        }
      };
    }
    case 'no-spaces': {
      const path = pathFrom(rule.path);
      return (element, { groups, report }) => {
        for (const found of elementsAt(element, path, groups)) {
          const value = path.text || path.attribute !== null ? publishedOf(found, path.attribute ?? '') : null;
          if (value !== null && value !== '' && (value.charCodeAt(0) <= 32 || value.charCodeAt(value.length - 1) <= 32) && value !== value.trim()) {
            report(code, found, placeOf(path), value, undefined, value.trim());
          }
        }
      };
    }
    case 'share-range': {
      const path = pathFrom(rule.path);
      return (element, { groups, report }) => {
        for (const found of elementsAt(element, path, groups)) {
          const value = valueAt(found, path);
          if (value !== null && value !== '' && (Number(value) < 0 || Number(value) > 100)) report(code, found, placeOf(path), value);
        }
      };
    }
    case 'shares-complete':
    case 'shares-sum':
    case 'share-of-single': return (element, scope) => checkShares(rule, code, element, scope);
    case 'value-needed':
    case 'value-number':
    case 'value-unwanted': return valueOfIndicator(rule.kind, code);
  }
}

function startsWith(rule: Rule & { kind: 'starts-with' }, code: IatiProblem): Check {
  const path = pathFrom(rule.path);
  const prefixes = rule.prefixes === 'agencies' ? null : rule.prefixes.map(pathFrom);
  return (element, { groups, report, isKnownOrganisation }) => {
    for (const { element: found, value } of valuesAt(element, path, groups)) {
      const text = value.trim();
      if (text === '') continue;
      if (prefixes === null) {
        if (!isKnownOrganisation(text) && !startsWithAgency(text)) report(code, found, placeOf(path), value);
        continue;
      }
      const allowed = prefixes.flatMap((prefix) => valuesAt(element, prefix, groups).map((v) => v.value.trim())).filter((prefix) => prefix !== '');
      if (allowed.length > 0 && !allowed.some((prefix) => text.startsWith(prefix + rule.separator))) {
        report(code, found, placeOf(path), value, { expected: allowed[0]! + rule.separator });
      }
    }
  };
}

/** `GB-COH-1234` begins with `GB-COH`: agencies are one to three words long. */
function startsWithAgency(text: string): boolean {
  for (let dash = text.indexOf('-'); dash >= 0; dash = text.indexOf('-', dash + 1)) {
    if (organisationRegistrationAgency.items.has(text.slice(0, dash))) return true;
  }
  return false;
}

/** `/`, `&`, `|` and `?`. */
function hasSymbol(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 47 || c === 38 || c === 124 || c === 63) return true;
  }
  return false;
}

function dayAt(element: XmlElement, path: ReturnType<typeof pathFrom>, groups: Groups): { element: XmlElement; value: string } | null {
  const found = elementsAt(element, path, groups)[0];
  const value = found === undefined ? null : valueAt(found, path);
  return value !== null && isDay(value) ? { element: found!, value } : null;
}

/** The record carries the attribute, or every element of these names anywhere in it does. */
function oneOrAll(one: string, all: string[], code: IatiProblem): Check {
  const wanted = new Map(all.map((text) => text.slice(2).split('/@') as [string, string]));
  return (element, { report }) => {
    if ((attributeOf(element, one) ?? '') !== '') return;
    const walk = (inside: XmlElement): void => {
      for (const child of inside.children) {
        const attribute = wanted.get(child.name);
        if (attribute !== undefined && !attributeOf(child, attribute) && !attributeOf(inside, attribute)) report(code, child, `@${attribute}`, null);
        walk(child);
      }
    };
    walk(element);
  };
}

/** A classification stands at the record, or with each (some) of its transactions. */
function eachOrRecord(rule: Rule & { kind: 'some-or-record' | 'each-or-record' }, code: IatiProblem): Check {
  const record = rule.record.map(pathFrom);
  const each = pathFrom(rule.each);
  return (element, { groups, report }) => {
    if (record.some((path) => elementsAt(element, path, groups).length > 0)) return;
    const without: XmlElement[] = [];
    const all = elementsAt(element, each, groups);
    for (const found of all) if (!found.children.some((child) => rule.has.includes(child.name))) without.push(found);
    if (rule.kind === 'some-or-record') {
      if (without.length === all.length) report(code, element, null, null);
    } else if (without.length < all.length) for (const found of without) report(code, found, null, null);
  };
}

/** Values of indicators: needed and a number where something is measured, unwanted where it is described. */
function valueOfIndicator(kind: 'value-needed' | 'value-number' | 'value-unwanted', code: IatiProblem): Check {
  return (element, { report }) => {
    const indicator = element.name === 'baseline' ? element.parent : element.parent?.parent;
    const measure = indicator ? attributeOf(indicator, 'measure') : null;
    const value = attributeOf(element, 'value');
    if (kind === 'value-unwanted') {
      if (measure === '5' && value !== null) report(code, element, '@value', value);
    } else if (measure !== null && measure >= '1' && measure <= '4' && measure.length === 1) {
      if (kind === 'value-needed' && value === null) report(code, element, null, null);
      if (kind === 'value-number' && value !== null && (value.trim() === '' || !Number.isFinite(Number(value)))) report(code, element, '@value', value);
    }
  };
}
