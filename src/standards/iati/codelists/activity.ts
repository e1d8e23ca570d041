/**
 * Activities: status, dates, roles, relations, results, documents: codes of the IATI Standard 2.03.
 * Source: IATI/IATI-Codelists @ 75e827bacd and IATI/IATI-Codelists-NonEmbedded @ 7aeece773c (CC BY 4.0; DAC lists: OECD).
 * Transcribed by scripts/transcribe-iati-codelists.ts: code|English|French, `~` = withdrawn.
 */

import { codelist } from './codelist.ts';

export const activityDateType = codelist('ActivityDateType', true, `
1|Planned start|Début prévu
2|Actual start|Début réel
3|Planned End|Fin prévue
4|Actual end|Fin réelle
`);

export const activityScope = codelist('ActivityScope', true, `
1|Global|Mondial
2|Regional|Régional
3|Multi-national|Multinational
4|National
5|Sub-national: Multi-first-level administrative areas|Infranational: multiples régions administratives de premier niveau
6|Sub-national: Single first-level administrative area|Infranational: région administrative de premier niveau unique
7|Sub-national: Single second-level administrative area|Infranational: région administrative de second niveau unique
8|Single location|Un seul emplacement
`);

export const activityStatus = codelist('ActivityStatus', true, `
1|Pipeline/identification|Planification
2|Implementation|Actif
3|Finalisation
4|Closed|Fermé
5|Cancelled|Annulé
6|Suspended|Suspendu
`);

export const conditionType = codelist('ConditionType', true, `
1|Policy|Politique
2|Performance
3|Fiduciary|Fiduciaire
`);

export const contactType = codelist('ContactType', true, `
1|General Enquiries|Renseignements généraux
2|Project Management|Gestion de projet
3|Financial Management|Gestion financière
4|Communications
`);

export const descriptionType = codelist('DescriptionType', true, `
1|General|Général
2|Objectives|Objectifs
3|Target Groups|Groupes cibles
4|Other|Autre
`);

export const documentCategory = codelist('DocumentCategory', true, `
A01|Pre- and post-project impact appraisal|Évaluation de l'incidence avant et après le projet
A02|Objectives / Purpose of activity|Objectifs/raison d'être de l'activité
A03|Intended ultimate beneficiaries|Bénéficiaires finaux visés
A04|Conditions
A05|Budget
A06|Summary information about contract|Renseignements sommaires sur le contrat
A07|Review of project performance and evaluation|Examen du rendement du projet et évaluation
A08|Results, outcomes and outputs|Résultats et extrants
A09|Memorandum of understanding (If agreed by all parties)|Protocole d'entente (s'il y a entente entre toutes les parties)
A10|Tender|Appel d’offres
A11|Contract|Contrat
A12|Activity web page|Page Web sur l'activité
B01|Annual report|Rapport annuel
B02|Institutional Strategy paper|Stratégie organisationnelle
B03|Country strategy paper|Stratégie-pays
B04|Aid Allocation Policy|Politique sur la répartition de l'aide
B05|Procurement Policy and Procedure|Politique et procédure d'approvisionnement
B06|Institutional Audit Report|Rapport de vérification de l'organisation
B07|Country Audit Report|Rapport de vérification du pays
B08|Exclusions Policy|Politique sur les exclusions
B09|Institutional Evaluation Report|Rapport d'évaluation de l'organisation
B10|Country Evaluation Report|Rapport d'évaluation nationale
B11|Sector strategy|Stratégie sectorielle
B12|Thematic strategy|Stratégie thématique
B13|Country-level Memorandum of Understanding|Protocole d'entente national
B14|Evaluations policy|Politique sur les évaluations
B15|General Terms and Conditions|Modalités générales
B16|Organisation web page|Page Web sur l'organisation
B17|Country/Region web page|Page Web sur le pays/la région
B18|Sector web page|Page Web sur le secteur
`);

export const humanitarianScopeType = codelist('HumanitarianScopeType', false, `
1|Emergency|Urgence
2|Appeal|Appel
`);

export const humanitarianScopeVocabulary = codelist('HumanitarianScopeVocabulary', false, `
1-2|Glide
2-1|Humanitarian Plan|Plan humanitaire
99|Reporting Organisation|Organisation déclarante
`);

export const indicatorMeasure = codelist('IndicatorMeasure', true, `
1|Unit|Unité
2|Percentage|Pourcentage
3|Nominal
4|Ordinal
5|Qualitative|Qualitatif
`);

