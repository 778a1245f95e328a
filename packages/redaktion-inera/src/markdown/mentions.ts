import { attribute, readTag } from './html-tags.ts';
import { matchAt } from './match.ts';
import type { Matcher } from './matcher.ts';
import type { Zone } from './zones.ts';
import { newZones, passTag } from './zones.ts';

/** A service named in a text. */
export interface Mention {
  id: string;
  /** The words as they stand, without an ending; HTML. */
  text: string;
  zone: Exclude<Zone, 'none'>;
  /** Turned into a link or term here, or a link of the author's to the service's own page. */
  linked: boolean;
}

export interface MentionOptions {
  matcher: Matcher;
  /** What the first mention becomes: HTML instead of its words. Without it nothing is changed. */
  render?: ((mention: { id: string; text: string }) => string) | undefined;
  /** Services that are left alone: of a post that opts out of them, or the one whose page this is. */
  except?: ReadonlySet<string> | undefined;
  /** The service whose page an address is, so that a link the author wrote counts as the first mention. */
  serviceAt?: ((href: string) => string | undefined) | undefined;
}

/**
 * Finds the services that finished HTML names, and renders the first mention of each in running text. One pass, linear
 * in the length of the text, whatever the number of names; the same for every Markdown engine. Never inside headings,
 * links, code, quotations, captions, navigation or `data-no-mentions`; never for ambiguous words. The HTML comes back
 * byte for byte where nothing is rendered.
 */
export function renderMentions(html: string, options: MentionOptions): { html: string; mentions: Mention[] } {
  const { matcher, render, except, serviceAt } = options;
  const text = html.normalize('NFC');
  const pass: Pass = { text, zones: newZones(), mentions: [], linked: new Set(except), inside: 0, serviceAt };
  const pieces: string[] = [];
  let copied = 0;
  const hits = matcher.startInHtml;
  hits.lastIndex = 0;
  for (let hit = hits.exec(text); hit; hit = hits.exec(text)) {
    const { index } = hit;
    if (hit[0] === '<') {
      const next = takeTag(pass, index);
      if (next === undefined) break;
      hits.lastIndex = next;
      continue;
    }
    if (isAddress(hit[0])) continue;
    const zone = index < pass.inside && pass.zones.current !== 'none' ? 'link' : pass.zones.current;
    const match = zone === 'none' ? undefined : matchAt(matcher, text, { index });
    hits.lastIndex = match ? match.end : index + 1;
    if (!match) continue;
    const words = text.slice(match.start, match.end);
    const first = zone === 'text' && render !== undefined && !pass.linked.has(match.id);
    note(pass, { id: match.id, text: words, linked: first || index < pass.inside, zone });
    if (!first) continue;
    pieces.push(text.slice(copied, match.start), render({ id: match.id, text: words }));
    copied = match.end;
  }
  return { html: copied === 0 ? html : pieces.join('') + text.slice(copied), mentions: pass.mentions };
}

/** `serviceAt` for pages at addresses that `href` gives; a slash at the end, a query and a fragment do not count. */
export function servicesByAddress(
  ids: readonly string[],
  href: (id: string) => string,
): (href: string) => string | undefined {
  const bare = (address: string): string => address.replace(/[?#].*$/, '').replace(/\/$/, '');
  const byAddress = new Map(ids.map((id) => [bare(href(id)), id]));
  return (address) => byAddress.get(bare(address));
}

interface Pass {
  text: string;
  zones: ReturnType<typeof newZones>;
  mentions: Mention[];
  /** Up to here the words are a component's that stands in a line: its own to show, but a mention. */
  inside: number;
  /** Services that have had their link, or shall have none. */
  linked: Set<string>;
  serviceAt: MentionOptions['serviceAt'];
}

/** Index after the tag; undefined if the rest of the text is inside a tag that nothing ends. */
function takeTag(pass: Pass, index: number): number | undefined {
  const tag = readTag(pass.text, index);
  if (tag === 'text') return index + 1;
  if (tag === 'unclosed') return undefined;
  const href = tag.name === 'a' && !tag.closing && pass.serviceAt ? attribute(tag.source, 'href') : undefined;
  const id = href === undefined ? undefined : pass.serviceAt?.(href);
  passTag(pass.zones, tag);
  if (id !== undefined) note(pass, { id, text: '', linked: true, zone: pass.zones.current });
  if (tag.source.startsWith('<span data-redaktion-include=')) pass.inside = endOfComponent(pass, tag);
  return tag.end;
}

/** Where a component ends that stands in a line; where it begins, if it holds nothing. */
function endOfComponent({ text, inside }: Pass, { source, end }: { source: string; end: number }): number {
  const close = text.indexOf(source.replace('include', 'end'), end);
  return Math.max(inside, close);
}

function note(pass: Pass, { id, text, linked, zone }: Omit<Mention, 'zone'> & { zone: Zone }): void {
  if (zone === 'none') return;
  pass.mentions.push({ id, text, zone, linked });
  if (linked) pass.linked.add(id);
}

function isAddress(hit: string): boolean {
  return hit.startsWith('http') || hit.startsWith('www.');
}
