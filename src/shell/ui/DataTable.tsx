import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useText } from '../text.tsx';
import { Icon } from './Icon.tsx';
import { usePrinting } from './printing.ts';
import { useRoom } from './room.ts';
import { columnsFit, useNeededWidths } from './table-columns.ts';
import './data-table.css';

export type Column<R> = {
  id: string;
  head: string;
  cell: (row: R) => ReactNode;
  numeric?: boolean;
  /** A CSS length; columns without one share what is left. */
  width?: string;
  /** The row's name: a header cell, and the title of its card on a phone. */
  name?: boolean;
  /** How the cell stands on a card (phones, narrow panels): `no` leaves it out, `bare` shows it without its heading, `line` with its heading before it; both beside each other. */
  card?: 'no' | 'bare' | 'line';
  sort?: { active: boolean; descending?: boolean; onSort: () => void };
};

type Props<R> = {
  caption: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  /** How many there are in all; more are asked for when the reader comes near the end. */
  total?: number;
  onEnd?: () => void;
};

const VIRTUAL_FROM = 60;
const ROW = 46;

/**
 * A table that stays quick with a hundred thousand rows: only those in sight are in the document. Where it has no room
 * for its columns every row is a card. Roles are written out, because cards would otherwise take the table's meaning
 * away. A column is as wide as its longest amount (none is ever cut or runs over another).
 */
export function DataTable<R>({ caption, columns, rows, rowKey, total, onEnd }: Props<R>) {
  const text = useText();
  const printing = usePrinting();
  const body = useRef<HTMLTableSectionElement>(null);
  const [margin, setMargin] = useState(0);
  const around = useRef<HTMLDivElement>(null);
  const room = useRoom(around);
  const virtual = rows.length > VIRTUAL_FROM && !printing;
  const virtualizer = useWindowVirtualizer({ count: rows.length, estimateSize: () => ROW, overscan: 12, scrollMargin: margin, enabled: virtual });
  const isEmpty = rows.length === 0;   // the table's body appears with its first row: then its place is known
  useLayoutEffect(() => setMargin(isEmpty ? 0 : (body.current?.getBoundingClientRect().top ?? 0) + scrollY), [isEmpty]);
  const items = virtual ? virtualizer.getVirtualItems() : rows.map((_, index) => ({ index, start: 0, end: 0 }));
  const last = items.at(-1)?.index ?? 0;
  const widths = useNeededWidths(body, columns, `${items[0]?.index ?? 0} ${last} ${items.length} ${room}`);
  const cards = !printing && !columnsFit(columns, widths, room);
  useEffect(() => {
    if (last >= rows.length - 20 && rows.length < (total ?? rows.length)) onEnd?.();
  }, [last, rows.length, total, onEnd]);
  const before = virtual ? (items[0]?.start ?? margin) - margin : 0;
  const after = virtual ? virtualizer.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin) : 0;
  return (
    <div ref={around}>
      <table className={cards ? 'data-table data-table--cards' : 'data-table'} role="table" aria-rowcount={(total ?? rows.length) + 1}>
        <caption className="unseen">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={1}>
            {columns.map((c) => (
              <th key={c.id} scope="col" role="columnheader" className={c.numeric === true ? 'numeric' : undefined} style={{ inlineSize: widths[c.id] === undefined ? c.width : `${widths[c.id]}px` }} aria-sort={c.sort?.active === true ? (c.sort.descending === true ? 'descending' : 'ascending') : undefined}>
                {c.sort === undefined ? (
                  c.head
                ) : (
                  <button type="button" className="data-table__sort" aria-label={text('table.sort-by', { column: c.head })} onClick={c.sort.onSort}>
                    {c.head}
                    <span className={c.sort.active ? 'data-table__arrow' : 'data-table__arrow data-table__arrow--off'}>
                      <Icon name="down" size={14} />
                    </span>
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" ref={body}>
          {before > 0 && <Gap height={before} columns={columns.length} />}
          {items.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <tr key={rowKey(row)} role="row" aria-rowindex={index + 2} data-index={index} ref={virtual ? virtualizer.measureElement : undefined}>
                {columns.map((c) =>
                  c.name === true ? (
                    <th key={c.id} scope="row" role="rowheader">
                      {c.cell(row)}
                    </th>
                  ) : (
                    <td key={c.id} role="cell" className={[c.numeric === true && 'numeric', c.card === 'no' && 'data-table__desk', c.card === 'bare' && 'data-table__bare', c.card === 'line' && 'data-table__bare data-table__line'].filter(Boolean).join(' ') || undefined} data-head={c.head}>
                      {c.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
          {after > 0 && <Gap height={after} columns={columns.length} />}
        </tbody>
      </table>
    </div>
  );
}

function Gap({ height, columns }: { height: number; columns: number }) {
  return (
    <tr aria-hidden="true" className="data-table__gap">
      <td colSpan={columns} style={{ blockSize: height }} />
    </tr>
  );
}
