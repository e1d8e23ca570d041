import type { Queryable } from '../src/platform/db/rows.ts';

type Plan = { 'Actual Rows': number; 'Actual Loops': number; 'Rows Removed by Filter'?: number; 'Rows Removed by Join Filter'?: number; 'Rows Removed by Index Recheck'?: number; Plans?: Plan[] };

const touched = (p: Plan): number =>
  (p['Actual Rows'] + (p['Rows Removed by Filter'] ?? 0) + (p['Rows Removed by Join Filter'] ?? 0) + (p['Rows Removed by Index Recheck'] ?? 0)) * p['Actual Loops']
  + (p.Plans ?? []).reduce((sum, inner) => sum + touched(inner), 0);

/**
 * Runs statements as they are and tells how many rows their plans touched, over all steps: what a statement costs on
 * any machine, however busy. `most` is the count of the statement that touched the most.
 */
export function countingRows(tx: Queryable) {
  const counted = { most: 0, sql: '' };
  return {
    counted,
    async query(sql: string, params: readonly unknown[] = []) {
      const { rows: [row] } = await tx.query(`explain (analyze, timing off, format json) ${sql}`, params);
      const rows = touched((row!['QUERY PLAN'] as { Plan: Plan }[])[0]!.Plan);
      if (rows > counted.most) Object.assign(counted, { most: rows, sql });
      return tx.query(sql, params);
    },
  };
}
