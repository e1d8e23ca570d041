import type { FigureOf, Figure } from '../../kernel/figure.ts';
import { approximately } from '../../kernel/decimal.ts';
import { add } from '../../kernel/total.ts';
import type { Dimension } from '../domain/contract.ts';

type Cell = { keys: { dimension: Dimension; key: string; name: string | null }[]; figure: Figure };
export type Axis = { key: string; name: string | null; /** How many keys this line holds together; 0: it is one of its own. */ rest: number; /** The last of the years that it holds together. */ until?: string; sum: Figure };
export type Cross = { columns: Axis[]; rows: (Axis & { cells: Map<string, Figure> })[] };

const ROWS = 20;
const REST = '…';

const total = (figures: readonly Figure[]): Figure => {
  const [first, ...others] = figures as FigureOf<'additive'>[];
  if (first === undefined) throw new RangeError('a line of the table has no cell');
  return others.length === 0 ? first : add([first, ...others]);
};
const size = (f: Figure) => Math.abs(approximately(f.value ?? '0'));

/**
 * Cells of two dimensions as a table. The largest lines stand alone, all others are added into one, so that the table
 * stays readable and still adds up. Years stand in their order.
 */
export function crossOf(cells: readonly Cell[], columnDimension: Dimension, columns: number): Cross {
  const rowAxis = axis(cells, 0, ROWS, false);
  const columnAxis = axis(cells, 1, columns, columnDimension === 'year');
  const grid = new Map<string, Map<string, Figure[]>>();
  for (const c of cells) {
    const row = rowAxis.place(c.keys[0]?.key ?? '');
    const column = columnAxis.place(c.keys[1]?.key ?? '');
    const line = grid.get(row) ?? new Map<string, Figure[]>();
    line.set(column, [...(line.get(column) ?? []), c.figure]);
    grid.set(row, line);
  }
  return {
    columns: columnAxis.lines,
    rows: rowAxis.lines.map((r) => ({ ...r, cells: new Map([...(grid.get(r.key) ?? [])].map(([k, figures]) => [k, total(figures)])) })),
  };
}

function axis(cells: readonly Cell[], at: 0 | 1, most: number, inOrder: boolean): { lines: Axis[]; place: (key: string) => string } {
  const found = new Map<string, { name: string | null; figures: Figure[] }>();
  for (const c of cells) {
    const k = c.keys[at];
    if (k === undefined) continue;
    const line = found.get(k.key) ?? { name: k.name, figures: [] };
    line.figures.push(c.figure);
    found.set(k.key, line);
  }
  const all = [...found].map(([key, { name, figures }]): Axis => ({ key, name, rest: 0, sum: total(figures) }));
  all.sort(inOrder ? (a, b) => (b.key < a.key ? -1 : 1) : (a, b) => size(b.sum) - size(a.sum));
  const alone = all.length <= most + 1 ? all : all.slice(0, most);
  const others = all.slice(alone.length);
  if (inOrder) alone.reverse();
  const rest: Axis[] = others.length === 0 ? [] : [{ key: REST, name: null, rest: others.length, ...(inOrder && others[0] !== undefined && others.every((o) => o.key !== '') ? { until: others[0].key } : {}), sum: total(others.map((o) => o.sum)) }];
  const keep = new Set(alone.map((a) => a.key));
  // Years before those shown stand before them.
  return { lines: inOrder ? [...rest, ...alone] : [...alone, ...rest], place: (key) => (keep.has(key) ? key : REST) };
}
