/** One party in one column of the chain picture; who gives and receives outside the boundary stands on both sides. */
export type ChainNode = { id: string; key: string; name: string; inside: boolean; column: number; y: number; height: number };
export type ChainLink = { from: ChainNode; to: ChainNode; value: number; kind: 'entering' | 'inside' | 'leaving' | 'direct'; width: number; y0: number; y1: number; index: number };
export type ChainLayout = { nodes: ChainNode[]; links: ChainLink[]; columns: number; height: number; /** How far down the organisations of the boundary reach. */ insideHeight: number };

type Party = { key: string; name: string; inside: boolean };
type Flow = { from: string; to: string; value: number };

const GAP = 20;
const LEAST = 2;
const TALLEST = 380;

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
    const known = nodes.get(id) ?? { id, key, name: party.name, inside: party.inside, column: party.inside ? 1 + (depth.get(key) ?? 0) : side === 'giver' ? 0 : last, y: 0, height: 0 };
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
  const columns = Array.from({ length: last + 1 }, (_, c) => [...nodes.values()].filter((n) => n.column === c).sort((a, b) => Number(touches(b)) - Number(touches(a)) || through(b) - through(a)));
  const tallest = Math.max(1, ...columns.map((c) => c.reduce((s, n) => s + through(n), 0)));
  const scale = TALLEST / tallest;
  const height = Math.max(...columns.map((c) => c.reduce((s, n) => s + Math.max(LEAST, through(n) * scale) + GAP, 0)), 120);
  for (const column of columns) {
    let y = GAP / 2;
    for (const n of column) {
      n.y = y;
      n.height = Math.max(LEAST, through(n) * scale);
      y += n.height + GAP;
    }
  }
  for (const n of nodes.values()) {
    stack(links.filter((l) => l.from === n).sort((a, b) => past(a) - past(b) || a.to.y - b.to.y), n.y, scale, 'y0');
    stack(links.filter((l) => l.to === n).sort((a, b) => past(a) - past(b) || a.from.y - b.from.y), n.y, scale, 'y1');
  }
  const insideHeight = Math.max(0, ...[...nodes.values()].filter((n) => n.inside).map((n) => n.y + n.height));
  return { nodes: [...nodes.values()], links, columns: last + 1, height, insideHeight };
}

/** Money that goes past the boundary leaves from the lower end. */
const past = (l: ChainLink) => Number(l.kind === 'direct');
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
