/**
 * Text that may stand in any document: no character that XML 1.0 or HTML forbids, no half surrogate pairs.
 * Line breaks and tabs stay.
 * Source: XML 1.0 (5th ed.) production 2, `Char`; C1 controls and noncharacters are legal in XML and errors in HTML.
 */
export function legal(text: string): string {
  return text.toWellFormed().replace(FORBIDDEN, '');
}

/** The same on one line: white space collapsed, ends trimmed. */
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

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]/g;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
