import type { AudienceChoice } from '../../../kernel/audience.ts';
import { ofSmallUnits, scaleOf, smallUnits, unitsOf } from '../../../kernel/decimal.ts';
import { dayNumber } from '../../../kernel/period.ts';
import type { Currency, Day, Decimal } from '../../../kernel/values.ts';
import { columns, grown, NO_DAY, type Columns } from './columns.ts';
import { organisationKey } from '../../../organisations/domain/fold.ts';
import { NO_RATE, type Rates } from '../convert.ts';
import { Names } from './names.ts';
import { Readers } from './readers.ts';
import { byVersion, type VersionSeen } from '../version.ts';

/** One version of an activity, as far as the ledger looks at it. */
export type LedgerVersion = VersionSeen & {
  id: number;
  identifier: string;
  /** Organisation key of the publisher. */
  reporter: string;
  /** Its name; transactions may speak of it by name alone. */
  reporterName?: string | null;
  /** Level in the publisher's own hierarchy, 1 = top; null: not said. */
  hierarchy: number | null;
};

/** IATI related-activity 1 (the other is the parent) or 2 (the other is a child). */
export type LedgerRelation = { versionId: number; type: '1' | '2'; identifier: string };

/** One end of a transaction as published: organisation key and activity identifier. */
export type NamedEnd = { organisation: string | null; activity: string | null };

export type LedgerTransaction = {
  id: number;
  versionId: number;
  /** Line in its file: with the identifier it gives rows an order that does not depend on how they came in. */
  line: number | null;
  /** TransactionType code, or that of a plan ({@link BUDGET}, {@link PLANNED}); null unknown. */
  type: string | null;
  on: Day | null;
  valueOn: Day | null;
  /** null: unreadable; it is kept and counts nothing. */
  amount: Decimal | null;
  currency: Currency | null;
  provider: NamedEnd;
  receiver: NamedEnd;
  /** Lists of shares by their number in {@link Shares}: the transaction's own; 0 or left out: those of its activity. */
  places?: number;
  sectors?: number;
  /** Who may read it; left out: everybody. */
  readers?: AudienceChoice;
  /** It says the same as an earlier row of its activity, in every word. */
  repeated?: boolean;
};

/** What a row is for the ledger before any boundary is drawn. */
export const KIND = {
  apart: 0, // commitments, pledges, loans and all else that is no spending
  flow: 1, // from one organisation to another, or to or from somebody unnamed
  expenditure: 2,
  internal: 3, // between two activities of one organisation
  'other-level': 4,
  'other-version': 5,
  'conflict-difference': 6, // what a receiver reports above the provider's amount
  'same-flow': 7, // the receiver's report of a flow that is counted by the provider's
} as const;

/** From which sides a flow is known. */
export const SEEN = { 'not-a-flow': 0, 'both-sides': 1, 'provider-only': 2, 'receiver-only': 3, conflict: 4 } as const;
export type SeenFrom = keyof typeof SEEN;

export const DISBURSEMENT = 3;
export const EXPENDITURE = 4;
export const INCOMING = 1;
/** Plans stand in the book under types of their own: one level and one version of them counts, and no flow is made of them. */
export const BUDGET = 101;
export const PLANNED = 102;

/** A version in the book: numbers of its activity and of its publisher. */
export type BookVersion = { id: number; activity: number; reporter: number; ownName: string | null; counts: boolean; said: LedgerVersion };

/**
 * Everything that one scope may see, in compact columns: about 130 bytes a transaction, so that a million fit
 * into 130 MB. First all versions and relations, then all transactions, in any order: the outcome never depends on it.
 */
