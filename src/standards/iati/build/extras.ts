import type { Contact, CountryBudgetItems, CrsAdd, ForwardSpending } from '../../../activities/domain/model.ts';
import { trimmed } from '../data-types.ts';
import { attributeOf, childOf, childrenOf, type XmlElement } from '../xml-element.ts';
import { booleanOf, type Building, currencyFrom, dayOf, decimalOf, narrativesIn, textOf } from './values.ts';

export function countryBudgetItemsFrom(element: XmlElement, building: Building): CountryBudgetItems {
  return {
    vocabulary: textOf(element, 'vocabulary'),
    items: childrenOf(element, 'budget-item').map((item) => ({
      code: textOf(item, 'code') ?? '',
      percentage: decimalOf(item, 'percentage'),
      descriptions: narrativesIn(childOf(item, 'description'), building),
    })),
  };
}

const codeIn = (parent: XmlElement, name: string): string | null => {
  const child = childOf(parent, name);
  return child === null ? null : textOf(child, 'code');
};

const amountIn = (parent: XmlElement, name: string): string | null => {
  const child = childOf(parent, name);
  return child === null ? null : decimalOf(child, '');
};

export function crsAddFrom(element: XmlElement, building: Building): CrsAdd {
  const terms = childOf(element, 'loan-terms');
  const status = childOf(element, 'loan-status');
  const channel = childOf(element, 'channel-code');
  return {
    otherFlags: childrenOf(element, 'other-flags').map((flag) => ({ code: textOf(flag, 'code') ?? '', significance: textOf(flag, 'significance') })),
    loanTerms: terms && {
      rate1: decimalOf(terms, 'rate-1'),
      rate2: decimalOf(terms, 'rate-2'),
      repaymentType: codeIn(terms, 'repayment-type'),
      repaymentPlan: codeIn(terms, 'repayment-plan'),
      commitmentOn: dayOf(childOf(terms, 'commitment-date'), 'iso-date'),
      repaymentFirstOn: dayOf(childOf(terms, 'repayment-first-date'), 'iso-date'),
      repaymentFinalOn: dayOf(childOf(terms, 'repayment-final-date'), 'iso-date'),
    },
    loanStatus: status && {
      year: textOf(status, 'year'),
      currency: currencyFrom(textOf(status, 'currency')) ?? building.currency,
      valueOn: dayOf(status, 'value-date'),
      interestReceived: amountIn(status, 'interest-received'),
      principalOutstanding: amountIn(status, 'principal-outstanding'),
      principalArrears: amountIn(status, 'principal-arrears'),
      interestArrears: amountIn(status, 'interest-arrears'),
    },
    channelCode: channel === null ? null : trimmed(channel.text) || null,
  };
}

export function forwardSpendingFrom(element: XmlElement, building: Building): ForwardSpending {
  return {
    extractedOn: dayOf(element, 'extraction-date'),
    priority: booleanOf(element, 'priority'),
    phaseoutYear: textOf(element, 'phaseout-year'),
    forecasts: childrenOf(element, 'forecast').map((forecast) => ({
      year: textOf(forecast, 'year'),
      value: decimalOf(forecast, ''),
      currency: currencyFrom(textOf(forecast, 'currency')) ?? building.currency,
      valueOn: dayOf(forecast, 'value-date'),
    })),
  };
}

/** Contact persons are personal data: they leave by their own door and touch neither the activity nor a problem. */
export function contactFrom(element: XmlElement, building: Building): Contact {
  const texts = (name: string): string[] => childrenOf(element, name).map((child) => trimmed(child.text)).filter((text) => text !== '');
  const named = (name: string) => narrativesIn(childOf(element, name), building);
  return {
    type: attributeOf(element, 'type'),
    organisations: named('organisation'),
    departments: named('department'),
    persons: named('person-name'),
    jobTitles: named('job-title'),
    telephones: texts('telephone'),
    emails: texts('email'),
    websites: texts('website'),
    mailingAddresses: childrenOf(element, 'mailing-address').map((address) => narrativesIn(address, building)).filter((address) => address.length > 0),
  };
}
