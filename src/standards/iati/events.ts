import type { Activity, Contact } from '../../activities/domain/model.ts';
import type { ReportedBudget, ReportedTransaction } from '../../funds/domain/model.ts';
import type { Severity } from '../../kernel/problem.ts';
import type { ProblemAt } from '../../kernel/problem-at.ts';
import type { Version } from './schema/versions.ts';
import type { XmlElement } from './xml-element.ts';

/** The outermost element of a file, as soon as it begins. */
export type Header = {
  root: string;
  standard: 'activities' | 'organisations' | null;
  /** As it stands; null = the attribute is missing. */
  version: string | null;
  generatedAt: string | null;
  linkedDataDefault: string | null;
};

/** A record as it stands in the file, before anything is judged, repaired or upgraded; valid during the call only. */
export type RawRecord = { element: XmlElement; line: number; rootVersion: string | null };

export type ReadActivity = {
  activity: Activity;
  transactions: ReportedTransaction[];
  budgets: ReportedBudget[];
  /** Personal data: kept apart. */
  contacts: Contact[];
  problems: ProblemAt[];
  /** False: a critical problem keeps it out. */
  fit: boolean;
  /** Version it was read by. */
  version: Version;
  line: number;
  endLine: number;
  /**
   * What the content hash is taken of: the element as it stands, the version it is read by, and the reader.
   * Two readings of one text have the same content; a new reader with another output has another.
   */
  content: string;
};

export type Summary = {
  records: number;
  fit: number;
  /** The text is complete and well-formed. */
  wellFormed: boolean;
  /** No problem of a schema class: what a validating parser would say of the whole document. */
  schemaValid: boolean;
  problems: Record<Severity, number>;
};

export type ReaderSink = {
  header?(header: Header): void;
  /** An element outside every record begins (the root first); its parents are known, its children are not yet. */
  outside?(element: XmlElement): void;
  raw?(record: RawRecord): void;
  activity?(read: ReadActivity): void;
  /** A problem of the file, or of a record that is not handed over (organisations, records too large). */
  problem?(problem: ProblemAt): void;
  end?(summary: Summary): void;
};
