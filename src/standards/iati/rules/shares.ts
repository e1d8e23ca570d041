import { absolute, compare, subtract, sum } from '../../../kernel/decimal.ts';
import { decimalOf } from '../build/values.ts';
import type { IatiProblem } from '../problems.ts';
import { attributeOf, type XmlElement } from '../xml-element.ts';
import type { Scope } from './kinds.ts';
import type { Rule } from './standard.ts';

type ShareRule = Rule & { kind: 'shares-complete' | 'shares-sum' | 'share-of-single' };

/** A hundred missed by no more than this is a matter of rounding: advice, not an error. */
const ROUNDING = '0.01';

/**
 * Shares of one whole: of the elements of one vocabulary, several must all say their percentage, which must add up to
 * 100; a single one says 100 or nothing. With two names (regions and countries) the second belongs to each vocabulary
 * of the first; `alone` = the rule is silent where regions stand beside.
 */
export function checkShares(rule: ShareRule, code: IatiProblem, element: XmlElement, scope: Scope): void {
  const [name, beside] = rule.of;
  const own = scope.groups.childrenOf(element, name!);
  if (own.length === 0 || (rule.only === 'alone' && scope.groups.childrenOf(element, 'recipient-region').length > 0)) return;
  const others = beside === undefined ? [] : scope.groups.childrenOf(element, beside);
  if (own.length === 1) {
    checkGroup(rule, code, element, own, others, scope);
    return;
  }
  const byVocabulary = new Map<string, XmlElement[]>();
  for (const each of own) {
    const vocabulary = attributeOf(each, 'vocabulary') || '1';
    const group = byVocabulary.get(vocabulary);
    if (group === undefined) byVocabulary.set(vocabulary, [each]);
    else group.push(each);
  }
  for (const group of byVocabulary.values()) checkGroup(rule, code, element, group, others, scope);
}

function checkGroup(rule: ShareRule, code: IatiProblem, element: XmlElement, group: readonly XmlElement[], others: readonly XmlElement[], scope: Scope): void {
  const count = group.length + others.length;
  if (rule.kind === 'share-of-single') {
    const share = count === 1 ? decimalOf(group[0]!, 'percentage') : null;
    if (share !== null && compare(share, '100') !== 0) scope.report(code, group[0]!, '@percentage', share);
    return;
  }
  if (rule.kind === 'shares-complete') {
    if (group.length < 2) return;
    for (const each of group) if (!attributeOf(each, 'percentage')) scope.report(code, each, '@percentage', null);
    return;
  }
  if (count < 2) return;
  const shares: string[] = [];
  for (const each of [...group, ...others]) {
    const share = decimalOf(each, 'percentage');
    if (share !== null) shares.push(share);
  }
  if (shares.length < 2) return;
  const total = sum(shares);
  if (compare(total, '100') === 0) return;
  const rounded = compare(absolute(subtract(total, '100')), ROUNDING) <= 0;
  scope.report(rounded ? 'iati.shares-rounded' : code, group[0]!, '@percentage', null, {
    sum: total, of: rule.of.join(', '), vocabulary: attributeOf(group[0]!, 'vocabulary') || attributeOf(element, 'vocabulary') || '1',
  });
}
