import type { HeadTag } from './head-tag.ts';
import { escapeAttribute, escapeMarkup } from './plain.ts';

/**
 * Our own tags of a head as HTML, as Astro prints them. A page has some thirty: as elements of a component they cost as
 * much as all the rest of its frame. Those of a hook, whose attributes may have any name, are for Astro.
 */
export function headHtml(tags: readonly HeadTag[]): string {
  let html = '';
  for (const { tag, attrs, text = '' } of tags) {
    html += `<${tag}`;
    for (const name in attrs) html += ` ${name}="${escapeAttribute(attrs[name] ?? '')}"`;
    html += tag === 'title' ? `>${escapeMarkup(text)}</title>` : '>';
  }
  return html;
}
