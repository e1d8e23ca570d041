import type { Activity, Contact } from '../../../activities/domain/model.ts';
import type { ReportedBudget, ReportedTransaction } from '../../../funds/domain/model.ts';
import { trimmed } from '../data-types.ts';
import { attributeOf, childrenOf, type XmlElement } from '../xml-element.ts';
import { contactFrom, countryBudgetItemsFrom, crsAddFrom, forwardSpendingFrom } from './extras.ts';
import { aidTypeFrom, budgetFrom, transactionFrom } from './money.ts';
import { placeFrom } from './places.ts';
import { documentFrom, resultFrom } from './results.ts';
import { codeFrom, shareFrom } from './shares.ts';
import { booleanOf, type Building, dayOf, decimalOf, narrativesIn, textOf } from './values.ts';

/** An activity, its money and its contacts, each apart. */
export type Built = { activity: Activity; transactions: ReportedTransaction[]; budgets: ReportedBudget[]; contacts: Contact[] };

function emptyActivity(element: XmlElement, version: string, building: Building): Activity {
  return {
    identifier: '',
    otherIdentifiers: [],
    version,
    lang: building.lang,
    defaultCurrency: building.currency,
    lastUpdatedAt: textOf(element, 'last-updated-datetime'),
    linkedDataUri: textOf(element, 'linked-data-uri'),
    hierarchy: Number(textOf(element, 'hierarchy') ?? '1'),
    humanitarian: booleanOf(element, 'humanitarian'),
    budgetNotProvided: textOf(element, 'budget-not-provided'),
    reportingOrganisation: { ref: null, type: null, names: [], secondary: false },
    title: [],
    descriptions: [],
    participatingOrganisations: [],
    status: null,
    dates: [],
    scope: null,
    recipientCountries: [],
    recipientRegions: [],
    locations: [],
    sectors: [],
    tags: [],
    policyMarkers: [],
    humanitarianScopes: [],
    relatedActivities: [],
    collaborationType: null,
    defaultFlowType: null,
    defaultFinanceType: null,
    defaultAidTypes: [],
    defaultTiedStatus: null,
    capitalSpend: null,
    countryBudgetItems: [],
    documents: [],
    conditions: null,
    results: [],
    legacyData: [],
    crsAdd: [],
    fss: null,
    repairs: [],
    unmodelled: [],
  };
}

