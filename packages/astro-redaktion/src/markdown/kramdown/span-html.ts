import type { Tag } from './html-tags.ts';
import type { Spans } from './span-state.ts';
import {
  blockElements,
  closingTag,
  contentModel,
  escapeHtml,
  openingTag,
  printTag,
  voidElements,
} from './html-tags.ts';
import { BACKSLASH_SIGN, KINDS, mark } from './marks.ts';
import { addElement, addText, keep, plain, spend } from './span-state.ts';

const AUTOLINK = /<((?:mailto|https?|ftps?):[^\n]+?|[\p{L}\p{N}\p{M}\-_.]+@[\p{L}\p{N}\p{M}\-_.]+)>/uy;
const TAG_START = /<[\p{L}_!/]/uy;
const SIMPLE_NAME = /^(?!a$)[A-Za-z][A-Za-z0-9-]*$/;

/** `<https://…>` and `<name@example.org>`. */
export function readAutolink(spans: Spans): boolean {
  AUTOLINK.lastIndex = spans.at;
  const match = AUTOLINK.exec(spans.text);
  if (!match) return false;
  const [source, target = ''] = match;
  spans.at += source.length;
  const url = /^(?:mailto|https?|ftps?):/.test(target) ? target : `mailto:${target}`;
  addElement(
    spans,
    `[${plain(target.replace(/^mailto:/, ''))}](<${url.replaceAll('\\', BACKSLASH_SIGN).replaceAll('<', '\\<')}>)`,
  );
  return true;
}

/** A tag or comment in a line of text: elements of lines are kept, those of blocks are shown as text. */
export function readSpanHtml(spans: Spans): boolean {
  const { text, at } = spans;
  TAG_START.lastIndex = at;
  if (!TAG_START.test(text)) return false;
  const comment = text.startsWith('<!--', at) ? text.indexOf('-->', at + 4) : -1;
  if (comment >= 0) {
    spans.at = comment + 3;
    addElement(spans, kept(spans, text.slice(at, spans.at)));
    return true;
  }
  if (text.startsWith('<!--', at)) spend(spans);
  const tag = openingTag(text, at);
  if (tag && !blockElements.has(tag.name)) readElement(spans, tag);
  else {
    spans.at = tag?.end ?? closingTag(text, at)?.end ?? at + 1;
    addText(spans, text.slice(at, spans.at));
  }
  return true;
}

function readElement(spans: Spans, tag: Tag): void {
  const asked = tag.attributes.get('markdown');
  tag.attributes.delete('markdown');
  const raw = contentModel(tag.name) === 'raw';
  const parsed =
    asked === '0' || (raw && asked !== 'span')
      ? false
      : asked === 'span' || asked === '1' || spans.writing.outline.options.parseSpanHtml;
  spans.at = tag.end;
  const start = spans.out.length;
  if (voidElements.has(tag.name)) spans.out.push(openTag(spans, tag, true));
  else if (tag.closed) spans.out.push(openTag(spans, tag, false), closeTag(spans, tag.name));
  else if (parsed) readParsed(spans, tag);
  else readVerbatim(spans, tag);
  spans.last = start;
}

function readParsed(spans: Spans, tag: Tag): void {
  spans.out.push(openTag(spans, tag, false));
  const { images } = spans;
  spans.last = -1;
  spans.depth += 1;
  const found = spans.writing.read(spans, () => closesHere(spans, tag.name));
  spans.depth -= 1;
  spans.images = images;
  if (found) spans.at = closingTag(spans.text, spans.at)?.end ?? spans.at;
  else {
    addText(spans, spans.text.slice(spans.at));
    spans.at = spans.text.length;
  }
  spans.out.push(closeTag(spans, tag.name));
}

function closesHere(spans: Spans, name: string): boolean {
  return spans.text.startsWith('</', spans.at) && closingTag(spans.text, spans.at)?.name === name;
}

/** Elements whose content is no Markdown: `<kbd>`, `<code>`, `<svg>`, custom elements. */
function readVerbatim(spans: Spans, tag: Tag): void {
  const { text } = spans;
  let depth = 1;
  let end = text.length;
  let stop = text.length;
  for (let at = text.indexOf('<', spans.at); at >= 0 && depth > 0; at = text.indexOf('<', at + 1)) {
    const close = text[at + 1] === '/' ? closingTag(text, at) : null;
    if (close?.name === tag.name) depth -= 1;
    else if (!close && text.startsWith(tag.name, at + 1) && openingTag(text, at)?.closed === false) depth += 1;
    if (depth === 0 && close) [stop, end] = [at, close.end];
  }
  const content = text.slice(spans.at, stop);
  spans.at = end;
  spans.out.push(openTag(spans, tag, false), kept(spans, shown(content)), closeTag(spans, tag.name));
}

/** Elements of lines and comments as they are, closed where their end is missing; all else is shown as text. */
function shown(content: string): string {
  const open: string[] = [];
  let html = '';
  let from = 0;
  for (let at = content.indexOf('<'); at >= 0; at = content.indexOf('<', at + 1)) {
    const end = pieceEnd(content, at, open);
    if (end < 0) continue;
    html += escapeHtml(content.slice(from, at)) + content.slice(at, end);
    from = end;
    at = end - 1;
  }
  const ends = open.reverse().map((name) => `</${name}>`);
  return html + escapeHtml(content.slice(from)) + ends.join('');
}

/** Where the tag or comment at `at` ends, with `open` as it is past it; -1 where there is none. */
function pieceEnd(text: string, at: number, open: string[]): number {
  const comment = text.startsWith('<!--', at) ? text.indexOf('-->', at + 4) : -1;
  if (comment >= 0) return comment + 3;
  if (text[at + 1] === '/') {
    const closing = closingTag(text, at);
    return closing && closing.name === open.at(-1) && open.pop() ? closing.end : -1;
  }
  const tag = openingTag(text, at);
  if (!tag || blockElements.has(tag.name)) return -1;
  if (!tag.closed && !voidElements.has(tag.name)) open.push(tag.name);
  return tag.end;
}

/** The tag itself where CommonMark takes it for one, else kept for `finish`; `<a>` is kept so that it is no link. */
function openTag(spans: Spans, tag: Tag, selfClosing: boolean): string {
  // Kramdown folds lines within a value here, and not in blocks of HTML.
  const html = printTag(tag, selfClosing).replace(/\n+/g, ' ');
  return SIMPLE_NAME.test(tag.name) ? html : kept(spans, html);
}

function closeTag(spans: Spans, name: string): string {
  return SIMPLE_NAME.test(name) ? `</${name}>` : kept(spans, `</${name}>`);
}

function kept(spans: Spans, html: string): string {
  return html === '' ? '' : mark(KINDS.raw, keep(spans.writing.state.raw, html));
}
