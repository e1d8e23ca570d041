/**
 * Agencies that give organisations their identifiers, and channels of aid: codes of the IATI Standard 2.03.
 * Source: IATI/IATI-Codelists @ 75e827bacd and IATI/IATI-Codelists-NonEmbedded @ 7aeece773c (CC BY 4.0; DAC lists: OECD).
 * Transcribed by scripts/transcribe-iati-codelists.ts: code|English|French, `~` = withdrawn.
 */

import { codelist } from './codelist.ts';

export const crsChannelCode = codelist('CRSChannelCode', true, `
10000|Public Sector Institutions|Institutions du secteur public
11000|Donor Government|Gouvernement du donneur
11001|Central Government|Gouvernment central
11002|Local Government|Gouvernment local
11003|Public corporations|Entreprise publique
11004|Other public entities in donor country|Autres entité publique dans le pays donneur
12000|Recipient Government|Gouvernement du bénéficiaire
12001|Central Government|Gouvernment central
12002|Local Government|Gouvernment local
12003|Public corporations|Entreprise publique
12004|Other public entities in recipient country|Autres entité publique dans le pays bénéficiaire
13000|Third Country Government (Delegated co-operation)|Gouvernement tiers (coopération déléguée)
20000|Non-Governmental Organisation (NGO) and Civil Society|Organisations non gouvernementales (ONG) et société civile
21000|International NGO|ONG internationales
21001|Association of Geoscientists for International Development|Association de géoscientifiques pour le développement international
21002|Agency for International Trade Information and Co-operation|Agence de coopération et d'information pour le commerce international
21003|Latin American Council for Social Sciences|Conseil latino-américain des sciences sociales
21004|Council for the Development of Economic and Social Research in Africa|Conseil pour le développement de la recherche en sciences sociales en Afrique
21005|Consumer Unity and Trust Society International
21006|Development Gateway Foundation
21007|Environmental Liaison Centre International|Centre international de liaison pour l’environnement
21008|Eurostep
21009|Forum for Agricultural Research in Africa|Forum pour la recherche agricole en Afrique
21010|Forum for African Women Educationalists|Forum des éducatrices africaines
21011|Global Campaign for Education|Campagne mondiale pour l’éducation
21013|Health Action International
21014|Human Rights Information and Documentation Systems|Systèmes d’Information et de Documentation sur les Droits de l’Homme
21015|International Catholic Rural Association|Association internationale rurale catholique
21016|International Committee of the Red Cross|Comité international de la Croix-Rouge
21017|International Centre for Trade and Sustainable Development|Centre international de commerce et de développement durable
21018|International Federation of Red Cross and Red Crescent Societies|Fédération internationale des Sociétés de la Croix-Rouge et du Croissant-Rouge
21019|International Federation of Settlements and Neighbourhood Centres|Fédération internationale des centres sociaux et communautaires
21020|International HIV/AIDS Alliance
21021|International Institute for Environment and Development|Institut international pour l’environnement et le développement
21022|International Network for Alternative Financial Institutions|Réseau international d’institutions financières
21023|International Planned Parenthood Federation|Fédération internationale pour le planning familial
21024|Inter Press Service, International Association
21025|International Seismological Centre|Centre séismologique international
21026|International Service for Human Rights|Service International pour les Droits de l’Homme
21027|ITF Enhancing Human Security|ITF Améliorer la sécurité humaine
21028|International University Exchange Fund - IUEF Stip. in Africa and Latin America|Fonds international d’échanges universitaires - Échanges intéressant l’Afrique et l’Amérique latine
21029|Doctors Without Borders|Médecins Sans Frontières
21030|Pan African Institute for Development|Institut panafricain pour le développement
21031|PANOS Institute|Institut PANOS
21032|Population Services International|Organisation internationale pour les services en matière de population
21033|Transparency International
21034|International Union Against Tuberculosis and Lung Disease|Union Internationale Contre la Tuberculose et les Maladies Respiratoires
21035|World Organisation Against Torture|Organisation mondiale contre la torture
21036|World University Service|Entraide universitaire mondiale
21037|Women's World Banking|Banque mondiale des femmes
21038|International Alert
21039|International Institute for Sustainable Development|Institut international de développement durable
21040|International Women's Tribune Centre|Centre de la tribune internationale de la femme
21041|Society for International Development|Société pour le développement international
21042|International Peacebuilding Alliance|Alliance internationale pour la consolidation de la paix
21043|European Parliamentarians for Africa|Association des parlementaires d’Europe pour l’Afrique
21044|International Council for the Control of Iodine Deficiency Disorders|Conseil international pour la lutte contre les troubles dus à une carence en iode
21045|African Medical and Research Foundation|Fondation africaine pour la médecine et la recherche
21046|Agency for Cooperation and Research in Development|Association de Coopération et de Recherche pour le Développement
21047|AgriCord
21048|Association of African Universities|Association des universités africaines
21049|European Centre for Development Policy Management|Centre européen de gestion de politiques de développement
21050|Geneva Call|Appel de Genève
21051|Institut Supérieur Panafricaine d’Economie Coopérative|Institut supérieur panafricaine d’economie coopérative
21053|IPAS-Protecting Women’s Health, Advancing Women’s Reproductive Rights|IPAS-Protecting Women's Health, Advancing Women's Reproductive Rights
21054|Life and Peace Institute|Institut Vie et Paix
21055|Regional AIDS Training Network|Réseau régional de formation sur le SIDA
21056|Renewable Energy and Energy Efficiency Partnership|Partenariat pour les énergies renouvelables et l'efficience énergétique
21057|International Centre for Transitional Justice|Centre International pour la Justice Transitionnelle
21058|International Crisis Group
21059|Africa Solidarity Fund|Fonds solidaire pour l'Afrique
21060|Association for the Prevention of Torture|Association pour la prévention de la torture
21061|International Rehabilitation Council for Torture Victims|Conseil international de réhabilitation pour les victimes de torture
21062|The Nature Conservancy
21063|Conservation International
21064|Clinton Health Access Initiative, Inc.|Initiative Clinton pour l'accès à la santé
21501|OXFAM International
21502|World Vision
21503|Family Health International 360
21504|International Relief and Development
21505|Save the Children
21506|International Rescue Committee
21507|Pact World
21508|Sustainable Energy for All
22000|Donor country-based NGO|ONG basée dans un pays donneur
22501|OXFAM - provider country office
22502|Save the Children - donor country office
23000|Developing country-based NGO|ONG basée dans un pays en développement
23501|National Red Cross and Red Crescent Societies|Sociétés nationales de la Croix-Rouge et du Croissant-Rouge
30000|Public-Private Partnerships (PPP) and Networks|Partenariats public-privé (PPP) et réseaux
30001|Global Alliance for Improved Nutrition|Alliance mondiale pour une meilleure nutrition
30003|Global e-Schools and Communities Initiative|Initiative mondiale en faveur de l’informatique dans les écoles et dans les communautés
30004|Global Water Partnership|Partenariat mondial pour l'eau
30005|International AIDS Vaccine Initiative|Initiative internationale pour un vaccin contre le SIDA
30006|International Partnership on Microbicides|Partenariat international pour des microbicides
30007|Global Alliance for ICT and Development|Alliance mondiale pour les TIC et le développement
30008|Cities Alliance|Alliance pour les villes
30009|Small Arms Survey
30010|International drug purchase facility|Facilité internationale d'achat de médicaments
30011|International Union for the Conservation of Nature|Union internationale pour la conservation de la nature
30012|Global Climate Partnership Fund
30013|Microfinance Enhancement Facility|Mécanisme de soutien au microfinancement
30014|Regional Micro, Small and Medium Enterprise Investment Fund for Sub-Saharan Africa|Fonds régional d’investissement pour les très petites, petites et moyennes entreprises d’Afrique subsaharienne
30015|Global Energy Efficiency and Renewable Energy Fund|Fonds mondial pour la promotion de l'efficacité énergétique et des énergies renouvelables
30016|European Fund for Southeast Europe
30017|SANAD Fund for Micro, Small and Medium Enterprises
30018|Africa Finance Corporation|Corporation Financière Africaine
30019|Currency Exchange Fund N.V.
30020|Global Energy Efficiency and Renewable Energy Fund II
31000|Public-Private Partnerships (PPP)|Partenariats public-privé (PPP)
31001|Global Development Network|Réseau de développement mondial
31002|Global Knowledge Partnership|Alliance mondiale pour le savoir
31003|International Land Coalition|Coalition internationale pour l'accès à la terre
31004|Extractive Industries Transparency Initiative International Secretariat|Secrétariat de l'Initiative pour la transparence dans les industries extractives
31005|Parliamentary Network on the World Bank|Réseau parlementaire sur la Banque mondaile
31006|Coalition for Epidemic Preparedness Innovations|Coalition pour les innovations en matière de préparation
31007|Drugs for Neglected Diseases initative|Initiative médicaments contres les maladies négligées
32000|Networks|Réseaux
40000|Multilateral Organisations|Organisations multilatérales
41000|United Nations (UN) agency, fund or commission|Agence, fonds ou commission des Nations Unies (ONU)
41100|UN entities (core contributions reportable in full)|Entités des Nations Unies (contributions aux budgets reguliers à déclarer dans leur intégralité)
41101|Convention to Combat Desertification|Convention sur la lutte contre la désertification
41102|Desert Locust Control Organisation for Eastern Africa|Organisation de lutte contre le criquet pèlerin dans l'Est Africain
41103|Economic Commission for Africa|Commission économique pour l'Afrique
41104|Economic Commission for Latin America and the Caribbean|Commission économique pour l'Amérique latine et les Caraïbes
41105|Economic and Social Commission for Western Asia|Commission économique et sociale pour l'Asie occidentale
41106|Economic and Social Commission for Asia and the Pacific|Commission économique et sociale pour l'Asie et le Pacifique
41107|International Atomic Energy Agency (Contributions to Technical Cooperation Fund Only)|Agence internationale de l'énergie atomique (Contributions au Fonds de Coopération Technique uniquement)
41108|International Fund for Agricultural Development|Fonds international de développement agricole
~41109|International Research and Training Institute for the Advancement of Women
41110|Joint United Nations Programme on HIV/AIDS|Programme commun des Nations Unies sur le VIH/SIDA
41111|United Nations Capital Development Fund|Fonds d’équipement des Nations Unies
41112|United Nations Conference on Trade and Development|Conférence des Nations Unies sur le commerce et le développement
41114|United Nations Development Programme|Programme des Nations Unies pour le développement
41116|United Nations Environment Programme|Programme des Nations Unies pour l'environnement
41119|United Nations Population Fund|Fonds des Nations Unies pour la population
41120|United Nations Human Settlement Programme|Programme des Nations Unies pour les établissements humains
41121|United Nations Office of the United Nations High Commissioner for Refugees|Haut Commissariat des Nations Unies pour les réfugiés
41122|United Nations Children’s Fund|Fonds des Nations Unies pour l'enfance
41123|United Nations Industrial Development Organisation|Organisation des Nations Unies pour le développement industriel
~41124|United Nations Development Fund for Women
41125|United Nations Institute for Training and Research|Institut des Nations Unies pour la formation et la recherche
41126|United Nations Mine Action Service|Service de l'action antimines des Nations Unies
41127|United Nations Office of Co-ordination of Humanitarian Affairs|Bureau des Nations Unies pour la coordination de l'assistance humanitaire
41128|United Nations Office on Drugs and Crime|Office des Nations Unies contre la drogue et le crime
41129|United Nations Research Institute for Social Development|Institut de recherche des Nations Unies pour le développement social
41130|United Nations Relief and Works Agency for Palestine Refugees in the Near East|Office de secours et de travaux des Nations Unies pour les réfugiés de Palestine dans le Proche-Orient
41131|United Nations System Staff College|Ecole des cadres du système des Nations Unies
41132|United Nations System Standing Committee on Nutrition|Comité permanent de la nutrition du système des Nations Unies
41133|United Nations Special Initiative on Africa|Initiative spéciale des Nations Unies pour l'Afrique
41134|United Nations University (including Endowment Fund)|Université des Nations Unies (y compris le Fonds de dotation)
41135|United Nations Volunteers|Programme des volontaires des Nations Unies
41136|United Nations Voluntary Fund on Disability|Fonds de contributions voluntaires des Nations Unies pour les handicapés
41137|United Nations Voluntary Fund for Technical Co-operation in the Field of Human Rights|Fonds de contributions volontaires des Nations Unies pour la coopération technique dans le domaine des droits de l'homme
41138|United Nations Voluntary Fund for Victims of Torture|Fonds de contributions volontaires des Nations Unies pour les victimes de la torture
41140|World Food Programme|Programme alimentaire mondial
41141|United Nations Peacebuilding Fund|Fonds des Nations Unies pour la consolidation de la paix
41142|United Nations Democracy Fund|Fonds des Nations Unies pour la démocratie
41143|World Health Organisation - core voluntary contributions account|Organisation mondiale de la santé - compte de contributions volontaires sans objet désigné
41144|International Labour Organisation - Regular Budget Supplementary Account|Organisation internationale du Travail - Compte supplémentaire du budget ordinaire
41145|International Maritime Organization - Technical Co-operation Fund|Organisation maritime internationale - Programme intégré de coopération technique
41146|United Nations Entity for Gender Equality and the Empowerment of Women|Entité des Nations Unies pour l'égalité des sexes et l'autonomisation de la femme
41147|Central Emergency Response Fund|Fonds central pour les interventions d'urgence
41148|United Nations Department of Political and Peacebuilding Affairs, Trust Fund in Support of Political Affairs|Département des affaires politiques et de consolidation de la paix des Nations Unies, Fonds d'affectation spéciale à l'appui des affaires politiques
41149|United Nations Development Coordination Office|Bureau de la coordination des activités de développement des Nations Unies
41150|United Nations Institute for Disarmament Research|Institut des Nations unies pour la recherche sur le désarmement
41151|International Agency for Research on Cancer|Centre international de recherche sur le cancer
~41200|UN entities (core contributions reportable in TOSSD only)|Entités des Nations Unies (contributions de base à déclarer dans TOSSD uniquement)
41300|Other UN (Core Contributions Reportable in Part)|Autres Nations Unies (contributions comptabilisables pour partie)
41301|Food and Agricultural Organisation|Organisation des Nations Unies pour l'alimentation et l'agriculture
41302|International Labour Organisation - Assessed Contributions|Organisation internationale du travail - contributions obligatoires
41303|International Telecommunications Union|Union internationale des télécommunications
41304|United Nations Educational, Scientific and Cultural Organisation|Organisation des Nations Unies pour l’éducation, la science et la culture
41305|United Nations|Organisation des Nations Unies
41306|Universal Postal Union|Union postale universelle
41307|World Health Organisation - assessed contributions|Organisation mondiale de la santé - contributions obligatoires
41308|World Intellectual Property Organisation|Organisation mondiale de la propriété intellectuelle
41309|World Meteorological Organisation|Organisation météorologique mondiale
41310|United Nations Department of Peace Operations - UN peacekeeping operations [only MINURSO, MINUSCA, MINUSMA, MINUJUSTH, MONUSCO, UNAMID, UNIFIL, UNISFA, UNMIK, UNMIL, UNMISS, UNOCI]. Report contributions mission by mission in CRS++.|Département des opérations de paix des Nations unies. Opérations de maintien de la paix [seulement MINURSO,MINUSCA,MINUSMA, MINUSTAH,MONUSCO,MINUAD, FINUL,FISNUA,MINUK, MINUL,UNMISS,ONUCI]. Notifier les contributions mission par mission au format SNPC++
~41311|United Nations Peacebuilding Fund (Window One: Flexible Contributions Only)|Fonds des Nations Unies pour la consolidation de la paix (Guichet un: contributions sans conditions)
41312|International Atomic Energy Agency - assessed contributions|Agence internationale de l'énergie atomique - contributions obligatoires
41313|United Nations High Commissioner for Human Rights (extrabudgetary contributions only)|Haut-Commissariat des Nations unies aux droits de l'homme (contributions extrabudgétaires uniquement)
41314|United Nations Economic Commission for Europe (extrabudgetary contributions only)|Commission économique des Nations unies pour l'Europe (contributions extrabudgétaires uniquement)
41315|United Nations Office for Disaster Risk Reduction|Bureau des Nations Unies pour la prévention de catastrophes
41316|United Nations Framework Convention on Climate Change|Convention-cadre des Nations unies sur les changements climatiques
41317|Green Climate Fund|Fonds vert pour le climat
41318|Global Mechanism|Mécanisme mondial
41319|World Tourism Organization|Organisation mondiale du tourisme
41320|Technology Bank for Least Developed Countries|Banque de Technologies en faveur des Pays les Moins Avancés
41321|World Health Organisation - Strategic Preparedness and Response Plan|Organisation mondiale de la santé - Plan stratégique de préparation et d'intervention
41400|UN inter-agency pooled funds|Fonds communs interinstitutions des Nations Unies
41401|UN-Multi Partner Trust Fund Office
41402|Joint Sustainable Development Goals Fund|Fonds conjoint des objectifs de développement durable
41403|COVID-19 Response and Recovery Multi-Partner Trust Fund
41500|UN single-agency thematic funds|Fonds thématiques uniques des Nations Unies
41501|United Nations Reducing Emissions from Deforestation and Forest Degradation
41502|United Nations Office for Project Services|Le Bureau des Nations Unies pour les services d'appui aux projets
41503|UN-led Country-based Pooled Funds
41600|Existing UN channels not included in Standard I - UN entity- of the UN Data Cube reporting framework|Canaux de l'ONU existants non inclus dans la norme I du cadre de reporting du cube de l'ONU
~41700|UN entities, non-core contributions|Entités des Nations Unies, contributions autres que de base
41701|International Labour Organisation - non-core
41702|World Health Organisation - non-core
42000|European Union Institutions|Institutions de l'Union européenne
42001|European Commission - Development Share of Budget|Commission européenne - partie du budget affectée au développement
42003|European Commission - European Development Fund|Commission européenne - Fonds européen de développement
42004|European Investment Bank|Banque européenne d'investissement
~42005|Facility for Euro-Mediterranean Investment and Partnership Trust Fund
43000|International Monetary Fund (IMF)|Fonds monétaire international (FMI)
43001|International Monetary Fund - Poverty Reduction and Growth Trust|Fonds monétaire international – Facilité pour la réduction de la pauvreté et pour la croissance
43002|International Monetary Fund - Poverty Reduction and Growth - Heavily Indebted Poor Countries Debt Relief Initiative Trust Fund [includes HIPC, Extended Credit Facility (ECF), and ECF-HIPC sub-accounts]|Fonds monétaire international – Réduction de la pauvreté et croissance – Initiative d’allègement de la dette en faveur des pays pauvres très endettés [y compris Initiative PPTE, Facilité élargie de crédit (FEC) et sous-comptes (FEC-PPTE)]
43003|International Monetary Fund - Subsidization of Emergency Post Conflict Assistance/Emergency Assistance for Natural Disasters for PRGT-eligible members|Fonds monétaire international – Aide d’urgence après un conflit (EPCA) et aide d’urgence à la suite de catastrophes naturelles (ENDA) pour les membres pouvant bénéficier de la FRPC
43004|International Monetary Fund - Poverty Reduction and Growth - Multilateral Debt Relief Initiative Trust|Fonds monétaire international – Facilité pour la réduction de la pauvreté et pour la croissance – Initiative d’allègement de la dette multilatérale
43005|International Monetary Fund - Post-Catastrophe Debt Relief Trust|Fonds monétaire international - Fonds fiduciaire pour l'allégement de la dette après une catastrophe
43006|Catastrophe Containment and Relief Trust|Fonds fiduciaire d’assistance et de riposte aux catastrophes
43007|IMF’s Resilience and Sustainability Trust|Fonds fiduciaire pour la résilience et la durabilité
44000|World Bank Group (WB)|Groupe de la Banque mondiale (BM)
44001|International Bank for Reconstruction and Development|Banque internationale pour la reconstruction et le développement
44002|International Development Association|Association internationale de développement
44003|International Development Association - Heavily Indebted Poor Countries Debt Initiative Trust Fund|Association internationale de développement - Fonds fiduciaire de l'IDA en faveur des pays pauvres très endettés
44004|International Finance Corporation|Société financière internationale
44005|Multilateral Investment Guarantee Agency|Agence multilatérale de garantie des investissements
44006|Advance Market Commitments|Garanties de marché
44007|International Development Association - Multilateral Debt Relief Initiative|Association internationale de développement - Initiative d’allégement de la dette multilatérale
44008|Partnership for Market Implementation
45000|World Trade Organisation (WTO)|Organisation mondiale du commerce (OMC)
45001|World Trade Organisation - International Trade Centre|Centre du commerce international de l'Organisation mondiale du commerce
45002|World Trade Organisation - Advisory Centre on WTO Law|Centre consultatif sur la législation de l'Organisation mondiale du commerce
45003|World Trade Organisation - Doha Development Agenda Global Trust Fund|Organisation mondiale du commerce - Fonds global d'affectation spéciale pour le Programme de Doha pour le développement
46000|Regional Development Banks|Banques régionales de développement
46002|African Development Bank|Banque africaine de développement
46003|African Development Fund|Fonds africain de développement
46004|Asian Development Bank|Banque asiatique de développement
46005|Asian Development Fund|Fonds asiatique de développement
46006|Black Sea Trade and Development Bank
46007|Central American Bank for Economic Integration|Banque centroaméricaine d'intégration économique
46008|Development Bank of Latin America|Banque de développement de l'Amérique latine
46009|Caribbean Development Bank|Banque de développement des Caraïbes
46012|Inter-American Development Bank, Inter-American Investment Corporation and Multilateral Investment Fund|Banque interaméricaine de développement, Société interaméricaine d'investissements, Fonds multilatéral d'investissements
46013|Inter-American Development Bank, Fund for Special Operations|Banque interaméricaine de développement, Fonds opérations spécial
46015|European Bank for Reconstruction and Development|Banque européenne pour la reconstruction et le développement
46016|European Bank for Reconstruction and Development - technical co-operation and special funds (ODA-eligible countries only)|Banque européenne pour la reconstruction et le développement - coopération technique et fonds spéciaux (pays éligibles à l'APD)
46017|European Bank for Reconstruction and Development - technical co-operation and special funds (all EBRD countries of operations)|Banque européenne pour la reconstruction et le développement - coopération technique et fonds spéciaux (tous pays)
46018|European Bank for Reconstruction and Development - Early Transition Countries Fund|Banque européenne de reconstruction et de développement - Initiative en faveur des pays en transition précoce
46019|European Bank for Reconstruction and Development - Western Balkans Joint Trust Fund|Banque européenne de reconstruction et de développement - Fonds spécial pour les Balkans occidentaux
46020|Central African States Development Bank|Banque de développement des États de l'Afrique Centrale
46021|West African Development Bank|Banque ouest-africaine de développement
46022|African Export Import Bank|Banque Africaine d'Import-Export
46023|Eastern and Southern African Trade and Development Bank|Banque de l’Afrique de l’Est et de l’Afrique Australe pour le Commerce et le Développement
46024|Council of Europe Development Bank|Banque de Développement du Conseil de l'Europe
46025|Islamic Development Bank|Banque Islamique de Développement
46026|Asian Infrastructure Investment Bank
46027|Financial Fund for the Development of the River Plate Basin|Fonds financier pour le développement du bassin fluvial de la Plata
47000|Other multilateral institutions|Autres institutions multilatérales
47001|African Capacity Building Foundation|Fondation pour le renforcement des capacités en Afrique
47002|Asian Productivity Organisation|Organisation asiatique de productivité
47003|Association of South East Asian Nations: Economic Co-operation|Association des nations de l'Asie du Sud-Est - coopération économique
~47004|ASEAN Cultural Fund
47005|African Union (excluding peacekeeping facilities)|Union Africaine (à l'exclusion de la Facilité de soutien à la paix)
47008|World Vegetable Centre|Centre international de cultures maraîchères
47009|African and Malagasy Council for Higher Education|Conseil africain et malgache pour l'enseignement supérieur
47010|Commonwealth Agency for Public Administration and Management|Agence du Commonwealth pour l'administration et la gestion publiques
47011|Caribbean Community Secretariat|Secrétariat de la Communauté des Caraïbes
47012|Caribbean Epidemiology Centre|Centre épidémiologique des Caraïbes
47013|Commonwealth Foundation|Fondation du Commonwealth
~47014|Commonwealth Fund for Technical Co-operation
47015|CGIAR Fund
~47016|Commonwealth Institute
47017|International Centre for Tropical Agriculture|Centre international d'agriculture tropicale
47018|Centre for International Forestry Research|Centre de recherche forestière internationale
47019|International Centre for Advanced Mediterranean Agronomic Studies|Centre international de hautes études agronomique méditerranéennes
47020|International Maize and Wheat Improvement Centre|Centre international d’amélioration du maïs et du blé
47021|International Potato Centre|Centre international de la pomme de terre
47022|Convention on International Trade in Endangered Species of Wild Flora and Fauna|Convention sur le commerce international des espèces de faune et de flore sauvages menacées d'extinction
~47023|Commonwealth Legal Advisory Service
~47024|Commonwealth Media Development Fund
47025|Commonwealth of Learning
47026|Community of Portuguese Speaking Countries|Communauté des pays de langue portugaise
47027|Colombo Plan|Plan de Colombo
47028|Commonwealth Partnership for Technical Management|Partenariat pour la gestion technique (Commonwealth)
47029|Sahel and West Africa Club|Club du Sahel et de l’Afrique de l’Ouest
~47030|Commonwealth Scientific Council
~47031|Commonwealth Small States Office
~47032|Commonwealth Trade and Investment Access Facility
~47033|Commonwealth Youth Programme
47034|Economic Community of West African States|Communauté économique des Etats de l’Afrique de l’Ouest
47035|Environmental Development Action in the Third World|Environnement et développement du Tiers-monde
47036|European and Mediterranean Plant Protection Organisation|Organisation Européenne et Méditerranéenne pour la Protection des Plantes
47037|Eastern-Regional Organisation of Public Administration|Organisation régionale de l'Orient pour l'administration publique
~47038|INTERPOL Fund for Aid and Technical Assistance to Developing Countries
47040|Forum Fisheries Agency|Agence des pêches
47041|Food and Fertilizer Technology Centre|Centre des techniques de l'alimentation et des engrais
47042|Foundation for International Training|Fondation pour la formation internationale dans les pays du tiers monde
47043|Global Crop Diversity Trust
47044|Global Environment Facility Trust Fund|Fonds pour l'environnement mondial - fonds fiduciaire
47045|Global Fund to Fight AIDS, Tuberculosis and Malaria|Fonds mondial de lutte contre le SIDA, la tuberculose et la paludisme
47046|International Organisation of the Francophonie|Organisation internationale de la Francophonie
47047|International African Institute|Institut international africain
~47048|Inter-American Indian Institute
~47049|International Bureau of Education - International Educational Reporting System (IERS)
47050|International Cotton Advisory Committee|Comité consultatif international du coton
47051|International Centre for Agricultural Research in Dry Areas|Centre international de recherche agricole dans les zones arides
47053|International Centre for Diarrhoeal Disease Research, Bangladesh
47054|International Centre of Insect Physiology and Ecology|Centre international sur la physiologie et l’écologie des insectes
47055|International Centre for Development Oriented Research in Agriculture|Centre International pour la Recherche Agricole orientée vers le développement
47056|World AgroForestry Centre|Centre mondial de l’agroforesterie
47057|International Crop Research for Semi-Arid Tropics|Institut international de recherche sur les cultures des zones tropicales semi-arides
47058|International Institute for Democracy and Electoral Assistance
47059|International Development Law Organisation|Organisation internationale de droit du développement
~47060|International Institute for Cotton
47061|Inter-American Institute for Co-operation on Agriculture|Institut interaméricain de coopération pour l’agriculture
47062|International Institute of Tropical Agriculture|Institut international d’agriculture tropicale
47063|International Livestock Research Institute
47064|International Network for Bamboo and Rattan|Réseau International sur le bambou et le rotin
47065|Intergovernmental Oceanographic Commission|Commission océanographique intergouvernementale
47066|International Organisation for Migration|Organisation internationale des migrations
47067|Intergovernmental Panel on Climate Change|Groupe d’experts intergouvernemental sur l’évolution du climat
47068|Asia-Pacific Fishery Commission|Commission Asie-Pacifique des pêches
47069|Bioversity International
47070|International Rice Research Institute|Institut international de recherche sur le riz
47071|International Seed Testing Association|Association internationale d’essais de semences
47073|International Tropical Timber Organisation|Organisation Internationale des Bois Tropicaux
47074|International Vaccine Institute|Institut international de vaccins
47075|International Water Management Institute|Institut international de gestion des ressources en eau
47076|Justice Studies Centre of the Americas|Centre d’études sur la justice dans les Amériques
47077|Mekong River Commission|Commission du Mékong
47078|Multilateral Fund for the Implementation of the Montreal Protocol|Fonds multilatéral pour l’application du Protocole de Montréal
47079|Organisation of American States|Organisation des États américains
47080|Organisation for Economic Co-operation and Development (Contributions to special funds for Technical Co-operation Activities Only)|Organisation de Coopération et de développement économiques (contributions aux fonds spéciaux pour les activités de coopération technique uniquement)
47081|OECD Development Centre|OCDE Centre de développement
47082|Organisation of Eastern Caribbean States|Organisation des États des Caraïbes orientales
47083|Pan-American Health Organisation|Organisation panaméricaine de la santé
47084|Pan-American Institute of Geography and History|Institut panaméricain de géographie et d’histoire
~47085|Pan-American Railway Congress Association
47086|Private Infrastructure Development Group
47087|Pacific Islands Forum Secretariat|Secrétariat du Forum des Iles du Pacifique
~47088|Relief Net
47089|Southern African Development Community|Communauté pour le développement de l’Afrique australe
~47090|Southern African Transport and Communications Commission
~47091|(Colombo Plan) Special Commonwealth African Assistance Programme
47092|South East Asian Fisheries Development Centre|Centre de développement des pêches de l’Asie du Sud-Est
47093|South East Asian Ministers of Education|Organisation des Ministres de l’éducation de l’Asie du Sud-Est
~47094|South Pacific Applied Geoscience Commission
47095|Educational Quality and Assessment Programme|Programme d'évaluation et de qualité de l'éducation
47096|Secretariat of the Pacific Community|Secrétariat Général de la Communauté du Pacifique
47097|Pacific Regional Environment Programme|Programme régional océanien de l’environnement
47098|Unrepresented Nations and Peoples’ Organisation|Organisation des peuples et des nations non représentés
47099|University of the South Pacific|Université du Pacifique Sud
47100|West African Monetary Union|Union monétaire ouest-africaine
47101|Africa Rice Centre|Centre du riz pour l’Afrique
~47102|World Customs Organisation Fellowship Programme|Organisation mondiale des douanes, programme de bourses
47103|World Maritime University|Université maritime mondiale
47104|WorldFish Centre|Centre international pour l’aménagement des ressources bioaquatiques
47105|Common Fund for Commodities|Fonds commun pour les produits de base
47106|Geneva Centre for the Democratic Control of Armed Forces|Centre de contrôle démocratique des forces armées - Genève
47107|International Finance Facility for Immunisation|Facilité internationale de financement pour la vaccination
~47108|Multi-Country Demobilisation and Reintegration Program
47109|Asia-Pacific Economic Cooperation Support Fund (except contributions tied to counter-terrorism activities)|Fonds de soutien de la coopération économique Asie-Pacifique (hors lutte contre le terrorisme)
47110|Organisation of the Black Sea Economic Cooperation|Organisation de coopération économique de la mer Noire
47111|Adaptation Fund|Fonds pour l’adaptation
47112|Central European Initiative - Special Fund for Climate and Environmental Protection|Initiative de l’Europe centrale - Fonds Spécial pour la protection climatique et environnementale
47113|Economic and Monetary Community of Central Africa|Communauté économique et monétaire de l’Afrique Centrale
47114|Asian Forest Cooperation Organisation
47116|Integrated Framework for Trade-Related Technical Assistance to Least Developed Countries|Cadre intégré pour l'assistance technique liée au commerce en faveur des pays les moins avancés
47117|New Partnership for Africa's Development|Nouveau Partenariat pour le développement de l’Afrique
47118|Regional Organisation for the Strengthening of Supreme Audit Institutions of Francophone Sub-Saharan Countries|Conseil Régional de Formation des Institutions Supérieures de Contrôle des Finances Publiques d’Afrique Francophone Subsaharienne
47119|Sahara and Sahel Observatory|Observatoire du Sahara et du Sahel
47120|South Asian Association for Regional Cooperation|Association de l'Asie du Sud pour la coopération régionale
47121|United Cities and Local Governments of Africa|Cités et gouvernements locaux unis d’Afrique
47122|Global Alliance for Vaccines and Immunization|Alliance mondiale pour la vaccination et l’immunisation
47123|Geneva International Centre for Humanitarian Demining|Centre International de Déminage Humanitaire Genève
47124|International Anti-Corruption Academy
47125|International Centre for Genetic Engineering and Biotechnology
47127|Latin-American Energy Organisation|Organisation latino-américaine de l'énergie
47128|Nordic Development Fund
47129|Global Environment Facility - Least Developed Countries Fund|FEM Fonds pour les pays les moins avancés
47130|Global Environment Facility - Special Climate Change Fund|FEM Fonds spécial pour les changements climatiques
47131|Organization for Security and Co-operation in Europe|Organisation pour la sécurité et la coopération en Europe
47132|Commonwealth Secretariat (ODA-eligible contributions only)|Secrétariat du Commonwealth (seulement les contributions éligibles à l'APD)
47134|Clean Technology Fund|Fonds pour les technologies propres
47135|Strategic Climate Fund|Fonds stratégique pour le climat
47136|Global Green Growth Institute|Institut mondial de la croissance verte
47137|African Risk Capacity Group|Mutuelle panafricaine de gestion des risques
47138|Council of Europe|Conseil de l’Europe
47139|World Customs Organization Customs Co-operation Fund|Organisation Mondiale des Douanes Fonds de coopération douanière
47140|Organisation of Ibero-American States for Education, Science and Culture|Organisation des états ibéro-américains pour l'éducation, la science et la culture (OEI)
47141|African Tax Administration Forum|Forum sur l’Administration Fiscale Africaine
47142|OPEC Fund for International Development|Le Fonds OPEP pour le développement international
47143|Global Community Engagement and Resilience Fund|Fonds mondial pour l’engagement de la communauté et la résilience
47144|International Renewable Energy Agency|Agence internationale pour les energies renouvelables
47145|Center of Excellence in Finance
47146|International Investment Bank
47147|International Finance Facility for Education|Facilité internationale de financement pour l'éducation
47148|World Organisation for Animal Health|Organisation mondiale de la santé animale
47149|International Commission on Missing Persons|Commission internationale pour les personnes disparues
47400|European Space Agency (ESA) programme 'Space in support of International Development Aid'
47501|Global Partnership for Education|Partenariat Mondial pour l'Education
47502|Global Fund for Disaster Risk Reduction
47503|Global Agriculture and Food Security Program
47504|Forest Carbon Partnership Facility
~50000|Others|Autres
51000|University, college or other teaching institution, research institute or think-tank|Université, collège ou autre établissement d'enseignement, institut de recherche ou de réflexion
51001|International Food Policy Research Institute|Institut International de Recherche sur les Politiques Alimentaires
~52000|Other|Autre
60000|Private Sector Institutions|Institutions du secteur privé
61000|Private sector in provider country|Secteur privé du pays donneur
61001|Banks (deposit taking corporations)|Banques (institutions de dépôts)
~61002|Private exporter in provider country|Exportateur privé dans le pays donneur
61003|Investment funds and other collective investment institutions|Fonds d’investissements et autres organismes de placement collectifs
61004|Holding companies, trusts and Special Purpose Vehicles|Sociétés holding, fonds fiduciaires et structures de titrisation
61005|Insurance Corporations|Sociétés d’assurance
61006|Pension Funds|Fonds de pension
61007|Other financial corporations|Autres sociétés financières
61008|Exporters|Exportateurs
61009|Other non-financial corporations|Autres sociétés non financières
61010|Retail investors|Investisseurs individuels
62000|Private sector in recipient country|Secteur privé du pays bénéficiaire
62001|Banks (deposit taking corporations except Micro Finance Institutions)|Banques (institutions de dépôts hors institutions de microfinancement)
62002|Micro Finance Institutions (deposit and non-deposit)|Institutions de microfinancement (collectant ou pas des dépôts)
62003|Investment funds and other collective investment institutions|Fonds d’investissements et autres organismes de placement collectifs
62004|Holding companies, trusts and Special Purpose Vehicles|Sociétés holding, fonds fiduciaires et structures de titrisation
62005|Insurance Corporations|Sociétés d’assurance
62006|Pension Funds|Fonds de pension
62007|Other financial corporations|Autres sociétés financières
62008|Importers/Exporters|Importateurs / Exportateurs
62009|Other non-financial corporations|Autres sociétés non financières
62010|Retail investors|Investisseurs individuels
63000|Private sector in third country|Secteur privé d'un pays tiers
63001|Banks (deposit taking corporations except Micro Finance Institutions)|Banques (institutions de dépôts hors institutions de microfinancement)
63002|Micro Finance Institutions (deposit and non-deposit)|Institutions de microfinancement (collectant ou pas des dépôts)
63003|Investment funds and other collective investment institutions|Fonds d’investissements et autres organismes de placement collectifs
63004|Holding companies, trusts and Special Purpose Vehicles|Sociétés holding, fonds fiduciaires et structures de titrisation
63005|Insurance Corporations|Sociétés d’assurance
63006|Pension Funds|Fonds de pension
63007|Other financial corporations|Autres sociétés financières
63008|Exporters|Exportateurs
63009|Other non-financial corporations|Autres sociétés non financières
63010|Retail investors|Investisseurs individuels
90000|Other|Autre
`);

