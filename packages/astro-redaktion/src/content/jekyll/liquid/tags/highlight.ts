import type { Emitter } from 'liquidjs';
import { isBlank, parseBody, renderToText, write } from '../body.ts';
import { badSyntax } from '../fault.ts';
import { neverClosed } from '../lexer.ts';
import type { TagMaker } from '../session.ts';
import { endsInsideHtml } from './open-html.ts';

const shape = /^([a-zA-Z0-9.+#_-]+)((?:\s+\w+(?:=(?:\w+|"(?:[0-9]+\s)*[0-9]+"))?)*)$/;

/**
 * `{% highlight js linenos %} … {% endhighlight %}` as a fence. HTML, which Jekyll makes of it, would be torn apart
 * by CommonMark at its first blank line, and no engine would colour it; it is made inside HTML alone. Line numbers and marked lines are left out: kramdown reads no fence with more
 * than a language.
 */
export const highlightTag: TagMaker = (token, state) => {
  const language = shape.exec(token.args.trim())?.[1]?.toLowerCase();
  if (!language)
    throw badSyntax(
      `{% highlight ${token.args.trim()} %} cannot be read.`,
      'Write {% highlight language %} or {% highlight language linenos %}.',
    );
  const { nodes, end } = parseBody(state, ['endhighlight']);
  if (!end) throw neverClosed(token);
  const after = token.input.slice(end.end);
  return {
    token,
    blank: isBlank(nodes),
    render(scope, out) {
      const code = renderToText(nodes, scope).replace(/^[\n\r]+|(?:[\n\r]+[ \t]*)+$/g, '');
      if (endsInsideHtml(out.buffer)) return write(scope, out, printFigure(code, language));
      const indent = ' '.repeat(listIndent(out.buffer));
      write(
        scope,
        out,
        startOf(out, indent) + printFence({ code, language, indent }) + (/^[ \t]*(?:\r?\n|$)/.test(after) ? '' : '\n'),
      );
    },
  };
};

/** As Jekyll prints it. */
function printFigure(code: string, language: string): string {
  const text = code.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const name = language.replaceAll('+', '-');
  return `<figure class="highlight"><pre><code class="language-${name}" data-lang="${language}">${text}</code></pre></figure>`;
}

function printFence({ code, language, indent }: Fence): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const lines = code.split('\n');
  // Code that stands further left than its list item would end the list.
  const inside = lines.every((line) => !line.trim() || line.startsWith(indent));
  const body = inside ? lines : lines.map((line) => (line ? indent + line : line));
  return `${fence}${language}\n${body.join('\n')}\n${indent}${fence}`;
}

/** What brings the fence to the start of a line, at its indentation. */
function startOf(out: Emitter, indent: string): string {
  const line = lastLine(out.buffer);
  if (/\S/.test(line)) return /^\s*(?:[-*+]|\d+[.)])\s+$/.test(line) ? '' : `\n${indent}`;
  out.buffer = out.buffer.slice(0, out.buffer.length - line.length);
  return indent;
}

/** Columns that the text of the list item around this place is indented by; 0 outside lists. */
function listIndent(before: string): number {
  const lines = before.slice(-4000).split('\n');
  let limit = /^\s*/.exec(lines.at(-1) ?? '')?.[0].length ?? 0;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? '';
    const marker = /^(\s*(?:[-*+]|\d+[.)])\s+)/.exec(line)?.[1];
    const width = marker?.length ?? 0;
    if (marker && (width <= limit || at === lines.length - 1)) return width;
    if (line.trim()) limit = Math.min(limit, /^\s*/.exec(line)?.[0].length ?? 0);
    if (limit === 0) return 0;
  }
  return 0;
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}

interface Fence {
  code: string;
  language: string;
  indent: string;
}
