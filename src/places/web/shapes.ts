import { useQuery } from '@tanstack/react-query';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import coarseUrl from './shapes/world-110m.json?url';
import fineUrl from './shapes/world-50m.json?url';

/** Countries as shapes, and the small ones as dots. Made by scripts/make-world-shapes.ts. */
export type Shapes = { countries: GeoJSON.Feature<GeoJSON.Geometry>[]; dots: { code: string; at: [number, number] }[] };

type File = Topology<{ countries: GeometryCollection }> & { dots: [string, number, number][] };

async function load(url: string): Promise<Shapes> {
  const file = (await (await fetch(url)).json()) as File;
  return {
    countries: feature(file, file.objects.countries).features as Shapes['countries'],
    dots: file.dots.map(([code, lon, lat]) => ({ code, at: [lon, lat] })),
  };
}

/** Shapes for the whole world, or finer ones for a part of it; the coarse ones stand in until the finer are there. */
export function useShapes(fine: boolean): Shapes | undefined {
  const coarse = useQuery({ queryKey: ['shapes', 'coarse'], queryFn: () => load(coarseUrl), staleTime: Infinity });
  const finer = useQuery({ queryKey: ['shapes', 'fine'], queryFn: () => load(fineUrl), staleTime: Infinity, enabled: fine });
  return (fine ? finer.data : undefined) ?? coarse.data;
}
