import { z } from 'zod';

/** A calendar day, ISO 8601 (`2026-11-21`), no time zone. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

/** An instant in UTC, ISO 8601 with milliseconds. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

/** Exact decimal number as text (`-12.50`), never a float: see `money.ts` for arithmetic. */
export const Decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'a decimal number such as 1234.50');
export type Decimal = z.infer<typeof Decimal>;

/** ISO 4217 code, upper case. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, 'a currency code of ISO 4217 such as EUR');
export type Currency = z.infer<typeof Currency>;

/** Key of an institution that owns records here. */
export const OrganisationId = z.number().int().positive();
export type OrganisationId = z.infer<typeof OrganisationId>;

/** Key of an import batch. */
export const BatchId = z.number().int().positive();
export type BatchId = z.infer<typeof BatchId>;
