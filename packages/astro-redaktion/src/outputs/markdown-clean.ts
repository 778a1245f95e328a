import { type MdastNode, markdownToMdast, mdxToMdast } from 'satteri';
import { fromRoot } from '../model/from-root.ts';
import { feedUrl } from './feeds/feed-attributes.ts';

/**
 * Markdown with absolute links and without what only a site generator understands: comments, kramdown's attribute
 * lists and table of contents, MDX imports and empty components. All else stays to the letter, code above all.
 *
 * @param page absolute address of the page that the text stands on
 * @param pictures addresses of pictures that the text may name without the site's base
 */
export function cleanMarkdown(
  source: string,
  { page, isMdx = false, ...rest }: { page: string; isMdx?: boolean } & Pick<Text, 'pictures' | 'base'>,
): string {
  let text = source;
  // What goes may let what stood behind it begin a line, and so become a definition: hence more than one pass.
  for (let pass = 0; pass < PASSES; pass += 1) {
    const edits: Edit[] = [];
    collect(isMdx ? mdxToMdast(text) : markdownToMdast(text), { ...rest, source: text, page, edits });
    if (edits.length === 0) break;
    text = apply(text, edits);
  }
  return text.trim();
}

function collect(node: MdastNode, { edits, ...text }: Text & { edits: Edit[] }): void {
  const own = editsOf(node, text);
  edits.push(...own);
  const isGone = own.some(
    (edit) => edit.text === '' && edit.end === node.position?.end.offset && edit.start === node.position.start.offset,
  );
  if (!isGone && 'children' in node) for (const child of node.children) collect(child as MdastNode, { ...text, edits });
}

/** What to change of one node. */
function editsOf(node: MdastNode, context: Text): Edit[] {
  const { source, page } = context;
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  if (start === undefined || end === undefined) return [];
  const text = source.slice(start, end);
  switch (node.type) {
    case 'yaml':
    case 'mdxjsEsm':
      return [{ start, end, text: '' }];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return node.children.length === 0 ? [{ start, end, text: '' }] : [];
    case 'list':
      return KRAMDOWN_TOC.test(text) ? [{ start, end, text: '' }] : [];
    case 'heading':
      return matches(text, /[ \t]*\{[:#.][^{}\n]*\}[ \t]*$/g, start);
    case 'text':
      return matches(text, /\{:{1,2}[^{}\n]*\}/g, start);
    case 'html':
      return htmlEdits(text, { start, page });
    case 'link':
    case 'image':
    case 'definition':
      return addressEdit(node, context);
    default:
      return [];
  }
}

/** The destination of a link, where it stands in the source. */
function addressEdit(
  node: Extract<MdastNode, { url: string }>,
  { source, page, pictures = [], base = '/' }: Text,
): Edit[] {
  const [start = 0, end = 0] = [node.position?.start.offset, node.position?.end.offset];
  const last = 'children' in node ? node.children.at(-1)?.position?.end.offset : undefined;
  const opening = node.type === 'definition' ? /\]:\s*/g : /\]\(\s*/g;
  opening.lastIndex = last ?? start;
  const match = opening.exec(source);
  if (!match || opening.lastIndex > end || /^[a-z][a-z\d+.-]*:/i.test(node.url)) return [];
  const based = fromRoot(node.url, base);
  const url = feedUrl(node.type === 'image' && pictures.includes(based) ? based : node.url, { page });
  const from = opening.lastIndex;
  const length = destinationLength(source.slice(from, end));
  return url ? [{ start: from, end: from + length, text: url.replace(/[()]/g, paren) }] : [];
}

/** https://spec.commonmark.org/0.31.2/#link-destination */
function destinationLength(text: string): number {
  if (text.startsWith('<')) return text.indexOf('>') + 1;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '\\') at += 1;
    else if (character === '(') depth += 1;
    else if (/\s/.test(character) || (character === ')' && depth === 0)) return at;
    else if (character === ')') depth -= 1;
  }
  return text.length;
}

function htmlEdits(text: string, { start, page }: { start: number; page: string }): Edit[] {
  if (/^<!--(?:(?!-->).)*-->\s*$/s.test(text)) return [{ start, end: start + text.length, text: '' }];
  return [...text.matchAll(/(\s(?:href|src|poster)=)(["'])([^"']*)\2/gi)].flatMap((match) => {
    const url = feedUrl(match[3]?.replaceAll('&amp;', '&'), { page })?.replaceAll('&', '&amp;');
    const at = start + match.index + (match[1]?.length ?? 0) + 1;
    return url ? [{ start: at, end: at + (match[3]?.length ?? 0), text: url }] : [];
  });
}

function matches(text: string, pattern: RegExp, start: number): Edit[] {
  return [...text.matchAll(pattern)].map((match) => {
    return { start: start + match.index, end: start + match.index + match[0].length, text: '' };
  });
}

/** Changes the text. Where a whole line goes, so does its end; where a paragraph goes, so do the blank lines after it. */
function apply(source: string, edits: Edit[]): string {
  let [result, at] = ['', 0];
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    result += source.slice(at, start) + text;
    at = end;
    if (text !== '' || !/(?:^|\n)[ \t]*$/.test(result.slice(-80))) continue;
    const [blank = ''] = /^[ \t]*(?:\n[ \t]*)*(?=\n|$)/.exec(source.slice(end, end + 200)) ?? [];
    if (/(?:^|\n[ \t]*\n)[ \t]*$/.test(result.slice(-80)))
      at += blank.length + (source[end + blank.length] === '\n' ? 1 : 0);
    else if (/^[ \t]*(?:\n|$)/.test(source.slice(end, end + 80))) result = result.replace(/\n[ \t]*$/, '');
  }
  return result + source.slice(at);
}

function paren(character: string): string {
  return character === '(' ? '%28' : '%29';
}

const PASSES = 4;

/** `* TOC` and `{:toc}`, which CommonMark reads as one list item. */
const KRAMDOWN_TOC = /^(?:[*+-]|\d+[.)])[ \t]+[^\n]*\n[ \t]*\{:toc[^{}\n]*\}\s*$/;

interface Edit {
  start: number;
  end: number;
  text: string;
}

interface Text {
  source: string;
  page: string;
  /** As they stand in the post's HTML. */
  pictures?: readonly string[] | undefined;
  /** The site's. */
  base?: string;
}
