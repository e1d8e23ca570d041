import { geoEqualEarth, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import { useMemo, useState, type PointerEvent } from 'react';
import type { Figure as FigureValue } from '../../kernel/figure.ts';
import { usePlaceName } from '../../shell/codes.ts';
import { useText } from '../../shell/text.tsx';
import { valueOf } from '../../shell/ui/BarTable.tsx';
import { Content } from '../../shell/ui/content.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { scaleValue } from '../../shell/ui/figure-words.ts';
import { scaleOf } from './scale.ts';
import { useShapes, type Shapes } from './shapes.ts';
import './world-map.css';

export type PlaceFigure = { code: string; name: string | null; figure: FigureValue };
type Props = { title: string; places: readonly PlaceFigure[]; selected: string | undefined; onSelect: (code: string) => void; whole: boolean; circles: boolean };

const WIDTH = 960;
const HEIGHT = 470;
const CLOSEST = 3600;

/** Countries with their figures; the table beside it says the same and is the way for the keyboard. */
export function WorldMap({ title, places, selected, onSelect, whole, circles }: Props) {
  const text = useText();
  const name = usePlaceName();
  const byCode = useMemo(() => new Map(places.map((p) => [p.code, p])), [places]);
  const shapes = useShapes(!whole);
  const [over, setOver] = useState<{ code: string; x: number; y: number } | null>(null);
  const scale = useMemo(() => scaleOf(places.map((p) => valueOf(p.figure))), [places]);
  const drawn = useMemo(() => (shapes === undefined ? null : draw(shapes, whole ? null : new Set(byCode.keys()))), [shapes, whole, byCode]);
  const largest = Math.max(1, ...places.map((p) => valueOf(p.figure)));
  const unit = places[0]?.figure.unit;
  const point = (code: string) => (e: PointerEvent<SVGElement>) => {
    const box = e.currentTarget.ownerSVGElement?.getBoundingClientRect();
    if (box !== undefined) setOver({ code, x: e.clientX - box.left, y: e.clientY - box.top });
  };
  const hovered = over === null ? undefined : byCode.get(over.code);
  return (
    <div className="map">
      <svg className="map__svg" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={text('map.alt', { title, n: places.length })} onPointerLeave={() => setOver(null)}>
        <defs>
          <pattern id="no-data" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5" height="5" className="map__hatch-ground" />
            <line x1="0" y1="0" x2="0" y2="5" className="map__hatch" />
          </pattern>
        </defs>
        {drawn?.countries.map(({ code, path, key }) => {
          const place = byCode.get(code);
          const step = place === undefined ? 0 : circles ? -1 : scale.stepOf(valueOf(place.figure));
          return (
            <path
              key={key}
              d={path}
              className={`map__land map__land--${step}${code === selected ? ' map__land--selected' : ''}`}
              onPointerMove={place === undefined ? () => setOver(null) : point(code)}
              onClick={place === undefined ? undefined : () => onSelect(code)}
            />
          );
        })}
        {drawn?.points
          .filter(({ code, small }) => byCode.has(code) && (circles || small))
          .sort((a, b) => valueOf(byCode.get(b.code)!.figure) - valueOf(byCode.get(a.code)!.figure))
          .map(({ code, x, y }) => {
            const value = Math.max(0, valueOf(byCode.get(code)!.figure));
            const radius = circles ? Math.max(2.5, Math.sqrt(value / largest) * 34) : 4.5;
            return <circle key={code} cx={x} cy={y} r={radius} className={circles ? `map__circle${code === selected ? ' map__circle--selected' : ''}` : `map__land map__dot map__land--${scale.stepOf(value)}`} onPointerMove={point(code)} onClick={() => onSelect(code)} />;
          })}
      </svg>
      {over !== null && hovered !== undefined && (
        <div className="map__card" style={{ insetInlineStart: 0, transform: `translate(${over.x}px, ${over.y}px)` }}>
          <strong>
            <Content>{name(over.code, hovered.name) ?? over.code}</Content>
          </strong>
          <Figure figure={hovered.figure} />
        </div>
      )}
      <ul className="map__legend" aria-hidden="true">
        {circles && unit !== undefined && [largest, largest / 8].map((v) => (
          <li key={v}>
            <span className="map__legend-circle" style={{ inlineSize: `${Math.sqrt(v / largest) * 26}px`, blockSize: `${Math.sqrt(v / largest) * 26}px` }} />
            <span data-scale="">{scaleValue(v, unit, text)}</span>
          </li>
        ))}
        {!circles && unit !== undefined && steps(scale.borders).map(({ from, to, at }) => (
          <li key={at}>
            <span className={`map__swatch map__swatch--${scale.stepOf(at)}`} />
            <span data-scale="">{from === null ? (to === null ? scaleValue(largest, unit, text) : `< ${scaleValue(to, unit, text)}`) : to === null ? `≥ ${scaleValue(from, unit, text)}` : `${scaleValue(from, unit, text)} – ${scaleValue(to, unit, text)}`}</span>
          </li>
        ))}
        <li>
          <span className="map__swatch map__swatch--none" />
          {text('map.no-data')}
        </li>
      </ul>
      <p className="map__note">{text('map.boundaries')}</p>
      <p className="map__note">{text('map.kosovo')}</p>
    </div>
  );
}

/** Each step of the legend, with a value that lies in it. */
function steps(borders: readonly number[]): { from: number | null; to: number | null; at: number }[] {
  if (borders.length === 0) return [{ from: null, to: null, at: 1 }];
  return [{ from: null, to: borders[0] ?? null, at: 0 }, ...borders.map((from, i) => ({ from, to: borders[i + 1] ?? null, at: from }))];
}

type Drawn = { countries: { code: string; key: string; path: string }[]; points: { code: string; x: number; y: number; small: boolean }[] };

/** @param around countries to fit the map to; null: the whole world without Antarctica. */
function draw(shapes: Shapes, around: ReadonlySet<string> | null): Drawn {
  const known = shapes.countries.filter((c) => c.id !== 'AQ');
  const wanted = around === null ? known : known.filter((c) => around.has(String(c.id)));
  const area = { type: 'FeatureCollection', features: wanted.length === 0 ? known : wanted } as GeoPermissibleObjects;
  const centre = around === null || wanted.length === 0 ? 10 : middle(wanted);
  const projection = geoEqualEarth().rotate([-centre, 0]);
  const pad = around === null ? 4 : 46;
  projection.fitExtent([[pad, pad], [WIDTH - pad, HEIGHT - pad]], area);
  // A single small country would fill the sheet: its neighbours belong to the picture.
  if (around !== null && projection.scale() > CLOSEST) {
    const [[x0, y0], [x1, y1]] = geoPath(projection).bounds(area);
    const middleOfArea = projection.invert?.([(x0 + x1) / 2, (y0 + y1) / 2]) ?? [0, 0];
    const [tx, ty] = projection.scale(CLOSEST).translate([0, 0])(middleOfArea) ?? [0, 0];
    projection.translate([WIDTH / 2 - tx, HEIGHT / 2 - ty]);
  }
  projection.clipExtent([[-20, -20], [WIDTH + 20, HEIGHT + 20]]);
  const path = geoPath(projection).digits(1);
  const countries = known.flatMap((c, i) => {
    const d = path(c);
    return d === null || d === '' ? [] : [{ code: String(c.id ?? ''), key: `${c.id ?? ''}-${i}`, path: d }];
  });
  const centres = known.flatMap((c) => {
    const largest = largestPart(c);
    const [x, y] = path.centroid(largest as GeoPermissibleObjects);
    return Number.isFinite(x) ? [{ code: String(c.id ?? ''), x, y, small: path.area(c) < 12 }] : [];
  });
  const have = new Set(centres.map((c) => c.code));
  const dots = shapes.dots.flatMap(({ code, at }) => {
    const p = projection(at);
    return p === null || have.has(code) ? [] : [{ code, x: p[0], y: p[1], small: true }];
  });
  return { countries, points: [...centres, ...dots] };
}

/** France is drawn at its mainland, not between Brittany and Guiana. */
function largestPart(country: GeoJSON.Feature): GeoJSON.Geometry {
  const { geometry } = country;
  if (geometry.type !== 'MultiPolygon') return geometry;
  const flat = geoPath();
  const parts = geometry.coordinates.map((coordinates): GeoJSON.Polygon => ({ type: 'Polygon', coordinates }));
  return parts.reduce((a, b) => (flat.area(b) > flat.area(a) ? b : a));
}

function middle(countries: GeoJSON.Feature[]): number {
  const angles = countries.map((c) => geoPath().centroid(largestPart(c) as GeoPermissibleObjects)[0] * (Math.PI / 180));
  return Math.atan2(angles.reduce((s, a) => s + Math.sin(a), 0), angles.reduce((s, a) => s + Math.cos(a), 0)) * (180 / Math.PI);
}
