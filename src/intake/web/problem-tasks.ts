import { severities, type Severity } from '../../kernel/problem.ts';
import type { ProblemGroup } from '../domain/model.ts';

/** One thing to do, with everything that it mends. */
export type ProblemTask = { key: string; severity: Severity; mend: string | null; groups: { group: ProblemGroup; what: string | null }[]; times: number };
export type ProblemSection = { severity: Severity; tasks: ProblemTask[]; times: number };

/** `key`: what two problems that one deed mends have in common. */
type Said = { what: string; mend: string; key?: string } | null;

/** Worst first; within one severity by how to mend it, what mends most first. */
export function problemSections(groups: readonly ProblemGroup[], words: (group: ProblemGroup) => Said): ProblemSection[] {
  return severities.flatMap((severity): ProblemSection[] => {
    const tasks = new Map<string, ProblemTask>();
    for (const group of groups.filter((g) => g.severity === severity)) {
      const said = words(group);
      const key = said?.key ?? said?.mend ?? group.code;
      const task = tasks.get(key) ?? { key, severity, mend: said?.mend ?? null, groups: [], times: 0 };
      task.groups.push({ group, what: said?.what ?? null });
      task.times += group.times;
      tasks.set(key, task);
    }
    const sorted = [...tasks.values()].sort((a, b) => b.times - a.times);
    for (const t of sorted) t.groups.sort((a, b) => b.group.times - a.group.times);
    return sorted.length === 0 ? [] : [{ severity, tasks: sorted, times: sorted.reduce((n, t) => n + t.times, 0) }];
  });
}
