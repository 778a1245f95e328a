import { type GeoContext, geoPath, geoTransverseMercator } from 'd3-geo';
import { scaleLinear } from 'd3-scale';
import type { MapProps } from './map-props.ts';
import type { RegionMap } from './topology.ts';

/** What an SVG of a map is made of, in units of its view box. */
export interface MapDrawing {
  width: number;
  height: number;
  /** Shapes by the kind of their fill, those without a value first. */
  groups: { kind: number; shapes: { name: string; d: string }[] }[];
  points: { x: number; y: number; number: number; name: string; url?: string }[];
}

/** Two units are a pixel at the width that most screens show; so whole numbers are exact enough. */
const WIDTH = 640;
const MARGIN = 16;

/** Draws a map. Pure: the same map and numbers give the same drawing. */
export function drawMap(map: RegionMap, { values, points, ...props }: MapProps): MapDrawing {
  const [west, , east] = map.bounds;
  const collection: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: map.shapes };
  // A transverse Mercator along the map's middle, as national grids are.
  const projection = geoTransverseMercator()
    .rotate([-(west + east) / 2, 0])
    .fitWidth(WIDTH - 2 * MARGIN, collection);
  const [x = 0, y = 0] = projection.translate();
  projection.translate([x + MARGIN, y + MARGIN]);
  const height = Math.ceil(geoPath(projection).bounds(collection)[1][1] + MARGIN);
  const edges = classEdges({ values, ...props });
  const kinds = new Map(values.map(({ region, value }) => [region, kindOf(classIndex(value, edges), edges.length)]));
  const shapes = map.shapes.map((shape, index) => {
    const name = map.regions[index]?.name ?? '';
    return { kind: kinds.get(name) ?? UNKNOWN, name, d: outline(shape, projection) };
  });
  return {
    width: WIDTH,
    height,
    groups: [UNKNOWN, 0, 1, 2, 3, 4, 5].flatMap((kind) => {
      const own = shapes.filter((shape) => shape.kind === kind);
      return own.length > 0 ? [{ kind, shapes: own.map(({ name, d }) => ({ name, d })) }] : [];
    }),
    points: points.map(({ name, lat, lon, url }, index) => {
      const [left = 0, top = 0] = projection([lon, lat]) ?? [];
      return { x: Math.round(left), y: Math.round(top), number: index + 1, name, ...(url && { url }) };
    }),
  };
}

/** Kind of the fill of what has no value. */
export const UNKNOWN = 6;

/** The kind of fill of a class, of six from the lightest to the darkest: few classes lie further apart. */
export function kindOf(index: number, count: number): number {
  return count < 2 ? 3 : Math.round((index * 5) / (count - 1));
}

/** Where classes begin and end, in order; each holds its lower end, the last one both. None without values. */
export function classEdges({ values, classes, breaks }: Pick<MapProps, 'values' | 'classes' | 'breaks'>): Edges {
  const all = values.map(({ value }) => value);
  if (all.length === 0) return [];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  if (breaks) return parts([Math.min(low, ...breaks), ...breaks, Math.max(high, ...breaks)]);
  // Round ends may be more than were asked for, and there are six fills.
  for (let count = classes; count > 0; count -= 1) {
    const edges = parts(scaleLinear([low, high], [0, 1]).nice(count).ticks(count));
    if (edges.length > 0 && edges.length <= 6) return edges;
  }
  return [[low, high]];
}

/** From one end to the next. */
function parts(ends: readonly number[]): Edges {
  return ends.slice(1).flatMap((to, index): Edges => {
    const from = ends[index] ?? to;
    return from < to ? [[from, to]] : [];
  });
}

type Edges = [number, number][];

function classIndex(value: number, edges: Edges): number {
  const found = edges.findIndex(([, to]) => value < to);
  return found === -1 ? edges.length - 1 : found;
}

/** The outline in whole units and relative steps, a third of the length that d3 writes. */
function outline(shape: GeoJSON.Feature, projection: ReturnType<typeof geoTransverseMercator>): string {
  const parts: string[] = [];
  let [x, y] = [0, 0];
  let [startX, startY] = [0, 0];
  const step = (command: string, toX: number, toY: number): void => {
    const [dx, dy] = [Math.round(toX) - x, Math.round(toY) - y];
    [x, y] = [x + dx, y + dy];
    if (command === 'm' || dx !== 0 || dy !== 0) parts.push(`${command}${dx}${dy < 0 ? '' : ' '}${dy}`);
  };
  const context: GeoContext = {
    moveTo(toX, toY) {
      step('m', toX, toY);
      [startX, startY] = [x, y];
    },
    lineTo: (toX, toY) => step('l', toX, toY),
    closePath() {
      parts.push('z');
      [x, y] = [startX, startY];
    },
    beginPath() {},
    arc() {},
  };
  geoPath(projection, context)(shape);
  return parts.join('');
}
