/** One party in one column of the chain picture; who gives and receives outside the boundary stands on both sides. */
export type ChainNode = { id: string; key: string; name: string; inside: boolean; last: boolean; column: number; y: number; height: number };
export type ChainLink = { from: ChainNode; to: ChainNode; value: number; kind: 'entering' | 'inside' | 'leaving' | 'direct'; width: number; y0: number; y1: number; index: number };
export type ChainLayout = { nodes: ChainNode[]; links: ChainLink[]; columns: number; height: number; /** How far down the organisations of the boundary reach. */ insideHeight: number };

/** `last`: all others together, and those who are not named, stand below the others. */
type Party = { key: string; name: string; inside: boolean; last?: boolean };
type Flow = { from: string; to: string; value: number };

const GAP = 10;
const LEAST = 2;
const TALLEST = 400;
/** A name, its amount and their second line must fit beside a node, however small it is. */
const LABEL = 42;

/**
 * Places parties in columns: givers outside, the organisations of the boundary by how far the money has come, receivers
 * outside. A circle of payments is cut at the link that closes it, so that the picture ends; the link is still drawn. Who gives past the boundary stands below it.
 */
export function chainLayout(parties: readonly Party[], flows: readonly Flow[]): ChainLayout {
  const byKey = new Map(parties.map((p) => [p.key, p]));
  const drawn = flows.flatMap((f, index) => (f.value > 0 && f.from !== f.to && byKey.has(f.from) && byKey.has(f.to) ? [{ ...f, index }] : []));
  const depth = insideDepths(parties.filter((p) => p.inside).map((p) => p.key), drawn);
  const deepest = Math.max(0, ...depth.values());
  const last = depth.size === 0 ? 1 : deepest + 2;
  const nodes = new Map<string, ChainNode>();
  const node = (key: string, side: 'giver' | 'receiver'): ChainNode => {
    const party = byKey.get(key)!;
    const id = party.inside ? key : `${side} ${key}`;
    const known = nodes.get(id) ?? { id, key, name: party.name, inside: party.inside, last: party.last === true, column: party.inside ? 1 + (depth.get(key) ?? 0) : side === 'giver' ? 0 : last, y: 0, height: 0 };
    nodes.set(id, known);
    return known;
  };
  const links = drawn.map(({ from, to, value, index }): ChainLink => {
    const a = node(from, 'giver');
    const b = node(to, 'receiver');
    const kind = a.inside ? (b.inside ? 'inside' : 'leaving') : b.inside ? 'entering' : 'direct';
    return { from: a, to: b, value, kind, width: 0, y0: 0, y1: 0, index };
  });
  const through = (n: ChainNode) => Math.max(sumOf(links.filter((l) => l.from === n)), sumOf(links.filter((l) => l.to === n)));
  const touches = (n: ChainNode) => n.inside || links.some((l) => (l.from === n && l.to.inside) || (l.to === n && l.from.inside));
  const columns = Array.from({ length: last + 1 }, (_, c) => [...nodes.values()].filter((n) => n.column === c));
  const tallest = Math.max(1, ...columns.map((c) => c.reduce((s, n) => s + through(n), 0)));
  const scale = TALLEST / tallest;
  let height = 120;
  for (const column of columns) {
    // Who is paid by whom stands where its payments come from: ribbons then cross as little as they can.
    const comesFrom = new Map(column.map((n) => [n, middleOf(links.filter((l) => l.to === n && l.from.column < n.column))]));
    column.sort((a, b) => Number(a.last) - Number(b.last) || Number(touches(b)) - Number(touches(a)) || comesFrom.get(a)! - comesFrom.get(b)! || through(b) - through(a));
    let y = 0;
    for (const n of column) {
      n.height = Math.max(LEAST, through(n) * scale);
      const slot = Math.max(n.height, LABEL);
      n.y = y + (slot - n.height) / 2;
      y += slot + GAP;
    }
    height = Math.max(height, y);
  }
  for (const n of nodes.values()) {
    stack(links.filter((l) => l.from === n).sort((a, b) => past(a) - past(b) || a.to.y - b.to.y), n.y, scale, 'y0');
    stack(links.filter((l) => l.to === n).sort((a, b) => past(a) - past(b) || a.from.y - b.from.y), n.y, scale, 'y1');
  }
  const insideHeight = Math.max(0, ...[...nodes.values()].filter((n) => n.inside).map((n) => n.y + (n.height + Math.max(n.height, LABEL)) / 2));
  return { nodes: [...nodes.values()], links, columns: last + 1, height, insideHeight };
}

/** Money that goes past the boundary leaves from the lower end. */
const past = (l: ChainLink) => Number(l.kind === 'direct');
/** Where the givers of these payments stand, weighted by what they give. */
const middleOf = (links: readonly ChainLink[]) => links.reduce((s, l) => s + (l.from.y + l.from.height / 2) * l.value, 0) / Math.max(1, sumOf(links));
const sumOf = (links: readonly ChainLink[]) => links.reduce((s, l) => s + l.value, 0);

function stack(links: ChainLink[], from: number, scale: number, end: 'y0' | 'y1'): void {
  let y = from;
  for (const l of links) {
    l.width = Math.max(1, l.value * scale);
    l[end] = y + l.width / 2;
    y += l.value * scale;
  }
}

/** How many steps inside the boundary money has made before it reaches a party: the longest way, circles cut. */
function insideDepths(keys: readonly string[], flows: readonly Flow[]): Map<string, number> {
  const inside = new Set(keys);
  const before = new Map(keys.map((k) => [k, flows.filter((f) => f.to === k && inside.has(f.from)).map((f) => f.from)]));
  const depth = new Map<string, number>();
  const open = new Set<string>();
  const visit = (key: string): number => {
    const known = depth.get(key);
    if (known !== undefined) return known;
    open.add(key);
    const deepest = Math.max(-1, ...(before.get(key) ?? []).filter((k) => !open.has(k)).map(visit));
    open.delete(key);
    depth.set(key, deepest + 1);
    return deepest + 1;
  };
  for (const k of keys) visit(k);
  return depth;
}
