import type { Context } from 'liquidjs';
import type { Expression, Step } from './expression.ts';
import { isHash, toInteger } from './value.ts';

/** The value of an expression; what does not exist is `null`. */
export function evaluate(expression: Expression, scope: Context): unknown {
  if (expression.kind === 'literal') return expression.value;
  if (expression.kind === 'range') return rangeOf(expression, scope);
  const { name, path } = expression;
  const key = typeof name === 'object' ? evaluate(name, scope) : name;
  const found = isNested(key) ? null : lookup(String(key), scope);
  return path.reduce<unknown>((value, step) => takeStep(value, step, scope), found);
}

/** One key of a value: list index, map key, or `size`, `first`, `last`. */
export function property(value: unknown, key: unknown, command = false): unknown {
  if (Array.isArray(value)) {
    if (typeof key === 'number') return value.at(key) ?? null;
    return command ? listCommand(value, key) : null;
  }
  if (isHash(value)) {
    if (isNested(key)) return null;
    const name = String(key);
    if (Object.hasOwn(value, name)) return value[name] ?? null;
    return command ? listCommand(Object.entries(value), key) : null;
  }
  if (command && key === 'size' && typeof value === 'string') return [...value].length;
  return null;
}

/** A list or a map is the key of nothing: `{{ page[page] }}`. */
function isNested(key: unknown): boolean {
  return Array.isArray(key) || isHash(key);
}

function takeStep(value: unknown, { key, command }: Step, scope: Context): unknown {
  return property(value, typeof key === 'object' ? evaluate(key, scope) : key, command);
}

function listCommand(list: readonly unknown[], key: unknown): unknown {
  if (key === 'size') return list.length;
  return (key === 'first' ? list[0] : list.at(-1)) ?? null;
}

/** The innermost variable of that name. */
function lookup(name: string, scope: Context): unknown {
  for (let at = scopesOf(scope).length - 1; at >= 0; at--) {
    const variables = scopesOf(scope)[at];
    if (variables && name in variables) return variables[name] ?? null;
  }
  const environment = scope.environments as Record<string, unknown>;
  return name in environment ? (environment[name] ?? null) : null;
}

/** liquidjs keeps its stack private; all of its scopes here are maps without a prototype. */
function scopesOf(scope: Context): Record<string, unknown>[] {
  return (scope as unknown as { scopes: Record<string, unknown>[] }).scopes;
}

function rangeOf(range: { from: Expression; to: Expression }, scope: Context): number[] {
  const from = toInteger(evaluate(range.from, scope)) ?? 0;
  const to = toInteger(evaluate(range.to, scope)) ?? 0;
  const length = Math.max(0, to - from + 1);
  scope.memoryLimit.use(length * 50);
  return Array.from({ length }, (_, at) => from + at);
}
