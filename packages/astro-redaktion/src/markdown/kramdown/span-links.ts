import type { LinkTarget } from './scope.ts';
import type { Spans } from './span-state.ts';
import { resolved } from './attribute-lists.ts';
import { readTarget } from './link-targets.ts';
import { BACKSLASH_SIGN, GUARD, KINDS, mark } from './marks.ts';
import { abandon, addElement, addText, beginAttempt, keep, plain, spend } from './span-state.ts';

const ESCAPED = /\\([\\.*_+`<>()[\]{}#!:|"'$=-])/g;

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
  const past = spans.at;
  const target = found ? readTarget(spans, source) : null;
  // What stands in brackets is read again; an address without an end, or brackets without, were sought to the end.
  if (!target && found && text[past] !== '(') spans.budget -= past - from;
  else if (!target) spend(spans);
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
  const found = spans.writing.read(spans, () => {
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

/** A link or picture, to be written. */
export interface LinkParts {
  image: boolean;
  content: string;
  target: LinkTarget;
}

function link(spans: Spans, parts: LinkParts): string {
  const { outline, state } = spans.writing;
  const list = resolved(parts.target.place.ial, outline.named);
  return (list ? mark(KINDS.attributes, keep(state.attributes, list)) : '') + linkMarkdown(parts);
}

/** A link as CommonMark. */
export function linkMarkdown({ image, content, target }: LinkParts): string {
  // A picture's address is not only the engine's: Astro finds its file by it.
  const settled = image ? target.url.replaceAll('\\', '\\\\') : target.url.replaceAll('\\', BACKSLASH_SIGN);
  // A browser leaves a line end out of an address.
  const url = settled.replace(/[<>]/g, '\\$&').replace(/\s*\n\s*/g, (run) => (run === '\n' ? '' : ' '));
  const title = target.title === undefined ? '' : ` "${target.title.replace(/["\\]/g, '\\$&')}"`;
  // A break at the end of a link would be a backslash.
  const label = content.endsWith('\\\n') ? content + GUARD : content;
  return `${image ? '!' : ''}[${label}](${needsBrackets(url) ? `<${url}>` : url}${title})`;
}

function needsBrackets(url: string): boolean {
  return !/^[^\s()<>\\]+$/.test(url);
}

function plainAlt(source: string): string {
  return plain(source).replaceAll('\\&', '&');
}
