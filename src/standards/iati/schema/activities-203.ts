/**
 * The activity standard 2.03: elements, order, number, types.
 * Source: IATI/IATI-Schemas @ 4c9ba1e848 (CC BY 4.0); transcribed by scripts/transcribe-iati-schema.ts, read by notation.ts.
 */
export const activities203 = `
iati-activities | version! generated-datetime:dateTime linked-data-default:anyURI @* | iati-activity+ *
iati-activity | last-updated-datetime:dateTime xml:lang default-currency humanitarian:boolean hierarchy:int
  linked-data-uri:anyURI budget-not-provided @* | iati-identifier reporting-org title description+ participating-org+
  other-identifier* activity-status activity-date+ contact-info* activity-scope? recipient-country* recipient-region* location*
  sector* tag* country-budget-items? humanitarian-scope* policy-marker* collaboration-type? default-flow-type?
  default-finance-type? default-aid-type* default-tied-status? budget* planned-disbursement* capital-spend? transaction*
  document-link* related-activity* legacy-data* conditions? result* crs-add? fss? *
iati-identifier | @* | =string
reporting-org | ref! type! secondary-reporter:boolean @* | narrative+ *
narrative | xml:lang @* | =string
title | @* | narrative+ *
description | type @* | narrative+ *
participating-org | ref type role! activity-id crs-channel-code @* | narrative* *
other-identifier | ref! type! @* | owner-org? *
owner-org | ref @* | narrative* *
activity-status | code! @* | *
activity-date | type! iso-date:date! @* | narrative* *
contact-info | type @* | organisation? department? person-name? job-title? telephone* email* website* mailing-address* *
organisation | @* | narrative+ *
department | @* | narrative+ *
person-name | @* | narrative+ *
job-title | @* | narrative+ *
telephone | @* | =string
email | @* | =string
website | @* | =anyURI
mailing-address | @* | narrative+ *
activity-scope | code! @* | *
recipient-country | code! percentage:decimal @* | narrative* *
recipient-region | code! vocabulary vocabulary-uri:anyURI percentage:decimal @* | narrative* *
location | ref @* | location-reach? location-id* name? description? activity-description? administrative* point? exactness?
  location-class? feature-designation? *
location-reach | code! @* | *
location-id | code! vocabulary! @* | *
name | @* | narrative+ *
location/description | @* | narrative+ *
activity-description | @* | narrative+ *
administrative | code! vocabulary! level:nonNegativeInteger @* | *
point | srsName! @* | pos *
pos | | =string
exactness | code! @* | *
location-class | code! @* | *
feature-designation | code! @* | *
sector | vocabulary vocabulary-uri:anyURI code! percentage:decimal @* | narrative* *
tag | code! vocabulary! vocabulary-uri:anyURI @* | narrative* *
country-budget-items | vocabulary! @* | budget-item+ *
budget-item | code! percentage:decimal @* | description? *
budget-item/description | @* | narrative+ *
humanitarian-scope | type! vocabulary! vocabulary-uri:anyURI code! @* | narrative* *
policy-marker | vocabulary vocabulary-uri:anyURI code! significance @* | narrative* *
collaboration-type | code! @* | *
default-flow-type | code! @* | *
default-finance-type | code! @* | *
default-aid-type | code! vocabulary @* | *
default-tied-status | code! @* | *
budget | type status @* | period-start period-end value *
period-start | iso-date:date! @* | *
period-end | iso-date:date! @* | *
value | currency value-date:date! @* | =decimal
planned-disbursement | type @* | period-start period-end? value provider-org? receiver-org? *
provider-org | ref provider-activity-id type @* | narrative* *
receiver-org | ref receiver-activity-id type @* | narrative* *
capital-spend | percentage:decimal! @* | *
transaction | ref humanitarian:boolean @* | transaction-type transaction-date value description? provider-org? receiver-org?
  disbursement-channel? sector* recipient-country? recipient-region? flow-type? finance-type? aid-type* tied-status? *
transaction-type | code! @* | *
transaction-date | iso-date:date! @* | *
transaction/description | @* | narrative+ *
disbursement-channel | code! @* | *
transaction/sector | vocabulary vocabulary-uri:anyURI code! @* | narrative* *
transaction/recipient-country | code! @* | narrative* *
transaction/recipient-region | code! vocabulary vocabulary-uri:anyURI @* | narrative* *
flow-type | code! @* | *
finance-type | code! @* | *
aid-type | code! vocabulary @* | *
tied-status | code! @* | *
document-link | url:anyURI! format! @* | title description? category+ language* document-date? *
document-link/description | @* | narrative+ *
category | code! @* | *
language | code! @* | *
document-date | iso-date:date! @* | *
related-activity | ref! type! | *
legacy-data | name! value! iati-equivalent:NMTOKEN | *
conditions | attached:boolean! @* | condition* *
condition | type! | narrative+ *
result | type! aggregation-status:boolean @* | title description? document-link* reference* indicator+ *
result/description | @* | narrative+ *
reference | code! vocabulary! vocabulary-uri:anyURI @* | *
indicator | measure! ascending:boolean aggregation-status:boolean @* | title description? document-link* reference* baseline*
  period* *
indicator/description | @* | narrative+ *
indicator/reference | vocabulary! code! indicator-uri:anyURI @* | *
baseline | iso-date:date year:positiveInteger! value @* | location* dimension* document-link* comment? *
baseline/location | ref @* | *
dimension | name value @* | *
comment | @* | narrative+ *
period | @* | period-start period-end target* actual* *
target | value | location* dimension* comment? document-link* *
target/location | ref @* | *
actual | value | location* dimension* comment? document-link* *
actual/location | ref @* | *
crs-add | @* | other-flags* loan-terms? loan-status? channel-code? *
other-flags | code! significance:boolean! @* | *
loan-terms | rate-1:decimal rate-2:decimal @* | repayment-type? repayment-plan? commitment-date? repayment-first-date?
  repayment-final-date? *
repayment-type | code! @* | *
repayment-plan | code! @* | *
commitment-date | iso-date:date! @* | *
repayment-first-date | iso-date:date! @* | *
repayment-final-date | iso-date:date! @* | *
loan-status | year:decimal! currency value-date:date! @* | interest-received? principal-outstanding? principal-arrears?
  interest-arrears? *
interest-received | | =decimal
principal-outstanding | | =decimal
principal-arrears | | =decimal
interest-arrears | | =decimal
channel-code | | =string
fss | extraction-date:date! priority:boolean phaseout-year:decimal @* | forecast* *
forecast | year:decimal! currency value-date:date @* | =decimal
`;
