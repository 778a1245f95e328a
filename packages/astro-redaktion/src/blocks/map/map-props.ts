import { z } from 'astro/zod';
import { nearest } from '../../model/nearest.ts';
import { toNumber } from '../number.ts';
import { findRegion, type Region } from './topology.ts';

const numeric = z.number({ error: ({ input }) => `${JSON.stringify(input)} is no number` });

/** Where it comes from, for the message if it is wrong: `_data/beds.csv:3`. */
const place = z.string().optional();

/** A map as writers give it, beside what is known of the map itself. */
export const mapProps = z
  .strictObject({
    /** `lan`, Sweden's regions, or a name of the option `map.files`. */
    map: z.string().default('lan'),
    title: z.string().min(1).optional(),
    /** `{Skåne: 12}`, `[{region, value}]`, or `Skåne: 12; Uppsala: 8`. */
    values: z.preprocess(
      readValues,
      z.array(z.strictObject({ region: z.string(), value: numeric, at: place })).default([]),
    ),
    /** `[{name, lat, lon, url}]`, or `Name: 59.35, 18.03, https://…; …`. Latitude first. */
    points: z.preprocess(
      readPoints,
      z
        .array(
          z.strictObject({
            name: z.string().min(1),
            lat: numeric,
            lon: numeric,
            url: z
              .string()
              .regex(/^(?:https?:\/\/|\/(?!\/)|#)\S+$/, 'must be an address that begins with https:// or /')
              .optional(),
            at: place,
          }),
        )
        .default([]),
    ),
    /** What the values count: `vårdplatser`, `procent`. */
    unit: z.string().optional(),
    /** About how many classes the values are put into, 2 to 6. */
    classes: z.preprocess(toNumber, z.int().min(2).max(6).default(5)),
    /** Where one class ends and the next begins, instead: `10, 20, 50`. */
    breaks: z.preprocess(readBreaks, z.array(numeric).min(1).max(5).optional()),
    /** Where the values come from, and its address. */
    source: z.string().optional(),
    sourceUrl: z
      .string()
      .regex(/^https:\/\/\S+$/, 'must begin with https://')
      .optional(),
    /** What the map has; added when the map is read. */
    known: z.custom<Known>().optional(),
  })
  .superRefine(({ values, points, breaks, known }, context) => {
    const say = (path: PropertyKey[], message: string): void => context.addIssue({ code: 'custom', path, message });
    if (breaks?.some((edge, index) => edge <= (breaks[index - 1] ?? Number.NEGATIVE_INFINITY)))
      say(['breaks'], 'must grow');
    if (!known) return;
    const seen = new Set<string>();
    for (const { region, at } of values) {
      const found = findRegion(region, known.regions);
      if (!found) say(['values'], `${at ? `${at}: ` : ''}${unknown(region, known.regions)}`);
      else if (seen.has(found.name)) say(['values'], `${at ? `${at}: ` : ''}"${found.name}" has two values`);
      else seen.add(found.name);
    }
    const [west, south, east, north] = known.bounds;
    for (const { name, lat, lon, at } of points) {
      if (lon >= west - MARGIN && lon <= east + MARGIN && lat >= south - MARGIN && lat <= north + MARGIN) continue;
      say(['points'], `${at ? `${at}: ` : ''}"${name}" (${lat}, ${lon}) lies outside of the map; latitude comes first`);
    }
  })
  .transform(({ known, values, points, ...rest }) => ({
    ...rest,
    values: values.map(({ region, value }) => ({
      region: (known && findRegion(region, known.regions)?.name) ?? region,
      value,
    })),
    points: points.map(({ at: _at, ...point }) => point),
  }));

/** Degrees that a point may lie off the coast. */
const MARGIN = 1;

/** What the map itself has. */
export interface Known {
  regions: Region[];
  bounds: [number, number, number, number];
}

/** What writers give. */
export type MapInput = Omit<z.input<typeof mapProps>, 'known'> & {
  /** A file of the data folder: regions and values, or names with `lat` and `lon`. */
  data?: string;
  /** The column or key of it that holds the values. Default: the second. */
  column?: string;
};

/** Values and points that are checked against the map. */
export type MapProps = z.output<typeof mapProps>;

function unknown(region: string, regions: readonly Region[]): string {
  const near = nearest(
    region,
    regions.map(({ name }) => name),
  );
  const names = regions.map(({ name }) => name);
  return `"${region}" is no region of the map; ${near ? `did you mean "${near}"?` : `it has ${names.slice(0, 30).join(', ')}`}`;
}

function readValues(given: unknown): unknown {
  if (typeof given === 'string')
    return given
      .split(';')
      .filter((part) => part.trim() !== '')
      .map((part) => {
        const [, region = part, value] = /^(.*?):([^:]*)$/s.exec(part) ?? [];
        return { region: region.trim(), value: toNumber(value?.trim()) };
      });
  if (Array.isArray(given))
    return given.map((item: unknown) =>
      typeof item === 'object' && item !== null && 'value' in item ? { ...item, value: toNumber(item.value) } : item,
    );
  if (typeof given !== 'object' || given === null) return given;
  return Object.entries(given).map(([region, value]) => ({ region, value: toNumber(value) }));
}

function readPoints(given: unknown): unknown {
  if (typeof given === 'string')
    return given
      .split(';')
      .filter((part) => part.trim() !== '')
      .map((part) => {
        const [, name = part.trim(), lat, lon, url] = POINT.exec(part) ?? [];
        return { name, lat: toNumber(lat?.trim()), lon: toNumber(lon?.trim()), ...(url && { url }) };
      });
  if (!Array.isArray(given)) return given;
  return given.map((item: unknown) =>
    typeof item === 'object' && item !== null && 'lat' in item && 'lon' in item
      ? { ...item, lat: toNumber(item.lat), lon: toNumber(item.lon) }
      : item,
  );
}

const POINT = /^\s*(.+?):\s*([^,:]+),\s*([^,]+?)\s*(?:,\s*(\S+)\s*)?$/s;

function readBreaks(given: unknown): unknown {
  if (typeof given === 'number') return [given];
  return typeof given === 'string' ? given.split(/[,;]/).map(toNumber) : given;
}
