import * as activity from '../codelists/activity.ts';
import { crsChannelCode } from '../codelists/agencies.ts';
import type { Codelist } from '../codelists/codelist.ts';
import { fileFormat } from '../codelists/formats.ts';
import { sdgGoals, sdgTargets } from '../codelists/goals.ts';
import { language } from '../codelists/languages.ts';
import * as money from '../codelists/money.ts';
import * as places from '../codelists/places.ts';
import * as sectors from '../codelists/sectors.ts';

/** Which list an attribute takes its codes from: one, or one for each vocabulary (`''` = none is named). */
export type CodesOf = Codelist | { vocabulary: string; lists: Readonly<Record<string, Codelist>> };

const byVocabulary = (lists: Record<string, Codelist>): CodesOf => ({ vocabulary: 'vocabulary', lists: { '': lists['1']!, ...lists } });

const sectorCodes = byVocabulary({ '1': sectors.sector, '2': sectors.sectorCategory, '7': sdgGoals, '8': sdgTargets });
const aidCodes = byVocabulary({ '1': money.aidType, '2': money.earmarkingCategory, '4': money.cashAndVoucherModalities });
const regionCodes = byVocabulary({ '1': places.region });

/**
 * Attribute (or `text()`) → its codelist, by the end of the path; the longest ending that fits wins.
 * Source: mapping.xml of IATI/IATI-Codelists @ 75e827bacd (CC BY 4.0).
 */
export const codesByPath: Readonly<Record<string, CodesOf>> = {
  '@xml:lang': language,
  '@default-currency': money.currency,
  '@currency': money.currency,
  'iati-activity/@budget-not-provided': money.budgetNotProvided,
  'activity-date/@type': activity.activityDateType,
  'activity-status/@code': activity.activityStatus,
  'activity-scope/@code': activity.activityScope,
  'budget/@status': money.budgetStatus,
  'budget/@type': money.budgetType,
  'total-budget/@status': money.budgetStatus,
  'recipient-org-budget/@status': money.budgetStatus,
  'recipient-region-budget/@status': money.budgetStatus,
  'recipient-country-budget/@status': money.budgetStatus,
  'collaboration-type/@code': money.collaborationType,
  'condition/@type': activity.conditionType,
  'contact-info/@type': activity.contactType,
  'country-budget-items/@vocabulary': money.budgetIdentifierVocabulary,
  'crs-add/channel-code/text()': crsChannelCode,
  'other-flags/@code': money.crsAddOtherFlags,
  'repayment-plan/@code': money.loanRepaymentPeriod,
  'repayment-type/@code': money.loanRepaymentType,
  'default-aid-type/@code': aidCodes,
  'default-aid-type/@vocabulary': money.aidTypeVocabulary,
  'aid-type/@code': aidCodes,
  'aid-type/@vocabulary': money.aidTypeVocabulary,
  'default-finance-type/@code': money.financeType,
  'finance-type/@code': money.financeType,
  'default-flow-type/@code': money.flowType,
  'flow-type/@code': money.flowType,
  'default-tied-status/@code': money.tiedStatus,
  'tied-status/@code': money.tiedStatus,
  'iati-activity/description/@type': activity.descriptionType,
  'document-link/@format': fileFormat,
  'document-link/category/@code': activity.documentCategory,
  'document-link/language/@code': language,
  'document-link/recipient-country/@code': places.country,
  'humanitarian-scope/@type': activity.humanitarianScopeType,
  'humanitarian-scope/@vocabulary': activity.humanitarianScopeVocabulary,
  'administrative/@vocabulary': places.geographicVocabulary,
  'administrative/@code': { vocabulary: 'vocabulary', lists: { A4: places.country } },
  'feature-designation/@code': places.locationType,
  'location-class/@code': places.geographicLocationClass,
  'location-id/@vocabulary': places.geographicVocabulary,
  'location-reach/@code': places.geographicLocationReach,
  'exactness/@code': places.geographicExactness,
  'other-identifier/@type': activity.otherIdentifierType,
  'participating-org/@crs-channel-code': crsChannelCode,
  'participating-org/@role': activity.organisationRole,
  'participating-org/@type': activity.organisationType,
  'planned-disbursement/@type': money.budgetType,
  'provider-org/@type': activity.organisationType,
  'receiver-org/@type': activity.organisationType,
  'reporting-org/@type': activity.organisationType,
  'policy-marker/@code': byVocabulary({ '1': activity.policyMarker }),
  'policy-marker/@significance': activity.policySignificance,
  'policy-marker/@vocabulary': activity.policyMarkerVocabulary,
  'recipient-country/@code': places.country,
  'recipient-region/@code': regionCodes,
  'recipient-region/@vocabulary': places.regionVocabulary,
  'related-activity/@type': activity.relatedActivityType,
  'result/@type': activity.resultType,
  'indicator/@measure': activity.indicatorMeasure,
  'indicator/reference/@vocabulary': activity.indicatorVocabulary,
  'result/reference/@vocabulary': activity.resultVocabulary,
  'sector/@code': sectorCodes,
  'sector/@vocabulary': sectors.sectorVocabulary,
  'tag/@code': { vocabulary: 'vocabulary', lists: { '2': sdgGoals, '3': sdgTargets } },
  'tag/@vocabulary': activity.tagVocabulary,
  'disbursement-channel/@code': money.disbursementChannel,
  'transaction-type/@code': money.transactionType,
};
