import type { LinkTarget } from './scope.ts';
import type { Spans } from './span-state.ts';
import { trimBlanks } from './blanks.ts';
import { linkName } from './link-definitions.ts';

const NAME = /\s*?\[([^\]]+)?\]/y;
const TITLE = /\s*?(["'])([^]+?)\1\s*?\)/y;

/** What a link points to, by what stands after its text: a name, `(url "title")`, or nothing. */
export function readTarget(spans: Spans, source: string): LinkTarget | null {
  const { text, writing } = spans;
  const named = namedTarget(writing.outline.links, { text, at: spans.at, source });
  if (named) {
    spans.at = named.end;
    return named.target;
  }
  if (text[spans.at] !== '(') return null;
  return text[spans.at + 1] === '<' ? bracketedUrl(spans) : plainUrl(spans);
}

interface LinkPlace {
  text: string;
  /** Past the link's text. */
  at: number;
  /** The link's text, which is its name if no other follows. */
  source: string;
}

/** The definition of `[text][name]`, `[text][]` or `[text]`, and where the link ends. */
export function namedTarget(
  links: ReadonlyMap<string, LinkTarget>,
  { text, at, source }: LinkPlace,
): { target: LinkTarget; end: number } | null {
  if (links.size === 0) return null;
  NAME.lastIndex = at;
  const named = NAME.exec(text);
  if (!named && text[at] === '(') return null;
  const target = links.get(linkName(named?.[1] ?? source));
  return target ? { target, end: named ? NAME.lastIndex : at } : null;
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
    return endOfTarget(spans, trimBlanks(text.slice(from, stop.index)), level === 0);
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
