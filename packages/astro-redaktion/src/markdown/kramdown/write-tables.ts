import type { Writing } from './span-state.ts';
import type { Block, TableBody } from './types.ts';
import { GUARD, KINDS, mark } from './marks.ts';
import { keep } from './span-state.ts';
import { rewriteSpans } from './rewrite-spans.ts';

const RULES = { left: ':--', right: '--:', center: ':-:', default: '---' } as const;

/** A GFM table; parts that GFM does not have (several heads and bodies, a foot, no head) are told to `finish`. */
export function writeTable(block: Block, writing: Writing): string[] {
  const { table } = block;
  if (!table) return [];
  if (table.columns === 0) return [mark(KINDS.block, keep(writing.state.raw, emptyTable(table)))];
  const [first, ...rest] = table.groups;
  const simple = first?.part === 'head' && first.rows.length === 1 && rest.length === 1 && rest[0]?.part === 'body';
  const rule = row(table.alignment.map((alignment) => RULES[alignment]));
  const lines = table.groups.flatMap(({ rows }) => rows.map((cells) => writeRow(cells, table, writing)));
  if (simple) return [[lines[0], rule, ...lines.slice(1)].join('\n')];
  const empty = row(table.alignment.map(() => ' '));
  return [mark(KINDS.table, keep(writing.state.tables, table)), [empty, rule, ...lines].join('\n')];
}

/** Lines of one pipe each: rows without cells, which GFM does not have. */
function emptyTable(table: TableBody): string {
  const rows = table.groups.reduce((count, group) => count + group.rows.length, 0);
  return `${rebuildTable('<tr>\n</tr>\n'.repeat(rows + 1), table)}\n`;
}

function writeRow(cells: string[], table: TableBody, writing: Writing): string {
  return row(
    Array.from({ length: table.columns }, (_, column) => {
      const source = cells[column] ?? '';
      if (source === '') return '&nbsp;';
      const text = rewriteSpans(source, writing);
      // Of `\\|`, in code, the engine would read the backslash as escaped.
      return text.includes('|') ? text.replace(/\\?\|/g, (pipe) => (pipe === '|' ? '\\|' : `\\${GUARD}\\|`)) : text;
    }),
  );
}

function row(cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Puts the rows that the engine made into the parts they belong to. */
export function rebuildTable(html: string, table: TableBody): string {
  const rows = (html.match(/<tr>[^]*?<\/tr>/g) ?? []).slice(1);
  let next = 0;
  const parts = table.groups.map(({ part, rows: cells }) => {
    const own = rows.slice(next, next + cells.length).join('\n');
    next += cells.length;
    const name = part === 'head' ? 'thead' : part === 'foot' ? 'tfoot' : 'tbody';
    return `<${name}>\n${part === 'head' ? own.replace(/<(\/?)td\b/g, '<$1th') : own}\n</${name}>`;
  });
  return `<table>\n${parts.join('\n')}\n</table>`;
}
