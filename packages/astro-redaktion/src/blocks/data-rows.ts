import type { DataFile } from '../block.ts';
import { toNumber } from './number.ts';

/** A row of a file of data, and where it stands: `_data/beds.csv:3`. */
export interface DataRow {
  cells: unknown[];
  place: string;
}

/**
 * Reads a file of data as a table: CSV and TSV, a list of lists whose first one is the heads, a list of objects, or
 * one object whose keys are the first column.
 *
 * @throws when it has none of these forms
 */
export function dataRows({ path, value, lines = [] }: DataFile): { heads: string[]; rows: DataRow[] } {
  const place = (index: number): string =>
    lines[index + 1] === undefined ? `${path}, row ${index + 1}` : `${path}:${lines[index + 1]}`;
  if (Array.isArray(value) && value.length > 0 && value.every(Array.isArray)) {
    const [heads = [], ...rows] = value as unknown[][];
    return { heads: heads.map(String), rows: rows.map((cells, index) => ({ cells, place: place(index) })) };
  }
  if (Array.isArray(value) && value.length > 0 && value.every(isObject)) {
    // JavaScript puts keys that are whole numbers, such as years, before all others.
    const keys = [...new Set(value.flatMap((row) => Object.keys(row)))];
    const heads = [...keys.filter((key) => !/^\d+$/.test(key)), ...keys.filter((key) => /^\d+$/.test(key))];
    return { heads, rows: value.map((row, index) => ({ cells: heads.map((head) => row[head]), place: place(index) })) };
  }
  if (!isObject(value))
    throw new Error(`${path} holds no rows: give a table, a list of objects, or one object of numbers`);
  const entries = Object.entries(value);
  return { heads: ['', ''], rows: entries.map((cells, index) => ({ cells, place: place(index) })) };
}

/** @throws when it is no number, with the place where it stands. */
export function numberAt(given: unknown, place: string): number {
  const number = toNumber(given);
  if (typeof number === 'number') return number;
  throw new Error(`${place}: ${JSON.stringify(given) ?? 'nothing'} is no number`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
