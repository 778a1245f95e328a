/** A heading in finished HTML. */
export interface FoundHeading {
  depth: number;
  /** Attributes as they stand in the tag, with the space before them. */
  given: string;
  content: string;
}

const TAG = /<h([1-6])((?:\s[^>]*)?)>/y;

/** Puts something else in the place of every heading. Looks for tags only: most of a text is passed over unread. */
export function replaceHeadings(html: string, write: (heading: FoundHeading) => string): string {
  let result = '';
  let from = 0;
  for (let at = html.indexOf('<h'); at >= 0; at = html.indexOf('<h', at)) {
    TAG.lastIndex = at;
    const [tag, depth = '', given = ''] = TAG.exec(html) ?? [];
    const start = at + (tag?.length ?? 2);
    const stop = tag === undefined ? -1 : html.indexOf(`</h${depth}>`, start);
    if (stop < 0) {
      at += 2;
      continue;
    }
    result += html.slice(from, at);
    result += write({ depth: Number(depth), given, content: html.slice(start, stop) });
    from = stop + '</h1>'.length;
    at = from;
  }
  return from === 0 ? html : result + html.slice(from);
}
