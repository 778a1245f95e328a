import type { DataFile } from '../../block.ts';
import { type DataRow, dataRows, numberAt } from '../data-rows.ts';

/** Values or points as the props of a map take them, each with the place that it comes from. */
export type MapData = { values: unknown[] } | { points: unknown[] };

/**
 * Reads a file of data: names with `lat` and `lon` (`latitude`, `longitude`) are points, everything else is regions with
 * values: rows, or in JSON and YAML also objects, or one object by region.
 *
 * @param column name of the column or key that holds the values; the second if absent
 * @throws when the file has another form, no such column, or text where a number must be
 */
export function mapData(file: DataFile, column?: string): MapData {
  const { heads, rows } = dataRows(file);
  const [lat, lon] = [heads.findIndex((head) => LATITUDE.test(head)), heads.findIndex((head) => LONGITUDE.test(head))];
  if (lat >= 0 && lon >= 0) return { points: rows.map((row) => point(row, heads, [lat, lon])) };
  const at = column === undefined ? 1 : heads.indexOf(column);
  if (heads[at] === undefined)
    throw new Error(
      `${file.path} has no column ${column ? `"${column}"` : 'of values'}; it has ${heads.join(', ') || 'none'}`,
    );
  return {
    values: rows.map(({ cells, place }) => ({
      region: String(cells[0]),
      value: numberAt(cells[at], place),
      at: place,
    })),
  };
}

function point({ cells, place }: DataRow, heads: readonly string[], [lat, lon]: [number, number]): unknown {
  const [name, url] = [heads.findIndex((head) => NAME.test(head)), heads.findIndex((head) => ADDRESS.test(head))];
  return {
    name: String(cells[Math.max(name, 0)]),
    lat: numberAt(cells[lat], place),
    lon: numberAt(cells[lon], place),
    ...(cells[url] ? { url: String(cells[url]) } : {}),
    at: place,
  };
}

const LATITUDE = /^lat(?:itude?)?$/i;
const LONGITUDE = /^(?:lon|lng|long|longitude?)$/i;
const NAME = /^(?:name|namn)$/i;
const ADDRESS = /^(?:url|link|länk|adress)$/i;
