import { geoBounds } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** A map that can be drawn: regions with names, from any TopoJSON. */
export interface RegionMap {
  regions: Region[];
  /** West, south, east, north, in degrees. */
  bounds: [number, number, number, number];
  shapes: GeoJSON.Feature[];
}

export interface Region {
  name: string;
  /** Other ways to write it: the shape's id, and its property `code`. */
  codes: string[];
}

/**
 * Reads a TopoJSON file: its first collection of geometries, each with a name (`name`, `namn` or `NAME`).
 *
 * @throws when it is none, or a shape has no name, or is wound so that it would fill the globe
 */
export function readTopology(source: unknown): RegionMap {
  const topology = source as Topology;
  const object = Object.values(topology?.objects ?? {}).find(({ type }) => type === 'GeometryCollection');
  if (!object) throw new Error('is no TopoJSON with a collection of geometries');
  const { features } = feature(topology, object as GeometryCollection);
  const collection: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features };
  const [[west, south], [east, north]] = geoBounds(collection);
  if (east - west > 300) throw new Error('has rings that are wound the wrong way, so that they fill the globe');
  return { regions: features.map(region), bounds: [west, south, east, north], shapes: features };
}

function region({ id, properties }: GeoJSON.Feature, index: number): Region {
  const name: unknown = properties?.['name'] ?? properties?.['namn'] ?? properties?.['NAME'];
  if (typeof name !== 'string' || name === '') throw new Error(`has no name for its shape ${id ?? index + 1}`);
  return { name, codes: [id, properties?.['code']].filter((code) => code !== undefined && code !== null).map(String) };
}

/** Finds a region by what people call it: its name, `Region Skåne`, `Skåne län`, `Stockholms län`, `SE-M`, `M`, `12`. */
export function findRegion(given: string, regions: readonly Region[]): Region | undefined {
  const wanted = key(given);
  const bare = key(
    given
      .replace(/^\d+\s+/, '')
      .replace(/^region(?:en)?\s+/i, '')
      .replace(/\s+(?:län|region)$/i, ''),
  );
  return (
    regions.find(({ name, codes }) => key(name) === wanted || codes.some((code) => key(code) === wanted)) ??
    regions.find(({ name, codes }) => {
      const same = key(name);
      return (
        same === bare || `${same}s` === bare || codes.some((code) => key(code).replace(/^[a-z]{2}-/, '') === wanted)
      );
    })
  );
}

function key(text: string): string {
  return text.trim().normalize('NFC').toLocaleLowerCase('sv');
}
