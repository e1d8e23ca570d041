import type { IatiProblem } from '../problems.ts';
import { attributeOf, type XmlElement } from '../xml-element.ts';
import type { Check } from './kinds.ts';
import { firstAt, pathFrom } from './path.ts';
import type { Rule } from './standard.ts';

/** The record carries the attribute, or every element of these names anywhere in it does (or the element around it). */
export function oneOrAll(one: string, all: string[], code: IatiProblem): Check {
  const wanted = new Map(all.map((text) => text.slice(2).split('/@') as [string, string]));
  return (record, { report }) => {
    if ((attributeOf(record, one) ?? '') !== '') return;
    const walk = (inside: XmlElement): void => {
      for (const child of inside.children) {
        const attribute = wanted.get(child.name);
        if (attribute !== undefined && !attributeOf(child, attribute) && !attributeOf(inside, attribute)) report(code, child, `@${attribute}`, null);
        walk(child);
      }
    };
    walk(record);
  };
}

/** A classification stands at the record, or with each (`some`: with any) of its transactions. */
export function eachOrRecord(rule: Rule & { kind: 'some-or-record' | 'each-or-record' }, code: IatiProblem): Check {
  const record = rule.record.map(pathFrom);
  return (element, { groups, report }) => {
    for (const path of record) if (firstAt(element, path, groups) !== null) return;
    const all = groups.childrenOf(element, rule.each);
    const without = all.filter((found) => !found.children.some((child) => rule.has.includes(child.name)));
    if (rule.kind === 'some-or-record') {
      if (without.length === all.length) report(code, element, null, null);
    } else if (without.length < all.length) for (const found of without) report(code, found, null, null);
  };
}
