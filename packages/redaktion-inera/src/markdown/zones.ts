import type { Tag } from './html-tags.ts';

/**
 * What a text stands in. `text`: a mention may be linked. `heading`, `link` and `aside` (quotations, captions,
 * abbreviations, buttons and the like): it counts as a mention, but stays as it is. `none`: it does not count (code,
 * navigation, pictures, and what the author marks with `data-no-mentions`).
 */
export type Zone = 'text' | 'heading' | 'link' | 'aside' | 'none';

/** The elements that are open at a place and make a difference there. */
export interface Zones {
  current: Zone;
  open: { name: string; zone: Zone }[];
  /** How many of each name are open. */
  count: Map<string, number>;
}

/** At the beginning of a text: nothing is open. */
export function newZones(): Zones {
  return { current: 'text', open: [], count: new Map() };
}

/** Takes a tag into account. */
export function passTag(zones: Zones, tag: Tag): void {
  if (tag.closing) close(zones, tag.name);
  else if (tag.name !== '' && !voids.has(tag.name)) open(zones, tag);
}

const zoneOf = new Map<string, Zone>([
  ...list('heading', 'h1 h2 h3 h4 h5 h6'),
  ...list('link', 'a'),
  ...list('aside', 'abbr blockquote button caption cite dfn figcaption label legend option q select summary'),
  ...list('none', 'audio canvas code head kbd math nav noscript object pre samp svg template var video'),
]);

/** The stronger wins: a link in a heading is a heading, code in a link is code. */
const strength: readonly Zone[] = ['text', 'aside', 'link', 'heading', 'none'];

const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

function list(zone: Zone, names: string): [string, Zone][] {
  return names.split(' ').map((name) => [name, zone]);
}

function open(zones: Zones, tag: Tag): void {
  const own = tag.source.includes('data-no-mentions') ? 'none' : zoneOf.get(tag.name);
  const nested = (zones.count.get(tag.name) ?? 0) > 0;
  // `<svg/>` opens nothing; elsewhere HTML ignores the slash.
  if ((own === undefined && !nested) || (tag.selfClosing && (tag.name === 'svg' || tag.name === 'math'))) return;
  zones.open.push({ name: tag.name, zone: zones.current });
  zones.count.set(tag.name, (zones.count.get(tag.name) ?? 0) + 1);
  if (own !== undefined && strength.indexOf(own) > strength.indexOf(zones.current)) zones.current = own;
}

/** Closes the innermost element of that name, and with it what was left open inside. */
function close(zones: Zones, name: string): void {
  if ((zones.count.get(name) ?? 0) === 0) return;
  for (let last = zones.open.pop(); last; last = zones.open.pop()) {
    zones.count.set(last.name, (zones.count.get(last.name) ?? 1) - 1);
    zones.current = last.zone;
    if (last.name === name) return;
  }
}
