/**
 * Money: transactions, budgets, kinds of aid and finance, currencies: codes of the IATI Standard 2.03.
 * Source: IATI/IATI-Codelists @ 75e827bacd and IATI/IATI-Codelists-NonEmbedded @ 7aeece773c (CC BY 4.0; DAC lists: OECD).
 * Transcribed by scripts/transcribe-iati-codelists.ts: code|English|French, `~` = withdrawn.
 */

import { codelist } from './codelist.ts';

export const aidType = codelist('AidType', true, `
A01|General budget support|Soutien budgétaire général
A02|Sector budget support|Soutien budgétaire sectoriel
B01|Core support to NGOs, other private bodies, PPPs and research institutes|Contributions aux budgets réguliers des ONG, autres organismes privés, partenariats public-privé (PPP) et instituts de recherche
B02|Core contributions to multilateral institutions and global funds|Contributions aux budgets réguliers des institutions multilatérales
B021|Core contributions to multilateral institutions|Contributions aux budgets réguliers des institutions multilatérales
B022|Core contributions to global funds|Contributions de base aux fonds mondiaux
B03|Contributions to specific-purpose programmes and funds managed by implementing partners|Contributions à des programmes ou fonds à objectif spécifique gérés par des partenaires d'exécution
B031|Contributions to multi-donor/multi-entity funding mechanisms|Contributions aux mécanismes de financement multi-donateurs / multi-entités
B032|Contributions to multi-donor/single-entity funding mechanisms|Contributions aux mécanismes de financement multi-donateurs / entité unique
B033|Contributions to single-donor funding mechanisms and contributions earmarked for a specific funding window or geographical location|Contributions aux mécanismes de financement à un seul donateur et contributions affectées à un guichet de financement ou à un emplacement géographique
B04|Basket funds/pooled funding|Fonds communs/financements groupés
C01|Project-type interventions|Interventions de type projet
D01|Donor country personnel|Personnel du pays donneur
D02|Other technical assistance|Autres formes d’assistance technique
E01|Scholarships/training in donor country|Bourses/formations dans le pays donneur
E02|Imputed student costs|Coûts imputés des étudiants
F01|Debt relief|Allégement de la dette
G01|Administrative costs not included elsewhere|Frais administratifs non inclus ailleurs
H01|Development awareness|Sensibilisation au développement
H02|Refugees/asylum seekers in donor countries|Refugiés/demandeurs d’asile dans les pays donneurs
H03|Asylum-seekers ultimately accepted|Demandeurs d’asile finalement acceptés
H04|Asylum-seekers ultimately rejected|Demandeurs d’asile finalement déboutés
H05|Recognised refugees|Personnes auxquelles le statut de réfugié a été accordé
H06|Refugees and asylum seekers in other provider countries|Réfugiés et demandeurs d'asile dans d'autres pays fournisseurs
`);

export const aidTypeVocabulary = codelist('AidTypeVocabulary', true, `
1|OECD DAC|CAD OCDE
2|Earmarking Category
3|Earmarking Modality
4|Cash and Voucher Modalities
`);

export const budgetIdentifierVocabulary = codelist('BudgetIdentifierVocabulary', true, `
~1|IATI|IITA
2|Country Chart of Accounts|Plan comptable national
3|Other Country System|Autre système national
4|Reporting Organisation|Organisation déclarante
5|Other|Autre
`);

export const budgetNotProvided = codelist('BudgetNotProvided', true, `
1|Commercial Restrictions|Restrictions commerciales
2|Legal Restrictions|Restrictions légales
3|Rapid Onset Emergency|Urgence à développement rapide
`);

export const budgetStatus = codelist('BudgetStatus', true, `
1|Indicative|Indicatif
2|Committed|Engagé
`);

export const budgetType = codelist('BudgetType', true, `
1|Original
2|Revised|Révisé
`);

