/**
 * Groups of nodes that reach each other (strongly connected components, Tarjan 1972, without recursion: a chain of any
 * length fits). Only groups of two and more are answered, each in ascending order, the groups by their first node.
 *
 * @param next for each node the nodes it points at; a node that points at itself makes no group
 */
export function cycles(next: ReadonlyMap<number, Iterable<number>>): number[][] {
  const found: number[][] = [];
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const stack: number[] = [];
  const open = new Set<number>();
  let count = 0;

  const enter = (node: number): { node: number; rest: Iterator<number> } => {
    order.set(node, count);
    low.set(node, count++);
    stack.push(node);
    open.add(node);
    return { node, rest: (next.get(node) ?? [])[Symbol.iterator]() };
  };
  const leave = (node: number): void => {
    if (low.get(node) !== order.get(node)) return;
    const group: number[] = [];
    for (let top: number | undefined; top !== node; ) {
      top = stack.pop()!;
      open.delete(top);
      group.push(top);
    }
    if (group.length > 1) found.push(group.sort((a, b) => a - b));
  };

  for (const start of next.keys()) {
    if (order.has(start)) continue;
    const path = [enter(start)];
    while (path.length > 0) {
      const at = path[path.length - 1]!;
      const step = at.rest.next();
      if (step.done) {
        path.pop();
        leave(at.node);
        const before = path[path.length - 1];
        if (before) low.set(before.node, Math.min(low.get(before.node)!, low.get(at.node)!));
      } else if (!order.has(step.value)) path.push(enter(step.value));
      else if (open.has(step.value)) low.set(at.node, Math.min(low.get(at.node)!, order.get(step.value)!));
    }
  }
  return found.sort((a, b) => a[0]! - b[0]!);
}

/**
 * One way round a group of nodes that reach each other: the shortest from its first node back to it.
 * @param group from {@link cycles}
 */
export function roundTrip(next: ReadonlyMap<number, Iterable<number>>, group: readonly number[]): number[] {
  const [start] = group;
  const within = new Set(group);
  const from = new Map<number, number>();
  for (let edge = [start!]; edge.length > 0; ) {
    const further: number[] = [];
    for (const node of edge) {
      for (const to of next.get(node) ?? []) {
        if (to === start) {
          const round = [node];
          for (let at = node; at !== start; ) round.unshift((at = from.get(at)!));
          return round;
        }
        if (!within.has(to) || from.has(to)) continue;
        from.set(to, node);
        further.push(to);
      }
    }
    edge = further;
  }
  return [...group];
}
