import type { Scope } from './scope.ts';
import type { TableBody } from './types.ts';
import { isBlank, trimBlanks } from './blanks.ts';
import { addBlock, afterBoundary, beforeBoundary, lineEnd, stripEnd } from './scope.ts';
import { CODE, hasPipe, hasPipesInText } from './table-pipes.ts';

const SEPARATOR = /^[+|: \t-]*-[+|: \t-]*$/;
const FOOT_SEPARATOR = /^[+|: \t=]*=[+|: \t=]*$/;
const ALIGNED = /[ \t]?(:?)-+(:?)[ \t]?/g;
/** Before a pipe that divides no cells, or within. */
const MAY_HIDE_PIPE = /[`\\<]/;

interface Reading extends TableBody {
  rows: string[][];
  leadingPipe: boolean;
  foot: boolean;
}

/** A table: lines with a pipe in each, with blank lines (or boundaries) before and after. */
export function readTable(scope: Scope): boolean {
  const { text, at } = scope;
  const end = lineEnd(text, at);
  const first = text.slice(at, end);
  if (!first.includes('|') || !afterBoundary(scope)) return false;
  if (!hasPipe(first) || /^ {4}|^ {0,3}\t/.test(first)) return false;
  const table = readLines(scope, { leadingPipe: /^[ \t\n\v\f\r]*\|/.test(first) });
  if (table && beforeBoundary(scope) && hasPipesInText(text.slice(at, scope.at))) {
    addBlock(scope, 'table').table = table;
    return true;
  }
  scope.at = at;
  return false;
}

function readLines(scope: Scope, { leadingPipe }: { leadingPipe: boolean }): TableBody | null {
  const table: Reading = { groups: [], alignment: [], columns: 0, rows: [], leadingPipe, foot: false };
  while (scope.at < scope.text.length) {
    const end = lineEnd(scope.text, scope.at);
    const line = stripEnd(scope.text.slice(scope.at, end));
    if (!hasPipe(line)) break;
    if (!readLine(table, line)) return null;
    scope.at = end;
  }
  if (table.rows.length > 0) closeGroup(table, table.foot ? 'foot' : 'body');
  if (!table.groups.some(({ part }) => part === 'body')) return null;
  const { groups, columns } = table;
  const alignment = Array.from({ length: columns }, (_, column) => table.alignment[column] ?? 'default');
  return { groups, columns, alignment };
}

/** Reads a line into the table; `false` when all its pipes are inside code, which makes the whole no table. */
function readLine(table: Reading, line: string): boolean {
  if (SEPARATOR.test(line)) {
    if (table.rows.length === 0) return true;
    if (table.alignment.length === 0 && !table.foot) {
      closeGroup(table, 'head');
      table.alignment = [...line.matchAll(ALIGNED)].map(([, left, right]) => alignmentOf(left, right));
    } else closeGroup(table, 'body');
    return true;
  }
  if (FOOT_SEPARATOR.test(line)) {
    if (table.rows.length > 0) closeGroup(table, 'body', true);
    table.foot = true;
    return true;
  }
  const cells = splitCells(line);
  if (cells.length < 2) return false;
  if (table.leadingPipe && isBlank(cells[0] ?? '')) cells.shift();
  if (isBlank(cells.at(-1) ?? '')) cells.pop();
  table.columns = Math.max(table.columns, cells.length);
  table.rows.push(cells.map(trimBlanks));
  return true;
}

function closeGroup(table: Reading, part: 'head' | 'body' | 'foot', always = false): void {
  if (table.foot && part === 'body' && !always) return;
  table.groups.push({ part, rows: table.rows });
  table.rows = [];
}

function alignmentOf(left = '', right = ''): TableBody['alignment'][number] {
  if (left && right) return 'center';
  if (left) return 'left';
  return right ? 'right' : 'default';
}

/** Cells between the pipes that are neither escaped nor inside code. */
function splitCells(line: string): string[] {
  if (!MAY_HIDE_PIPE.test(line)) return line.split('|');
  const cells: string[] = [''];
  let from = 0;
  const add = (text: string): void => {
    const [head = '', ...rest] = text.split(/(?<!\\)\|/).map((part) => part.replaceAll('\\|', '|'));
    cells[cells.length - 1] += head;
    cells.push(...rest);
  };
  for (const match of line.matchAll(CODE)) {
    add(line.slice(from, match.index));
    cells[cells.length - 1] += match[0];
    from = match.index + match[0].length;
  }
  add(line.slice(from));
  return cells;
}
