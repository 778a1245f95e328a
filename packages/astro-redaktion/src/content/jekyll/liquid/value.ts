import { compareCodePoints } from '../../../model/code-points.ts';
import { Decimal } from './expression.ts';
import { Moment, printMoment } from './moment.ts';

/** A map with keys, as templates see it: neither list nor moment nor number. */
export function isHash(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** A post or another document, as `documents.ts` makes it: written out it would hold the whole site. */
export function isDocument(value: unknown): value is Record<string, unknown> {
  return isHash(value) && Object.hasOwn(value, 'relative_path') && Object.hasOwn(value, 'url');
}

/** Ruby's `to_s`: what `{{ value }}` prints. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined || typeof value === 'symbol') return '';
  if (Array.isArray(value)) return flatten(value).map(toText).join('');
  if (value instanceof Moment) return printMoment(value);
  if (isDocument(value)) return toText(value['content']);
  return isHash(value) ? toSource(value) : String(value);
}

/**
 * A list without lists in it.
 *
 * @throws RangeError for one that grows beyond all measure: lists that hold each other twice double with each step.
 */
export function flatten(list: readonly unknown[]): unknown[] {
  const flat: unknown[] = [];
  const add = (items: readonly unknown[], depth: number): void => {
    for (const item of items) {
      if (Array.isArray(item) && depth < deepest) add(item, depth + 1);
      else if (flat.push(item) > longest) throw new RangeError('list limit exceeded');
    }
  };
  add(list, 0);
  return flat;
}

const longest = 1_000_000;
const deepest = 30;

/** Ruby's `inspect`: a value as one would write it in Ruby. */
export function toSource(value: unknown, depth = 0): string {
  if (value === null || value === undefined) return 'nil';
  if (typeof value === 'string') return JSON.stringify(value);
  if (depth > 4) return '…';
  if (isDocument(value))
    return `#<Jekyll::Document ${toText(value['path'])} collection=${toText(value['collection'])}>`;
  if (Array.isArray(value)) return `[${value.map((item) => toSource(item, depth + 1)).join(', ')}]`;
  if (!isHash(value)) return toText(value);
  const pairs = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}=>${toSource(item, depth + 1)}`);
  return `{${pairs.join(', ')}}`;
}

/** Ruby Liquid's `to_number`: text that is no number is 0. */
export function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  if (value instanceof Decimal) return value.value;
  if (typeof value !== 'string') return 0;
  return Number(/^\s*[-+]?\d+(?:\.\d+(?=\s*$))?/.exec(value)?.[0] ?? 0);
}

/** Arithmetic with it gives a fraction, not a whole number. */
export function isFraction(value: unknown): boolean {
  if (value instanceof Decimal) return true;
  if (typeof value === 'string') return /^\s*-?\d+\.\d+\s*$/.test(value);
  return typeof value === 'number' && !Number.isInteger(value);
}

/** A whole number, or `undefined` for what is none. */
export function toInteger(value: unknown): number | undefined {
  const text = toText(value).trim();
  return /^[-+]?\d+$/.test(text) ? Number(text) : undefined;
}

/** Ruby's `==` for what templates hold. */
export function equal(a: unknown, b: unknown, depth = 0): boolean {
  if (a === b || (isNothing(a) && isNothing(b))) return true;
  if (isNumeric(a) && isNumeric(b)) return toNumber(a) === toNumber(b);
  if (a instanceof Moment && b instanceof Moment) return a.instant === b.instant;
  if (Array.isArray(a) && Array.isArray(b)) {
    // Lists in lists may be as many as two to the power of their depth.
    return depth < 3 && a.length === b.length && a.every((item, at) => equal(item, b[at], depth + 1));
  }
  return false;
}

/** Ruby's `<=>`: `undefined` where two kinds cannot be compared. */
export function compare(a: unknown, b: unknown, depth = 0): number | undefined {
  if (a === b) return 0;
  if (isNumeric(a) && isNumeric(b)) return toNumber(a) - toNumber(b);
  if (typeof a === 'string' && typeof b === 'string') return compareCodePoints(a, b);
  if (a instanceof Moment && b instanceof Moment) return a.instant - b.instant;
  if (Array.isArray(a) && Array.isArray(b) && depth < 3) return compareLists(a, b, depth + 1);
  return equal(a, b) ? 0 : undefined;
}

/** Knows `<` and `>` in Ruby. */
export function isOrdered(value: unknown): boolean {
  return isNumeric(value) || typeof value === 'string' || value instanceof Moment;
}

export function isNumeric(value: unknown): value is number | Decimal {
  return typeof value === 'number' || value instanceof Decimal;
}

export function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function compareLists(a: readonly unknown[], b: readonly unknown[], depth: number): number | undefined {
  for (const [at, item] of a.entries()) {
    if (at >= b.length) return 1;
    const order = compare(item, b[at], depth);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Front matter, config and data files as templates see them: dates become moments, the rest stays. */
export function fromYaml(value: unknown, timeZone: string): unknown {
  if (value instanceof Date) return fromDate(value, timeZone);
  if (Array.isArray(value)) return value.map((item) => fromYaml(item, timeZone));
  if (!isHash(value)) return value;
  const result: Record<string, unknown> = Object.create(null);
  for (const [key, item] of Object.entries(value)) result[key] = fromYaml(item, timeZone);
  return result;
}

/** YAML's `2022-06-02` reaches us as midnight UTC: a calendar day, the same in every zone. */
function fromDate(date: Date, timeZone: string): Moment {
  const isDay = date.getTime() % 86_400_000 === 0;
  return isDay ? new Moment(date.getTime(), 'UTC', true) : new Moment(date.getTime(), timeZone);
}
