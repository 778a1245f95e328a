import type { Context } from 'liquidjs';
import { isBlank, parseBlock, parseBody, renderNodes, renderToText, withoutBlanks, withScope, write } from '../body.ts';
import { isTrue } from '../condition.ts';
import { evaluate } from '../evaluate.ts';
import type { Expression } from '../expression.ts';
import { parseExpression } from '../expression.ts';
import { badSyntax } from '../fault.ts';
import { neverClosed } from '../lexer.ts';
import type { Node, TagMaker } from '../session.ts';
import { sessionOf } from '../session.ts';
import type { Words } from '../strict.ts';
import { readWords, take, takeExpression } from '../strict.ts';
import { isHash, toInteger, toText } from '../value.ts';

const fragment = `(?:"[^"]*"|'[^']*'|(?:[^\\s,|'"]|"[^"]*"|'[^']*')+)`;
const loopShape = new RegExp(`^\\s*([\\w-]+)\\s+in\\s+(${fragment}+)\\s*(reversed)?`);
const attribute = new RegExp(`(\\w[\\w-]*)\\s*:\\s*(${fragment})`, 'g');

/** `{% for a in list reversed limit:2 offset:1 %} … {% else %} … {% endfor %}` */
export const forTag: TagMaker = (token, state) => {
  const loop = parseLoop(token.args);
  const body = parseBody(state, ['else', 'endfor']);
  const rest = body.end?.name === 'else' ? parseBody(state, ['endfor']) : undefined;
  if (!(rest ?? body).end) throw neverClosed(token);
  const otherwise = rest?.nodes ?? [];
  const blank = isBlank(body.nodes) && isBlank(otherwise);
  const [each, none] = blank ? [withoutBlanks(body.nodes), withoutBlanks(otherwise)] : [body.nodes, otherwise];
  return {
    token,
    blank,
    render(scope, out) {
      const items = itemsOf(loop, scope);
      if (items.length) runLoop({ loop, items, scope }, () => renderNodes(each, scope, out));
      else renderNodes(none, scope, out);
    },
  };
};

/** `{% tablerow a in list cols:3 %} … {% endtablerow %}`: rows and cells of a table. */
export const tablerowTag: TagMaker = (token, state) => {
  const loop = parseLoop(token.args);
  const nodes = parseBlock(state, token);
  return {
    token,
    blank: isBlank(nodes),
    render(scope, out) {
      if (!isTrue(evaluate(loop.list, scope))) return;
      const items = itemsOf(loop, scope);
      const columns = toInteger(loop.columns && evaluate(loop.columns, scope)) ?? items.length;
      write(scope, out, '<tr class="row1">\n');
      for (const [at, item] of items.entries()) {
        const column = (at % columns) + 1;
        const last = at === items.length - 1;
        write(scope, out, `<td class="col${column}">`);
        const place = { ...counters(at, items.length), col: column, col_first: column === 1, col_last: column === columns };
        withScope(scope, { [loop.variable]: item, tablerowloop: place }, () => renderNodes(nodes, scope, out));
        write(scope, out, '</td>');
        if (column === columns && !last) write(scope, out, `</tr>\n<tr class="row${(at + 1) / columns + 1}">`);
      }
      write(scope, out, '</tr>\n');
    },
  };
};

/** `{% cycle "odd", "even" %}`, with a group name in front if it has one. */
export const cycleTag: TagMaker = (token) => {
  const named = new RegExp(`^\\s*(${fragment})\\s*:\\s*([\\s\\S]*)`).exec(token.args);
  const values = (named?.[2] ?? token.args).match(new RegExp(fragment, 'g'))?.map(parseExpression) ?? [];
  if (!values.length) throw badSyntax('{% cycle %} has no values.', 'Write it as {% cycle "odd", "even" %}.');
  const name = named?.[1] === undefined ? undefined : parseExpression(named[1]);
  return {
    token,
    blank: false,
    render(scope, out) {
      const { cycles } = sessionOf(scope);
      const group = name ? `named ${toText(evaluate(name, scope))}` : token.args;
      const at = cycles.get(group) ?? 0;
      const value = values[at % values.length];
      cycles.set(group, (at + 1) % values.length);
      if (value) write(scope, out, toText(evaluate(value, scope)));
    },
  };
};

/** `{% ifchanged %} … {% endifchanged %}`: printed when it differs from the last time. */
export const ifchangedTag: TagMaker = (token, state) => {
  const nodes = parseBlock(state, token);
  return {
    token,
    blank: isBlank(nodes),
    render(scope, out) {
      const session = sessionOf(scope);
      const text = renderToText(nodes, scope);
      if (text === session.changed) return;
      session.changed = text;
      write(scope, out, text);
    },
  };
};

export const breakTag: TagMaker = (token) => interrupt(token, (scope) => { scope.breakCalled = true; });
export const continueTag: TagMaker = (token) => interrupt(token, (scope) => { scope.continueCalled = true; });

function interrupt(token: Node['token'], set: (scope: Context) => void): Node {
  return { token, blank: false, render: set };
}

function runLoop({ loop, items, scope }: LoopRun, print: () => void): void {
  const { loops } = sessionOf(scope);
  const parentloop = loops.at(-1) ?? null;
  withScope(scope, {}, () => {
    for (const [at, item] of items.entries()) {
      const forloop = Object.assign(counters(at, items.length), { name: loop.name, parentloop });
      loops.push(forloop);
      withScope(scope, { forloop, [loop.variable]: item }, print);
      loops.pop();
      const stopped = scope.breakCalled;
      scope.breakCalled = scope.continueCalled = false;
      if (stopped) break;
    }
  });
}

function counters(at: number, length: number): Record<string, unknown> {
  return { index: at + 1, index0: at, rindex: length - at, rindex0: length - at - 1, first: at === 0, last: at === length - 1, length };
}

function itemsOf(loop: Loop, scope: Context): unknown[] {
  const { offsets } = sessionOf(scope);
  const value = evaluate(loop.list, scope);
  const from = loop.offset === 'continue' ? (offsets.get(loop.name) ?? 0) : numberOf(loop.offset, scope) ?? 0;
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
  if (number === undefined) throw badSyntax(`"${toText(value)}" is not a whole number.`, 'Give limit and offset whole numbers.');
  return number;
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  if (typeof value === 'string') return value ? [value] : [];
  return isHash(value) ? Object.keys(value).map((key) => [key, value[key]]) : [];
}

function parseLoop(source: string): Loop {
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

interface Loop {
  variable: string;
  list: Expression;
  name: string;
  reversed: boolean;
  limit?: Expression;
  offset?: Expression | 'continue';
  columns?: Expression;
}
interface LoopRun { loop: Loop; items: readonly unknown[]; scope: Context }
