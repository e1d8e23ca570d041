import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import type { Column } from './DataTable.tsx';

const REM = 16;
/** The least that a column is readable in, in rem. */
const LEAST = { name: 13, numeric: 6, other: 7 };

/** Whether all columns have room beside each other; else the rows are shown as cards. */
export function columnsFit<R>(columns: readonly Column<R>[], widths: Record<string, number>, room: number): boolean {
  const needed = columns.reduce((sum, c) => sum + (widths[c.id] ?? leastOf(c) * REM), 0);
  return room === 0 || needed <= room;
}

function leastOf<R>(c: Column<R>): number {
  const said = c.width?.endsWith('rem') === true ? Number.parseFloat(c.width) : null;
  return said ?? (c.name === true ? LEAST.name : c.numeric === true ? LEAST.numeric : LEAST.other);
}

/**
 * Pixels that columns need for what cannot be broken (amounts, states); they only grow, so that nothing jumps while one
 * scrolls.
 * @param seen which rows are in the document, and in how much room: others are measured anew
 */
export function useNeededWidths<R>(body: RefObject<HTMLTableSectionElement | null>, columns: readonly Column<R>[], seen: string): Record<string, number> {
  const [widths, setWidths] = useState<Record<string, number>>({});
  const [faces, remeasure] = useState(0);
  // A face that comes late (the first italic amount asks for it) is wider than the one that stood in for it.
  useEffect(() => {
    const again = () => remeasure((n) => n + 1);
    document.fonts.addEventListener('loadingdone', again);
    return () => document.fonts.removeEventListener('loadingdone', again);
  }, []);
  useLayoutEffect(() => {
    const found: Record<string, number> = {};
    for (const [i, c] of columns.entries()) {
      const most = Math.max(0, ...Array.from(body.current?.rows ?? [], (row) => overWide(row.cells[i])));
      if (most > (widths[c.id] ?? 0)) found[c.id] = most;
    }
    if (Object.keys(found).length > 0) setWidths((w) => ({ ...w, ...found }));
  }, [body, columns, widths, seen, faces]);
  return widths;
}

/** How wide a cell would have to be for its content; 0 where it has room already. */
function overWide(cell: HTMLTableCellElement | undefined): number {
  if (cell === undefined || cell.scrollWidth <= cell.clientWidth) return 0;
  const style = getComputedStyle(cell);
  const widest = Math.max(0, ...Array.from(cell.children, (e) => Math.max(e.scrollWidth, e.getBoundingClientRect().width)));
  return Math.ceil(widest + Number.parseFloat(style.paddingInlineStart) + Number.parseFloat(style.paddingInlineEnd)) + 1;
}
