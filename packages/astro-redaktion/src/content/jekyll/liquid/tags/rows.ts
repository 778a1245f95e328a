import { isBlank, parseBlock, renderNodes, renderToText, withScope, write } from '../body.ts';
import { isTrue } from '../condition.ts';
import { evaluate } from '../evaluate.ts';
import { fragment, parseExpression } from '../expression.ts';
import { badSyntax } from '../fault.ts';
import type { TagMaker } from '../session.ts';
import { sessionOf } from '../session.ts';
import { toInteger, toText } from '../value.ts';
import { counters, itemsOf, parseLoop } from './loop-head.ts';

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
        const place = {
          ...counters(at, items.length),
          col: column,
          col_first: column === 1,
          col_last: column === columns,
        };
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
