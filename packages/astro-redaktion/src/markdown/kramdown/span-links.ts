import type { LinkTarget } from './scope.ts';
import type { NoteUse, Spans } from './span-state.ts';
import { resolved } from './attribute-lists.ts';
import { linkName } from './link-definitions.ts';
import { KINDS, mark } from './marks.ts';
import { abandon, addElement, addText, beginAttempt, keep, plain, spend } from './span-state.ts';
import { readSpans } from './spans.ts';

const FOOTNOTE = /\[\^(\w[\w-]*)\]/y;
const NAME = /\s*?\[([^\]]+)?\]/y;
const TITLE = /\s*?(["'])([^]+?)\1\s*?\)/y;
const ESCAPED = /\\([\\.*_+`<>()[\]{}#!:|"'$=-])/g;

/** `[^name]`: a number that links to the note; without a note it is text. */
export function readFootnoteMark(spans: Spans): boolean {
  FOOTNOTE.lastIndex = spans.at;
  const match = FOOTNOTE.exec(spans.text);
  if (!match) return false;
  const [source, name = ''] = match;
  spans.at += source.length;
  const { outline, uses, state } = spans.writing;
  if (!outline.footnotes.has(name)) {
    addText(spans, source);
    return true;
  }
  const note = noteUse(spans, name);
  note.repeats += 1;
  uses.push(note);
  const repeat = note.repeats > 0 ? `:${note.repeats}` : '';
  const id = outline.options.footnotePrefix + name;
  const html = `<sup id="fnref:${id}${repeat}" role="doc-noteref"><a href="#fn:${id}" class="footnote" rel="footnote">`
    + `${note.index + outline.options.footnoteNr}</a></sup>`;
  addElement(spans, mark(KINDS.note, keep(state.raw, html)));
  return true;
}

function noteUse(spans: Spans, name: string): NoteUse {
  const { notes, outline } = spans.writing;
  const known = outline.footnotes.get(name)?.use;
  if (known && known.repeats >= 0) return known;
  const note = { name, index: notes.length, repeats: -1 };
  notes.push(note);
  const footnote = outline.footnotes.get(name);
  if (footnote) footnote.use = note;
  return note;
}

/** `[text](url "title")`, `[text][name]`, `[text]`, and images. */
export function readLink(spans: Spans): boolean {
  const { text, at, out } = spans;
  const image = text[at] === '!';
  const from = at + (image ? 2 : 1);
  if (text[from - 1] !== '[' || text[from] === '^' || from >= text.length) return false;
  spans.at = from;
  if (!image && spans.open.link) return asText(spans, at, from);
  const attempt = beginAttempt(spans);
  const found = readLinkText(spans);
  const content = found ? out.slice(attempt.out).join('') : '';
  const source = found ? text.slice(from, spans.at).replace(ESCAPED, '$1') : '';
  spans.at += 1;
  const target = found ? readTarget(spans, source) : null;
  if (!target) spend(spans);
  if (!target || image) abandon(spans, attempt);
  if (!target) return asText(spans, at, from);
  out.length = attempt.out;
  spans.images += image ? 1 : 0;
  addElement(spans, link(spans, { image, content: image ? plainAlt(source) : content, target }));
  return true;
}

function readLinkText(spans: Spans): boolean {
  const outer = { open: spans.open, images: spans.images };
  spans.open = { ...outer.open, link: true };
  spans.images = 0;
  spans.depth += 1;
  spans.last = -1;
  let count = 1;
  const found = readSpans(spans, () => {
    const here = spans.text[spans.at];
    if (here === ']') count -= 1;
    else if (here === '[' || (here === '!' && spans.text[spans.at + 1] === '[')) count += 1;
    else return false;
    return count - spans.images === 0;
  });
  spans.depth -= 1;
  Object.assign(spans, outer);
  return found;
}

function asText(spans: Spans, at: number, from: number): boolean {
  spans.at = from;
  addText(spans, spans.text.slice(at, from));
  return true;
}

function readTarget(spans: Spans, source: string): LinkTarget | null {
  const { text, writing } = spans;
  NAME.lastIndex = spans.at;
  const named = NAME.exec(text);
  if (named || text[spans.at] !== '(') {
    const target = writing.outline.links.get(linkName(named?.[1] ?? source)) ?? null;
    if (named && target) spans.at = NAME.lastIndex;
    return target;
  }
  return text[spans.at + 1] === '<' ? bracketedUrl(spans) : plainUrl(spans);
}

function bracketedUrl(spans: Spans): LinkTarget | null {
  const { text, at } = spans;
  const stop = /\(<([^>\n]*)>/y;
  stop.lastIndex = at;
  const match = stop.exec(text);
  if (!match) return plainUrl(spans);
  spans.at = stop.lastIndex;
  return endOfTarget(spans, match[1] ?? '', text[spans.at] === ')');
}

function plainUrl(spans: Spans): LinkTarget | null {
  const { text } = spans;
  const stops = /[()]|\s(?=['"])/g;
  const from = spans.at + 1;
  stops.lastIndex = spans.at;
  let level = 0;
  for (let stop = stops.exec(text); stop; stop = stops.exec(text)) {
    if (stop[0] === '(') level += 1;
    else if (stop[0] === ')') level -= 1;
    const ended = stop[0] !== '(' && stop[0] !== ')';
    if (level > 0 && !ended) continue;
    spans.at = level === 0 ? stop.index : stop.index + 1;
    return endOfTarget(spans, text.slice(from, stop.index).trim(), level === 0);
  }
  return null;
}

function endOfTarget(spans: Spans, url: string, closed: boolean): LinkTarget | null {
  const place = { kind: 'boundary', text: '', children: [] } as const;
  if (closed) {
    spans.at += 1;
    return { url, title: undefined, place: { ...place, children: [] } };
  }
  TITLE.lastIndex = spans.at;
  const title = TITLE.exec(spans.text);
  if (!title) return null;
  spans.at = TITLE.lastIndex;
  return { url, title: title[2], place: { ...place, children: [] } };
}

interface LinkParts { image: boolean; content: string; target: LinkTarget }

function link(spans: Spans, { image, content, target }: LinkParts): string {
  const { outline, state } = spans.writing;
  const list = resolved(target.place.ial, outline.named);
  const attributes = list ? mark(KINDS.attributes, keep(state.attributes, list)) : '';
  const url = target.url.replace(/[<>\\]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
  const title = target.title === undefined ? '' : ` "${target.title.replace(/["\\]/g, '\\$&')}"`;
  return `${attributes}${image ? '!' : ''}[${content}](${needsBrackets(url) ? `<${url}>` : url}${title})`;
}

function needsBrackets(url: string): boolean {
  return !/^[^\s()<>\\]+$/.test(url);
}

function plainAlt(source: string): string {
  return plain(source).replaceAll('\\&', '&');
}
