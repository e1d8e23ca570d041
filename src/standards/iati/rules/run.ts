import type { XmlElement } from '../xml-element.ts';
import { type Check, compileRule, type Scope } from './kinds.ts';
import { standardRules } from './standard.ts';

/** Names that several things share: `description` of an activity and of a result; `period` stands only in indicators. */
const checks = new Map<string, Check[]>();
for (const rule of standardRules) {
  const name = rule.on.replace('//', '');
  const known = checks.get(name);
  if (known === undefined) checks.set(name, [compileRule(rule)]);
  else known.push(compileRule(rule));
}

/** Runs the standard ruleset over a record and everything in it, in the words of 2.03. */
export function runRules(record: XmlElement, scope: Scope): void {
  const own = checks.get(record.name);
  if (own !== undefined) for (const check of own) check(record, scope);
  for (const child of record.children) if (!child.isForeign) runRules(child, scope);
}
