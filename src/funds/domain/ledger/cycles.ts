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
