/** What a mention becomes: the same markup for both Markdown engines and for the components. */

/** A link to the service's page. `text` is HTML, as `renderMentions()` gives it. */
export function mentionLink(text: string, { href }: { href: string }): string {
  return `<a class="rd-mention" href="${escapeAttribute(href)}">${text}</a>`;
}

export interface TermHtml {
  /** Unique on the page. */
  popoverId: string;
  service: { name: string; abbreviation?: string | undefined; expansion?: string | undefined };
  /** Language of the name, where it is not the page's. */
  nameLang?: string | undefined;
  /** What the popover says; plain text. */
  description: string;
  /** Language of the description, where it is not the page's. */
  lang?: string | undefined;
  href: string;
  /** The text of the link to the service's page; plain text. */
  more: string;
}

/**
 * A word that explains itself: a button that opens HTML's own popover, no script. Only phrasing content, so that it may
 * stand in a paragraph. A feed keeps the word and leaves out the explanation.
 */
export function mentionTerm(text: string, { popoverId, service, ...term }: TermHtml): string {
  const id = escapeAttribute(popoverId);
  const { name, abbreviation, expansion } = service;
  const long = expansion === undefined || expansion === name ? '' : ` (${escapeText(expansion)})`;
  return (
    `<button type="button" class="ri-term" popovertarget="${id}">` +
    `${text === abbreviation ? `<abbr>${text}</abbr>` : text}</button>` +
    `<small class="ri-term-note" id="${id}" popover role="note" data-no-mentions data-feed="omit" data-pagefind-ignore>` +
    `<strong${langAttribute(term.nameLang)}>${escapeText(name)}${long}</strong> ` +
    `<span${langAttribute(term.lang)}>${escapeText(term.description)}</span> ` +
    `<a href="${escapeAttribute(term.href)}">${escapeText(term.more)}</a></small>`
  );
}

function langAttribute(lang: string | undefined): string {
  return lang === undefined ? '' : ` lang="${escapeAttribute(lang)}"`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}
