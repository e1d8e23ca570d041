import { hash } from 'node:crypto';
import type { Severity } from '../../kernel/problem.ts';
import type { ReportedActivity } from '../../activities/domain/reported.ts';
import type { ProblemAt } from '../../kernel/problem-at.ts';
import { createReader } from '../../standards/iati/read.ts';

/** A problem of the file that is being read, as it is written down. */
export type ProblemHere = {
  severity: Severity;
  code: string;
  line: number | null;
  xpath: string | null;
  record: string | null;
  value: string | null;
  params: Record<string, string | number>;
};

export type RecordSink = {
  record(r: Omit<ReportedActivity, 'fileId' | 'sourceId'>): void;
  problem(p: ProblemHere): void;
  /** A record with a critical problem; its problems have been given. */
  keptOut(): void;
};

/** An identifier is a key here: a longer one is no identifier but a slip. */
const LONGEST_IDENTIFIER = 500;

/** The IATI reader in intake's words: one call for each record and each problem. */
export function openIati(today: string, sink: RecordSink) {
  const reader = createReader({ today }, {
    problem: (p) => sink.problem(here(p)),
    activity(read) {
      const problems = { critical: 0, error: 0, warning: 0, advice: 0 };
      for (const p of read.problems) {
        problems[p.severity]++;
        sink.problem(here(p));
      }
      const { identifier } = read.activity;
      const tooLong = identifier.length > LONGEST_IDENTIFIER;
      if (tooLong) sink.problem({ severity: 'critical', code: 'intake.identifier-too-long', line: read.line, xpath: null, record: identifier.slice(0, 100), value: null, params: { length: identifier.length, most: LONGEST_IDENTIFIER } });
      if (!read.fit || tooLong || identifier === '') {
        sink.keptOut();
        return;
      }
      sink.record({
        activity: read.activity, transactions: read.transactions, budgets: read.budgets, contacts: read.contacts, line: read.line,
        standard: `iati ${read.version}`, contentHash: hash('sha256', read.content), problems,
      });
    },
  });
  return {
    write: (piece: string): void => reader.write(piece),
    end: (failure?: Parameters<typeof reader.end>[0]): void => void reader.end(failure),
  };
}

function here(p: ProblemAt): ProblemHere {
  return {
    severity: p.severity, code: p.code, line: p.line, xpath: p.xpath, record: p.record, value: p.value,
    params: p.suggestion === null ? p.params : { ...p.params, suggestion: p.suggestion },
  };
}
