import { z } from 'zod';
import { Day, Decimal } from '../../kernel/values.ts';

/** One piece of a text in one language: `lang` is BCP 47 as published in lower case (`''` = the file names no language). */
export const Narrative = z.object({ lang: z.string(), text: z.string() });
export type Narrative = z.infer<typeof Narrative>;

/** One text in all its languages, in the order of the file; empty = nothing was written. */
export const Narratives = z.array(Narrative);
export type Narratives = z.infer<typeof Narratives>;

/** A code of a vocabulary; `vocabulary` is the code of the 2.03 list of vocabularies (a missing one is replaced by the standard's default). */
export const CodeOf = z.object({ vocabulary: z.string(), vocabularyUri: z.string().nullable(), code: z.string() });
export type CodeOf = z.infer<typeof CodeOf>;

/** A code with its share of the whole, in percent as exact decimal text (`33.34`), null = no share was given. */
export const Share = CodeOf.extend({ percentage: Decimal.nullable(), names: Narratives });
export type Share = z.infer<typeof Share>;

/** An organisation as a file names it; `type` is a code of OrganisationType (10, 21, 40 …). */
export const NamedOrganisation = z.object({
  ref: z.string().nullable(),
  type: z.string().nullable(),
  names: Narratives,
});
export type NamedOrganisation = z.infer<typeof NamedOrganisation>;

/** Latitude and longitude in degrees (WGS 84), exact decimal text as published. */
export const Point = z.object({ latitude: Decimal, longitude: Decimal });
export type Point = z.infer<typeof Point>;

export const Place = z.object({
  ref: z.string().nullable(),
  names: Narratives,
  descriptions: Narratives,
  activityDescriptions: Narratives,
  point: Point.nullable(),
  /** Division codes; `vocabulary` of GeographicVocabulary (A1 … G2), level 0 = country. */
  administrative: z.array(z.object({ vocabulary: z.string(), level: z.string().nullable(), code: z.string() })),
  /** Gazetteer identifiers (GeoNames G1, OpenStreetMap G2 …). */
  gazetteer: z.array(z.object({ vocabulary: z.string(), code: z.string() })),
  /** 1 exact, 2 approximate. */
  exactness: z.string().nullable(),
  locationClass: z.string().nullable(),
  feature: z.string().nullable(),
  /** 1 where the activity happens, 2 where the people reached live. */
  reach: z.string().nullable(),
});
export type Place = z.infer<typeof Place>;

export const DocumentLink = z.object({
  url: z.string().nullable(),
  /** Media type. */
  format: z.string().nullable(),
  titles: Narratives,
  descriptions: Narratives,
  categories: z.array(z.string()),
  languages: z.array(z.string()),
  documentOn: Day.nullable(),
});
export type DocumentLink = z.infer<typeof DocumentLink>;

/** `location/@ref` of the same activity, or a dimension such as sex = female. */
export const Dimension = z.object({ name: z.string(), value: z.string() });

/** One value of an indicator: baseline, target or actual. `value` stays text: for a qualitative measure it need not be a number. */
export const IndicatorValue = z.object({
  value: z.string().nullable(),
  /** Baseline only. */
  year: z.string().nullable(),
  on: Day.nullable(),
  locations: z.array(z.string()),
  dimensions: z.array(Dimension),
  comments: Narratives,
  documents: z.array(DocumentLink),
});
export type IndicatorValue = z.infer<typeof IndicatorValue>;

export const IndicatorPeriod = z.object({
  from: Day.nullable(),
  to: Day.nullable(),
  targets: z.array(IndicatorValue),
  actuals: z.array(IndicatorValue),
});
export type IndicatorPeriod = z.infer<typeof IndicatorPeriod>;

export const Indicator = z.object({
  /** 1 unit, 2 percentage, 3 nominal, 4 ordinal, 5 qualitative. */
  measure: z.string().nullable(),
  /** True: a growing value is the better one (the standard's default). */
  ascending: z.boolean(),
  /** May values be added over rows? null = the file does not say. */
  additive: z.boolean().nullable(),
  titles: Narratives,
  descriptions: Narratives,
  references: z.array(CodeOf.extend({ indicatorUri: z.string().nullable() })),
  baselines: z.array(IndicatorValue),
  periods: z.array(IndicatorPeriod),
  documents: z.array(DocumentLink),
  line: z.number().int(),
});
export type Indicator = z.infer<typeof Indicator>;

export const Result = z.object({
  /** 1 output, 2 outcome, 3 impact, 9 other. */
  type: z.string().nullable(),
  /** May its indicators be added up over activities? null = the file does not say. */
  additive: z.boolean().nullable(),
  titles: Narratives,
  descriptions: Narratives,
  references: z.array(CodeOf),
  indicators: z.array(Indicator),
  documents: z.array(DocumentLink),
  line: z.number().int(),
});
export type Result = z.infer<typeof Result>;

/** A classification of aid: AidType (vocabulary 1), earmarking (2, 3), cash and vouchers (4). */
export const AidType = z.object({ vocabulary: z.string(), code: z.string() });
export type AidType = z.infer<typeof AidType>;