export const cashAndVoucherModalities = codelist('CashandVoucherModalities', true, `
1|Cash Transfer
2|Voucher
`);

export const collaborationType = codelist('CollaborationType', true, `
1|Bilateral|Bilatéral
2|Multilateral (inflows)|Multilatéral (contributions des donneurs du CAD)
3|Bilateral, core contributions to NGOs and other private bodies / PPPs|Contributions bilatérales au budget général d'organisations non gouvernementales, d'autres organisations de la société civile, de partenariats publics-privés et d'instituts de recherches
4|Multilateral outflows|Apports des institutions multilatérales
6|Private Sector Outflows|Apports du secteur privé
7|Bilateral, ex-post reporting on NGOs’ activities funded through core contributions|Contributions bilatérales, notification ex post des activités des ONG financées par des contributions des donneurs au budget général de l'ONG
8|Bilateral, triangular co-operation|Coopération triangulaire bilatérale
`);

export const crsAddOtherFlags = codelist('CRSAddOtherFlags', true, `
1|Free standing technical cooperation|Coopération technique pure
2|Programme-based approach|Approche-programme
3|Investment project|Projet d'investissement
4|Associated financing|Financement associé
`);

export const currency = codelist('Currency', true, `
AED|UAE Dirham
AFN|Afghani
ALL|Lek
AMD|Armenian Dram
ANG|Netherlands Antillian Guilder
AOA|Kwanza
ARS|Argentine Peso
AUD|Australian Dollar
AWG|Aruban Guilder
AZN|Azerbaijanian Manat
BAM|Convertible Marks
BBD|Barbados Dollar
BDT|Taka
BGN|Bulgarian Lev
BHD|Bahraini Dinar
BIF|Burundi Franc
BMD|Bermudian Dollar
BND|Brunei Dollar
BOB|Boliviano
BOV|Mvdol
BRL|Brazilian Real
BSD|Bahamian Dollar
BTN|Ngultrum
BWP|Pula
~BYR|Belarussian Ruble
BYN|Belarussian Ruble
BZD|Belize Dollar
CAD|Canadian Dollar
CDF|Congolese Franc
CHF|Swiss Franc
CLF|Unidades de fomento
CLP|Chilean Peso
CNY|Yuan Renminbi
COP|Colombian Peso
COU|Unidad de Valor Real
CRC|Costa Rican Colon
CUC|Peso Convertible
CUP|Cuban Peso
CVE|Cape Verde Escudo
CZK|Czech Koruna
DJF|Djibouti Franc
DKK|Danish Krone
DOP|Dominican Peso
DZD|Algerian Dinar
~EEK|Kroon
EGP|Egyptian Pound
ERN|Nakfa
ETB|Ethiopian Birr
EUR|Euro
FJD|Fiji Dollar
FKP|Falkland Islands Pound
GBP|Pound Sterling
GEL|Lari
GHS|Cedi
GIP|Gibraltar Pound
GMD|Dalasi
GNF|Guinea Franc
GTQ|Quetzal
GYD|Guyana Dollar
HKD|Hong Kong Dollar
HNL|Lempira
HRK|Kuna
HTG|Gourde
HUF|Forint
IDR|Rupiah
ILS|New Israeli Sheqel
INR|Indian Rupee
IQD|Iraqi Dinar
IRR|Iranian Rial
ISK|Iceland Krona
JMD|Jamaican Dollar
JOD|Jordanian Dinar
JPY|Yen
KES|Kenyan Shilling
KGS|Som
KHR|Riel
KMF|Comoro Franc
KPW|North Korean Won
KRW|Won
KWD|Kuwaiti Dinar
KYD|Cayman Islands Dollar
KZT|Tenge
LAK|Kip
LBP|Lebanese Pound
LKR|Sri Lanka Rupee
LRD|Liberian Dollar
LSL|Loti
~LTL|Lithuanian Litas
~LVL|Latvian Lats
LYD|Libyan Dinar
MAD|Moroccan Dirham
MDL|Moldovan Leu
MGA|Malagasy Ariary
MKD|Denar
MMK|Kyat
MNT|Tugrik
MOP|Pataca
~MRO|Ouguiya
MRU|Ouguiya
MUR|Mauritius Rupee
MVR|Rufiyaa
MWK|Malawi Kwacha
MXN|Mexican Peso
MXV|Mexican Unidad de Inversion (UDI)
MYR|Malaysian Ringgit
MZN|Metical
NAD|Namibia Dollar
NGN|Naira
NIO|Cordoba Oro
NOK|Norwegian Krone
NPR|Nepalese Rupee
NZD|New Zealand Dollar
OMR|Rial Omani
PAB|Balboa
PEN|Nuevo Sol
PGK|Kina
PHP|Philippine Peso
PKR|Pakistan Rupee
PLN|Zloty
PYG|Guarani
QAR|Qatari Rial
RON|Romanian Leu
RSD|Serbian Dinar
RUB|Russian Ruble
RWF|Rwanda Franc
SAR|Saudi Riyal
SBD|Solomon Islands Dollar
SCR|Seychelles Rupee
SDG|Sudanese Pound
SEK|Swedish Krona
SGD|Singapore Dollar
SHP|Saint Helena Pound
SLE|Leone
SLL|Leone
SOS|Somali Shilling
SSP|South Sudanese Pound
SRD|Surinam Dollar
~STD|Dobra
STN|Dobra
SVC|El Salvador Colon
SYP|Syrian Pound
SZL|Lilangeni
THB|Baht
TJS|Somoni
TMT|Manat
TND|Tunisian Dinar
TOP|Paanga
TRY|Turkish Lira
TTD|Trinidad and Tobago Dollar
TWD|New Taiwan Dollar
TZS|Tanzanian Shilling
UAH|Hryvnia
UGX|Uganda Shilling
USD|US Dollar
USN|US Dollar (Next day)
~USS|US Dollar (Same day)
UYI|Uruguay Peso en Unidades Indexadas
UYU|Peso Uruguayo
UZS|Uzbekistan Sum
VED|Bolivar Soberano
~VEF|Bolivar
VES|Bolivar Soberano
VND|Dong
VUV|Vatu
WST|Tala
XAF|CFA Franc BEAC
XBT|Bitcoin
XCD|East Caribbean Dollar
XDR|International Monetary Fund (IMF) Special Drawing Right (SDR)
XOF|CFA Franc BCEAO
XPF|CFP Franc
YER|Yemeni Rial
ZAR|Rand
~ZMK|Zambian Kwacha
ZMW|Zambian Kwacha
ZWL|Zimbabwe Dollar
`);

