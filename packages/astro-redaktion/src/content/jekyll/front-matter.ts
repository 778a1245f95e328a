import type { Problem } from '../../types.ts';
import { isData } from './deep-merge.ts';
import { lineOfKey } from './key-line.ts';
import { legalData } from './legal-data.ts';
import { parseYaml } from './yaml.ts';
import type { YamlFault } from './yaml.ts';

/**
 * Splits a post into front matter and body and reads the front matter, as Jekyll does: a byte order mark, Windows
 * line ends and `...` as the closing line are fine, blank lines before the body are gone, no front matter at all
 * is no fault, and of a key that stands twice the last one wins (a warning).
 *
 * Front matter that is broken is a problem with file, line and column, and gives no data: Jekyll publishes such a
 * post without a title, dated today, which nobody can want.
 *
 * @param file the path as the owner knows it, for problems
 */
export function readFrontMatter(text: string, file: string): FrontMatter {
  const source = text.charCodeAt(0) === BOM ? text.slice(1) : text;
  const parts = splitFrontMatter(source);
  if (!parts) return withoutFrontMatter(source, file);
  const { yaml, body, bodyLine } = parts;
  const lineOf = (...keys: string[]): number | undefined => lineOfKey(yaml, keys);
  const result = parseYaml(yaml);
  if (result.fault) return { data: {}, body, bodyLine, lineOf, problems: [broken(result.fault, file)] };
  const problems = result.duplicate ? [duplicated(result.duplicate, file)] : [];
  const value = legalData(result.value, yaml);
  if (isData(value)) return { data: value, body, bodyLine, lineOf, problems };
  // `false` and nothing at all are an empty front matter in Jekyll as well.
  if (value === null || value === undefined || value === false) return { data: {}, body, bodyLine, lineOf, problems };
  return { data: {}, body, bodyLine, lineOf, problems: [notAMap(value, file)] };
}

/** The body alone of a text that may have front matter; cheap, reads no YAML. */
export function splitFrontMatter(text: string): { yaml: string; body: string; bodyLine: number } | undefined {
  if (!text.startsWith('---')) return undefined;
  const opening = OPENING.exec(text);
  if (!opening) return undefined;
  CLOSING.lastIndex = opening[0].length;
  const closing = CLOSING.exec(text);
  if (!closing) return undefined;
  const bodyStart = closing.index + closing[0].length;
  // The opening line stays, as a blank one, so that lines in the YAML are lines in the file.
  const yaml = '\n'.repeat(countLines(opening[0])) + text.slice(opening[0].length, closing.index);
  return { yaml, body: text.slice(bodyStart), bodyLine: 1 + countLines(text.slice(0, bodyStart)) };
}

const BOM = 0xfeff;
const OPENING = /^---[ \t\r\f\v]*(?:\n[ \t\r\f\v]*)*\n/;
/** The closing line and the blank lines after it, but not the indentation of the body's first line. */
const CLOSING = /^(?:---|\.\.\.)[ \t\r\f\v]*(?:\n(?:[ \t\r\f\v]*(?:\n|$(?![\s\S])))*|$(?![\s\S]))/gm;

function withoutFrontMatter(source: string, file: string): FrontMatter {
  const lineOf = (): undefined => undefined;
  const looksOpen = /^---[ \t]*\r?\n[\w-]+[ \t]*:(?:[ \t]|\r?\n)/.test(source);
  return { data: {}, body: source, bodyLine: 1, lineOf, problems: looksOpen ? [unclosed(file)] : [] };
}

function unclosed(file: string): Problem {
  return {
    code: 'front-matter-unclosed',
    severity: 'error',
    file,
    line: 1,
    column: 1,
    message: 'The front matter opens with "---" on line 1 but is never closed, so all of it would be printed as text.',
    fix: 'Put a line with only "---" after the last key of the front matter.',
  };
}

function broken(fault: YamlFault, file: string): Problem {
  return {
    code: 'front-matter-broken',
    severity: 'error',
    file,
    line: fault.line,
    column: fault.column,
    message: `The front matter cannot be read: ${fault.message}, in "${fault.quoted}". Jekyll would publish this post without a title.`,
    fix: adviceFor(fault),
  };
}

function adviceFor({ quoted, message }: YamlFault): string {
  const [, key, value] = /^([\w-]+):\s+([^"'].*)$/.exec(quoted) ?? [];
  if (message.includes('tab')) return 'Indent with spaces; YAML takes no tabs there.';
  if (key && value && /:\s|:$|\s#|^[@`%&*!|>{[]/.test(value)) {
    return `Put the value in quotes: ${key}: "${value.replace(/[\\"]/g, '\\$&')}"`;
  }
  return 'Correct the line; a text with ":" or "#" in it, or one that begins with a sign, must stand in quotes.';
}

function duplicated(fault: YamlFault, file: string): Problem {
  return {
    code: 'front-matter-key-twice',
    severity: 'warning',
    file,
    line: fault.line,
    column: fault.column,
    message: `A key stands twice in the front matter: "${fault.quoted}". The last one counts, as in Jekyll.`,
    fix: 'Remove the one that does not count.',
  };
}

function notAMap(value: unknown, file: string): Problem {
  return {
    code: 'front-matter-no-keys',
    severity: 'error',
    file,
    line: 2,
    column: 1,
    message: `The front matter holds no keys but ${Array.isArray(value) ? 'a list' : `"${String(value).slice(0, 60)}"`}.`,
    fix: 'Write it as lines of "key: value".',
  };
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** A post's front matter and body. */
export interface FrontMatter {
  data: Record<string, unknown>;
  body: string;
  /** 1-based line of the file on which the body begins. */
  bodyLine: number;
  /** 1-based line of a key (`lineOf('sitemap', 'lastmod')`), for problems. */
  lineOf: (...keys: string[]) => number | undefined;
  problems: Problem[];
}
