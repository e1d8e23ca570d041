/**
 * Places: countries, regions, how exact a location is: codes of the IATI Standard 2.03.
 * Source: IATI/IATI-Codelists @ 75e827bacd and IATI/IATI-Codelists-NonEmbedded @ 7aeece773c (CC BY 4.0; DAC lists: OECD).
 * Transcribed by scripts/transcribe-iati-codelists.ts: code|English|French, `~` = withdrawn.
 */

import { codelist } from './codelist.ts';

export const country = codelist('Country', false, `
AF|Afghanistan
AX|Åland Islands
AL|Albania
DZ|Algeria
AS|American Samoa
AD|Andorra
AO|Angola
AI|Anguilla
AQ|Antarctica
AG|Antigua and Barbuda
AR|Argentina
AM|Armenia
AW|Aruba
AU|Australia
AT|Austria
AZ|Azerbaijan
BS|Bahamas (the)
BH|Bahrain
BD|Bangladesh
BB|Barbados
BY|Belarus
BE|Belgium
BZ|Belize
BJ|Benin
BM|Bermuda
BT|Bhutan
BO|Bolivia (Plurinational State of)
BQ|Bonaire, Sint Eustatius and Saba
BA|Bosnia and Herzegovina
BW|Botswana
BV|Bouvet Island
BR|Brazil
IO|British Indian Ocean Territory (the)
BN|Brunei Darussalam
BG|Bulgaria
BF|Burkina Faso
BI|Burundi
KH|Cambodia
CM|Cameroon
CA|Canada
CV|Cabo Verde
KY|Cayman Islands (the)
CF|Central African Republic (the)
TD|Chad
CL|Chile
CN|China
CX|Christmas Island
CC|Cocos (Keeling) Islands (the)
CO|Colombia
KM|Comoros (the)
CG|Congo (the)
CD|Congo (the Democratic Republic of the)
CK|Cook Islands (the)
CR|Costa Rica
CI|Côte d'Ivoire
HR|Croatia
CU|Cuba
CW|Curaçao
CY|Cyprus
CZ|Czechia
DK|Denmark
DJ|Djibouti
DM|Dominica
DO|Dominican Republic (the)
EC|Ecuador
EG|Egypt
SV|El Salvador
GQ|Equatorial Guinea
ER|Eritrea
EE|Estonia
ET|Ethiopia
FK|Falkland Islands (the) [Malvinas]
FO|Faroe Islands (the)
FJ|Fiji
FI|Finland
FR|France
GF|French Guiana
PF|French Polynesia
TF|French Southern Territories (the)
GA|Gabon
GM|Gambia (the)
GE|Georgia
DE|Germany
GH|Ghana
GI|Gibraltar
GR|Greece
GL|Greenland
GD|Grenada
GP|Guadeloupe
GU|Guam
GT|Guatemala
GG|Guernsey
GN|Guinea
GW|Guinea-Bissau
GY|Guyana
HT|Haiti
HM|Heard Island and McDonald Islands
VA|Holy See (the)
HN|Honduras
HK|Hong Kong
HU|Hungary
IS|Iceland
IN|India
ID|Indonesia
IR|Iran (Islamic Republic of)
IQ|Iraq
IE|Ireland
IM|Isle of Man
IL|Israel
IT|Italy
JM|Jamaica
JP|Japan
JE|Jersey
JO|Jordan
KZ|Kazakhstan
KE|Kenya
KI|Kiribati
KP|Korea (the Democratic People's Republic of)
KR|Korea (the Republic of)
XK|Kosovo
KW|Kuwait
KG|Kyrgyzstan
LA|Lao People's Democratic Republic (the)
LV|Latvia
LB|Lebanon
LS|Lesotho
LR|Liberia
LY|Libya
LI|Liechtenstein
LT|Lithuania
LU|Luxembourg
MO|Macao
MK|North Macedonia
MG|Madagascar
MW|Malawi
MY|Malaysia
MV|Maldives
ML|Mali
MT|Malta
MH|Marshall Islands (the)
MQ|Martinique
MR|Mauritania
MU|Mauritius
YT|Mayotte
MX|Mexico
FM|Micronesia (Federated States of)
MD|Moldova (the Republic of)
MC|Monaco
MN|Mongolia
ME|Montenegro
MS|Montserrat
MA|Morocco
MZ|Mozambique
MM|Myanmar
NA|Namibia
NR|Nauru
NP|Nepal
NL|Netherlands (the)
~AN|NETHERLAND ANTILLES
NC|New Caledonia
NZ|New Zealand
NI|Nicaragua
NE|Niger (the)
NG|Nigeria
NU|Niue
NF|Norfolk Island
MP|Northern Mariana Islands (the)
NO|Norway
OM|Oman
PK|Pakistan
PW|Palau
PS|Palestine, State of
PA|Panama
PG|Papua New Guinea
PY|Paraguay
PE|Peru
PH|Philippines (the)
PN|Pitcairn
PL|Poland
PT|Portugal
PR|Puerto Rico
QA|Qatar
RE|Réunion
RO|Romania
RU|Russian Federation (the)
RW|Rwanda
BL|Saint Barthélemy
SH|Saint Helena, Ascension and Tristan da Cunha
KN|Saint Kitts and Nevis
LC|Saint Lucia
MF|Saint Martin (French part)
PM|Saint Pierre and Miquelon
VC|Saint Vincent and the Grenadines
WS|Samoa
SM|San Marino
ST|Sao Tome and Principe
SA|Saudi Arabia
SN|Senegal
RS|Serbia
SC|Seychelles
SL|Sierra Leone
SG|Singapore
SX|Sint Maarten (Dutch part)
SK|Slovakia
SI|Slovenia
SB|Solomon Islands
SO|Somalia
ZA|South Africa
GS|South Georgia and the South Sandwich Islands
SS|South Sudan
ES|Spain
LK|Sri Lanka
SD|Sudan (the)
SR|Suriname
SJ|Svalbard and Jan Mayen
SZ|Eswatini
SE|Sweden
CH|Switzerland
SY|Syrian Arab Republic (the)
TW|Taiwan (Province of China)
TJ|Tajikistan
TZ|Tanzania, the United Republic of
TH|Thailand
TL|Timor-Leste
TG|Togo
TK|Tokelau
TO|Tonga
TT|Trinidad and Tobago
TN|Tunisia
TR|Türkiye
TM|Turkmenistan
TC|Turks and Caicos Islands (the)
TV|Tuvalu
UG|Uganda
UA|Ukraine
AE|United Arab Emirates (the)
GB|United Kingdom of Great Britain and Northern Ireland (the)
US|United States of America (the)
UM|United States Minor Outlying Islands (the)
UY|Uruguay
UZ|Uzbekistan
VU|Vanuatu
VE|Venezuela (Bolivarian Republic of)
VN|Viet Nam
VG|Virgin Islands (British)
VI|Virgin Islands (U.S.)
WF|Wallis and Futuna
EH|Western Sahara
YE|Yemen
ZM|Zambia
ZW|Zimbabwe
`);

