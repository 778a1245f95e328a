/** Whether a text shows nothing: to Ruby, unlike JavaScript, a no-break space or one of Japanese is no blank. */
export function isBlank(text: string): boolean {
  return /^[ \t\n\v\f\r]*$/.test(text);
}

/** A text without the blanks around it; other spaces are part of what its author wrote. */
export function trimBlanks(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && BLANKS.has(text.charCodeAt(from))) from += 1;
  while (to > from && BLANKS.has(text.charCodeAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

const BLANKS: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 32]);