export const organisationRegistrationAgency = codelist('OrganisationRegistrationAgency', false, `
AD-COA AE-ACCI AE-ADCD AE-AFZ AE-COA AE-DCCI AE-DFSA AE-DIFC AE-DMCC AE-FCCI AE-FFZ AE-HFZA AE-RAKIA AE-RK_CR AE-SAIF AE-SCCI
AE-UQCCI AF-CBR AF-COA AF-MOE AF-TIN AG-COA AI-COA AL-COA AL-QKB AM-COA AM-SRALE AO-COA AQ-COA AR-CENOC AR-COA AR-CUIT AS-COA
AT-COA AT-FB AT-UID AT-ZVR AU-ABN AU-ACNC AU-COA AW-COA AX-COA AZ-COA AZ-IVI BA-COA BB-COA BD-COA BD-NAB BD-ROC BE-BCE_KBO BE-COA
~BE-GTCF BF-COA BF-MATD BG-COA BG-EIK BH-COA BI-COA BI-NIF BJ-COA BJ-IFU BL-COA BM-COA BN-COA BO-CINS BO-COA BO-NIT BQ-COA BR-CNPJ
BR-COA BS-COA BT-COA BV-COA BW-CIPA BW-COA BW-TIN BY-ADR BY-COA BZ-COA CA-CC CA-COA CA-CRA_ACR CA-GOV CA_AB-ABT CA_BC-BRC_CBR
CA_MB-MTB CA_NB-NWB_NOB CA_NL-NFL_TNL CA_NS-NVS_NVE CA_NT-NWT_TNO CA_NU-NNV CA_ON-ONT CA_PE-PEI_IPE CA_QC-QBC CA_SK-SKN CA_YT-YKT
CC-COA CD-COA CD-MJDH CF-COA CG-COA CH-COA CH-FDJP CH_BS-CR CI-COA CI-MOI CK-COA CL-COA CL-MP CL-RUT CM-COA CM-NIU CN-COA CN-SAIC
CN-USCI CO-CCB CO-COA CO-RUE CR-COA CR-RPJ CU-COA CV-COA CW-COA CX-COA CY-COA CY-DRCOR CZ-COA CZ-DIC CZ-ICO DE-COA DE-CR DJ-COA
DK-COA DK-CVR DM-COA DO-COA DZ-COA EC-COA EC-RUC EE-COA EE-KMKR EE-RIK EG-COA EG-CR EG-MOSS EH-COA ER-COA ES-COA ES-DIR3 ES-MDJ
ES-NIF ES-RMC ET-COA ET-CSA ET-MFA ET-MOT FI-COA FI-PRO FI-VERO FJ-COA FK-COA FM-COA FO-COA FR-COA ~FR-INSEE FR-RCS GA-COA GB-CASC
GB-CHC GB-COA GB-COE GB-COH GB-EDU GB-GOR GB-GOV ~GB-GOVUK GB-HESA GB-IRN GB-LAE GB-LANI GB-LAS GB-MPR GB-NHS GB-NIC GB-PLA GB-REV
GB-SC GB-SCOTEDU GB-SHPE GB-SRS GB-UKPRN GB-WALEDU GD-COA GE-COA GE-NAPR GE-RS GF-COA GG-COA GG-RCE GH-COA GH-DSW GH-RGD GI-COA
GL-COA GM-COA GN-COA GP-COA GQ-COA GR-COA GS-COA GT-CISP GT-COA GT-NIT GT-RPJ GU-COA GW-COA GY-COA HK-COA HK-CR HM-COA HN-COA
HN-RTN HR-COA HR-MBS HR-OIB HT-COA HU-AFA HU-COA ID-COA ID-DJP ~ID-KDN ID-KHH ID-KLN ~ID-PRO ID-SMR IE-CHY IE-COA IE-CRO IL-COA
IL-RA IL-ROC IM-COA IM-CR IM-GR IN-COA IN-MCA IN-MHA IO-COA IQ-COA IQ-NGO IR-COA IS-COA IS-KEN IT-CF IT-COA IT-CUUO ~IT-RI JE-COA
JE-FSC JE-JCR ~JE-OAC JM-COA JO-CCD JO-COA JO-MSD JP-COA JP-JCN KE-COA KE-KRA KE-NCB KE-RCO ~KE-RSO KG-COA KG-ID KG-INN KG-OKPO
KG-TIN KH-COA KH-INGO KH-NNGO KI-COA KM-COA KN-COA KP-COA KR-BRN KR-COA KW-COA KY-COA KZ-BIN KZ-COA LA-COA LB-COA LB-CR LB-MOI
LC-COA LI-COA LK-COA LK-DRC LK-NGO LR-COA LR-MFDPNGO LS-COA ~LS-LCN LT-COA LT-PVM LT-RC LU-COA LU-RCS LV-COA LV-RE LY-COA MA-COA
MC-COA MC-RCI MD-COA MD-IDNO ME-COA MF-COA MG-COA MG-NIF MH-COA MK-COA ML-CCIM ML-COA ML-MAT ML-NIF MM-COA MM-MHA MN-COA MO-COA
MP-COA MQ-COA MR-COA MS-COA MT-COA MU-COA MU-CR MV-COA ~MW-CNM MW-COA ~MW-MRA MW-NBM MW-RG MX-CMX_CPA MX-COA MX-CPA MX-RFC MY-COA
MY-SSM MZ-COA MZ-CR MZ-MOJ MZ-NUIT NA-COA NA-NAMRA NC-COA NE-COA NE-DGI NF-COA NG-BPP NG-CAC NG-COA NG-TIN NI-COA NL-COA NL-KVK
NL-OWMS NO-BRC NO-COA NP-COA NP-CRO NP-IRD NP-SWC NR-COA NU-COA NZ-COA OM-COA PA-COA PA-PRP PE-COA PE-RUC PE-SUNARP PF-COA PG-COA
PH-COA PH-SEC PK-COA PK-NTN ~PK-PCP PK-SEC PK-VSWA PL-COA PL-KRS PL-NIP PL-REGON PM-COA PN-COA PR-COA PS-COA PS-MOI PS-TIN PT-COA
PT-NIPPC PW-COA PY-COA PY-PGN PY-RUC QA-COA RE-COA RO-COA RO-CUI RS-APR RS-COA RS-PIB RU-COA RU-INN RU-OGRN RW-COA RW-RGB RW-RRA
SA-COA SB-COA SC-COA SD-COA ~SE-BLV SE-COA ~SE-KK SE-ON SG-ACRA SG-COA SG-COC SH-COA SI-COA SI-PRS SI-TIN SJ-COA SK-COA SK-ICO
SK-ORSR ~SK-ZRSR SL-COA SL-NRA SL-OARG SM-COA SN-COA SN-NINEA SO-COA SO-MPND SR-COA SS-COA SS-RRC ST-COA SV-COA SV-NIT SX-COA
SY-COA SZ-CIT SZ-COA TC-COA TD-COA TF-COA TG-COA TH-COA TH-MOI TH-TIN TJ-COA TK-COA TL-COA TM-COA TN-COA TN-RNE TO-COA TR-COA
TR-MERSIS TR-MOI TT-COA TV-COA TW-COA TZ-BRLA TZ-COA TZ-NNCB TZ-TRA UA-COA UA-EDR UG-204CBO UG-COA ~UG-NGB UG-NGO UG-RSB UM-COA
US-COA ~US-DOS US-EIN US-USAGOV UY-COA UZ-COA UZ-KTUT VA-COA VC-COA VE-COA VG-COA VI-COA VN-COA VN-MOST VU-COA WF-COA WS-COA
XE-EXAMPLE ~XI-BRIDGE XI-DUNS XI-EORI XI-GRID XI-IATI XI-LEI XI-PB XI-PID XI-ROR XI-WIKIDATA XK-COA XM-DAC XM-OCHA XR-EUCB XR-NUTS
YE-COA YE-CR YE-MSAL YT-COA ZA-CIP ZA-CIT ZA-COA ZA-NPO ~ZA-PBO ZM-COA ZM-PCR ZM-RNGO ZW-COA ZW-PVO ZW-ROD ZZ-EBID
`);

