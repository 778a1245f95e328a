import type { Context } from 'liquidjs';
import { isBlank, parseBody, renderNodes, withoutBlanks, withScope } from '../body.ts';
import { neverClosed } from '../lexer.ts';
import type { Node, TagMaker } from '../session.ts';
import { sessionOf } from '../session.ts';
import type { Loop } from './loop-head.ts';
import { counters, itemsOf, parseLoop } from './loop-head.ts';

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

export const breakTag: TagMaker = (token) =>
  interrupt(token, (scope) => {
    scope.breakCalled = true;
  });
export const continueTag: TagMaker = (token) =>
  interrupt(token, (scope) => {
    scope.continueCalled = true;
  });

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

interface LoopRun {
  loop: Loop;
  items: readonly unknown[];
  scope: Context;
}
