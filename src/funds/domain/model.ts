import { z } from 'zod';
import { AidType, NamedOrganisation, Narratives, Share } from '../../activities/domain/parts.ts';
import { Currency, Day, Decimal } from '../../kernel/values.ts';

/**
 * Kinds of transaction, IATI 2.03 codes. Letters and words of 1.0x are normalised
 * (`IF` → 1, `C` → 2, `D` → 3, `E` → 4 …; docs/methods/iati.md).
 */
export const transactionTypes = {
  '1': 'incoming-funds',
  '2': 'outgoing-commitment',
  '3': 'disbursement',
  '4': 'expenditure',
  '5': 'interest-payment',
  '6': 'loan-repayment',
  '7': 'reimbursement',
  '8': 'purchase-of-equity',
  '9': 'sale-of-equity',
  '10': 'credit-guarantee',
  '11': 'incoming-commitment',
  '12': 'outgoing-pledge',
  '13': 'incoming-pledge',
} as const;
export type TransactionType = keyof typeof transactionTypes;
export const TransactionType = z.enum(Object.keys(transactionTypes) as [TransactionType, ...TransactionType[]]);

/** One end of a flow: the organisation and its activity, as the file names them. */
export const FlowEnd = NamedOrganisation.extend({ activityId: z.string().nullable() });
export type FlowEnd = z.infer<typeof FlowEnd>;

/** One transaction as a publisher wrote it, in the words of IATI 2.03; what cannot be read is null and has a problem. */
export const ReportedTransaction = z.object({
  ref: z.string().nullable(),
  /** null = missing, or a code that no version of the standard knows. */
  type: TransactionType.nullable(),
  /** `?` = no code attribute. */
  typeAsPublished: z.string(),
  transactionOn: Day.nullable(),
  value: Decimal.nullable(),
  /** Text of `value` without outer blanks; `''` = empty or missing. */
  valueAsPublished: z.string(),
  currency: Currency.nullable(),
  /** True: taken from the activity's default-currency. */
  currencyIsDefault: z.boolean(),
  valueOn: Day.nullable(),
  descriptions: Narratives,
  provider: FlowEnd.nullable(),
  receiver: FlowEnd.nullable(),
  disbursementChannel: z.string().nullable(),
  sectors: z.array(Share),
  recipientCountry: Share.nullable(),
  recipientRegion: Share.nullable(),
  flowType: z.string().nullable(),
  financeType: z.string().nullable(),
  aidTypes: z.array(AidType),
  tiedStatus: z.string().nullable(),
  humanitarian: z.boolean().nullable(),
  line: z.number().int(),
});
export type ReportedTransaction = z.infer<typeof ReportedTransaction>;

/** A plan of money: an activity's budget, or a planned disbursement; never added to spending. */
export const ReportedBudget = z.object({
  kind: z.enum(['budget', 'planned-disbursement']),
  /** 1 original, 2 revised. */
  type: z.string().nullable(),
  /** 1 indicative, 2 committed (budget only). */
  status: z.string().nullable(),
  from: Day.nullable(),
  to: Day.nullable(),
  value: Decimal.nullable(),
  valueAsPublished: z.string(),
  currency: Currency.nullable(),
  currencyIsDefault: z.boolean(),
  valueOn: Day.nullable(),
  provider: FlowEnd.nullable(),
  receiver: FlowEnd.nullable(),
  line: z.number().int(),
});
export type ReportedBudget = z.infer<typeof ReportedBudget>;
