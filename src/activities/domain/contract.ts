import { z } from 'zod';
import { Audience } from '../../kernel/audience.ts';
import { Figure } from '../../kernel/figure.ts';
import { operation } from '../../kernel/operation.ts';
import { Day } from '../../kernel/values.ts';
import { Activity } from './model.ts';
import { ReportedBudget, ReportedTransaction } from '../../funds/domain/model.ts';

/** The filters that every view of the picture shares; they live in the address of the page. */
export const PictureFilter = z.object({
  place: z.string().max(20).optional().describe('country or region code'),
  sector: z.string().max(60).optional().describe('vocabulary:code, or a bare DAC code: five digits are a purpose, three a category with all its purposes'),
  organisation: z.string().max(300).optional().describe('organisation key'),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
});
export type PictureFilter = z.infer<typeof PictureFilter>;

/** Where a version comes from: the record's origin, shown beside it. */
export const VersionOrigin = z.object({
  versionId: z.number().int(),
  source: z.string(),
  owner: z.string(),
  audience: Audience,
  batchId: z.number().int().nullable(),
  fileId: z.number().int().nullable(),
  file: z.string().nullable(),
  line: z.number().int().nullable(),
  standard: z.string(),
  lastUpdatedOn: Day.nullable(),
  counted: z.boolean().describe('this version counts in totals; the others are shown beside it'),
  illustrative: z.boolean(),
});
export type VersionOrigin = z.infer<typeof VersionOrigin>;

export const ActivityRow = z.object({
  identifier: z.string(),
  title: z.string(),
  titleLanguage: z.string().nullable(),
  reporter: z.object({ key: z.string(), name: z.string().nullable() }),
  status: z.string().nullable(),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  endsForSure: z.boolean(),
  places: z.array(z.string()),
  sectors: z.array(z.string()),
  versions: z.number().int(),
  hierarchy: z.number().int().nullable(),
  illustrative: z.boolean(),
  spent: Figure.describe('disbursements and expenditures as published by the counted version'),
});
export type ActivityRow = z.infer<typeof ActivityRow>;

export const listActivities = operation({
  id: 'activities.list', method: 'GET', path: '/activities', permission: 'public',
  summary: 'Activities that I may see, each identifier once',
  input: PictureFilter.extend({
    text: z.string().max(200).default(''),
    status: z.string().max(2).optional(),
    endingFrom: Day.optional(), endingBefore: Day.optional(),
    order: z.enum(['title', 'ends', 'starts', 'spent']).default('ends'),
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  output: z.object({ total: Figure, activities: z.array(ActivityRow) }),
});
export const showActivity = operation({
  id: 'activities.show', method: 'GET', path: '/activities/by-identifier/:identifier', permission: 'public',
  summary: 'One activity: every version of it, money, people, results, relations',
  input: z.object({ identifier: z.string().max(500), versionId: z.coerce.number().int().optional() }),
  output: z.object({
    identifier: z.string(),
    versions: z.array(VersionOrigin),
    shown: z.object({ origin: VersionOrigin, activity: Activity, transactions: z.array(ReportedTransaction.extend({ id: z.number().int() })), budgets: z.array(ReportedBudget), problems: z.number().int().nullable() }),
    differences: z.array(z.object({ field: z.string(), values: z.array(z.object({ versionId: z.number().int(), value: z.string().nullable() })) })),
    family: z.array(z.object({ type: z.string(), identifier: z.string(), title: z.string().nullable() })),
    totals: z.array(z.object({ type: z.string(), figure: Figure })),
    contacts: z.array(z.record(z.string(), z.unknown())).nullable().describe('null for strangers: contact persons are for members only'),
  }),
});
export const summary = operation({
  id: 'activities.summary', method: 'GET', path: '/activities/summary', permission: 'public',
  summary: 'How many activities, organisations, countries; ending soon', input: PictureFilter,
  output: z.object({ activities: Figure, organisations: Figure, places: Figure, endingSoon: Figure, severalVersions: Figure }),
});
export const exportActivities = operation({
  id: 'activities.export', method: 'GET', path: '/activities/export.csv', permission: 'public', produces: 'text/csv',
  summary: 'The activities of a view as a table, with origin and passport columns', input: PictureFilter.extend({ text: z.string().max(200).default('') }), output: z.string(),
});
export const eraseContacts = operation({
  id: 'activities.erase-contacts', method: 'POST', path: '/activities/contacts/erase', permission: 'activities:write',
  summary: "Erase a contact person's data from rows, history and kept originals; a marker stays",
  input: z.object({ identifier: z.string().max(500), email: z.string().max(300).optional(), name: z.string().max(300).optional() }),
  output: z.object({ erased: z.number().int() }),
});
