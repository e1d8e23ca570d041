import type { AidType, Share } from '../../../activities/domain/parts.ts';
import { type FlowEnd, type ReportedBudget, type ReportedTransaction, type TransactionType, transactionTypes } from '../../../funds/domain/model.ts';
import { trimmed } from '../data-types.ts';
import { attributeOf, publishedOf, type XmlElement } from '../xml-element.ts';
import { shareFrom } from './shares.ts';
import { booleanOf, type Building, currencyFrom, dayOf, decimalOf, narrativesIn, textOf } from './values.ts';

const isTransactionType = (code: string | null): code is TransactionType => code !== null && Object.hasOwn(transactionTypes, code);

/** A transaction in the words of 2.03; amounts are exact, nothing is left out for being odd. */
export function transactionFrom(element: XmlElement, building: Building): ReportedTransaction {
  const t: ReportedTransaction = {
    ref: textOf(element, 'ref'),
    type: null,
    typeAsPublished: '?',
    transactionOn: null,
    value: null,
    valueAsPublished: '',
    currency: building.currency,
    currencyIsDefault: true,
    valueOn: null,
    descriptions: [],
    provider: null,
    receiver: null,
    disbursementChannel: null,
    sectors: [],
    recipientCountry: null,
    recipientRegion: null,
    flowType: null,
    financeType: null,
    aidTypes: [],
    tiedStatus: null,
    humanitarian: booleanOf(element, 'humanitarian'),
    line: element.line,
  };
  let [hasType, hasDay, hasValue] = [false, false, false];
  for (const child of element.children) {
    switch (child.name) {
      case 'transaction-type': {
        if (hasType) break;
        hasType = true;
        t.typeAsPublished = publishedOf(child, 'code') ?? '?';
        const code = textOf(child, 'code');
        if (isTransactionType(code)) t.type = code;
        break;
      }
      case 'transaction-date':
        if (!hasDay) t.transactionOn = dayOf(child, 'iso-date');
        hasDay = true;
        break;
      case 'value':
        if (!hasValue) takeValue(t, child, element, building);
        hasValue = true;
        break;
      case 'description': if (t.descriptions.length === 0) t.descriptions = narrativesIn(child, building); break;
      case 'provider-org': t.provider ??= flowEndFrom(child, 'provider-activity-id', building); break;
      case 'receiver-org': t.receiver ??= flowEndFrom(child, 'receiver-activity-id', building); break;
      case 'disbursement-channel': t.disbursementChannel ??= textOf(child, 'code'); break;
      case 'sector': {
        const share = shareFrom(child, '1', building);
        if (share !== null) t.sectors.push(share);
        break;
      }
      case 'recipient-country': takePlace(t, shareFrom(child, 'A4', building)); break;
      case 'recipient-region': takePlace(t, shareFrom(child, '1', building)); break;
      case 'flow-type': t.flowType ??= textOf(child, 'code'); break;
      case 'finance-type': t.financeType ??= textOf(child, 'code'); break;
      case 'aid-type': t.aidTypes.push(...aidTypeFrom(child)); break;
      case 'tied-status': t.tiedStatus ??= textOf(child, 'code'); break;
    }
  }
  if (building.isVersion1) {
    if (!hasType) building.report('iati.transaction-type-missing', element, null, null);
    if (!hasDay) building.report('iati.transaction-date-missing', element, null, null);
    if (!hasValue) building.report('iati.value-missing', element, null, null, { element: element.name });
  }
  return t;
}

function takePlace(t: ReportedTransaction, place: Share | null): void {
  if (place === null) return;
  // A region code in the country field has become a region in `shareFrom`.
  if (place.vocabulary === 'A4') t.recipientCountry ??= place;
  else t.recipientRegion ??= place;
}

export function aidTypeFrom(element: XmlElement): AidType[] {
  const code = textOf(element, 'code');
  return code === null ? [] : [{ vocabulary: textOf(element, 'vocabulary') ?? '1', code }];
}

function flowEndFrom(element: XmlElement, activityId: string, building: Building): FlowEnd {
  return {
    ref: textOf(element, 'ref'),
    type: textOf(element, 'type'),
    names: narrativesIn(element, building),
    activityId: textOf(element, activityId),
  };
}

type WithValue = Pick<ReportedTransaction, 'value' | 'valueAsPublished' | 'currency' | 'currencyIsDefault' | 'valueOn'>;

function takeValue(target: WithValue, value: XmlElement, owner: XmlElement, building: Building): void {
  target.valueAsPublished = trimmed(publishedOf(value, '') ?? '');
  target.value = decimalOf(value, '');
  target.valueOn = dayOf(value, 'value-date');
  const currency = attributeOf(value, 'currency');
  if (currency !== null && currency !== '') {
    target.currency = currencyFrom(trimmed(currency));
    target.currencyIsDefault = false;
  }
  if (target.value !== null) remarkOn(target.value, value, owner, building);
}

/** Advice on amounts that are right as they stand but seldom meant: nothing is changed for it. */
function remarkOn(amount: string, value: XmlElement, owner: XmlElement, { report }: Building): void {
  const first = amount.charCodeAt(0);
  if (first === 45) report('iati.value-negative', value, 'text()', amount);
  else if (first === 48 && !/[1-9]/.test(amount)) report('iati.value-zero', value, 'text()', amount, { element: owner.name });
  const point = amount.indexOf('.');
  if (point >= 0 && amount.length - point > 5 && /\.\d{4}\d*[1-9]/.test(amount)) report('iati.value-too-precise', value, 'text()', amount);
}

/** A budget or a planned disbursement. */
export function budgetFrom(element: XmlElement, kind: ReportedBudget['kind'], building: Building): ReportedBudget {
  const b: ReportedBudget = {
    kind,
    type: textOf(element, 'type'),
    status: textOf(element, 'status'),
    from: null,
    to: null,
    value: null,
    valueAsPublished: '',
    currency: building.currency,
    currencyIsDefault: true,
    valueOn: null,
    provider: null,
    receiver: null,
    line: element.line,
  };
  let hasValue = false;
  for (const child of element.children) {
    switch (child.name) {
      case 'period-start': b.from ??= dayOf(child, 'iso-date'); break;
      case 'period-end': b.to ??= dayOf(child, 'iso-date'); break;
      case 'value':
        if (!hasValue) takeValue(b, child, element, building);
        hasValue = true;
        break;
      case 'provider-org': b.provider ??= flowEndFrom(child, 'provider-activity-id', building); break;
      case 'receiver-org': b.receiver ??= flowEndFrom(child, 'receiver-activity-id', building); break;
    }
  }
  if (!hasValue && building.isVersion1) building.report('iati.value-missing', element, null, null, { element: element.name });
  return b;
}

