import { z } from 'zod';
import { Currency, Day, Decimal } from '../../kernel/values.ts';
import { AidType, CodeOf, DocumentLink, NamedOrganisation, Narratives, Place, Result, Share } from './parts.ts';

export * from './parts.ts';

/** Role in the activity: 1 funding, 2 accountable, 3 extending, 4 implementing. */
export const ParticipatingOrganisation = NamedOrganisation.extend({
  role: z.string().nullable(),
  /** Identifier of the activity of that organisation. */
  activityId: z.string().nullable(),
  /** Channel code of the DAC's Creditor Reporting System. */
  crsChannel: z.string().nullable(),
});
export type ParticipatingOrganisation = z.infer<typeof ParticipatingOrganisation>;

/** Kind of date: 1 planned start, 2 actual start, 3 planned end, 4 actual end. */
export const ActivityDate = z.object({ type: z.string().nullable(), on: Day.nullable(), narratives: Narratives });
export type ActivityDate = z.infer<typeof ActivityDate>;

export const OtherIdentifier = z.object({
  ref: z.string(),
  type: z.string().nullable(),
  owner: z.object({ ref: z.string().nullable(), names: Narratives }).nullable(),
});
export type OtherIdentifier = z.infer<typeof OtherIdentifier>;

export const PolicyMarker = CodeOf.extend({ significance: z.string().nullable(), names: Narratives });
export type PolicyMarker = z.infer<typeof PolicyMarker>;

/** 1 emergency, 2 appeal. */
export const HumanitarianScope = CodeOf.extend({ type: z.string().nullable(), names: Narratives });
export type HumanitarianScope = z.infer<typeof HumanitarianScope>;

/** 1 parent, 2 child, 3 sibling, 4 co-funded, 5 third party. */
export const RelatedActivity = z.object({ type: z.string().nullable(), identifier: z.string() });
export type RelatedActivity = z.infer<typeof RelatedActivity>;

/** What was published and could not be taken as it stood; `xpath` is relative to the activity, the problem of the same place says why. */
export const Repair = z.object({ xpath: z.string(), published: z.string(), taken: z.string().nullable() });
export type Repair = z.infer<typeof Repair>;

/** A piece of the file for which we have no field: kept as it stands, never interpreted. */
export const Unmodelled = z.object({ xpath: z.string(), xml: z.string() });
export type Unmodelled = z.infer<typeof Unmodelled>;

export const LoanTerms = z.object({
  rate1: Decimal.nullable(),
  rate2: Decimal.nullable(),
  repaymentType: z.string().nullable(),
  repaymentPlan: z.string().nullable(),
  commitmentOn: Day.nullable(),
  repaymentFirstOn: Day.nullable(),
  repaymentFinalOn: Day.nullable(),
});

export const LoanStatus = z.object({
  year: z.string().nullable(),
  currency: Currency.nullable(),
  valueOn: Day.nullable(),
  interestReceived: Decimal.nullable(),
  principalOutstanding: Decimal.nullable(),
  principalArrears: Decimal.nullable(),
  interestArrears: Decimal.nullable(),
});

/** Additions for the DAC's Creditor Reporting System. */
export const CrsAdd = z.object({
  otherFlags: z.array(z.object({ code: z.string(), significance: z.string().nullable() })),
  loanTerms: LoanTerms.nullable(),
  loanStatus: LoanStatus.nullable(),
  channelCode: z.string().nullable(),
});
export type CrsAdd = z.infer<typeof CrsAdd>;

/** Forward spending survey of the DAC. */
export const ForwardSpending = z.object({
  extractedOn: Day.nullable(),
  priority: z.boolean().nullable(),
  phaseoutYear: z.string().nullable(),
  forecasts: z.array(
    z.object({ year: z.string().nullable(), value: Decimal.nullable(), currency: Currency.nullable(), valueOn: Day.nullable() }),
  ),
});
export type ForwardSpending = z.infer<typeof ForwardSpending>;