export const disbursementChannel = codelist('DisbursementChannel', true, `
1|Money is disbursed through central Ministry of Finance or Treasury|Les fonds sont déboursés par l'entremise du ministère des Finances ou du Trésor central
2|Money is disbursed directly to the implementing institution and managed through a separate bank account|Les fonds sont versés directement à l'organisation responsable de la mise en œuvre et gérés au moyen d'un compte bancaire distinct
3|Aid in kind: Donors utilise third party agencies, e.g. NGOs or management companies|Aide en nature : Les donateurs utilisent des organisations tierces, p. ex. des ONG ou des sociétés de gestion
4|Aid in kind: Donors manage funds themselves|Aide en nature : Les donateurs gèrent eux-mêmes les fonds
`);

export const earmarkingCategory = codelist('EarmarkingCategory', true, `
1|Unearmarked
2|Softly Earmarked
3|Earmarked
4|Tightly Earmarked
`);

export const financeType = codelist('FinanceType', true, `
1|GNI: Gross National Income|RNB : Revenu national brut
110|Standard grant|Dons ordinaires
1100|Guarantees/insurance|Garanties/assurances
~111|Subsidies to national private investors|Don hors réorganisation de la dette (y compris quasi-dons)
2|ODA % GNI|APD en % du RNB
210|Interest subsidy|Bonification d'intérêt
~211|Interest subsidy to national private exporters|Bonification d’intérêt octroyée aux exportateurs privés nationaux
3|Total Flows % GNI|Apports totaux en % du RNB
310|Capital subscription on deposit basis|Souscriptions au capital sur la base des dépôt
311|Capital subscription on encashment basis|Souscriptions au capital sur la base des encaissements
4|Population
~410|Aid loan excluding debt reorganisation|Prêt d’aide hors réorganisation de la dette
~411|Investment-related loan to developing countries|Prêt lié à un investissement dans les pays en développement
~412|Loan in a joint venture with the recipient|Prêt dans une coentreprise avec le pays bénéficiaire
~413|Loan to national private investor|Prêt à un investisseur privé national
~414|Loan to national private exporter|Prêt à un exportateur privé national
421|Standard loan|Prêt ordinaire
422|Reimbursable grant|Don remboursable
423|Bonds|Obligations
424|Asset-backed securities|Titres adossés à des actifs
425|Other debt securities|Autres actifs de dette
431|Subordinated loan|Prêt subordonné
432|Preferred equity|Action privilégiée
433|Other hybrid instruments|Autres instruments hybrides
~451|Non-banks guaranteed export credits|Crédits à l'exportation garantis du secteur non bancaire
~452|Non-banks non-guaranteed portions of guaranteed export credits|Fraction non garantie des crédits à l'exportation garantis du secteur bancaire
~453|Bank export credits|Crédits à l'exportation du secteur bancaire
510|Common equity|Action ordinaire
~511|Acquisition of equity not part of joint venture in developing countries|Acquisition de prises de participation en dehors des coentreprises avec les pays en développement
~512|Other acquisition of equity|Autre acquisition de prises de participation
520|Shares in collective investment vehicles|Parts dans des organismes collectifs d'investissement
530|Reinvested earnings|Bénéfices réinvestis
610|Debt forgiveness: ODA claims (P)|Annulation/conversion de la dette : créance APD (P)
611|Debt forgiveness: ODA claims (I)|Annulation/conversion de la dette : créance APD (I)
612|Debt forgiveness: OOF claims (P)|Annulation/conversion de la dette : créance AASP (P)
613|Debt forgiveness: OOF claims (I)|Annulation/conversion de la dette : créance AASP (I)
614|Debt forgiveness: Private claims (P)|Annulation/conversion de la dette : créance du secteur privé (P)
615|Debt forgiveness: Private claims (I)|Annulation/conversion de la dette : créance du secteur privé (I)
616|Debt forgiveness: OOF claims (DSR)|Annulation/conversion de la dette : créance AASP (DSR)
617|Debt forgiveness: Private claims (DSR)|Annulation/conversion de la dette : créance du secteur privé (DSR)
618|Debt forgiveness: Other|Annulation/conversion de la dette : autre
620|Debt rescheduling: ODA claims (P)|Rééchelonnement de la dette : créance APD (P)
621|Debt rescheduling: ODA claims (I)|Rééchelonnement de la dette : créance APD (I)
622|Debt rescheduling: OOF claims (P)|Rééchelonnement de la dette : créance AASP (P)
623|Debt rescheduling: OOF claims (I)|Rééchelonnement de la dette : créance AASP (I)
624|Debt rescheduling: Private claims (P)|Rééchelonnement de la dette : créance du secteur privé (P)
625|Debt rescheduling: Private claims (I)|Rééchelonnement de la dette : créance du secteur privé (I)
626|Debt rescheduling: OOF claims (DSR)|Rééchelonnement de la dette : créance AASP (RSD)
627|Debt rescheduling: Private claims (DSR)|Rééchelonnement de la dette : créance du secteur privé (RSD)
630|Debt rescheduling: OOF claim (DSR – original loan principal)|Rééchelonnement de la dette : créance AASP (RSD – principal du prêt d’origine)
631|Debt rescheduling: OOF claim (DSR – original loan interest)|Rééchelonnement de la dette : créance AASP (RSD – intérêts du prêt d’origine)
632|Debt rescheduling: Private claim (DSR – original loan principal)|Rééchelonnement de la dette : créance du secteur privé (RSD – principal du prêt d’origine)
633|Debt forgiveness/conversion: export credit claims (P)|Annulation/conversion de la dette : créance de crédit à l'exportation (P)
634|Debt forgiveness/conversion: export credit claims (I)|Annulation/conversion de la dette : créance de crédit à l'exportation (I)
635|Debt forgiveness: export credit claims (DSR)|Annulation de la dette : créance de crédit à l'exportation (DSR)
636|Debt rescheduling: export credit claims (P)|Rééchelonnement de la dette : créance de crédit à l'exportation (P)
637|Debt rescheduling: export credit claims (I)|Rééchelonnement de la dette : créance de crédit à l'exportation (I)
638|Debt rescheduling: export credit claims (DSR)|Rééchelonnement de la dette : créance de crédit à l'exportation (DSR)
639|Debt rescheduling: export credit claim (DSR – original loan principal)|Rééchelonnement de la dette : créance de crédit à l'exportation (DSR - principal du prêt originel)
~710|Foreign direct investment, new capital outflow (includes reinvested earnings if separate identification not available)|Investissement direct international
~711|Other foreign direct investment, including reinvested earnings|Autre investissement direct international , y compris les bénéfices réinvestis
~712|Foreign direct investment, reinvested earnings
~810|Bank bonds|Obligations du secteur bancaire
~811|Non-bank bonds|Obligations du secteur non bancaire
~910|Other bank securities/claims|Autres titres/créances du secteur bancaire
~911|Other non-bank securities/claims|Autres titres/créances du secteur non bancaire
~912|Purchase of securities from issuing agencies|Titres et autres instruments émis par les agences multilatérales
~913|Securities and other instruments originally issued by multilateral agencies
`);