export const geographicExactness = codelist('GeographicExactness', true, `
1|Exact
2|Approximate|Approximatif
`);

export const geographicLocationClass = codelist('GeographicLocationClass', true, `
1|Administrative Region|Région administrative
2|Populated Place|Lieu habité
3|Structure
4|Other Topographical Feature|Autre élément topographique
`);

export const geographicLocationReach = codelist('GeographicLocationReach', true, `
1|Activity|Activité
2|Intended Beneficiaries|Bénéficiaires visés
`);

export const geographicVocabulary = codelist('GeographicVocabulary', true, `
A1|Global Admininistrative Unit Layers|Global Administrative Unit Layers
A2|UN Second Administrative Level Boundary Project
A3|Global Administrative Areas
A4|ISO Country (3166-1 alpha-2)|Pays ISO (3166-1 alpha-2)
G1|Geonames
G2|OpenStreetMap
`);

export const region = codelist('Region', true, `
88|States Ex-Yugoslavia unspecified|Etats ex-Yougoslavie non spécifié
89|Europe, regional|Europe, régional
189|North of Sahara, regional|Nord du Sahara, régional
289|South of Sahara, regional|Sud du Sahara, régional
298|Africa, regional|Afrique, régional
~380|West Indies, regional|Indes occ., régional
389|Caribbean & Central America, regional|Caraïbes et Amérique centrale, régional
489|South America, regional|Amérique du Sud, régional
498|America, regional|Amérique, régional
589|Middle East, regional|Moyen-Orient, régional
619|Central Asia, regional|Asie centrale, régional
679|South Asia, regional|Asie du Sud, régional
689|South & Central Asia, regional|Asie du Sud & C., régional
789|Far East Asia, regional|Extrême-Orient, régional
798|Asia, regional|Asie, régional
889|Oceania, regional|Océanie, régional
998|Developing countries, unspecified|Pays en développement, non spécifié
1027|Eastern Africa, regional|Afrique de l'est, régional
1028|Middle Africa, regional|Afrique centrale, régional
1029|Southern Africa, regional|Afrique australe, régional
1030|Western Africa, regional|Afrique occidentale, régional
1031|Caribbean, regional|Caraïbes, régional
1032|Central America, regional|Amérique centrale, régional
1033|Melanesia, regional|Mélanésie, régional
1034|Micronesia, regional|Micronésie, régional
1035|Polynesia, regional|Polynésie, régional
`);