export const indicatorVocabulary = codelist('IndicatorVocabulary', false, `
1|WHO Registry
2|Sphere Handbook
3|US Foreign Assistance Framework
4|World Bank World Development Indicators
5|UN Millennium Development Goals Indicators
6|UNOCHA Humanitarian Response Indicators
7|HIV/AIDS Indicator Registry
8|Harmonized Indicators for Private Sector (HIPSO)
9|UN Sustainable Development Goals (SDG) Indicators
99|Reporting Organisation
`);

export const organisationRole = codelist('OrganisationRole', true, `
1|Funding|Financement
2|Accountable|Responsabilité
3|Extending|Octroi
4|Implementing|Mise en œuvre
`);

export const organisationType = codelist('OrganisationType', true, `
10|Government|Gouvernement
11|Local Government
15|Other Public Sector|Autre secteur public
21|International NGO|ONG internationale
22|National NGO|ONG nationale
23|Regional NGO|ONG regionale
24|Partner Country based NGO
30|Public Private Partnership|Partenariat public-privé
40|Multilateral|Multilatéral
60|Foundation|Fondation
70|Private Sector|Secteur privé
71|Private Sector in Provider Country
72|Private Sector in Aid Recipient Country
73|Private Sector in Third Country
80|Academic, Training and Research|Universitaire, formation et recherche
90|Other
`);

export const otherIdentifierType = codelist('OtherIdentifierType', true, `
A1|Reporting Organisation's internal activity identifier|Identifiant interne de l’activité dans l’organisation en charge de l’élaboration du rapport
A2|CRS Activity identifier|Identifiant de l’activité dans le Système de notification des pays créanciers
A3|Previous Activity Identifier|Identifiant précédent de l’activité
A4|FTS Flow ID
A9|Other Activity Identifier|Autre identifiant de l’activité
B1|Previous Reporting Organisation Identifier|Identifiant précédent de l’organisation en charge de l’élaboration du rapport
B9|Other Organisation Identifier|Autre identifiant de l’organisation
`);

export const policyMarker = codelist('PolicyMarker', true, `
1|Gender Equality|Egalité des genres
2|Aid to Environment|Aide à l'environnement
3|Participatory Development/Good Governance|Développement participatif/Bonne gouvernance
4|Trade Development|Développement du commerce
5|Aid Targeting the Objectives of the Convention on Biological Diversity|Aide axée sur les objectifs de la Convention des Nations Unies sur la diversité biologique
6|Aid Targeting the Objectives of the Framework Convention on Climate Change - Mitigation|Aide axée sur les objectifs de la Convention-cadre des Nations Unies sur les changements climatiques - Atténuation
7|Aid Targeting the Objectives of the Framework Convention on Climate Change - Adaptation|Aide axée sur les objectifs de la Convention-cadre des Nations Unies sur les changements climatiques - Adaptation
8|Aid Targeting the Objectives of the Convention to Combat Desertification|Aide axée sur les objectifs de la Convention des Nations Unies sur la lutte contre la désertification
9|Reproductive, Maternal, Newborn and Child Health (RMNCH)|Santé génésique, maternelle, néonatale et infantile
10|Disaster Risk Reduction(DRR)
11|Disability
12|Nutrition
`);

export const policyMarkerVocabulary = codelist('PolicyMarkerVocabulary', true, `
1|OECD DAC CRS|OCDE CAD CRS
99|Reporting Organisation|Organisation déclarante
`);

export const policySignificance = codelist('PolicySignificance', true, `
0|not targeted
1|significant objective
2|principal objective
3|principal objective AND in support of an action programme
4|Explicit primary objective
`);

export const relatedActivityType = codelist('RelatedActivityType', true, `
1|Parent
2|Child|Descendant
3|Sibling|Fratrie
4|Co-funded|Co-financée
5|Third Party|Tiers
`);

export const resultType = codelist('ResultType', true, `
1|Output|Extrant
2|Outcome|Effet
3|Impact
9|Other|Autre
`);

export const resultVocabulary = codelist('ResultVocabulary', true, `
99|Reporting Organisation|Organisation déclarante
`);

export const tagVocabulary = codelist('TagVocabulary', true, `
1|Agrovoc
2|UN Sustainable Development Goals (SDG)
3|UN Sustainable Development Goals (SDG) Targets
4|Team Europe Initiatives
5|Global Food and Nutrition Security (GFNS) Preparedness Plan (PP)
99|Reporting Organisation
`);

export const version = codelist('Version', true, `
1.01 1.02 1.03 1.04 1.05 2.01 2.02 2.03
`);
