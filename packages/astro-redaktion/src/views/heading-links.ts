/** A heading of the text with an id; those that only the ear gets, and titles, have no link. */
const HEADING = /<h([2-4])((?: [^>]*?)?) id="([^"]+)"([^>]*)>([\s\S]*?)<\/h\1>/g;

/**
 * Puts a link to itself beside each heading of a text, for readers to copy.
 *
 * Beside, not inside: the heading's name in lists of headings stays its text.
 *
 * @param html trusted
 * @param label name of the link to a heading with this text
 */
export function withHeadingLinks(html: string, label: (title: string) => string): string {
  if (!html.includes(' id="')) return html;
  return html.replace(
    HEADING,
    (whole: string, level: string, before: string, id: string, after: string, inner: string) => {
      const title = inner.replace(/<[^>]*>/g, '').trim();
      if (title === '' || /\b(?:sr-only|rd-hidden)\b/.test(before + after)) return whole;
      // The text is HTML already; only what would end the attribute is not.
      const name = label(title).replaceAll('"', '&quot;');
      return `<div class="rd-head rd-head--${level}">${whole}<a class="rd-anchor" href="#${id}" aria-label="${name}"></a></div>`;
    },
  );
}
