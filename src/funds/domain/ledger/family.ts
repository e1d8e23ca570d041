import { cycles } from './cycles.ts';
import { KIND, type Book } from './book.ts';

/** How the activities of one publisher stand to each other as parents and children. */
export type Families = {
  /** Children of each activity, without what had to be cut; by activity number. */
  children: ReadonlyMap<number, readonly number[]>;
  /** Activities that have children or a parent, every child before its parents. */
  bottomUp: readonly number[];
  identifier(activity: number): string;
  /** Two activities of one root are of one family; an activity without relatives is its own root. */
  root(activity: number): number;
  /** Activities that name each other as parents in a circle. */
  cycles: readonly (readonly number[])[];
};

/**
 * Families from related-activity 1 and 2, whichever side wrote it. A family lies within one publisher: a parent at
 * another publisher is a funder, and that is a flow. Circles are cut: who stands higher in the hierarchy, else first by
 * identifier, stays the parent. Activities between which money was moved are a chain and not two levels of one report.
 */
export function familiesOf(book: Book): Families {
  const roots = new Map<number, number>();
  const root = (activity: number): number => {
    let at = activity;
    for (let up = roots.get(at); up !== undefined && up !== at; up = roots.get(at)) at = up;
    if (at !== activity) roots.set(activity, at);
    return at;
  };
  const edges = new Map<number, Set<number>>();
  for (const { activity, type, other } of book.relations) {
    const [mine, theirs] = [book.publisherOf.get(activity), book.publisherOf.get(other)];
    if (theirs !== undefined && theirs !== mine) continue;
    const [a, b] = [root(activity), root(other)];
    if (a !== b) roots.set(Math.max(a, b), Math.min(a, b));
    if (theirs === undefined) continue;
    const [parent, child] = type === '2' ? [activity, other] : [other, activity];
    edges.set(parent, (edges.get(parent) ?? new Set<number>()).add(child));
  }
  const circles = cycles(edges).map((c) => c.sort((a, b) => (book.activities.text(a) < book.activities.text(b) ? -1 : 1)));
  const children = cut(book, edges, circles);
  return { children, bottomUp: bottomUp(children), identifier: (activity) => book.activities.text(activity), root, cycles: circles };
}

/** Without the edges that close a circle, and without those along which money moved. */
function cut(book: Book, edges: ReadonlyMap<number, ReadonlySet<number>>, circles: readonly (readonly number[])[]): Map<number, number[]> {
  const circleOf = new Map(circles.flatMap((c, i) => c.map((activity) => [activity, i] as const)));
  const hierarchy = new Map(book.versions.filter((v) => v.counts).map((v) => [v.activity, v.said.hierarchy ?? 1]));
  const above = (a: number, b: number): boolean => {
    const [x, y] = [hierarchy.get(a) ?? 1, hierarchy.get(b) ?? 1];
    return x === y ? book.activities.text(a) < book.activities.text(b) : x < y;
  };
  const moved = movements(book);
  const kept = new Map<number, number[]>();
  for (const [parent, all] of edges) {
    const own = [...all].filter((child) => {
      const circle = circleOf.get(parent);
      if (circle !== undefined && circle === circleOf.get(child) && !above(parent, child)) return false;
      return !moved.has(pair(parent, child));
    });
    if (own.length > 0) kept.set(parent, own);
  }
  return kept;
}

const pair = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Pairs of activities of one organisation between which a transfer is recorded. */
function movements(book: Book): Set<string> {
  const { columns: c } = book;
  const found = new Set<string>();
  for (let i = 0; i < book.rows; i++) {
    if (c.kind[i] !== KIND.internal) continue;
    const { activity } = book.versionOf(i);
    for (const other of [c.providerActivity[i]!, c.receiverActivity[i]!]) if (other !== 0 && other !== activity) found.add(pair(activity, other));
  }
  return found;
}

/** Every child before its parents. */
function bottomUp(children: ReadonlyMap<number, readonly number[]>): number[] {
  const done = new Set<number>();
  const sorted: number[] = [];
  for (const start of children.keys()) {
    const path: { node: number; rest: Iterator<number> }[] = [];
    const enter = (node: number): void => {
      done.add(node);
      path.push({ node, rest: (children.get(node) ?? [])[Symbol.iterator]() });
    };
    if (!done.has(start)) enter(start);
    while (path.length > 0) {
      const at = path[path.length - 1]!;
      const step = at.rest.next();
      if (step.done) sorted.push(path.pop()!.node);
      else if (!done.has(step.value)) enter(step.value);
    }
  }
  return sorted;
}

/** Everything below an activity, each once. */
export function below(families: Families, activity: number): number[] {
  const found = new Set<number>();
  const open = [...(families.children.get(activity) ?? [])];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    open.push(...(families.children.get(at) ?? []));
  }
  return [...found].sort((a, b) => (families.identifier(a) < families.identifier(b) ? -1 : 1));
}
