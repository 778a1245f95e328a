import { legal } from '../model/legal.ts';

/** Text that may stand in any document, on one line: white space collapsed, ends trimmed. */
export function plain(text: string): string {
  const known = plains.get(text);
  if (known !== undefined) return known;
  const made = legal(text).replace(/\s+/g, ' ').trim();
  if (plains.size >= MOST) plains.clear();
  plains.set(text, made);
  return made;
}

/** Titles and names stand in many places of many pages. */
const plains = new Map<string, string>();
const MOST = 10_000;

/** Escapes text for HTML and XML, in text and in quoted attributes alike. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Escapes text for an attribute in double quotes alone, as Astro does. */
export function escapeAttribute(text: string): string {
  return text.includes('&') || text.includes('"') ? text.replaceAll('&', '&amp;').replaceAll('"', '&quot;') : text;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
