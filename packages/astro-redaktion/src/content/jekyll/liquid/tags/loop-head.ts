import type { Context } from 'liquidjs';
import { evaluate } from '../evaluate.ts';
import type { Expression } from '../expression.ts';
import { fragment, parseExpression } from '../expression.ts';
import { badSyntax } from '../fault.ts';
import { sessionOf } from '../session.ts';
import type { Words } from '../strict.ts';
import { readWords, take, takeExpression } from '../strict.ts';
import { isHash, toInteger, toText } from '../value.ts';

/** What stands in `{% for … %}` and `{% tablerow … %}`. */
export interface Loop {
  variable: string;
  list: Expression;
  name: string;
  reversed: boolean;
  limit?: Expression;
  offset?: Expression | 'continue';
  columns?: Expression;
}

const loopShape = new RegExp(`^\\s*([\\w-]+)\\s+in\\s+(${fragment}+)\\s*(reversed)?`);
const attribute = new RegExp(`(\\w[\\w-]*)\\s*:\\s*(${fragment})`, 'g');

/** Where a turn stands in its loop. */
export function counters(at: number, length: number): Record<string, unknown> {
  return {
    index: at + 1,
    index0: at,
    rindex: length - at,
    rindex0: length - at - 1,
    first: at === 0,
    last: at === length - 1,
    length,
  };
}

/** The items that a loop goes through. */
export function itemsOf(loop: Loop, scope: Context): unknown[] {
  const { offsets } = sessionOf(scope);
  const value = evaluate(loop.list, scope);
  const from = loop.offset === 'continue' ? (offsets.get(loop.name) ?? 0) : (numberOf(loop.offset, scope) ?? 0);
  const limit = numberOf(loop.limit, scope);
  const whole = listOf(value);
  // Ruby Liquid gives a text whole, whatever part of it is asked for.
  const items = typeof value === 'string' ? whole : whole.slice(from, limit === undefined ? undefined : from + limit);
  offsets.set(loop.name, from + items.length);
  return loop.reversed ? items.reverse() : items;
}

function numberOf(expression: Expression | undefined, scope: Context): number | undefined {
  const value = expression && evaluate(expression, scope);
  if (value === undefined || value === null) return undefined;
  const number = toInteger(value);
  if (number === undefined)
    throw badSyntax(`"${toText(value)}" is not a whole number.`, 'Give limit and offset whole numbers.');
  return number;
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  if (typeof value === 'string') return value ? [value] : [];
  return isHash(value) ? Object.keys(value).map((key) => [key, value[key]]) : [];
}

/** Reads a loop: the strict grammar first, then Ruby Liquid's guess. */
export function parseLoop(source: string): Loop {
  const words = readWords(source);
  const loop = (words && takeLoop(words)) ?? guessLoop(source);
  if (!loop) throw badSyntax(`"${source.trim()}" is not a loop.`, 'Write it as {% for item in list %}.');
  for (const [, key, value = ''] of source.matchAll(attribute)) {
    if (key === 'limit') loop.limit = parseExpression(value);
    if (key === 'cols') loop.columns = parseExpression(value);
    if (key === 'offset') loop.offset = value === 'continue' ? value : parseExpression(value);
  }
  return loop;
}

function takeLoop(words: Words): Loop | undefined {
  const variable = take(words, 'id');
  const list = take(words, 'id', 'in') && takeExpression(words);
  if (!variable || !list) return undefined;
  return makeLoop(variable, list, take(words, 'id', 'reversed') !== undefined);
}

function guessLoop(source: string): Loop | undefined {
  const [, variable, list, reversed] = loopShape.exec(source) ?? [];
  return variable && list ? makeLoop(variable, list, reversed !== undefined) : undefined;
}

function makeLoop(variable: string, list: string, reversed: boolean): Loop {
  return { variable, list: parseExpression(list), name: `${variable}-${list}`, reversed };
}
