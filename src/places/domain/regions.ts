/**
 * Regions of the DAC's list of recipients (codes of the IATI codelist Region, vocabulary 1), in the languages of the
 * product. English and French follow the published names; the rest is ours.
 */
export const regions: Readonly<Record<string, { en: string; fr: string; ar: string }>> = {
  '88': { en: 'States of ex-Yugoslavia, unspecified', fr: 'États de l’ex-Yougoslavie, non spécifié', ar: 'دول يوغوسلافيا السابقة، غير محدد' },
  '89': { en: 'Europe, regional', fr: 'Europe, régional', ar: 'أوروبا، إقليمي' },
  '189': { en: 'North of Sahara, regional', fr: 'Nord du Sahara, régional', ar: 'شمال الصحراء، إقليمي' },
  '289': { en: 'South of Sahara, regional', fr: 'Sud du Sahara, régional', ar: 'جنوب الصحراء، إقليمي' },
  '298': { en: 'Africa, regional', fr: 'Afrique, régional', ar: 'أفريقيا، إقليمي' },
  '380': { en: 'West Indies, regional', fr: 'Indes occidentales, régional', ar: 'جزر الهند الغربية، إقليمي' },
  '389': { en: 'Caribbean and Central America, regional', fr: 'Caraïbes et Amérique centrale, régional', ar: 'الكاريبي وأمريكا الوسطى، إقليمي' },
  '489': { en: 'South America, regional', fr: 'Amérique du Sud, régional', ar: 'أمريكا الجنوبية، إقليمي' },
  '498': { en: 'America, regional', fr: 'Amérique, régional', ar: 'أمريكا، إقليمي' },
  '589': { en: 'Middle East, regional', fr: 'Moyen-Orient, régional', ar: 'الشرق الأوسط، إقليمي' },
  '619': { en: 'Central Asia, regional', fr: 'Asie centrale, régional', ar: 'آسيا الوسطى، إقليمي' },
  '679': { en: 'South Asia, regional', fr: 'Asie du Sud, régional', ar: 'جنوب آسيا، إقليمي' },
  '689': { en: 'South and Central Asia, regional', fr: 'Asie du Sud et centrale, régional', ar: 'جنوب آسيا وآسيا الوسطى، إقليمي' },
  '789': { en: 'Far East Asia, regional', fr: 'Extrême-Orient, régional', ar: 'الشرق الأقصى، إقليمي' },
  '798': { en: 'Asia, regional', fr: 'Asie, régional', ar: 'آسيا، إقليمي' },
  '889': { en: 'Oceania, regional', fr: 'Océanie, régional', ar: 'أوقيانوسيا، إقليمي' },
  '998': { en: 'Developing countries, unspecified', fr: 'Pays en développement, non spécifié', ar: 'البلدان النامية، غير محدد' },
  '1027': { en: 'Eastern Africa, regional', fr: 'Afrique de l’Est, régional', ar: 'شرق أفريقيا، إقليمي' },
  '1028': { en: 'Middle Africa, regional', fr: 'Afrique centrale, régional', ar: 'وسط أفريقيا، إقليمي' },
  '1029': { en: 'Southern Africa, regional', fr: 'Afrique australe, régional', ar: 'الجنوب الأفريقي، إقليمي' },
  '1030': { en: 'Western Africa, regional', fr: 'Afrique de l’Ouest, régional', ar: 'غرب أفريقيا، إقليمي' },
  '1031': { en: 'Caribbean, regional', fr: 'Caraïbes, régional', ar: 'الكاريبي، إقليمي' },
  '1032': { en: 'Central America, regional', fr: 'Amérique centrale, régional', ar: 'أمريكا الوسطى، إقليمي' },
  '1033': { en: 'Melanesia, regional', fr: 'Mélanésie, régional', ar: 'ميلانيزيا، إقليمي' },
  '1034': { en: 'Micronesia, regional', fr: 'Micronésie, régional', ar: 'ميكرونيزيا، إقليمي' },
  '1035': { en: 'Polynesia, regional', fr: 'Polynésie, régional', ar: 'بولينيزيا، إقليمي' },
};
