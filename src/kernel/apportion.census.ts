/**
 * Published figures that the apportionment methods are tested with. States of a country, not persons.
 * 1880: census populations of the 38 states (US Census Office; reprinted in Fair Representation, 2nd edition, 2001).
 * 2020: apportionment populations and seats of the 50 states (US Census Bureau, April 2021).
 */
const rows = (table: string): string[][] => table.split(';').map((row) => row.trim().split('|'));

export const census1880 = rows(`
  Alabama|1262505; Arkansas|802525; California|864694; Colorado|194327; Connecticut|622700; Delaware|146608; Florida|269493; Georgia|1542180;
  Illinois|3077871; Indiana|1978301; Iowa|1624615; Kansas|996096; Kentucky|1648690; Louisiana|939946; Maine|648936; Maryland|934943;
  Massachusetts|1783085; Michigan|1636937; Minnesota|780773; Mississippi|1131597; Missouri|2168380; Nebraska|452402; Nevada|62266;
  New Hampshire|346991; New Jersey|1131116; New York|5082871; North Carolina|1399750; Ohio|3198062; Oregon|174768; Pennsylvania|4282891;
  Rhode Island|276531; South Carolina|995577; Tennessee|1542359; Texas|1591749; Vermont|332286; Virginia|1512565; West Virginia|618457;
  Wisconsin|1315497
`).map(([id, weight]) => ({ id: id!, weight: Number(weight) }));

export const census2020 = rows(`
  Alabama|5030053|7; Alaska|736081|1; Arizona|7158923|9; Arkansas|3013756|4; California|39576757|52; Colorado|5782171|8; Connecticut|3608298|5;
  Delaware|990837|1; Florida|21570527|28; Georgia|10725274|14; Hawaii|1460137|2; Idaho|1841377|2; Illinois|12822739|17; Indiana|6790280|9;
  Iowa|3192406|4; Kansas|2940865|4; Kentucky|4509342|6; Louisiana|4661468|6; Maine|1363582|2; Maryland|6185278|8; Massachusetts|7033469|9;
  Michigan|10084442|13; Minnesota|5709752|8; Mississippi|2963914|4; Missouri|6160281|8; Montana|1085407|2; Nebraska|1963333|3; Nevada|3108462|4;
  New Hampshire|1379089|2; New Jersey|9294493|12; New Mexico|2120220|3; New York|20215751|26; North Carolina|10453948|14; North Dakota|779702|1;
  Ohio|11808848|15; Oklahoma|3963516|5; Oregon|4241500|6; Pennsylvania|13011844|17; Rhode Island|1098163|2; South Carolina|5124712|7;
  South Dakota|887770|1; Tennessee|6916897|9; Texas|29183290|38; Utah|3275252|4; Vermont|643503|1; Virginia|8654542|11; Washington|7715946|10;
  West Virginia|1795045|2; Wisconsin|5897473|8; Wyoming|577719|1
`).map(([id, weight, seats]) => ({ id: id!, weight: Number(weight), seats: Number(seats) }));
