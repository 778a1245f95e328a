/**
 * Text that may stand in any document: no character that XML 1.0 or HTML forbids, no half surrogate pairs.
 * Line breaks and tabs stay.
 * Source: XML 1.0 (5th ed.) production 2, `Char`; C1 controls and noncharacters are legal in XML and errors in HTML.
 */
export function legal(text: string): string {
  return text.toWellFormed().replace(FORBIDDEN, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]/g;
