/** A link whose text is its address, with or without what stands before the host and a last slash. */
const SPELT = /<a href="(https?:\/\/([^"]+?)\/?)">((?:https?:\/\/)?\2\/?)<\/a>/g;

/**
 * Marks the links of a text that spell out their own address, so that paper does not say it twice: no selector of CSS
 * can compare the two.
 *
 * @param html trusted
 */
export function withSpeltLinks(html: string): string {
  if (!html.includes('<a href="http')) return html;
  return html.replace(SPELT, '<a class="rd-spelt" href="$1">$3</a>');
}
