/** What a mention becomes: the same markup for both Markdown engines and for the components. */

/** A link to the service's page. `text` is HTML, as `renderMentions()` gives it. */
export function mentionLink(text: string, { href }: { href: string }): string {
  return `<a class="rd-mention" href="${escapeAttribute(href)}">${text}</a>`;
}

export interface TermHtml {
  /** Unique on the page. */
  popoverId: string;
  /** What the popover says; plain text. */
  name: string;
  description: string;
  /** Language of the description, where it is not the page's. */
  lang?: string | undefined;
  href: string;
  /** The text of the link to the service's page; plain text. */
  more: string;
}

/**
 * A word that explains itself: a button that opens HTML's own popover, no script. Only phrasing content, so that it may
 * stand in a paragraph. Without popovers (feeds, old readers) the explanation would stand in the text: use a link there.
 */
export function mentionTerm(text: string, term: TermHtml): string {
  const id = escapeAttribute(term.popoverId);
  const lang = term.lang === undefined ? '' : ` lang="${escapeAttribute(term.lang)}"`;
  return (
    `<button type="button" class="rd-term" popovertarget="${id}">${text}</button>` +
    `<span class="rd-term-note" id="${id}" popover role="note" data-no-mentions>` +
    `<strong>${escapeText(term.name)}</strong> <span${lang}>${escapeText(term.description)}</span> ` +
    `<a href="${escapeAttribute(term.href)}">${escapeText(term.more)}</a></span>`
  );
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}
