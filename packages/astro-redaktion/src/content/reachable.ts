/**
 * What Markdown engines leave out and readers without a mouse or a screen need.
 *
 * @param html trusted
 * @param codeName what a stretch of code is called where it has the focus, in the text's language
 */
export function reachable(html: string, codeName: () => string): string {
  return withNamedBoxes(withReachableTables(withReachableCode(html, codeName)));
}

/** Code that is too wide scrolls in its box; who has only a keyboard must be able to get there, and hear where they are. */
function withReachableCode(html: string, codeName: () => string): string {
  if (!html.includes('<pre')) return html;
  const name = attributeText(codeName());
  return html.replace(/<pre(?![^>]* (?:role|aria-label)=)(?=[ >])([^>]*)/g, (_, attributes: string) => {
    const reach = attributes.includes(' tabindex=') ? '' : ' tabindex="0"';
    // A name asks for a role; of a landmark for each stretch of code there would be too many.
    return `<pre${reach} role="group" aria-label="${name}"${attributes}`;
  });
}

/** So does a table, which is named by its heads. One of two columns with short words fits a telephone. */
function withReachableTables(html: string): string {
  if (!html.includes('<table>')) return html;
  return html.replace(/<table>(?=((?:(?!<\/table>)[\s\S])*))/g, (table, inner: string) => {
    const rows = inner.split('</tr>').map(cellsOf);
    const heads = (rows[0] ?? []).filter((text) => text !== '');
    if ((rows[0]?.length ?? 0) <= 2 && leastWidth(rows) <= FITS) return table;
    if (heads.length === 0 || inner.includes('<caption')) return '<table tabindex="0">';
    const name = [...heads.slice(0, 4), ...(heads.length > 4 ? ['…'] : [])].join(', ');
    return `<table tabindex="0" aria-label="${attributeText(name)}">`;
  });
}

/** Letters that a line of a table holds on a narrow telephone, in the largest letters that one reads with there. */
const FITS = 20;

/** The longest words of the columns together, in letters: what a table cannot be narrower than. */
function leastWidth(rows: readonly string[][]): number {
  const longest: number[] = [];
  for (const row of rows)
    for (const [column, text] of row.entries())
      longest[column] = Math.max(longest[column] ?? 0, ...text.split(/[\s-]+/).map(({ length }) => length));
  return longest.reduce((sum, length) => sum + length, 0);
}

const cellsOf = (row: string): string[] =>
  [...row.matchAll(/<t[hd](?:>| [^>]*>)((?:(?!<\/t[hd]>)[\s\S])*)/g)].map(([, text = '']) => plain(text));

/** The box of a task is named by the task, in an attribute: a text of Jekyll's keeps its very elements. */
function withNamedBoxes(html: string): string {
  if (!html.includes('class="task-list-item"')) return html;
  return html.replace(
    /(<li class="task-list-item">\s*(?:<p>\s*)?<input type="checkbox")([^>]*>)((?:(?!<\/?(?:li|[ou]l|dl|p|div|pre|blockquote|table|figure|h[1-6])\b)[\s\S])*)/g,
    (_, start: string, end: string, task: string) => `${start} aria-label="${attributeText(plain(task))}"${end}${task}`,
  );
}

/** The text of HTML, which stays escaped. */
function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Text that is escaped already, but for quotation marks. */
const attributeText = (text: string): string => text.replaceAll('"', '&quot;');
