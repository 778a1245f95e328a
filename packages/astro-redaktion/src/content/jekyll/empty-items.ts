/**
 * Empty items at the end of an inner list, written out as `- ~`. js-yaml 4 takes the item of the outer list that follows
 * them for one more of the inner (`- a:\n    -\n- b`), so that half of a list of data can be lost without a word;
 * version 5 does not, but has another interface.
 */
export function writeEmptyItems(text: string): string {
  if (!EMPTY.test(text)) return text;
  const lines = text.split('\n');
  // A block scalar is text, whatever stands in it, as long as it is indented.
  let scalar = Number.POSITIVE_INFINITY;
  let above = '';
  return lines
    .map((line, at) => {
      const column = indent(line);
      if (column === -1 || column > scalar) return line;
      // So is what continues a plain text.
      const continued = column > parent(above) && above !== '' && !OPEN.test(above);
      if (continued) return line;
      scalar = SCALAR.test(line) ? parent(line) : Number.POSITIVE_INFINITY;
      above = line;
      const [, before, after] = EMPTY.exec(line) ?? [];
      if (before === undefined) return line;
      const next = contentAfter(lines, at);
      return /^ *-(?:\s|$)/.test(next) && indent(next) < before.length ? `${before}- ~${after}` : line;
    })
    .join('\n');
}

/** A line that is an item and nothing more: what stands before its dash, and after it. */
const EMPTY = /^( *(?:- +)*)-([ \t]*(?:#.*)?\r?)$/m;
/** A line after which a text of several lines begins. */
const SCALAR = /(?:^|[-:?]) *(?:[!&]\S+ +)*[|>][-+\d]*[ \t]*(?:#.*)?\r?$/;
/** A line under which a value may stand, further in. */
const OPEN = /(?::|(?:^|\s)(?:-|[!&]\S+|#.*))\s*$/;

function contentAfter(lines: readonly string[], at: number): string {
  let next = at + 1;
  while (next < lines.length && /^\s*(?:#|$)/.test(lines[next] ?? '')) next += 1;
  return lines[next] ?? '';
}

function indent(line: string): number {
  return line.search(/[^ \r]/);
}

/** Where a line's own value hangs: its key, or else its dash. What belongs to the value is further in. */
function parent(line: string): number {
  const [dashes = ''] = /^ *(?:- +)*/.exec(line) ?? [];
  if (/:(?:\s|$)/.test(line.slice(dashes.length))) return dashes.length;
  return (dashes.trimEnd().length || dashes.length) - 1;
}