export class Book {
  readonly organisations = new Names();
  readonly activities = new Names();
  readonly currencies = new Names();
  readonly readers = new Readers();
  readonly versions: BookVersion[] = [];
  readonly relations: { activity: number; type: '1' | '2'; other: number }[] = [];
  /** Publisher of each activity that is here, by activity number. */
  readonly publisherOf = new Map<number, number>();
  /** Versions of identifiers that stand in several files. */
  readonly several = new Map<number, number[]>();
  columns: Columns = columns(64);
  rows = 0;
  readonly #byId = new Map<number, number>();
  /** Amounts of more digits than a column holds. */
  readonly #long = new Map<number, Decimal>();
  readonly #byActivity = new Map<number, number>();
  readonly #days = new Map<Day, { number: number; year: number }>();
  #order: Int32Array | undefined;

  /**
   * @param sameAs for a key made from a name (`name:…`) the one identifier that carries the same name
   */
  constructor(
    readonly rates: Rates,
    private readonly sameAs: ReadonlyMap<string, string> = new Map(),
  ) {}

  addVersion(v: LedgerVersion): void {
    const activity = this.activities.number(v.identifier);
    const at = this.versions.push({ id: v.id, activity, reporter: this.organisation(v.reporter), ownName: organisationKey({ name: v.reporterName }), counts: true, said: v }) - 1;
    this.#byId.set(v.id, at);
    const before = this.#byActivity.get(activity);
    if (before === undefined) this.#byActivity.set(activity, at);
    else this.several.set(activity, [...(this.several.get(activity) ?? [before]), at]);
  }

  /** Decides which version of each identifier counts; call it after the last version and before relations. */
  chooseVersions(): void {
    for (const [activity, all] of this.several) {
      all.sort((a, b) => byVersion(this.versions[a]!.said, this.versions[b]!.said));
      for (const [i, at] of all.entries()) this.versions[at]!.counts = i === 0;
      this.#byActivity.set(activity, all[0]!);
    }
    for (const [activity, at] of this.#byActivity) this.publisherOf.set(activity, this.versions[at]!.reporter);
  }

  /** Relations of versions that do not count say nothing. */
  addRelation(r: LedgerRelation): void {
    const version = this.version(r.versionId);
    const other = this.activities.number(r.identifier);
    if (version?.counts && other !== 0 && other !== version.activity) this.relations.push({ activity: version.activity, type: r.type, other });
  }

  /** Makes room for so many rows at once, where their number is known. */
  reserve(rows: number): void {
    if (rows > this.columns.id.length) this.columns = grown(this.columns, rows);
  }

  addTransaction(t: LedgerTransaction): void {
    const at = this.#byId.get(t.versionId);
    if (at === undefined) throw new RangeError(`transaction ${t.id} belongs to version ${t.versionId}, which is not in the book`);
    if (this.rows === this.columns.id.length) this.columns = grown(this.columns, Math.min(this.rows * 2, this.rows + 262_144));
    const [c, i] = [this.columns, this.rows++];
    this.#order = undefined;
    const on = this.#dayOf(t.on ?? t.valueOn);
    const rate = t.amount === null ? NO_RATE : this.rates.rateFor(t.currency, t.valueOn ?? t.on);
    c.id[i] = t.id;
    c.version[i] = at;
    c.line[i] = t.line ?? 0;
    c.type[i] = t.type === null ? 0 : Number(t.type);
    c.day[i] = on.number;
    c.year[i] = on.year;
    const { reporter, ownName } = this.versions[at]!;
    c.provider[i] = ownName !== null && t.provider.organisation === ownName ? reporter : this.organisation(t.provider.organisation);
    c.receiver[i] = ownName !== null && t.receiver.organisation === ownName ? reporter : this.organisation(t.receiver.organisation);
    c.providerActivity[i] = this.activities.number(t.provider.activity);
    c.receiverActivity[i] = this.activities.number(t.receiver.activity);
    c.currency[i] = this.currencies.number(t.currency);
    c.amount[i] = t.amount === null ? NaN : Number(t.amount);
    c.rate[i] = rate;
    c.places[i] = t.places ?? 0;
    c.sectors[i] = t.sectors ?? 0;
    c.readers[i] = t.readers === undefined ? 0 : this.readers.number(t.readers);
    c.repeated[i] = t.repeated === true ? 1 : 0;
    c.scale[i] = -1;
    c.cents[i] = NaN;
    if (t.amount === null) return;
    const scale = scaleOf(t.amount);
    const units = smallUnits(t.amount, scale);
    if (Number.isNaN(units)) {
      this.#long.set(i, t.amount);
      c.cents[i] = this.rates.cents(unitsOf(t.amount), rate) ?? NaN;
    } else {
      c.units[i] = units;
      c.scale[i] = scale;
      c.cents[i] = this.rates.centsOf(units, scale, rate) ?? NaN;
    }
  }

  /** Few days stand in many rows. */
  #dayOf(day: Day | null): { number: number; year: number } {
    if (day === null) return { number: NO_DAY, year: 0 };
    let known = this.#days.get(day);
    if (!known) this.#days.set(day, (known = { number: dayNumber(day), year: Number(day.slice(0, 4)) }));
    return known;
  }

