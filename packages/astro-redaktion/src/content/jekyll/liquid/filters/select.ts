import { withScope } from '../body.ts';
import type { Condition } from '../condition.ts';
import { holds, parseStrictCondition } from '../condition.ts';
import { badSyntax } from '../fault.ts';
import type { Filter, FilterCall } from '../filter.ts';
import { evaluateOutput, parseOutput } from '../output.ts';
import { isHash, isNothing, toText } from '../value.ts';
import { itemProperty, matches } from './arrays.ts';

/** Filters that pick from lists, by a field or by an expression. */
export const selectFilters: Record<string, Filter> = {
  where: (call) => byField(call, (list, fits) => list.filter(fits)),
  find: (call) => byField(call, (list, fits) => list.find(fits) ?? null),
  where_exp: (call) => byExpression(call, (list, fits) => list.filter(fits)),
  find_exp: (call) => byExpression(call, (list, fits) => list.find(fits) ?? null),
  group_by: ({ input, args }) => group(input, (item) => toText(itemProperty(item, args[0]))),
  group_by_exp: ({ input, args, scope }) => {
    const output = parseOutput(toText(args[1]));
    return group(input, (item) => within(scope, { [toText(args[0])]: item }, () => evaluateOutput(output, scope)));
  },
  sample: ({ input, args, scope }) => sample(input, Number(args[0] ?? 1), scope),
};

function byField({ input, args }: FilterCall, pick: Pick): unknown {
  const [field, wanted] = args;
  if (!field || Array.isArray(wanted) || isHash(wanted)) return input;
  const list = listIn(input);
  return list ? pick(list, (item) => matches(itemProperty(item, field), wanted)) : input;
}

function byExpression({ input, args, scope }: FilterCall, pick: Pick): unknown {
  const list = listIn(input);
  if (!list) return input;
  const condition = readCondition(toText(args[1]));
  return pick(list, (item) => within(scope, { [toText(args[0])]: item }, () => holds(condition, scope)));
}

function readCondition(source: string): Condition {
  const condition = parseStrictCondition(source);
  if (!condition)
    throw badSyntax(
      `The expression "${source}" cannot be read.`,
      'Write it as "item.field == value", without filters.',
    );
  return condition;
}

function group(input: unknown, nameOf: (item: unknown) => unknown): unknown {
  const list = Array.isArray(input) ? (input as unknown[]) : isHash(input) ? Object.entries(input) : undefined;
  if (!list) return input;
  const groups = new Map<unknown, unknown[]>();
  for (const item of list) {
    const name = nameOf(item);
    const items = groups.get(name);
    if (items) items.push(item);
    else groups.set(name, [item]);
  }
  return [...groups].map(([name, items]) => ({ name, items, size: items.length }));
}

/** Chance would make each build another: the page's own path decides, so that pages differ and builds do not. */
function sample(input: unknown, count: number, scope: FilterCall['scope']): unknown {
  if (!Array.isArray(input)) return input;
  const list = input as unknown[];
  const { page } = scope.environments as { page?: Record<string, unknown> };
  let seed = 7;
  for (const char of toText(page?.['path'])) seed = (seed * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003;
  const start = list.length ? seed % list.length : 0;
  const turned = [...list.slice(start), ...list.slice(0, start)];
  return count === 1 || Number.isNaN(count) ? (turned[0] ?? null) : turned.slice(0, count);
}

function listIn(input: unknown): unknown[] | undefined {
  if (Array.isArray(input)) return input as unknown[];
  return isHash(input) && !isNothing(input) ? Object.values(input) : undefined;
}

function within<Value>(scope: FilterCall['scope'], variables: Record<string, unknown>, get: () => Value): Value {
  let value: Value | undefined;
  withScope(scope, variables, () => {
    value = get();
  });
  return value as Value;
}

type Pick = (list: unknown[], fits: (item: unknown) => boolean) => unknown;
