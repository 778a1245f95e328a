import { delimited, isLetterOrDigit } from './emphasis.ts';
import { namedTarget } from './link-targets.ts';
import { type Quick, write, writeElement, writeSign } from './quick-state.ts';
import { linkMarkdown } from './span-links.ts';
import { plain } from './span-state.ts';

const SPACE = /[ \t\n\f\v\r]/;
const LETTER = /[\p{L}\p{M}]/u;
const CODE = /`[^`\s][^`\n]*`(?!`)/y;
const TARGET = /\(([^\s()<>\\]+(?: "[^"\\\n]+")?)\)/y;
const PICTURE = /!\[([^[\]`*_<>&$\\{~\n!]*)\]\(([^\s()<>\\]+(?: "[^"\\\n]+")?)\)/y;
const ADDRESS = /<(https?:\/\/[^\s<>\\]+)>/y;
const LINE_BREAK = /<br *\/?>/y;
/** How deep elements may stand in each other. */
const DEEPEST = 6;

/** Space as kramdown's delimiters know it. */
export function isSpace(character: string): boolean {
  return SPACE.test(character);
}

/** Whether the delimiter `stop` is here, and closes. */
export function delimiterStops({ text, at }: Quick, stop: string): boolean {
  if (!text.startsWith(stop, at)) return false;
  if (stop === ']') return true;
  const next = text.charAt(at + stop.length);
  const [type = ''] = stop;
  return !isSpace(text.charAt(at - 1)) && next !== type && (type !== '_' || !isLetterOrDigit(next));
}

/** Emphasis that closes, or a delimiter that is text. */
export function readDelimiter(quick: Quick, type: string): boolean {
  const { text, at, open } = quick;
  const run = text.charAt(at + 1) === type ? type + type : type;
  const kind = run === type ? 'em' : 'strong';
  const next = text.charAt(at + run.length);
  const inWord = type === '_' ? isInWord(text.charAt(at - 1) || ' ') : false;
  if (inWord === undefined || next === '' || next === type) return false;
  if (inWord || isSpace(next)) return writeSign(quick, run.length, `\\${type}`.repeat(run.length));
  if (open[kind]) return false;
  write(quick, at);
  const before = quick.last;
  quick.last = ' ';
  const inner = readInner(quick, run, { ...open, [kind]: true });
  if (inner === undefined) return false;
  const element = delimited(before, { inner, kind, next: text.charAt(quick.at + run.length) });
  return writeElement(quick, run.length, element);
}

/** Whether an underscore after this character is one of a word. */
function isInWord(before: string): boolean | undefined {
  if (before === '-' || before >= '\ud800') return undefined;
  return LETTER.test(before);
}

/** What stands between two delimiters, written; the reader is at the second. */
function readInner(quick: Quick, stop: string, open: Quick['open']): string | undefined {
  const outer = quick.out;
  const around = quick.open;
  if (quick.depth >= DEEPEST) return undefined;
  quick.out = '';
  quick.open = open;
  quick.depth += 1;
  quick.at += stop.length;
  quick.from = quick.at;
  quick.start = quick.at;
  if (!quick.readOn(quick, stop)) return undefined;
  write(quick, quick.at);
  quick.depth -= 1;
  const inner = quick.out;
  quick.out = outer;
  quick.open = around;
  return inner;
}

/** Code between two backticks, on one line. */
export function readCode(quick: Quick): boolean {
  const { text, at, options } = quick;
  CODE.lastIndex = at;
  if (options.defaultLanguage !== null || text.charAt(at - 1) === '`' || !CODE.test(text)) return false;
  return writeElement(quick, CODE.lastIndex - at, text.slice(at, CODE.lastIndex));
}

/** A link with its address in brackets, or the name of one that is known. */
export function readLink(quick: Quick): boolean {
  const { text, at, open } = quick;
  if (open.link || text.charAt(at + 1) === '^' || at + 1 >= text.length) return false;
  write(quick, at);
  const content = readInner(quick, ']', { ...open, link: true });
  if (content === undefined || content.endsWith('\n')) return false;
  const end = quick.at + 1;
  TARGET.lastIndex = end;
  const target = TARGET.exec(text);
  if (target) return writeElement(quick, 1 + target[0].length, `[${content}](${target[1]})`);
  const named = quick.links && namedTarget(quick.links, { text, at: end, source: text.slice(at + 1, end - 1) });
  if (!named || named.target.place.ial) return false;
  const element = linkMarkdown({ image: false, content, target: named.target });
  return writeElement(quick, named.end - quick.at, element);
}

/** A picture. */
export function readPicture(quick: Quick): boolean {
  PICTURE.lastIndex = quick.at;
  const match = PICTURE.exec(quick.text);
  if (!match) return false;
  const [source, words = '', target = ''] = match;
  return writeElement(quick, source.length, `![${plain(words)}](${target})`);
}

/** An address between angle brackets, or a line break in HTML. */
export function readAngle(quick: Quick): boolean {
  const { text, at, open } = quick;
  LINE_BREAK.lastIndex = at;
  if (LINE_BREAK.test(text)) return writeElement(quick, LINE_BREAK.lastIndex - at, '<br />');
  ADDRESS.lastIndex = at;
  const match = open.link ? null : ADDRESS.exec(text);
  if (!match) return false;
  const [source, address = ''] = match;
  return writeElement(quick, source.length, `[${plain(address)}](<${address}>)`);
}
