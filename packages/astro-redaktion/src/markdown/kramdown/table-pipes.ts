import { blockElements, closingTag, openingTag, type Tag, voidElements } from './html-tags.ts';

/** A run of backticks ends at the next that is as long or longer; a lone one between spaces is text. */
export const CODE: RegExp =
  /(?<=[ \t\n\v\f\r]|^)`(?=[ \t\n\v\f\r])|(?<run>``+)[^\n]*?\k<run>|`[^`\n]*`|<code\b[^<>\n]*>[^\n]*?<\/code>/g;
const CODE_OR_TAG = new RegExp(`${CODE.source}|<`, 'g');

/** A pipe at the beginning of a line, or behind anything but a backslash. */
export function hasPipe(line: string): boolean {
  return /^\||[^\\\n]\|/.test(line);
}

/**
 * Whether lines that look like a table's have pipes outside of code and HTML elements: `<img alt="A | B">` makes none.
 * As the second half of kramdown's `parse_table`, whose lists of lines, as Ruby splits them, do not end in empty ones;
 * code over several lines is text here.
 */
export function hasPipesInText(lines: string): boolean {
  if (!lines.includes('<')) return true;
  let found = false;
  for (const text of textsBetweenElements(lines)) {
    const parts = text.replace(/\n+$/, '').split('\n');
    const [first = ''] = parts;
    if (parts.length > 1 && !found && !hasPipe(first)) return false;
    found = (parts.length === 1 && found) || hasPipe(parts.at(-1) ?? '');
  }
  return found;
}

/** Code is none of the text either. An element that is not closed takes all that follows. */
function textsBetweenElements(html: string): string[] {
  const texts: string[] = [];
  let from = 0;
  for (const { 0: found, index } of html.matchAll(CODE_OR_TAG)) {
    if (index < from) continue;
    const end = found === '<' ? elementEnd(html, index) : index + found.length;
    if (end === index) continue;
    texts.push(html.slice(from, index));
    from = end;
  }
  return [...texts, html.slice(from)];
}

/** Past the element that starts at `at`; `at` itself where none does. */
function elementEnd(html: string, at: number): number {
  const tag = openingTag(html, at);
  if (!tag || blockElements.has(tag.name)) return at;
  return tag.closed || voidElements.has(tag.name) ? tag.end : closingEnd(html, tag);
}

/** An element within that is not closed takes all that follows, and this one with it. */
function closingEnd(html: string, { name, end }: Tag): number {
  const open = [name];
  for (let at = html.indexOf('<', end); at >= 0; at = html.indexOf('<', at + 1)) {
    const closing = html[at + 1] === '/' ? closingTag(html, at) : null;
    if (closing?.name === open.at(-1)) open.pop();
    if (closing && open.length === 0) return closing.end;
    const tag = closing ? null : openingTag(html, at);
    if (tag && !blockElements.has(tag.name) && !tag.closed && !voidElements.has(tag.name)) open.push(tag.name);
  }
  return html.length;
}