export const organisationIdentifier = codelist('OrganisationIdentifier', false, `
AT-1 AT-10 AT-11 AT-12 AT-2 AT-3 AT-4 AT-5 AT-6 AT-8 AT-9 AT-99 AU-5 AU-72 BE-10 BE-20 BE-30 BE-31 BE-39 BE-70 BE-80 BE-91 BE-94
CA-1 CA-2 CA-31 CA-4 CH-1 CH-10 CH-11 CH-4 CH-5 CH-6 CH-7 CH-8 CH-9 DE-1 DE-11 DE-12 DE-14 DE-16 DE-17 DE-2 DE-34 DE-4 DE-52 DK-1
DK-2 DK-4 DK-72 ES-1 ES-10 ES-11 ES-12 ES-13 ES-14 ES-15 ES-16 ES-17 ES-18 ES-19 ES-2 ES-4 ES-5 ES-6 ES-7 ES-8 ES-9 EU-1 EU-2 EU-3
EU-4 FI-1 FI-2 FI-3 FI-4 FI-72 FR-10 FR-17 FR-3 FR-43 FR-6 GB-1 GB-2 GB-5 GR-1 GR-2 GR-20 GR-3 GR-4 GR-5 GR-6 GR-7 GR-8 GR-9 IE-1
IE-71 IT-2 IT-4 IT-5 IT-7 IT-74 IT-8 IT-9 JP-1 JP-10 JP-11 JP-12 JP-13 JP-14 JP-15 JP-2 JP-7 JP-71 JP-8 LU-1 LU-2 LU-22 NL-1 NL-33
NL-4 NO-1 NO-4 NO-7 NO-71 NO-72 NO-8 NZ-1 NZ-2 PT-1 PT-2 PT-3 PT-71 SE-2 SE-6 SE-71 US-1 US-10 US-11 US-12 US-13 US-15 US-16 US-17
US-2 US-31 US-5 US-6 US-7 US-8 US-9 41101 41102 41103 41104 41105 41106 41107 41108 41109 41110 41111 41112 41114 41116 41118 41119
41120 41121 41122 41123 41124 41125 41126 41127 41128 41129 41130 41131 41132 41133 41134 41135 41136 41137 41138 41140 41141 41142
41143 41301 41302 41303 41304 41305 41306 41307 41308 41309 41310 41311 41312 41313 41314 42001 42003 42004 42005 42006 43001 43002
43003 44001 44002 44003 44004 44005 44006 44007 45001 45002 45003 46001 46002 46003 46004 46005 46006 46007 46008 46009 46012 46013
47001 47002 47003 47004 47005 47008 47009 47010 47011 47012 47013 47014 47015 47016 47017 47018 47019 47020 47021 47022 47023 47024
47025 47026 47027 47028 47029 47030 47031 47032 47033 47034 47035 47036 47037 47038 47040 47041 47042 47043 47044 47045 47046 47047
47048 47049 47050 47051 47053 47054 47055 47056 47057 47058 47059 47060 47061 47062 47063 47064 47065 47066 47067 47068 47069 47070
47071 47073 47074 47075 47076 47077 47078 47079 47080 47081 47082 47083 47084 47085 47086 47087 47088 47089 47090 47091 47092 47093
47094 47095 47096 47097 47098 47099 47100 47101 47102 47103 47104 47105 47106 47107 47108 47109 47110 47111 47112 47113 47116 47117
47118 47119 47120 47121 47122 47123 47125 47126 47127 21001 21002 21003 21004 21005 21006 21007 21008 21009 21010 21011 21013 21014
21015 21016 21017 21018 21019 21020 21021 21022 21023 21024 21025 21026 21027 21028 21029 21030 21031 21032 21033 21034 21035 21036
21037 21038 21039 21040 21041 21042 21043 21044 21045 21046 21047 21048 21049 21050 21051 21053 21054 21055 21056 21057 30001 30003
30004 30005 30006 30007 30008 30009 30010 30011 31001 31002
`);