export const regionVocabulary = codelist('RegionVocabulary', true, `
1|OECD DAC|OCDE CAD
2|UN|ONU
99|Reporting Organisation|Organisation déclarante
`);

export const locationType = codelist('LocationType', true, `
AIRQ CMPQ CNLQ MFGQ FRMQ MNQ MSSNQ OILQ PPQ PPLQ PRNQ RRQ RSTNQ RSTPQ STMQ WLLQ ADMD ADMF AGRC AGRF RESA SCHA AIRB AIRF AIRP AMTH
STMA ANCH RDA ANS WALLA BLDA AQC CNLA ARCH LAND AREA ISLF RNGA ASPH ASTR ASYL ATHF ATOL CTRA BDLD BSTN ESTB BAN BNK BAR BRKS BTL
BAY BAYS BCH RDGB BCHS BCN BNCH BGHT BLHL BLOW BTYD BOG PSTB BLDR BP BRKW MFGB BDG ZNB BLDG BUR BUSH CTRB BUTE CARN CLDA CMP CNL
CNLB TNLC STMC MFGC CNYN CAPE PPLC RTE CSNO CSTL TNKD CSWY CAVE CMTY CHN MNCR CH CRQ CRQS CLG CFT CLF HSPC MNC COLF CST STNC GRVC
SCHC CMN COMC CTRCM CNS CONE CNFL CRSU CVNT MNCU MFGCU RFC CRRL CRDR ESTC HSEC CTHSE COVE LKC LKSC CRTR CUET CULT CRNT CSTM PSTC
CUTF DARY DAM DEPU DLTA PCLD DPR DSRT PPLW MNDT DIKE DIP HSPD STMD DTCH DTCHM DVD DCK DCKB DCKY BSND CNLD DTCHD DCKD SBED DUNE RGNE
SCRP EST ESTY STNE FCL CTRF MFG FAN FRM PPLF FRMS FRMT FY FYT FLD FIRE ADM1 FISH PNDSF FSR FJD FJDS FORD RESF STNF FRST INLTQ MLSGQ
FT FRSTF FNDY ADM4 ZNF PCLF DPOF GAP GDN GOSP GASF GATE GYSR GHAT GLCR MNAU RECG GRGE GRSLD GRVE GVL GRAZ GHSE GULF HLT HMCK AIRG
VALG HBR HDLD STMH HTH AIRH HERM HLL HLLS ADMDH ADM1H ADM4H PCLH PPLH RRH RSTNH RGNH ADM2H HSTS ADM3H UFHU HMSD HSP SPNT HTL HSE
DEVH RESH HUT HUTS PSH CAPG DPRG DOMG RDGG PCLI INDS INLT STNI TRGD INTF LKI LKSI LKOI PNDI PNDSI POOLI RSVI LKNI LKSNI PNDNI STMI
WTLDI RDIN MNFE FLDI CNLI DTCHI SYSI ISL ISLS STLMT ISTH JTY KRST CMPLA LGN LGNS LK LBED CHNL RGNL LKS ISLT LNDF LDNG LAVA MNPB
LTER LEPC HSPL LEV LTHSE MFGLM GOVL LCTY LOCK CMPL STMSB MVA ISLM MGV MAR CHNM SCHN MKT MRSH MDW NKM CTRM MESA STNM MILB INSM SCHM
ML MN MNA CMPMN MSSN MOLE MSTY MNMT MOOR MRN MSQE MND MT MTS FLTM MFGM MUS NRWS TNLN RESN NVB CNLN CHNN MNNI NOV PSN NTK NTKS NSY
OAS OBPT OBS OCN BLDO CMPO ESTO OILP OILJ TRMO PMPO OILR OILW OILF GRVO MLO OCH MLM OVF LKO PGDA PAL GRVP RESP PAN PANS PRSH PRK
PRKGT PRKHQ GARG PKLT PASS PSTP PK PKS PEAT PEN BSNP MFGPH PIER GRVPN MNPL PLN PLAT PT PTS PLDR PP PCL PND PNDS POOL PPLL PPL PPLS
PRT PTGE PO PS PRN PRMN PROM PYR PYRS MNQR QUAY QCKS RECR OBSR STNR RR RJCT RSD RSGNL RSTN RSTP TNLRR RYD RNCH RPDS RVN RCH RF PRNJ
CMPRF RGN CTRR PPLR RLG ITTR RESV RES RSV RSRT RHSE RLGR RDGE RD RDB RDCUT RDJCT TNLRD RDST RK HMDA RKFL RKS RKRY ESTR RUIN BDGQ
DAMQ SBKH SDL SALT MFGN LKN LKSN MRSHN MNN PNDN PNDSN SNTR SAND ERG STNS MLSW SCH ADMS STNB SCRB SEA SCNU SCSU SMU SMSU AIRS PPLA
PPLA4 PPLA2 PPLA3 ADM2 BNKX CNLX ESTX HBRX PCLIX STMIX ISLX LGNX LKX PENX PLNX PLATX PPLX RFX STMX VALX WADX FLLSX PCLS SWT SHPF
SHOL SHOPC SHOR SHRN SILL SINK ESTSL SLID SLP SLCE SNOW SD SPA CTRS SPLY SPIT SPNG SPUR SQR STBL STDM STPS STKR REG RET SHSE STRT
STM BNKR STMB STMGS STMM STMS ST DAMSB SUBW SUBS MLSG ESTSG MFGSG SPNS SWMP SYG TMTU TMSU TAL OILT ESTT SCHT TMPL AIRT TRR TERR
ADM3 CRKT FLTT MNSN TOLL TMB TOWR RDCR TRL TRANT TREE TRIG TRB TUND TNL TNLS CNLSB LKSB APNU ARCU ARRU BNKU BKSU BSNU BNCU BDLU
CNYU CNSU CDAU ESCU FANU FLTU FRKU FRSU FRZU FURU GAPU GLYU HLLU HLSU HOLU KNLU KNSU LDGU LEVU MDVU MESU MOTU MNDU MTU MTSU PKU
PKSU PNLU PLNU PLTU PLFU PRVU RMPU RNGU RAVU RFU RFSU RDGU RDSU RISU SDLU SHFU EDGU SHVU SHLU SHSU SILU SLPU SPRU TERU TNGU TRNU
TRGU VALU VLSU USGE UPLD VAL VALS VETF VIN VINS VLC WAD WADB WADJ WADM WADS WALL MLWTR PMPW RSVT WTRC FLLS WTRH WTRW WEIR WLL WLLS
WTLD STNW WHRF WHRL RESW MLWND WRCK ZN ZOO
`);