export const flowType = codelist('FlowType', true, `
10|ODA|APD
~20|OOF|AASP
21|Non-export credit OOF|AASP hors crédits-export
22|Officially supported export credits|AASP dont crédits export
30|Private Development Finance|Financement du développement privé
~35|Private Market|Apports privés aux conditions du marché
36|Private Foreign Direct Investment|IDE
37|Other Private flows at market terms|Autres apports privés aux conditions du marché
40|Non flow|non apports
50|Other flows|Autres apports
`);

export const loanRepaymentPeriod = codelist('LoanRepaymentPeriod', false, `
1|Annual|Annuel
2|Semi-annual|Semi-annuel
4|Quarterly|Trimestriel
12|Monthly|Mensuel
`);

export const loanRepaymentType = codelist('LoanRepaymentType', true, `
1|Equal Principal Payments (EPP)|Remboursements en tranches égales du principal
2|Annuity|Rente
3|Lump sum|Montant forfaitaire
5|Other|Autre
`);

export const tiedStatus = codelist('TiedStatus', true, `
3|Partially tied|Semi-conditionnelle
4|Tied|Conditionnelle
5|Untied|Sans condition
`);

export const transactionType = codelist('TransactionType', true, `
1|Incoming Funds|Fonds entrants
2|Outgoing Commitment|Engagement sortant
3|Disbursement|Décaissement
4|Expenditure|Dépenses
5|Interest Payment|Paiements d’intérêts
6|Loan Repayment|Remboursement du prêt
7|Reimbursement|Remboursement
8|Purchase of Equity|Achat d'équité
9|Sale of Equity|Vente d'équité
10|Credit Guarantee|Caution
11|Incoming Commitment|Engagement entrant
12|Outgoing Pledge|Promesse sortante
13|Incoming Pledge|Promesse entrante
`);
