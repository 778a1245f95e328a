import { nearest } from '../../model/nearest.ts';
import type { Problem } from '../../types.ts';
import type { IncludeUse } from '../jekyll/liquid/types.ts';
import { readAttributes } from './attributes.ts';
import { printMarker } from './marker.ts';
import { replaceTokens } from './tokens.ts';

/** A text whose directives are markers, on the lines where they stood. */
export interface Directives {
  text: string;
  uses: IncludeUse[];
  problems: Problem[];
}

interface Place {
  /** Names of the blocks there are; every other name is text. */
  names: ReadonlySet<string>;
  file: string;
  /** 1-based line of the file on which the text begins. */
  line: number;
  /** The text is Jekyll's: a misspelt name is a warning, for it may be meant as text. */
  jekyll: boolean;
}

/**
 * Finds directives: `::name{…}` on a line of its own, `:::name{…}` … `:::` around Markdown, `:name[text]{…}` in a line.
 *
 * Only names of blocks are directives, so that no old text changes its meaning by accident. Code, comments and
 * `{% raw %}` are passed by; so are lines indented by four blanks or more, and lines of lists and quotes.
 */
export function findDirectives(source: string, place: Place): Directives {
  if (!source.includes('::') && !(source.includes(']{') && /:[a-z][\w-]*\[/.test(source)))
    return { text: source, uses: [], problems: [] };
  const uses: IncludeUse[] = [];
  const problems: Problem[] = [];
  const open: (IncludeUse | undefined)[] = [];
  const lineAt = lineCounter(source, place.line);
  const say = (offset: number, problem: Pick<Problem, 'code' | 'severity' | 'message' | 'fix'>): void => {
    problems.push({ ...problem, file: place.file, line: lineAt(offset) });
  };
  const use = (name: string, attributes: string | undefined, at: { offset: number; block: boolean }): IncludeUse => {
    const props = readAttributes(attributes ?? '{}');
    if (!props) say(at.offset, badAttributes(name, attributes ?? ''));
    const made = { index: uses.length, name, props: props ?? {}, block: at.block, line: lineAt(at.offset) };
    uses.push(made);
    return made;
  };

  const text = replaceTokens(source, ({ source: whole, offset, parts }) => {
    const { colons, name, attributes, inline, label, labelled } = parts;
    if (inline !== undefined) {
      if (!place.names.has(inline)) return whole;
      const { index } = use(inline, labelled, { offset, block: false });
      return printMarker(index, false) + (label ?? '') + printMarker(index, false, 'end');
    }
    if (colons === undefined) return whole;
    const lines = '\n'.repeat(whole.split('\n').length - 1);
    if (name === undefined) {
      if (colons.length < 3 || attributes !== undefined || open.length === 0) return whole;
      const closed = open.pop();
      return closed ? printMarker(closed.index, true, 'end') + lines : whole;
    }
    if (!place.names.has(name)) {
      if (colons.length > 2) open.push(undefined);
      const near = nearest(name, place.names);
      if (near !== undefined) say(offset, unknownName(name, near, place.jekyll));
      return whole;
    }
    const made = use(name, attributes, { offset, block: true });
    if (colons.length > 2) open.push(made);
    return printMarker(made.index, true) + lines;
  });
  for (const { name, line } of open.filter((made) => made !== undefined)) {
    problems.push({ ...notClosed(name), file: place.file, ...(line !== undefined && { line }) });
  }
  return { text, uses, problems };
}

/** Lines of offsets that only grow. */
function lineCounter(text: string, first: number): (offset: number) => number {
  let [line, at] = [first, 0];
  return (offset) => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < offset; next = text.indexOf('\n', at)) {
      line += 1;
      at = next + 1;
    }
    return line;
  };
}

type Fault = Pick<Problem, 'code' | 'severity' | 'message' | 'fix'>;

function badAttributes(name: string, attributes: string): Fault {
  return {
    code: 'block-attributes',
    severity: 'error',
    message: `the attributes of the block \`${name}\` cannot be read: ${attributes}.`,
    fix: `Write ::${name}{key="value" other="value"}, with blanks between them.`,
  };
}

function unknownName(name: string, near: string, jekyll: boolean): Fault {
  return {
    code: 'unknown-block',
    severity: jekyll ? 'warning' : 'error',
    message: `there is no block \`${name}\`, so its line stays as text.`,
    fix: `Did you mean \`${near}\`?`,
  };
}

function notClosed(name: string): Fault {
  return {
    code: 'block-not-closed',
    severity: 'error',
    message: `the block \`${name}\` is opened but never closed.`,
    fix: 'End it with a line of three colons, or open it with two where it holds nothing.',
  };
}
