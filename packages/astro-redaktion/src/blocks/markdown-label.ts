/** Plain text that means nothing but itself in Markdown, on one line, also in a cell of a table. */
export function markdownLabel(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>&|]/g, '\\$&');
}
