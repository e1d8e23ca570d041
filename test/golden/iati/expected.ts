import { readWhole } from '../../../src/standards/iati/read-whole.ts';

/** Without nulls and empty lists: what is said stands out. */
export function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== null && !(Array.isArray(v) && v.length === 0))
      .map(([k, v]) => [k, said(v)]),
  );
}

/** What the reader and `inspect` say of a golden file, in a form that people can compare. */
export function expectedOf(text: string): unknown {
  const whole = readWhole(text, { today: '2026-11-22' });
  return {
    summary: whole.summary,
    problems: whole.problems.map((p) => `${p.severity} ${p.code} line ${p.line} ${p.xpath}${p.value === null ? '' : ` “${p.value}”`}${p.suggestion === null ? '' : ` → ${p.suggestion}`}`),
    inspection: said(whole.inspection),
    activities: whole.activities.map(({ activity, transactions, budgets, contacts, version, line, endLine, fit }) =>
      said({ version, line, endLine, fit, activity, transactions, budgets, contacts }),
    ),
  };
}
