import type { RawPost } from '../../content/jekyll/types.ts';
import type { Problem } from '../../types.ts';

/** What Jekyll does with a post without a word, and its author may not have meant. Places are lines of the file. */
export function checkText(
  { body, bodyLine, data, markdown }: Pick<RawPost, 'body' | 'bodyLine' | 'data' | 'markdown'>,
  { file, lineOf }: { file: string; lineOf: (key: string) => number | undefined },
): Problem[] {
  const at = (line: number | undefined): { file: string; line?: number } => ({
    file,
    ...(line === undefined ? {} : { line }),
  });
  const draft: Problem = {
    code: 'draft-published',
    severity: 'warning',
    ...at(lineOf('draft')),
    message: '`draft: true` holds the post back here; Jekyll publishes it all the same.',
    fix: 'Remove the line to publish the post, or write `published: false` to hold it back in both.',
  };
  const tables = markdown ? accidentalTables(body) : [];
  return [
    ...(data['draft'] === true ? [draft] : []),
    ...tables.map(
      (line): Problem => ({
        code: 'odd-table',
        severity: 'warning',
        ...at(bodyLine + line),
        message: 'a paragraph with ` | ` is a table to kramdown, here too.',
        fix: 'Write `\\|` if no table is meant.',
      }),
    ),
  ];
}

/** 0-based lines of paragraphs that hold a bar and look like no table: no bar at an end, no line of dashes below. */
function accidentalTables(body: string): number[] {
  const lines = body.split(/\r?\n/);
  const found: number[] = [];
  let fence = '';
  for (const [index, line] of lines.entries()) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && (fence === '' || mark.startsWith(fence))) fence = fence === '' ? mark : '';
    const starts = fence === '' && (index === 0 || lines[index - 1]?.trim() === '');
    if (starts && isBare(line) && !/^[\s|:+-]+$/.test(lines[index + 1] ?? '-x')) found.push(index);
  }
  return found;
}

function isBare(line: string): boolean {
  const text = line.replace(/`[^`]*`|\[\[.*?\]\]/g, '').trim();
  return / \| /.test(text) && !/^[|#>]|\|$|^\{[%{:]|^</.test(text) && !line.startsWith('    ');
}
