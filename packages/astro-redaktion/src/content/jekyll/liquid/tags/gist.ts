import type { Context } from 'liquidjs';
import { write } from '../body.ts';
import { evaluate } from '../evaluate.ts';
import { parseExpression } from '../expression.ts';
import { badSyntax } from '../fault.ts';
import type { TagMaker } from '../session.ts';
import { toText } from '../value.ts';

/**
 * `{% gist user/1234 file.js %}`, of the plugin that GitHub Pages loads unasked, as a link: the script that it prints
 * would ask a third party before the reader does. Both may be names of variables, as there.
 */
export const gistTag: TagMaker = (token) => {
  const [, gist, file = ''] = /^(\S+)(?:\s+(\S+))?$/.exec(token.args.trim()) ?? [];
  if (gist === undefined)
    throw badSyntax(
      `{% gist ${token.args.trim()} %} cannot be read.`,
      'Write {% gist user/1234567 %} or {% gist user/1234567 file.js %}.',
    );
  return {
    token,
    blank: false,
    render: (scope, out) => write(scope, out, printLink(readName(gist, scope), readName(file, scope))),
  };
};

/** What a variable of that name holds, else the name itself; a number is an id as it stands. */
function readName(name: string, scope: Context): string {
  if (name === '' || /^\d+$/.test(name)) return name;
  return toText(evaluate(parseExpression(name), scope)) || name;
}

function printLink(gist: string, file: string): string {
  // GitHub's own ids of a gist's files.
  const part =
    file &&
    `#file-${file
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_]+/gu, '-')
      .replaceAll(/^-|-$/g, '')}`;
  const label = `gist.github.com/${gist}${file && ` (${file})`}`;
  return `<a href="${plain(encodeURI(`https://gist.github.com/${gist}${part}`.toWellFormed()))}">${plain(label)}</a>`;
}

/** Signs as their numbers: no Markdown reads a name as `_emphasis_`, and no HTML ends early. */
function plain(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}/:#. ()]|\.(?=\.)/gu, (sign) => `&#${sign.codePointAt(0)};`);
}
