/**
 * The organisation standard 2.03: elements, order, number, types.
 * Source: IATI/IATI-Schemas @ 4c9ba1e848 (CC BY 4.0); transcribed by scripts/transcribe-iati-schema.ts, read by notation.ts.
 */
export const organisations203 = `
iati-organisations | version! generated-datetime:dateTime @* | iati-organisation+ *
iati-organisation | last-updated-datetime:dateTime xml:lang default-currency @* | organisation-identifier name reporting-org
  total-budget* recipient-org-budget* recipient-region-budget* recipient-country-budget* total-expenditure* document-link* *
organisation-identifier | @* | text *
name | @* | narrative+ *
narrative | xml:lang @* | =string
reporting-org | ref! type! secondary-reporter:boolean @* | narrative+ *
total-budget | status @* | period-start period-end value budget-line* *
period-start | iso-date:date! @* | *
period-end | iso-date:date! @* | *
value | currency value-date:date! @* | =decimal
budget-line | ref @* | value narrative+ *
recipient-org-budget | status @* | recipient-org period-start period-end value budget-line* *
recipient-org | ref | narrative+ *
recipient-region-budget | status @* | recipient-region period-start period-end value budget-line* *
recipient-region | vocabulary vocabulary-uri:anyURI code @* | narrative* *
recipient-country-budget | status @* | recipient-country period-start period-end value budget-line* *
recipient-country | code! @* | narrative* *
total-expenditure | @* | period-start period-end value expense-line* *
expense-line | ref @* | value narrative+ *
document-link | url:anyURI! format! @* | title description? category+ language* document-date? * recipient-country*
title | @* | narrative+ *
description | @* | narrative+ *
category | code! @* | *
language | code! @* | *
document-date | iso-date:date! @* | *
`;
