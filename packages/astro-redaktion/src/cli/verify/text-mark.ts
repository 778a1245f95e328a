/**
 * Stands before and behind the text of a page that Jekyll builds for us, within its layouts. An empty element, since
 * layouts that make HTML smaller take comments away; no browser sees the page.
 */
export const TEXT_MARK = '<wbr data-redaktion-text>';
