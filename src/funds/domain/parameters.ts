/**
 * What the ledger takes for the same and for near. Judgements of ours; docs/methods/money.md says why.
 */

/** Reports of one flow may differ by this much of the larger amount (methods.md 5.3); beyond it they are in conflict. */
export const TOLERANCE = 0.05;

/** Reports of exactly the same amount are one flow up to this many days apart: payment and booking lie months apart at year ends. */
export const SAME_AMOUNT_DAYS = 183;

/** Reports of nearly the same amount are one flow up to this many days apart. */
export const NEAR_AMOUNT_DAYS = 92;

/** Reports that name each other's activity and differ are in conflict up to this many days apart; later they are two payments. */
export const CONFLICT_DAYS = 183;

/** Without a named activity, differing reports are in conflict only within {@link NEAR_AMOUNT_DAYS} and this factor. */
export const CONFLICT_FACTOR = 1.5;

/** Sums of a parent and of its children that differ by no more than this are the same money: rounding, and nothing else. */
export const REPEAT_TOLERANCE = 0.001;

/** The reporting currency. */
export const REPORTING_CURRENCY = 'EUR';

/** Irrevocable rate of the German mark, Council Regulation (EC) No 2866/98: the euro's value before 1999 is taken through it. */
export const MARKS_PER_EURO = '1.95583';
