/**
 * Codes of 1.0x and their codes in 2.03, by codelist; keys in lower case.
 * Source: "Migrating from versions 1.x to version 2.01" (iatistandard.org, CC BY 4.0); the table stands in docs/methods/iati.md.
 */
export const codesOfVersion1: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  TransactionType: {
    if: '1', c: '2', d: '3', e: '4', ir: '5', lr: '6', r: '7', qp: '8', qs: '9', cg: '10', ic: '11',
  },
  ActivityDateType: { 'start-planned': '1', 'start-actual': '2', 'end-planned': '3', 'end-actual': '4' },
  OrganisationRole: { funding: '1', accountable: '2', extending: '3', implementing: '4' },
  SectorVocabulary: {
    dac: '1', 'dac-5': '1', 'dac-3': '2', cofog: '3', nace: '4', ntee: '5', adt: '6', wb: '99', ro: '99', 'ro2': '98', iso: '99',
  },
  PolicyMarkerVocabulary: { dac: '1', ro: '99', iati: '99' },
  RegionVocabulary: { dac: '1', un: '2', ro: '99' },
  BudgetType: { original: '1', revised: '2' },
};

/** Words that real files write where a code should stand and that are no name of a code today, in lower case. */
export const wordsForCodes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  TransactionType: { commitment: '2', 'interest repayment': '5' },
};

/** Gazetteers of 1.0x (GazetteerAgency) → vocabulary of `location-id`. */
export const gazetteersOfVersion1: Readonly<Record<string, string>> = { '1': 'G1', '3': 'G2' };
