import { isDay } from '../data-types.ts';
import type { Report } from '../judge.ts';
import type { IatiProblem } from '../problems.ts';
import { attributeOf, publishedOf, type XmlElement } from '../xml-element.ts';
import { checkIdentifiers } from './identifiers.ts';
import { eachAt, firstAt, type Groups, type Path, pathFrom, valueAt, valuesAt } from './path.ts';
import { eachOrRecord, oneOrAll } from './placement.ts';
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

/** Makes a row of the table into something that runs; paths are read and visits made once. */
export function compileRule(rule: Rule): Check {
  const code = `iati.rule.${rule.id}` as IatiProblem;
  switch (rule.kind) {
    case 'unique':
    case 'starts-with': return checkIdentifiers(rule, code);
    case 'one-or-all': return oneOrAll(rule.one.slice(1), rule.all, code);
    case 'some-or-record':
    case 'each-or-record': return eachOrRecord(rule, code);
    case 'shares-complete':
    case 'shares-sum':
    case 'share-of-single': return (element, scope) => checkShares(rule, code, element, scope);
    case 'value-needed':
    case 'value-number':
    case 'value-unwanted': return valueOfIndicator(rule.kind, code);
    case 'at-least-one': {
      const paths = rule.paths.map(pathFrom);
      const { when } = rule;
      return (element, { groups, report }) => {
        if (when !== undefined && (attributeOf(element, 'vocabulary') || '1') !== when) return;
        for (const path of paths) if (firstAt(element, path, groups) !== null) return;
        report(code, element, null, null);
      };
    }
    case 'no-more-than-one-per-vocabulary': {
      const path = pathFrom(rule.path);
      return (element, { groups, report }) => {
        if (firstAt(element, path, groups) === null) return;
        const seen = new Set<string>();
        for (const { element: each } of valuesAt(element, path, groups)) {
          const vocabulary = attributeOf(each, 'vocabulary') || '1';
          if (seen.has(vocabulary)) report(code, each, null, null, { vocabulary });
          seen.add(vocabulary);
        }
      };
    }
    case 'not-both': {
      const [paths, or] = [rule.paths.map(pathFrom), rule.or.map(pathFrom)];
      return (element, { groups, report }) => {
        if (!paths.some((path) => firstAt(element, path, groups) !== null)) return;
        for (const path of or) {
          const found = firstAt(element, path, groups);
          if (found !== null) return report(code, found, null, null);
        }
      };
    }
    case 'needs-vocabulary': {
      const path = pathFrom(rule.path);
      return (element, { groups, report }) => {
        const first = firstAt(element, path, groups);
        if (first === null) return;
        for (const found of valuesAt(element, path, groups)) if ((attributeOf(found.element, 'vocabulary') || '1') === rule.vocabulary) return;
        report(code, first, null, null);
      };
    }
    case 'with-narrative': {
      return visiting(pathFrom(rule.path), (found, _, { report }) => {
        if (!found.children.some((child) => child.name === 'narrative')) report(code, found, null, null, { vocabulary: attributeOf(found, 'vocabulary') ?? '' });
      });
    }
    case 'date-not-future': {
      const path = pathFrom(rule.path);
      return visiting(path, (found, value, { today, report }) => {
        // Days and times alike: the first ten characters say the day.
        if (value > today && value.slice(0, 10) > today && isDay(value.slice(0, 10))) report(code, found, path.place, value, { today });
      });
    }
    case 'date-order': {
      const [first, last] = [pathFrom(rule.first), pathFrom(rule.last)];
      return (element, { groups, report }) => {
        const from = dayAt(element, first, groups);
        const to = from && dayAt(element, last, groups);
        if (from && to && from > to) report(code, firstAt(element, last, groups)!, last.place, to, { from, to });
      };
    }
    case 'at-most-a-year': {
      const [first, last] = [pathFrom(rule.from), pathFrom(rule.to)];
      return (element, { groups, report }) => {
        const from = dayAt(element, first, groups);
        const to = from && dayAt(element, last, groups);
        if (from && to && to.slice(0, 4) !== from.slice(0, 4) && to > String(Number(from.slice(0, 4)) + 1).padStart(4, '0') + from.slice(4)) {
          report(code, firstAt(element, last, groups)!, last.place, to, { from, to });
        }
      };
    }
    case 'date-between': {
      const [path, first, last] = [pathFrom(rule.path), pathFrom(rule.from), pathFrom(rule.to)];
      return (element, { groups, report }) => {
        const from = dayAt(element, first, groups);
        const to = dayAt(element, last, groups);
        for (const { element: found, value } of valuesAt(element, path, groups)) {
          if (isDay(value) && ((from && value < from) || (to && value > to))) report(code, found, path.place, value, { from: from ?? '', to: to ?? '' });
        }
      };
    }
    case 'no-symbols': {
      const path = pathFrom(rule.path);
      return visiting(path, (found, value, { report, isKnownOrganisation }) => {
        if (hasSymbol(value) && !isKnownOrganisation(value)) report(code, found, path.place, value);
      });
    }
    case 'no-spaces': {
      const path = pathFrom(rule.path);
      return visiting(path, (found, current, { report }) => {
        const value = found.published === null ? current : publishedOf(found, path.attribute ?? '')!;
        if (value === '' || (value.charCodeAt(0) > 32 && value.charCodeAt(value.length - 1) > 32)) return;
        if (value !== value.trim()) report(code, found, path.place, value, undefined, value.trim());
      });
    }
    case 'share-range': {
      const path = pathFrom(rule.path);
      return visiting(path, (found, value, { report }) => {
        if (value !== '' && (Number(value) < 0 || Number(value) > 100)) report(code, found, path.place, value);
      });
    }
  }
}

const visiting =
  (path: Path, visit: (found: XmlElement, value: string, scope: Scope) => void): Check =>
  (element, scope) =>
    eachAt(element, path, scope.groups, visit, scope);

/** `/`, `&`, `|` and `?`. */
function hasSymbol(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 47 || c === 38 || c === 124 || c === 63) return true;
  }
  return false;
}

/** The day of the first element a path leads to. */
function dayAt(element: XmlElement, path: Path, groups: Groups): string | null {
  const found = firstAt(element, path, groups);
  const value = found === null ? null : valueAt(found, path);
  return value !== null && isDay(value) ? value : null;
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
