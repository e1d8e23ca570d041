import { organisationRegistrationAgency } from '../codelists/agencies.ts';
import type { IatiProblem } from '../problems.ts';
import type { XmlElement } from '../xml-element.ts';
import type { Check, Scope } from './kinds.ts';
import { eachAt, pathFrom, valuesAt } from './path.ts';
import type { Rule } from './standard.ts';

/** Rules about how identifiers are made up. */
export function checkIdentifiers(rule: Rule & { kind: 'unique' | 'starts-with' }, code: IatiProblem): Check {
  if (rule.kind === 'unique') {
    const [first, second] = rule.paths.map(pathFrom);
    return (element, { groups, report }) => {
      for (const a of valuesAt(element, first!, groups)) {
        for (const b of valuesAt(element, second!, groups)) if (a.value.trim() === b.value.trim()) report(code, b.element, second!.place, b.value);
      }
    };
  }
  const path = pathFrom(rule.path);
  if (rule.prefixes === 'agencies') {
    const visit = (found: XmlElement, value: string, { report, isKnownOrganisation }: Scope): void => {
      const text = value.trim();
      if (text !== '' && !isKnownOrganisation(text) && !startsWithAgency(text)) report(code, found, path.place, value);
    };
    return (element, scope) => eachAt(element, path, scope.groups, visit, scope);
  }
  const prefixes = rule.prefixes.map(pathFrom);
  return (element, { groups, report }) => {
    for (const { element: found, value } of valuesAt(element, path, groups)) {
      const text = value.trim();
      const allowed = prefixes.flatMap((prefix) => valuesAt(element, prefix, groups).map((v) => v.value.trim())).filter((prefix) => prefix !== '');
      if (text !== '' && allowed.length > 0 && !allowed.some((prefix) => text.startsWith(prefix + rule.separator))) {
        report(code, found, path.place, value, { expected: allowed[0]! + rule.separator });
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
