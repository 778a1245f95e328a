/** What Markdown engines leave out and readers without a mouse or a screen need. */
export function reachable(html: string): string {
  return withNamedBoxes(withReachableTables(withReachableCode(html)));
}

/** Code that is too wide scrolls in its box; who has only a keyboard must be able to get there. */
function withReachableCode(html: string): string {
  return html.replace(/<pre(?![^>]* tabindex)(?=[ >])/g, '<pre tabindex="0"');
}

/** So does a table. One of two columns fits a telephone. */
function withReachableTables(html: string): string {
  if (!html.includes('<table>')) return html;
  return html.replace(/<table>(?=((?:(?!<\/tr>)[\s\S])*))/g, (table, row: string) =>
    (row.match(/<t[hd][ >]/g)?.length ?? 0) > 2 ? '<table tabindex="0">' : table,
  );
}

/** The box of a task is named by the task, in an attribute: a text of Jekyll's keeps its very elements. */
function withNamedBoxes(html: string): string {
  if (!html.includes('class="task-list-item"')) return html;
  return html.replace(
    /(<li class="task-list-item">\s*(?:<p>\s*)?<input type="checkbox")([^>]*>)((?:(?!<\/?(?:li|[ou]l|dl|p|div|pre|blockquote|table|figure|h[1-6])\b)[\s\S])*)/g,
    (_, start: string, end: string, task: string) => `${start} aria-label="${nameOf(task)}"${end}${task}`,
  );
}

/** Its text, which is escaped already but for quotation marks. */
function nameOf(task: string): string {
  return task
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll('"', '&quot;');
}
