/**
 * Makes the shapes of the world map (src/places/web/shapes/) from the npm package world-atlas (Natural Earth, public domain).
 * Names go, codes become ISO 3166-1 alpha-2. Run by hand when the package changes:
 *
 *   npx tsx scripts/make-world-shapes.ts
 *
 * Natural Earth draws who holds the ground; the map follows the resolutions of the United Nations instead:
 * Crimea is drawn with Ukraine (A/RES/68/262), Somaliland with Somalia, the north of Cyprus with Cyprus; Kosovo is drawn
 * apart, with its footnote (S/RES/1244).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoArea, geoCentroid } from 'd3-geo';
import countries from 'i18n-iso-countries';
import { feature, mergeArcs } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';

type Shape = (Polygon | MultiPolygon) & { id?: string; properties?: { name: string } };
type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

const atlas = createRequire(import.meta.url);
const out = new URL('../src/places/web/shapes/', import.meta.url);
mkdirSync(out, { recursive: true });

const byName: Record<string, string> = { Kosovo: 'XK', Somaliland: 'SO', 'N. Cyprus': 'CY', 'Siachen Glacier': '', 'Indian Ocean Ter.': 'IO', 'Ashmore and Cartier Is.': 'AU' };

function shapes(resolution: '110m' | '50m'): World {
  const world = JSON.parse(readFileSync(atlas.resolve(`world-atlas/countries-${resolution}.json`), 'utf8')) as World;
  const found = world.objects.countries.geometries as Shape[];
  const groups = new Map<string, Shape[]>();
  for (const shape of found) {
    const name = shape.properties?.name ?? '';
    const code = shape.id === undefined ? byName[name] : (countries.numericToAlpha2(shape.id) ?? byName[name]);
    if (code === undefined) throw new Error(`no code for ${name}`);
    const crimea = code === 'RU' ? takeOut(world, shape, [34.4, 45.2]) : null;
    if (crimea !== null) groups.set('UA', [...(groups.get('UA') ?? []), crimea]);
    groups.set(code, [...(groups.get(code) ?? []), shape]);
  }
  const geometries = [...groups].map(([code, parts]) => {
    const whole = parts.length === 1 ? parts[0]! : (mergeArcs(world as never, parts as never) as unknown as Shape);
    return { type: whole.type, arcs: whole.arcs, ...(code === '' ? {} : { id: code }) } as Shape;
  });
  world.objects = { countries: { type: 'GeometryCollection', geometries: geometries as never } };
  return world;
}

/** Takes the part of a country that holds a point out of it, as a shape of its own. */
function takeOut(world: World, shape: Shape, [lon, lat]: [number, number]): Shape | null {
  if (shape.type !== 'MultiPolygon') return null;
  for (const [i, arcs] of shape.arcs.entries()) {
    const part = { type: 'Polygon', arcs } as Polygon;
    const drawn = feature(world, part as never) as unknown as GeoJSON.Feature<GeoJSON.Polygon>;
    const [x, y] = geoCentroid(drawn);
    if (Math.abs(x - lon) < 1.5 && Math.abs(y - lat) < 1) {
      shape.arcs.splice(i, 1);
      return part as Shape;
    }
  }
  throw new Error('Crimea was not found');
}

const coarse = shapes('110m');
const fine = shapes('50m');
const codeOf = (s: { id?: string | number }) => String(s.id ?? '');
const drawn = new Set(coarse.objects.countries.geometries.map(codeOf));
/** Countries too small for the coarse map are drawn as a dot. */
const dots = fine.objects.countries.geometries
  .filter((g) => codeOf(g) !== '')
  .map((g) => ({ code: codeOf(g), shape: feature(fine, g) as GeoJSON.Feature }))
  .filter(({ code, shape }) => !drawn.has(code) || geoArea(shape) < 6e-5)
  .map(({ code, shape }) => [code, ...geoCentroid(shape).map((n) => Number(n.toFixed(2)))]);

writeFileSync(new URL('world-110m.json', out), JSON.stringify({ ...coarse, dots }));
writeFileSync(new URL('world-50m.json', out), JSON.stringify({ ...fine, dots: [] }));
