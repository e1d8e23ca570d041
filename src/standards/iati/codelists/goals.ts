/**
 * Sustainable development goals: codes of the IATI Standard 2.03.
 * Source: IATI/IATI-Codelists @ 75e827bacd and IATI/IATI-Codelists-NonEmbedded @ 7aeece773c (CC BY 4.0; DAC lists: OECD).
 * Transcribed by scripts/transcribe-iati-codelists.ts: code|English|French, `~` = withdrawn.
 */

import { codelist } from './codelist.ts';

export const sdgGoals = codelist('UNSDG-Goals', true, `
1|Goal 1. End poverty in all its forms everywhere|Objectif 1. Éliminer la pauvreté sous toutes ses formes et partout dans le monde
2|Goal 2. End hunger, achieve food security and improved nutrition and promote sustainable agriculture|Objectif 2. Éliminer la faim, assurer la sécurité alimentaire, améliorer la nutrition et promouvoir l’agriculture durable
3|Goal 3. Ensure healthy lives and promote well-being for all at all ages|Objectif 3. Permettre à tous de vivre en bonne santé et promouvoir le bien-être de tous à tout âge
4|Goal 4. Ensure inclusive and equitable quality education and promote lifelong learning opportunities for all|Objectif 4. Assurer à tous une éducation équitable, inclusive et de qualité et des possibilités d’apprentissage tout au long de la vie
5|Goal 5. Achieve gender equality and empower all women and girls|Objectif 5. Parvenir à l’égalité des sexes et autonomiser toutes les femmes et les filles
6|Goal 6. Ensure availability and sustainable management of water and sanitation for all|Objectif 6. Garantir l’accès de tous à des services d’alimentation en eau et d’assainissement gérés de façon durable
7|Goal 7. Ensure access to affordable, reliable, sustainable and modern energy for all|Objectif 7. Garantir l’accès de tous à des services énergétiques fiables, durables et modernes, à un coût abordable
8|Goal 8. Promote sustained, inclusive and sustainable economic growth, full and productive employment and decent work for all|Objectif 8. Promouvoir une croissance économique soutenue, partagée et durable, le plein emploi productif et un travail décent pour tous
9|Goal 9. Build resilient infrastructure, promote inclusive and sustainable industrialization and foster innovation|Objectif 9. Bâtir une infrastructure résiliente, promouvoir une industrialisation durable qui profite à tous et encourager l’innovation
10|Goal 10. Reduce inequality within and among countries|Objectif 10. Réduire les inégalités dans les pays et d’un pays à l’autre
11|Goal 11. Make cities and human settlements inclusive, safe, resilient and sustainable|Objectif 11. Faire en sorte que les villes et les établissements humains soient ouverts à tous, sûrs, résilients et durables
12|Goal 12. Ensure sustainable consumption and production patterns|Objectif 12. Établir des modes de consommation et de production durables
13|Goal 13. Take urgent action to combat climate change and its impacts|Objectif 13. Prendre d’urgence des mesures pour lutter contre les changements climatiques et leurs répercussions
14|Goal 14. Conserve and sustainably use the oceans, seas and marine resources for sustainable development|Objectif 14. Conserver et exploiter de manière durable les océans, les mers et les ressources marines aux fins du développement durable
15|Goal 15. Protect, restore and promote sustainable use of terrestrial ecosystems, sustainably manage forests, combat desertification, and halt and reverse land degradation and halt biodiversity loss|Objectif 15. Préserver et restaurer les écosystèmes terrestres, en veillant à les exploiter de façon durable, gérer durablement les forêts, lutter contre la désertification, enrayer et inverser le processus de dégradation des terres et mettre fin à l’appauvrissement de la biodiversité
16|Goal 16. Promote peaceful and inclusive societies for sustainable development, provide access to justice for all and build effective, accountable and inclusive institutions at all levels|Objectif 16. Promouvoir l’avènement de sociétés pacifiques et inclusives aux fins du développement durable, assurer l’accès de tous à la justice et mettre en place, à tous les niveaux, des institutions efficaces, responsables et ouvertes à tous
17|Goal 17. Strengthen the means of implementation and revitalize the Global Partnership for Sustainable Development|Objectif 17. Renforcer les moyens de mettre en œuvre le Partenariat mondial pour le développement durable et le revitaliser
`);

export const sdgTargets = codelist('UNSDG-Targets', true, `
1.1 1.2 1.3 1.4 1.5 1.a 1.b 2.1 2.2 2.3 2.4 2.5 2.a 2.b 2.c 3.1 3.2 3.3 3.4 3.5 3.6 3.7 3.8 3.9 3.a 3.b 3.c 3.d 4.1 4.2 4.3 4.4 4.5
4.6 4.7 4.a 4.b 4.c 5.1 5.2 5.3 5.4 5.5 5.6 5.a 5.b 5.c 6.1 6.2 6.3 6.4 6.5 6.6 6.a 6.b 7.1 7.2 7.3 7.a 7.b 8.1 8.2 8.3 8.4 8.5 8.6
8.7 8.8 8.9 8.10 8.a 8.b 9.1 9.2 9.3 9.4 9.5 9.a 9.b 9.c 10.1 10.2 10.3 10.4 10.5 10.6 10.7 10.a 10.b 10.c 11.1 11.2 11.3 11.4 11.5
11.6 11.7 11.a 11.b 11.c 12.1 12.2 12.3 12.4 12.5 12.6 12.7 12.8 12.a 12.b 12.c 13.1 13.2 13.3 13.a 13.b 14.1 14.2 14.3 14.4 14.5
14.6 14.7 14.a 14.b 14.c 15.1 15.2 15.3 15.4 15.5 15.6 15.7 15.8 15.9 15.a 15.b 15.c 16.1 16.2 16.3 16.4 16.5 16.6 16.7 16.8 16.9
16.10 16.a 16.b 17.1 17.2 17.3 17.4 17.5 17.6 17.7 17.8 17.9 17.10 17.11 17.12 17.13 17.14 17.15 17.16 17.17 17.18 17.19
`);