export const CountryBudgetItems = z.object({
  vocabulary: z.string().nullable(),
  items: z.array(z.object({ code: z.string(), percentage: Decimal.nullable(), descriptions: Narratives })),
});
export type CountryBudgetItems = z.infer<typeof CountryBudgetItems>;

/**
 * What one activity version says, in the words of IATI 2.03 whatever version it was written in
 * (docs/methods/iati.md has the mapping). Money stands beside it (src/funds/domain/model.ts),
 * contact persons too (`Contact`): they are personal data and travel apart.
 */
export const Activity = z.object({
  /** Globally unique identifier, outer blanks cut off. */
  identifier: z.string().min(1),
  otherIdentifiers: z.array(OtherIdentifier),
  /** Version of the standard it was written in (`1.05`, `2.03`). */
  version: z.string(),
  lang: z.string(),
  defaultCurrency: Currency.nullable(),
  lastUpdatedAt: z.string().nullable(),
  linkedDataUri: z.string().nullable(),
  /** Level in the publisher's own hierarchy, 1 = top (the standard's default). */
  hierarchy: z.number().int(),
  humanitarian: z.boolean().nullable(),
  /** Why no budget is given: code of BudgetNotProvided. */
  budgetNotProvided: z.string().nullable(),
  reportingOrganisation: NamedOrganisation.extend({ secondary: z.boolean() }),
  title: Narratives,
  /** Type: 1 general, 2 objectives, 3 target groups, 4 other. */
  descriptions: z.array(z.object({ type: z.string(), narratives: Narratives })),
  participatingOrganisations: z.array(ParticipatingOrganisation),
  /** 1 pipeline, 2 implementation, 3 finalisation, 4 closed, 5 cancelled, 6 suspended. */
  status: z.string().nullable(),
  dates: z.array(ActivityDate),
  scope: z.string().nullable(),
  /** `code` is ISO 3166-1 alpha-2; `vocabulary` is `A4` (ISO) always. */
  recipientCountries: z.array(Share),
  /** Vocabulary 1 = DAC regions. */
  recipientRegions: z.array(Share),
  locations: z.array(Place),
  sectors: z.array(Share),
  tags: z.array(CodeOf.extend({ names: Narratives })),
  policyMarkers: z.array(PolicyMarker),
  humanitarianScopes: z.array(HumanitarianScope),
  relatedActivities: z.array(RelatedActivity),
  collaborationType: z.string().nullable(),
  defaultFlowType: z.string().nullable(),
  defaultFinanceType: z.string().nullable(),
  defaultAidTypes: z.array(AidType),
  defaultTiedStatus: z.string().nullable(),
  /** Share of capital spending in percent. */
  capitalSpend: Decimal.nullable(),
  countryBudgetItems: z.array(CountryBudgetItems),
  documents: z.array(DocumentLink),
  /** null = the file says nothing; `attached: false` = there are none. */
  conditions: z
    .object({ attached: z.boolean().nullable(), conditions: z.array(z.object({ type: z.string().nullable(), narratives: Narratives })) })
    .nullable(),
  results: z.array(Result),
  legacyData: z.array(z.object({ name: z.string(), value: z.string(), iatiEquivalent: z.string().nullable(), text: z.string().nullable() })),
  crsAdd: z.array(CrsAdd),
  fss: ForwardSpending.nullable(),
  /** What had to be repaired while reading. */
  repairs: z.array(Repair),
  unmodelled: z.array(Unmodelled),
});
export type Activity = z.infer<typeof Activity>;

/** A contact person or office: for members only, with retention and erasure; never part of `Activity`. */
export const Contact = z.object({
  type: z.string().nullable(),
  organisations: Narratives,
  departments: Narratives,
  persons: Narratives,
  jobTitles: Narratives,
  telephones: z.array(z.string()),
  emails: z.array(z.string()),
  websites: z.array(z.string()),
  mailingAddresses: z.array(Narratives),
});
export type Contact = z.infer<typeof Contact>;

/** What stays where a contact was erased. */
export const ErasedContact = z.object({ erasedAt: z.string() });
export type ErasedContact = z.infer<typeof ErasedContact>;