/** Turns a judged activity (in the words of 2.03) into our model. Where something stands twice that may stand once, the first is taken. */
export function activityFrom(element: XmlElement, version: string, building: Building): Built {
  const activity = emptyActivity(element, version, building);
  const built: Built = { activity, transactions: [], budgets: [], contacts: [] };
  let hasReporter = false;
  for (const child of element.children) {
    switch (child.name) {
      case 'transaction': built.transactions.push(transactionFrom(child, building)); break;
      case 'budget':
      case 'planned-disbursement': built.budgets.push(budgetFrom(child, child.name, building)); break;
      case 'result': activity.results.push(resultFrom(child, building)); break;
      case 'location': activity.locations.push(placeFrom(child, building)); break;
      case 'contact-info': built.contacts.push(contactFrom(child, building)); break;
      case 'document-link': activity.documents.push(documentFrom(child, building)); break;
      case 'iati-identifier': activity.identifier ||= trimmed(child.text); break;
      case 'reporting-org':
        if (hasReporter) break;
        hasReporter = true;
        activity.reportingOrganisation = {
          ref: textOf(child, 'ref'),
          type: textOf(child, 'type'),
          names: narrativesIn(child, building),
          secondary: booleanOf(child, 'secondary-reporter') ?? false,
        };
        break;
      case 'title': if (activity.title.length === 0) activity.title = narrativesIn(child, building); break;
      case 'description': activity.descriptions.push({ type: textOf(child, 'type') ?? '1', narratives: narrativesIn(child, building) }); break;
      case 'participating-org':
        activity.participatingOrganisations.push({
          ref: textOf(child, 'ref'),
          type: textOf(child, 'type'),
          names: narrativesIn(child, building),
          role: textOf(child, 'role'),
          activityId: textOf(child, 'activity-id'),
          crsChannel: textOf(child, 'crs-channel-code'),
        });
        break;
      case 'sector': {
        const share = shareFrom(child, '1', building);
        if (share !== null) activity.sectors.push(share);
        break;
      }
      case 'recipient-country':
      case 'recipient-region': {
        const share = shareFrom(child, child.name === 'recipient-country' ? 'A4' : '1', building);
        if (share !== null) (share.vocabulary === 'A4' ? activity.recipientCountries : activity.recipientRegions).push(share);
        break;
      }
      case 'activity-date': activity.dates.push({ type: textOf(child, 'type'), on: dayOf(child, 'iso-date'), narratives: narrativesIn(child, building) }); break;
      case 'activity-status': activity.status ??= textOf(child, 'code'); break;
      case 'activity-scope': activity.scope ??= textOf(child, 'code'); break;
      case 'policy-marker': {
        const code = codeFrom(child, '1');
        if (code !== null) activity.policyMarkers.push({ ...code, significance: textOf(child, 'significance'), names: narrativesIn(child, building) });
        break;
      }
      case 'tag': {
        const code = codeFrom(child, '');
        if (code !== null) activity.tags.push({ ...code, names: narrativesIn(child, building) });
        break;
      }
      case 'humanitarian-scope': {
        const code = codeFrom(child, '');
        if (code !== null) activity.humanitarianScopes.push({ ...code, type: textOf(child, 'type'), names: narrativesIn(child, building) });
        break;
      }
      case 'related-activity': {
        const identifier = textOf(child, 'ref');
        if (identifier !== null) activity.relatedActivities.push({ type: textOf(child, 'type'), identifier });
        break;
      }
      case 'collaboration-type': activity.collaborationType ??= textOf(child, 'code'); break;
      case 'default-flow-type': activity.defaultFlowType ??= textOf(child, 'code'); break;
      case 'default-finance-type': activity.defaultFinanceType ??= textOf(child, 'code'); break;
      case 'default-aid-type': activity.defaultAidTypes.push(...aidTypeFrom(child)); break;
      case 'default-tied-status': activity.defaultTiedStatus ??= textOf(child, 'code'); break;
      case 'capital-spend': activity.capitalSpend ??= decimalOf(child, 'percentage'); break;
      default: takeSeldom(activity, child, building);
    }
  }
  return built;
}

/** Elements that few activities have. */
function takeSeldom(activity: Activity, child: XmlElement, building: Building): void {
  switch (child.name) {
    case 'other-identifier': {
      const ref = textOf(child, 'ref');
      const owner = childrenOf(child, 'owner-org')[0];
      if (ref === null && owner === undefined) break;
      activity.otherIdentifiers.push({
        ref: ref ?? '',
        type: textOf(child, 'type'),
        owner: owner === undefined ? null : { ref: textOf(owner, 'ref'), names: narrativesIn(owner, building) },
      });
      break;
    }
    case 'country-budget-items': activity.countryBudgetItems.push(countryBudgetItemsFrom(child, building)); break;
    case 'conditions':
      activity.conditions ??= {
        attached: booleanOf(child, 'attached'),
        conditions: childrenOf(child, 'condition').map((condition) => ({ type: textOf(condition, 'type'), narratives: narrativesIn(condition, building) })),
      };
      break;
    case 'legacy-data':
      activity.legacyData.push({
        name: attributeOf(child, 'name') ?? '',
        value: attributeOf(child, 'value') ?? '',
        iatiEquivalent: textOf(child, 'iati-equivalent'),
        text: trimmed(child.text) || null,
      });
      break;
    case 'crs-add': activity.crsAdd.push(crsAddFrom(child, building)); break;
    case 'fss': activity.fss ??= forwardSpendingFrom(child, building); break;
  }
}
