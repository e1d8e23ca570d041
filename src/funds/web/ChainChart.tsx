import { useMemo, useState } from 'react';
import type { z } from 'zod';
import { useText } from '../../shell/text.tsx';
import { valueOf } from '../../shell/ui/BarTable.tsx';
import { Content } from '../../shell/ui/content.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import type { chain } from '../domain/contract.ts';
import { chainLayout, type ChainLink } from './chain-layout.ts';

type Chain = z.output<(typeof chain)['output']>;

const WIDTH = 1000;
const NODE = 9;
const EDGE = 4;
const HEAD = 34;
const LETTER = 7.3;
const LAST = 176;

/** The chain of payments from left to right, with the boundary drawn around the organisations that are counted once. */
export function ChainChart({ data }: { data: Chain }) {
  const text = useText();
  const [inHand, setInHand] = useState<ChainLink | null>(null);
  const layout = useMemo(() => chainLayout(data.parties, data.links.map((l) => ({ from: l.from, to: l.to, value: valueOf(l.figure) }))), [data]);
  const step = (WIDTH - EDGE - NODE - LAST) / Math.max(1, layout.columns - 1);
  const letters = Math.floor((Math.min(step, LAST) - 22) / LETTER);
  const x = (column: number) => EDGE + column * step;
  const height = layout.height + HEAD + 10;
  const inside = layout.nodes.filter((n) => n.inside);
  const from = Math.min(...inside.map((n) => x(n.column)));
  const to = Math.max(...inside.map((n) => x(n.column))) + step - 26;
  const told = inHand === null ? null : data.links[inHand.index];
  return (
    <div className="chain">
      <p className="chain__told" aria-live="polite">
        {inHand !== null && told !== undefined && told !== null ? (
          <>
            <Content>{inHand.from.name}</Content> → <Content>{inHand.to.name}</Content> <Figure figure={told.figure} />
          </>
        ) : (
          <span className="quiet">{text('chain.hint')}</span>
        )}
      </p>
      <svg className="chain__svg" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={text('chain.alt', { n: data.links.length })}>
        {inside.length > 0 && (
          <>
            <rect className="chain__boundary" x={from - 16} y={HEAD - 12} width={to - from + 16} height={layout.insideHeight + 24} rx={10} />
            <text className="chain__boundary-name" x={from - 16} y={HEAD - 20}>
              {text('chain.boundary')}
            </text>
          </>
        )}
        {layout.links.map((l) => {
          const x0 = x(l.from.column) + NODE;
          const x1 = x(l.to.column);
          const bend = x1 > x0 ? (x1 - x0) / 2 : 60;
          return <path key={l.index} d={`M${x0},${l.y0 + HEAD}C${x0 + bend},${l.y0 + HEAD} ${x1 - bend},${l.y1 + HEAD} ${x1},${l.y1 + HEAD}`} strokeWidth={l.width} className={`chain__link chain__link--${l.kind}${inHand === l ? ' chain__link--told' : ''}`} onPointerEnter={() => setInHand(l)} onPointerLeave={() => setInHand(null)} />;
        })}
        {layout.nodes.map((n) => {
          return (
            <g key={n.id}>
              <rect x={x(n.column)} y={n.y + HEAD} width={NODE} height={n.height} rx={1.5} className={n.inside ? 'chain__node chain__node--inside' : 'chain__node'} />
              <text className="chain__name" data-content="" x={x(n.column) + NODE + 6} y={n.y + HEAD + n.height / 2} dominantBaseline="central">
                {n.name.length > letters ? `${n.name.slice(0, letters - 1).trimEnd()}…` : n.name}
                <title>{n.name}</title>
              </text>
            </g>
          );
        })}
      </svg>
      <ul className="chain__legend">
        {(['entering', 'inside', 'leaving', 'direct'] as const).map((k) => (
          <li key={k}>
            <span className={`chain__swatch chain__swatch--${k}`} /> {text(`chain.${k}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
