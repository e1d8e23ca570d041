import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { breakdown, type Counting, type Dimension } from '../../funds/domain/contract.ts';
import type { FigureOf } from '../../kernel/figure.ts';
import { add } from '../../kernel/total.ts';
import { useOperation } from '../api.ts';
import { sectorParts, usePlaceName, useSectorName } from '../codes.ts';
import { sameNames } from '../same-names.ts';
import type { MoneySearch } from '../search.ts';
import { useText, type MessageId } from '../text.tsx';
import { BarTable, type Bar } from '../ui/BarTable.tsx';
import { Content, Identifier, Year } from '../ui/content.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Pending } from '../ui/Pending.tsx';

const TOP = 10;
const LIMIT = 5000;

type Props = { by: Extract<Dimension, 'sector' | 'organisation' | 'receiver' | 'place'>; title: MessageId; about?: MessageId; search: MoneySearch; counting: Counting };

/** The total split by one dimension: the ten largest and all others as one; parts add up to the total. */
export function SplitPanel({ by, title, about, search, counting }: Props) {
  const text = useText();
  const asked = useOperation(breakdown, { ...search, by, counting, limit: LIMIT });
  const naming = useKeyName();
  return (
    <Panel title={text(title)} about={about === undefined ? undefined : text(about)} source={asked.data?.total.passport}>
      <Pending of={asked} lines={8}>
        {({ rows }) => {
          const alike = sameNames(rows.slice(0, TOP + 1).flatMap((r) => (r.keys[0] === undefined ? [] : [{ key: r.keys[0].key, name: naming(by, r.keys[0].key, r.keys[0].name) }])));
          const named = rows.map((r): Bar => {
            const key = r.keys[0];
            return { key: key?.key ?? '', figure: r.figure, label: <SplitLabel by={by} name={naming(by, key?.key ?? '', key?.name ?? null)} value={key?.key ?? ''} identified={alike.has(key?.key ?? '')} />, quiet: key === undefined || key.key === '' || key.key === '?' };
          });
          const others = rows.slice(TOP).map((r) => r.figure as FigureOf<'additive'>);
          const [first, ...rest] = others;
          const bars = first === undefined || rest.length === 0 ? named.slice(0, TOP + 1) : [...named.slice(0, TOP), { key: '…', label: text.rich('split.others', { n: <span data-page="">{others.length}</span> }), figure: add([first, ...rest]), rest: true }];
          return <BarTable caption={text(title)} head={text(`dimension.${by}`)} valueHead={text('total.amount')} bars={bars} />;
        }}
      </Pending>
    </Panel>
  );
}

/** Names of the keys of any dimension, in the reader's language. */
export function useKeyName(): (dimension: Dimension, key: string, given: string | null) => string {
  const text = useText();
  const place = usePlaceName();
  const sector = useSectorName();
  return (dimension, key, given) => {
    if (key === '' || key === '?') return text(`unknown.${dimension}`);
    if (dimension === 'place') return place(key, given) ?? key;
    if (dimension === 'sector') return sector(key, given) ?? sectorParts(key).code;
    if (dimension === 'transaction-type') return text.maybe(`transaction.${key}`) ?? key;
    return given ?? key;
  };
}

/** @param identified another line carries the same name: the identifier tells them apart */
function SplitLabel({ by, name, value, identified }: { by: Dimension; name: string; value: string; identified: boolean }): ReactNode {
  if (value === '' || value === '?') return name;
  const beside = by === 'sector' ? sectorParts(value).code : identified ? value : null;
  const filter = by === 'receiver' ? 'organisation' : by;
  return (
    <>
      <Link to="." search={((all: Record<string, unknown>) => ({ ...all, [filter]: value })) as never} resetScroll={false}>
        <Content>{name}</Content>
      </Link>
      {beside !== null && beside !== name && (
        <>
          {' '}
          <span className="quiet">
            <Identifier>{beside}</Identifier>
          </span>
        </>
      )}
    </>
  );
}

/** A key as a cell of a table says it. */
export function KeyCell({ dimension, name, value }: { dimension: Dimension; name: string; value: string }) {
  if (value === '' || value === '?') return <span className="quiet">{name}</span>;
  if (dimension === 'year') return <Year year={value} />;
  if (dimension === 'currency') return <Identifier>{value}</Identifier>;
  return <Content>{name}</Content>;
}