  /** The exact amount of a row as published; null: unreadable. */
  amountOf(row: number): Decimal | null {
    const scale = this.columns.scale[row]!;
    return scale >= 0 ? ofSmallUnits(this.columns.units[row]!, scale) : (this.#long.get(row) ?? null);
  }

  /** The part of a row's amount that counts, in units of a hundred-millionth of its currency; finer digits are cut off. */
  countedUnits(row: number): bigint {
    const { columns: c } = this;
    const scale = c.scale[row]!;
    const { units, scale: digits } = scale >= 0 ? { units: BigInt(c.units[row]!), scale } : unitsOf(this.amountOf(row) ?? '0');
    const fine = digits <= 8 ? units * 10n ** BigInt(8 - digits) : units / 10n ** BigInt(digits - 8);
    const [cents, aside] = [c.cents[row]!, c.aside[row]!];
    return aside === 0 ? fine : (fine * BigInt(cents)) / BigInt(cents + aside);
  }

  /**
   * The number of an organisation. A name that one identifier carries is that identifier's; a bare channel code of the
   * DAC (`46004`) is the publisher that puts `XM-DAC-` before it, where there is one.
   */
  organisation(key: string | null): number {
    if (key === null) return 0;
    const same = this.sameAs.get(key) ?? key;
    if (/^\d{5}$/.test(same)) return this.organisations.known(`XM-DAC-${same}`) || this.organisations.number(same);
    return this.organisations.number(same);
  }

  version(id: number): BookVersion | undefined {
    const at = this.#byId.get(id);
    return at === undefined ? undefined : this.versions[at];
  }

  /** The version that a row belongs to. */
  versionOf(row: number): BookVersion {
    return this.versions[this.columns.version[row]!]!;
  }

  /** Money that somebody can be held to: a readable amount other than zero. */
  isMoney(row: number): boolean {
    const amount = this.columns.amount[row]!;
    return amount === amount && amount !== 0;
  }

  /**
   * All rows in an order that rests on what is published and not on how it came in: identifier, line, day, type,
   * amount, and only among twins the id.
   */
  canonical(): Int32Array {
    if (this.#order) return this.#order;
    const rank = new Int32Array(this.activities.size);
    const sorted = Array.from({ length: this.activities.size }, (_, n) => n).sort((a, b) => (this.activities.text(a) < this.activities.text(b) ? -1 : 1));
    for (const [i, n] of sorted.entries()) rank[n] = i;
    const c = this.columns;
    const of = (row: number): number => rank[this.versions[c.version[row]!]!.activity]!;
    return (this.#order = Int32Array.from({ length: this.rows }, (_, i) => i).sort(
      (a, b) => of(a) - of(b) || c.line[a]! - c.line[b]! || c.day[a]! - c.day[b]! || c.type[a]! - c.type[b]! || (c.amount[a]! || 0) - (c.amount[b]! || 0) || c.id[a]! - c.id[b]!,
    ));
  }
}
