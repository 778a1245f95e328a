const MARKER = /<!--redaktion:(include|end) (\d+)-->|<span data-redaktion-(include|end)="(\d+)"><\/span>/g;

/**
 * What stands in the text where a component goes. A comment when it has the line to itself; inside a line an empty
 * element, because a line that begins with a comment is a block of HTML to CommonMark and its Markdown would be lost.
 */
export function printMarker(index: number, block: boolean, kind: 'include' | 'end' = 'include'): string {
  return block ? `<!--redaktion:${kind} ${index}-->` : `<span data-redaktion-${kind}="${index}"></span>`;
}

/**
 * Blank lines around what stands inside components: to kramdown, a line right under a text or a table is a part of it,
 * and a table right under a line is none.
 */
export function apartFromMarkers(text: string): string {
  if (!text.includes('<!--redaktion:end')) return text;
  const closed = new Set([...text.matchAll(/<!--redaktion:end (\d+)-->/g)].map(([, index]) => index));
  return text.replace(
    /<!--redaktion:include (\d+)-->\n|\n(?=<!--redaktion:end \d+-->)/g,
    (whole, index: string | undefined) => (index === undefined || closed.has(index) ? `${whole}\n` : whole),
  );
}

/** Whether blocks stand in the text. */
export function hasMarkers(text: string): boolean {
  return text.search(MARKER) >= 0;
}

/** A text without its markers. What stands between a start and an end stays. */
export function withoutMarkers(text: string): string {
  return text.replace(MARKER, '');
}

/** A stretch of text, or a component by its number and what stands inside it. */
export type Piece = string | { index: number; children: Piece[] };

/** Cuts a text at its markers. A marker of no component, and an end without a start, are taken away. */
export function splitAtMarkers(text: string, count: number): Piece[] {
  if (count === 0) return [text];
  const markers = [...text.matchAll(MARKER)].map((match) => ({
    index: Number(match[2] ?? match[4]),
    isEnd: (match[1] ?? match[3]) === 'end',
    from: match.index,
    to: match.index + match[0].length,
  }));
  const closed = new Set(markers.filter(({ isEnd }) => isEnd).map(({ index }) => index));
  const top: Piece[] = [];
  const open: { index: number; children: Piece[] }[] = [];
  const add = (piece: Piece): void => {
    if (piece !== '') (open.at(-1)?.children ?? top).push(piece);
  };
  let at = 0;
  for (const { index, isEnd, from, to } of markers) {
    add(text.slice(at, from));
    at = to;
    if (isEnd) {
      const found = open.findLastIndex((piece) => piece.index === index);
      if (found >= 0) open.length = found;
    } else if (index < count) {
      const piece = { index, children: [] };
      add(piece);
      if (closed.has(index)) open.push(piece);
    }
  }
  add(text.slice(at));
  return top;
}

/** A text with every component in one of its stored forms, which hold what stands inside. */
export function fillMarkers(text: string, forms: readonly string[]): string {
  return splitAtMarkers(text, forms.length)
    .map((piece) => (typeof piece === 'string' ? piece : (forms[piece.index] ?? '')))
    .join('');
}
