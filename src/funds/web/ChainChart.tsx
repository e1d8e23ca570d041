import { useMemo, useState } from 'react';
import type { FigureOf } from '../../kernel/figure.ts';
import { add } from '../../kernel/total.ts';
import { useText } from '../../shell/text.tsx';
import { valueOf } from '../../shell/ui/BarTable.tsx';
import { Content } from '../../shell/ui/content.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import type { Chain } from './chain-group.ts';
import { chainLayout, type ChainLink, type ChainNode } from './chain-layout.ts';

/** The picture is as wide as its panel; across it is measured in thousandths, down in pixels. */
const WIDTH = 1000;
const NODE = 8;
/** Room for names at the sides: less where the money makes many steps inside. */
const SIDES = { few: 225, many: 165 };
const FEW_COLUMNS = 4;
const HEAD = 30;
const FOOT = 8;
const kinds = ['entering', 'inside', 'leaving', 'direct'] as const;

/** The chain of payments from left to right, with the frame of the group around the organisations that are counted once. */
export function ChainChart({ data }: { data: Chain }) {
  const text = useText();
  const [inHand, setInHand] = useState<ChainLink | ChainNode | null>(null);
  const layout = useMemo(() => chainLayout(data.parties, data.links.map((l) => ({ from: l.from, to: l.to, value: valueOf(l.figure) }))), [data]);
  const side = layout.columns > FEW_COLUMNS ? SIDES.many : SIDES.few;
  const step = (WIDTH - 2 * side - NODE) / Math.max(1, layout.columns - 1);
  const x = (column: number) => side + column * step;
  const height = layout.height + HEAD + FOOT;
  const inside = layout.nodes.filter((n) => n.inside);
  const from = Math.min(...inside.map((n) => x(n.column))) - step * 0.14;
  const to = Math.max(...inside.map((n) => x(n.column))) + step * 0.88;
  const told = inHand !== null && 'kind' in inHand ? data.links[inHand.index] : undefined;
  const isTold = (l: ChainLink) => inHand !== null && (l === inHand || l.from === inHand || l.to === inHand);
  const shownKinds = kinds.filter((k) => layout.links.some((l) => l.kind === k));
  return (
    <div className={inHand === null ? 'chain' : 'chain chain--in-hand'}>
      <p className="chain__told" aria-live="polite">
        {told !== undefined && inHand !== null && 'kind' in inHand ? (
          <>
            <Content>{inHand.from.name}</Content> → <Content>{inHand.to.name}</Content> <Figure figure={told.figure} />
          </>
        ) : (
          <span className="quiet">{text('chain.hint')}</span>
        )}
      </p>
      <div className="chain__sheet" style={{ blockSize: height }} onPointerLeave={() => setInHand(null)}>
        <svg className="chain__svg" viewBox={`0 0 ${WIDTH} ${height}`} preserveAspectRatio="none" role="img" aria-label={text('chain.alt', { n: data.links.length })}>
          {inside.length > 0 && <rect className="chain__boundary" x={from} y={HEAD - 8} width={to - from} height={layout.insideHeight + 16} rx={6} />}
          {[...layout.links].sort((a, b) => Number(b.kind === 'direct') - Number(a.kind === 'direct')).map((l) => (
            <path key={l.index} d={ribbon(x(l.from.column) + NODE, l.y0 + HEAD, x(l.to.column), l.y1 + HEAD, l.width)} className={`chain__link chain__link--${l.kind}${isTold(l) ? ' chain__link--told' : ''}`} onPointerEnter={() => setInHand(l)} />
          ))}
          {layout.nodes.map((n) => (
            <rect key={n.id} x={x(n.column)} y={n.y + HEAD} width={NODE} height={n.height} className={n.inside ? 'chain__node chain__node--inside' : n.last ? 'chain__node chain__node--last' : 'chain__node'} />
          ))}
        </svg>
        {inside.length > 0 && (
          <span className="chain__boundary-name" style={{ left: share(from) }}>
            {text('chain.boundary')}
          </span>
        )}
        {layout.nodes.map((n) => (
          <Label key={n.id} node={n} left={x(n.column)} last={layout.columns - 1} step={step} data={data} links={layout.links} onHand={() => setInHand(n)} />
        ))}
      </div>
      <ul className="chain__legend">
        {shownKinds.map((k) => (
          <li key={k}>
            <span className={`chain__swatch chain__swatch--${k}`} /> {text(`chain.${k}`)}
          </li>
        ))}
        {inside.length > 0 && (
          <li>
            <span className="chain__swatch chain__swatch--frame" /> {text('chain.frame')}
          </li>
        )}
      </ul>
    </div>
  );
}

type LabelProps = { node: ChainNode; left: number; last: number; step: number; data: Chain; links: readonly ChainLink[]; onHand: () => void };

/** Name and amount beside a node: givers to its left, everybody else to its right. */
function Label({ node: n, left, last, step, data, links, onHand }: LabelProps) {
  const giver = n.column === 0 && !n.inside;
  const out = links.filter((l) => l.from === n);
  const came = links.filter((l) => l.to === n);
  const larger = out.reduce((s, l) => s + l.value, 0) > came.reduce((s, l) => s + l.value, 0) ? out : came;
  const [first, ...rest] = larger.map((l) => data.links[l.index]?.figure as FigureOf<'additive'>);
  const wide = n.column === last ? WIDTH - left - NODE : step * 0.86;
  return (
    <div
      className={giver ? 'chain__label chain__label--giver' : 'chain__label'}
      style={{ top: n.y + HEAD + n.height / 2, ...(giver ? { left: 0, width: share(left) } : { left: share(left + NODE), width: share(wide) }) }}
      onPointerEnter={onHand}
    >
      {n.last ? (
        <span className="chain__name quiet" data-page="">{n.name}</span>
      ) : (
        <PageLink to="/organisations/$key" params={{ key: n.key }} className="chain__name" title={n.name}>
          <Content>{n.name}</Content>
        </PageLink>
      )}
      {first !== undefined && <Figure figure={rest.length === 0 ? first : add([first, ...rest])} />}
    </div>
  );
}

const share = (x: number) => `${(x / WIDTH) * 100}%`;

/** A band of one width from one node to another, as an area: the picture is stretched across, and a stroke would be too. */
function ribbon(x0: number, y0: number, x1: number, y1: number, width: number): string {
  const half = width / 2;
  const [a, b] = x1 > x0 ? [(x0 + x1) / 2, (x0 + x1) / 2] : [x0 + 60, x1 - 60];
  return `M${x0},${y0 - half}C${a},${y0 - half} ${b},${y1 - half} ${x1},${y1 - half}L${x1},${y1 + half}C${b},${y1 + half} ${a},${y0 + half} ${x0},${y0 + half}Z`;
}
