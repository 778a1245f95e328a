import { compareCodePoints } from '../../../../model/code-points.ts';
import { property } from '../evaluate.ts';
import { Fault } from '../fault.ts';
import type { Filter, FilterCall } from '../filter.ts';
import { compare, equal, flatten, isHash, isNothing, toText } from '../value.ts';
import { wholeNumber } from './text.ts';

/** Filters on lists. */
export const arrayFilters: Record<string, Filter> = {
  size: ({ input }) => sizeOf(input),
  first: ({ input }) => property(input, 'first', true),
  last: ({ input }) => (Array.isArray(input) ? (input.at(-1) ?? null) : null),
  join: ({ input, args }) =>
    flatList(input)
      .map(toText)
      .join(args.length ? toText(args[0]) : ' '),
  reverse: ({ input }) => [...flatList(input)].reverse(),
  compact: ({ input, args }) =>
    flatList(input).filter((item) => !isNothing(args.length ? itemProperty(item, args[0]) : item)),
  concat: ({ input, args, scope }) => concat(flatList(input), args[0], scope),
  map: ({ input, args }) => flatList(input).map((item) => property(item, args[0])),
  uniq: ({ input, args }) => uniqueBy(flatList(input), (item) => (args.length ? property(item, args[0]) : item)),
  slice: (call) => slice(call),
  sort: (call) => sort(call),
  sort_natural: ({ input, args }) => sortNatural(flatList(input), args),
  push: ({ input, args }) => (Array.isArray(input) ? [...(input as unknown[]), args[0]] : input),
  unshift: ({ input, args }) => (Array.isArray(input) ? [args[0], ...(input as unknown[])] : input),
  pop: ({ input, args }) =>
    Array.isArray(input) ? input.slice(0, Math.max(0, input.length - wholeNumber(args[0] ?? 1))) : input,
  shift: ({ input, args }) => (Array.isArray(input) ? input.slice(wholeNumber(args[0] ?? 1)) : input),
  array_to_sentence_string: ({ input, args }) => sentence(listOf(input).map(toText), toText(args[0] ?? 'and')),
};

/** A value as the list that a filter works on; a map is a list of one, as in Ruby Liquid. */
export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  return isNothing(value) ? [] : [value];
}

function flatList(value: unknown): unknown[] {
  return flatten(listOf(value));
}

/** Jekyll's reading of a field, with dots for steps; what looks like a number sorts as one. */
export function itemProperty(item: unknown, name: unknown): unknown {
  const value = toText(name)
    .split('.')
    .reduce<unknown>((from, key) => property(from, key), item);
  const text = typeof value === 'string' ? value : '';
  return /^\s*-?(?:\d+\.?\d*|\.\d+)\s*$/.test(text) ? Number(text) : value;
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return [...value].length;
  if (Array.isArray(value)) return value.length;
  return isHash(value) ? Object.keys(value).length : Number.isInteger(value) ? 8 : 0;
}

function concat(list: unknown[], other: unknown, scope: FilterCall['scope']): unknown[] {
  if (!Array.isArray(other)) {
    throw new Fault({
      code: 'liquid-filter',
      message: 'The filter "concat" has no list to add.',
      fix: 'Give it a list; `push` adds one value.',
    });
  }
  scope.memoryLimit.use(20 * (list.length + other.length));
  return [...list, ...(other as unknown[])];
}

function uniqueBy(list: unknown[], key: (item: unknown) => unknown): unknown[] {
  const seen = new Set<unknown>();
  return list.filter((item) => {
    const value = key(item);
    // Two lists are the same by what they hold, two documents by being the same one.
    const mark = Array.isArray(value) ? `list ${JSON.stringify(value.map(toText))}` : value;
    return !seen.has(mark) && seen.add(mark);
  });
}

function slice({ input, text, args }: FilterCall): unknown {
  const whole = Array.isArray(input) ? (input as unknown[]) : [...text];
  const from = wholeNumber(args[0]);
  const start = from < 0 ? whole.length + from : from;
  const length = isNothing(args[1]) ? 1 : wholeNumber(args[1]);
  const part = start < 0 || length < 0 ? [] : whole.slice(start, start + length);
  return Array.isArray(input) ? part : part.join('');
}

function sort({ input, args: [field, nothing = 'first'], scope }: FilterCall): unknown[] {
  if (isNothing(input)) {
    throw new Fault({
      code: 'liquid-filter',
      message: 'The filter "sort" has nothing to sort.',
      fix: 'Check the name of the list in front of it.',
    });
  }
  // A map is sorted as its pairs are, by their names: `site.tags | sort`.
  const list = isHash(input) ? Object.entries(input) : listOf(input);
  // Sorting compares each item with several, and items may be lists themselves.
  scope.memoryLimit.use(200 * list.length);
  const keyed = list.map((item) => ({
    item,
    key: isNothing(field) ? item : itemProperty(item, field),
  }));
  const none = nothing === 'last' ? 1 : -1;
  return keyed.sort((a, b) => order(a.key, b.key, none)).map(({ item }) => item);
}

function order(a: unknown, b: unknown, none: 1 | -1): number {
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b) ? 0 : isNothing(a) ? none : -none;
  const listed = Array.isArray(a) || Array.isArray(b);
  return compare(a, b) ?? (listed ? 0 : compareCodePoints(toText(a), toText(b)));
}

/** By letters whatever their case; nothing goes last. */
function sortNatural(list: unknown[], [field]: unknown[]): unknown[] {
  const keyed = list.map((item) => ({ item, key: isNothing(field) ? item : property(item, field) }));
  const lower = (value: unknown): string => toText(value).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return keyed
    .sort((a, b) =>
      isNothing(a.key) || isNothing(b.key) ? order(a.key, b.key, 1) : compareCodePoints(lower(a.key), lower(b.key)),
    )
    .map(({ item }) => item);
}

function sentence(items: string[], connector: string): string {
  const last = items.at(-1) ?? '';
  if (items.length <= 1) return last;
  if (items.length === 2) return `${items[0]} ${connector} ${last}`;
  return `${items.slice(0, -1).join(', ')}, ${connector} ${last}`;
}

/** Jekyll's comparison of a field with a wanted value: as text; a list fits when one of its items does. */
export function matches(value: unknown, wanted: unknown): boolean {
  if (isNothing(wanted)) return isNothing(value);
  const text = toText(wanted);
  if (typeof value === 'string') return value === text;
  return listOf(value).some((item) => toText(item) === text || equal(item, wanted));
}