export const iatiOrganisationIdentifier = codelist('IATIOrganisationIdentifier', true, `
XI-IATI-1001 XI-IATI-1002 XI-IATI-ACATBA XI-IATI-ADVZ XI-IATI-AGR XI-IATI-AIAS XI-IATI-AJS XI-IATI-ATTIC XI-IATI-BBDN XI-IATI-EBRD
XI-IATI-BEH XI-IATI-CABI XI-IATI-CWSEC XI-IATI-DGF XI-IATI-EC_DEVCO XI-IATI-EC_ECHO XI-IATI-ESFD XI-IATI-EC_FPI XI-IATI-EC_NEAR
XI-IATI-EFRD XI-IATI-FIABEL XI-IATI-GREDO XI-IATI-IADB XI-IATI-IFDC XI-IATI-IKI XI-IATI-KHF XI-IATI-KHF_IFH XI-IATI-LPI XI-IATI-MIF
XI-IATI-NAGAAD XI-IATI-NSO XI-IATI-OCHASDC XI-IATI-SGJ XI-IATI-SORDI XI-IATI-SPR XI-IATI-SWSC XI-IATI-UCES XI-IATI-UDC XI-IATI-UNPF
XI-IATI-WARDI XI-IATI-WAI XI-IATI-WBTF XI-IATI-WVDRC XI-IATI-RUF XI-IATI-1MC
`);
