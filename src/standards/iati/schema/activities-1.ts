/**
 * The activity standard 1.05, and what 1.04 to 1.01 did not know yet: elements in any order and number, text between them.
 * Source: the schemas' change list (IATI/IATI-Schemas, CHANGES.txt @ 4c9ba1e848) and the pages of the standard 1.05
 * (iatistandard.org, CC BY 4.0); written by hand.
 */
export const activities105 = `
iati-activities | version:decimal generated-datetime:dateTime linked-data-default @* | ~ iati-activity* *
iati-activity | version:decimal last-updated-datetime:dateTime xml:lang default-currency hierarchy:int linked-data-uri @* |
  ~ reporting-org* iati-identifier* other-identifier* activity-website* title* description* activity-status* activity-date*
  contact-info* participating-org* activity-scope* recipient-country* recipient-region* location* sector*
  country-budget-items? policy-marker* collaboration-type* default-flow-type* default-finance-type* default-aid-type*
  default-tied-status* budget* planned-disbursement* capital-spend* transaction* document-link* related-activity*
  legacy-data* conditions* result* crs-add* fss* *
iati-identifier | @* | text *
reporting-org | ref! type! secondary-reporter:boolean xml:lang @* | text *
participating-org | ref type role! xml:lang @* | text *
other-identifier | owner-ref owner-name @* | text *
activity-website | @* | text *
title | xml:lang @* | text *
description | type xml:lang @* | text *
comment | xml:lang @* | text *
name | xml:lang @* | text *
organisation | xml:lang @* | text *
person-name | xml:lang @* | text *
job-title | xml:lang @* | text *
telephone | @* | text *
email | @* | text *
website | @* | text *
mailing-address | xml:lang @* | text *
activity-status | code! xml:lang @* | text *
activity-date | type! iso-date:date xml:lang @* | text *
contact-info | type @* | ~ organisation* person-name* job-title* telephone* email* website* mailing-address* *
activity-scope | code! xml:lang @* | text *
recipient-country | code percentage:decimal xml:lang @* | text *
recipient-region | code vocabulary percentage:decimal xml:lang @* | text *
location | ref percentage:decimal @* | ~ location-reach* location-id* location-type* name* description* activity-description*
  administrative* coordinates* point* exactness* location-class* feature-designation* gazetteer-entry* *
location-reach | code! @* | text *
location-id | code! vocabulary! @* | text *
location-type | code! xml:lang @* | text *
activity-description | xml:lang @* | text *
administrative | country adm1 adm2 vocabulary level:nonNegativeInteger code xml:lang @* | text *
coordinates | latitude:decimal longitude:decimal precision xml:lang @* | text *
point | srsName @* | ~ pos* *
pos | @* | =string
exactness | code! @* | text *
location-class | code! @* | text *
feature-designation | code! @* | text *
gazetteer-entry | gazetteer-ref! @* | text *
sector | vocabulary code percentage:decimal xml:lang @* | text *
country-budget-items | vocabulary! @* | ~ budget-item* *
budget-item | code! percentage:decimal @* | ~ description* text *
policy-marker | vocabulary code significance xml:lang @* | text *
collaboration-type | code! xml:lang @* | text *
default-flow-type | code! xml:lang @* | text *
default-finance-type | code! xml:lang @* | text *
default-aid-type | code! xml:lang @* | text *
default-tied-status | code! xml:lang @* | text *
budget | type @* | ~ period-start* period-end* value* *
planned-disbursement | updated:date @* | ~ period-start* period-end* value* *
period-start | iso-date:date xml:lang @* | text *
period-end | iso-date:date xml:lang @* | text *
value | currency value-date:date! @* | =decimal
capital-spend | percentage:decimal @* | *
transaction | ref @* | ~ value* description* transaction-type* provider-org* receiver-org* transaction-date* flow-type*
  aid-type* finance-type* tied-status* disbursement-channel* *
transaction-type | code! xml:lang @* | text *
transaction-date | iso-date:date! xml:lang @* | text *
provider-org | ref provider-activity-id @* | text *
receiver-org | ref receiver-activity-id @* | text *
flow-type | code! xml:lang @* | text *
finance-type | code! xml:lang @* | text *
aid-type | code! xml:lang @* | text *
tied-status | code! xml:lang @* | text *
disbursement-channel | code! xml:lang @* | text *
document-link | url:anyURI! format language @* | ~ title* category* language* *
category | code! xml:lang @* | text *
language | code! xml:lang @* | text *
related-activity | ref! type! xml:lang @* | text *
legacy-data | name! value! iati-equivalent:NMTOKEN @* | text *
conditions | attached:boolean! @* | ~ condition* *
condition | type! xml:lang @* | text *
result | type! aggregation-status:boolean xml:lang @* | ~ title* description* indicator* *
indicator | measure! ascending:boolean @* | ~ title* description* baseline* period* *
baseline | year:positiveInteger! value! xml:lang @* | ~ comment* text *
period | @* | ~ period-start* period-end* target* actual* *
target | value! xml:lang @* | ~ comment* text *
actual | value! xml:lang @* | ~ comment* text *
crs-add | @* | ~ aidtype-flag* loan-terms* loan-status* *
aidtype-flag | code! significance:boolean! @* | text *
loan-terms | rate-1:decimal rate-2:decimal @* | ~ repayment-type* repayment-plan* commitment-date* repayment-first-date*
  repayment-final-date* *
repayment-type | code! @* | text *
repayment-plan | code! @* | text *
commitment-date | iso-date:date! @* | text *
repayment-first-date | iso-date:date! @* | text *
repayment-final-date | iso-date:date! @* | text *
loan-status | year:decimal! currency value-date:date! @* | ~ interest-received* principal-outstanding* principal-arrears*
  interest-arrears* *
interest-received | @* | =decimal
principal-outstanding | @* | =decimal
principal-arrears | @* | =decimal
interest-arrears | @* | =decimal
fss | extraction-date:date! priority:boolean phaseout-year:decimal @* | ~ forecast* *
forecast | year:decimal! currency value-date:date @* | =decimal
`;

/** 1.04 is 1.05 without a word of documentation; 1.03 does not know the new ways of locating, and lets items have no share. */
export const activities103 = `
reporting-org | ref! type! xml:lang @* | text *
location | percentage:decimal @* | ~ location-type* name* description* administrative* coordinates* gazetteer-entry* *
administrative | country adm1 adm2 xml:lang @* | text *
budget-item | code! percentage:decimal! @* | ~ description* text *
condition | type! @* | text *
`;

/** 1.02 and 1.01: whole percentages, and none of the additions of 1.03. */
export const activities102 = `
iati-activity | version:decimal last-updated-datetime:dateTime xml:lang default-currency hierarchy:int linked-data-uri @* |
  ~ reporting-org* iati-identifier* other-identifier* activity-website* title* description* activity-status* activity-date*
  contact-info* participating-org* recipient-country* recipient-region* location* sector* policy-marker*
  collaboration-type* default-flow-type* default-finance-type* default-aid-type* default-tied-status* budget*
  planned-disbursement* transaction* document-link* related-activity* legacy-data* conditions* result* *
contact-info | @* | ~ organisation* person-name* telephone* email* mailing-address* *
recipient-region | code percentage:decimal xml:lang @* | text *
`;
