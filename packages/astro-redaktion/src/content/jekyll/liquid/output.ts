import type { Context } from 'liquidjs';
import { evaluate } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { fragment, parseExpression } from './expression.ts';
import type { FilterCall } from './filter.ts';
import { sessionOf } from './session.ts';
import type { Words } from './strict.ts';
import { atEnd, looksLike, readWords, take, takeExpression } from './strict.ts';
import { toSource, toText } from './value.ts';

/** `value | filter: a, b | …` */
export interface Output {
  value: Expression;
  filters: FilterUse[];
}

export interface FilterUse {
  name: string;
  args: Expression[];
}

const firstFragment = new RegExp(`(${fragment})([\\s\\S]*)`);
const filterPiece = new RegExp(`(?:\\s+|${fragment}|,)+`, 'g');
const filterArgument = new RegExp(`[:,]\\s*((?:\\w+\\s*:\\s*)?${fragment})`, 'g');

/** Reads what stands in `{{ … }}`: the strict grammar first, then Ruby Liquid's guess. */
export function parseOutput(source: string): Output {
  const words = readWords(source);
  return (words && parseStrict(words)) ?? parseLax(source);
}

function parseStrict(words: Words): Output | undefined {
  if (atEnd(words)) return { value: parseExpression(''), filters: [] };
  const value = takeExpression(words);
  if (value === undefined) return undefined;
  const filters: FilterUse[] = [];
  while (take(words, 'special', '|')) {
    const filter = takeFilter(words);
    if (!filter) return undefined;
    filters.push(filter);
  }
  return atEnd(words) ? { value: parseExpression(value), filters } : undefined;
}

function takeFilter(words: Words): FilterUse | undefined {
  const name = take(words, 'id');
  if (name === undefined) return undefined;
  const args: Expression[] = [];
  if (!take(words, 'special', ':')) return { name, args };
  do {
    const keyed = looksLike(words, 'id') && looksLike(words, ':', 1);
    if (keyed) words.at += 2;
    const arg = takeExpression(words);
    if (arg === undefined) return undefined;
    if (!keyed) args.push(parseExpression(arg));
  } while (take(words, 'special', ','));
  return { name, args };
}

function parseLax(source: string): Output {
  const [, value, rest] = firstFragment.exec(source) ?? [];
  if (value === undefined) return { value: parseExpression(''), filters: [] };
  const pipes = /\|\s*([\s\S]*)/.exec(rest ?? '')?.[1] ?? '';
  const filters = (pipes.match(filterPiece) ?? []).flatMap((piece) => {
    const name = /\w+/.exec(piece)?.[0];
    const args = [...piece.matchAll(filterArgument)].map(([, arg]) => parseExpression(arg ?? ''));
    return name ? [{ name, args }] : [];
  });
  return { value: parseExpression(value), filters };
}

/** The value after all filters; an unknown filter passes its input on, as in Jekyll. */
export function evaluateOutput({ value, filters }: Output, scope: Context): unknown {
  const known = sessionOf(scope).engine.filters;
  return filters.reduce<unknown>(
    (input, { name, args }) => {
      const filter = known.get(name);
      return filter ? filter(callOf(input, args, scope)) : input;
    },
    evaluate(value, scope),
  );
}

// An item of a list costs this many units of work each time that a filter goes through the list.
const itemCost = 20;

function callOf(input: unknown, args: readonly Expression[], scope: Context): FilterCall {
  if (Array.isArray(input)) scope.memoryLimit.use(itemCost * input.length);
  return {
    input,
    get text() {
      // Ruby prints a list joined, but hands it to a text filter as it is written: ["a", "b"].
      const text = Array.isArray(input) ? toSource(input) : toText(input);
      scope.memoryLimit.use(text.length);
      return text;
    },
    args: args.map((arg) => evaluate(arg, scope)),
    scope,
  };
}
