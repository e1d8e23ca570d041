/**
 * What was different in 2.02 and 2.01, over the lines of 2.03.
 * Source: the standard's change lists "2.03 changes" and "2.02 changes" (iatistandard.org, CC BY 4.0); written by hand.
 */
export const activities202 = `
iati-activity | last-updated-datetime:dateTime xml:lang default-currency humanitarian:boolean hierarchy:int
  linked-data-uri:anyURI @* | iati-identifier reporting-org title description+ participating-org+ other-identifier*
  activity-status activity-date+ contact-info* activity-scope? recipient-country* recipient-region* location* sector*
  country-budget-items? humanitarian-scope* policy-marker* collaboration-type? default-flow-type? default-finance-type?
  default-aid-type? default-tied-status? budget* planned-disbursement* capital-spend? transaction* document-link*
  related-activity* legacy-data* conditions? result* crs-add? fss? *
participating-org | ref type role! activity-id @* | narrative* *
default-aid-type | code! @* | *
aid-type | code! @* | *
transaction | ref humanitarian:boolean @* | transaction-type transaction-date value description? provider-org? receiver-org?
  disbursement-channel? sector* recipient-country? recipient-region? flow-type? finance-type? aid-type? tied-status? *
document-link | url:anyURI! format! @* | title category+ language* document-date? recipient-country* *
capital-spend | percentage:decimal @* | *
result | type! aggregation-status:boolean @* | title description? indicator+ *
indicator | measure! ascending:boolean @* | title description? reference* baseline? period* *
baseline | year:positiveInteger! value! @* | comment? *
period | @* | period-start period-end target? actual? *
target | value! @* | location* dimension* comment? *
actual | value! @* | location* dimension* comment? *
`;

export const activities201 = `
iati-activity | last-updated-datetime:dateTime xml:lang default-currency hierarchy:int linked-data-uri:anyURI @* |
  iati-identifier reporting-org title description+ participating-org+ other-identifier* activity-status activity-date+
  contact-info* activity-scope? recipient-country* recipient-region* location* sector* country-budget-items? policy-marker*
  collaboration-type? default-flow-type? default-finance-type? default-aid-type? default-tied-status? budget*
  planned-disbursement* capital-spend? transaction* document-link* related-activity* legacy-data* conditions? result*
  crs-add? fss? *
participating-org | ref type role! @* | narrative* *
recipient-region | code! vocabulary percentage:decimal @* | narrative* *
sector | vocabulary code! percentage:decimal @* | narrative* *
policy-marker | vocabulary code! significance! @* | narrative* *
budget | type @* | period-start period-end value *
planned-disbursement | type @* | period-start period-end value *
provider-org | ref provider-activity-id @* | narrative* *
receiver-org | ref receiver-activity-id @* | narrative* *
transaction | ref @* | transaction-type transaction-date value description? provider-org? receiver-org?
  disbursement-channel? sector* recipient-country? recipient-region? flow-type? finance-type? aid-type? tied-status? *
transaction/sector | vocabulary code! @* | narrative* *
transaction/recipient-region | code! vocabulary @* | narrative* *
document-link | url:anyURI! format! @* | title category+ language* recipient-country* *
indicator | measure! ascending:boolean @* | title description? baseline? period* *
target | value! @* | comment? *
actual | value! @* | comment? *
crs-add | @* | other-flags* loan-terms? loan-status? *
`;
