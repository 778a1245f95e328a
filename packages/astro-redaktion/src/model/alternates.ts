import type { Author, Term } from '../types.ts';
import type { PageDraft, Placed } from './draft.ts';

/** What terms and authors are known by in every language. */
export interface SharedNames {
  term: (term: Term) => string;
  author: (author: Author) => string;
}

/**
 * Ties the pages that are the same in other languages: home, first pages of lists, indexes, archive, terms and
 * authors. Posts know their own translations; a page that search engines shall not see has none.
 *
 * @param byLocale the pages of each language, in the order of the languages
 */
export function linkAlternates(byLocale: readonly (readonly Placed[])[], names: SharedNames): void {
  if (byLocale.length < 2) return;
  const groups = Map.groupBy(
    byLocale.flat().map(({ page }) => page),
    (page) => identity(page, names),
  );
  groups.delete(undefined);
  for (const group of groups.values()) {
    const all = group.map(({ lang, url }) => ({ lang, url }));
    for (const page of group) page.alternates = all.filter(({ lang }) => lang !== page.lang);
  }
}

function identity(page: PageDraft, names: SharedNames): string | undefined {
  if (page.noindex && page.kind !== 'search') return undefined;
  if ('pager' in page && page.pager.number > 1) return undefined;
  switch (page.kind) {
    case 'term':
      return `term ${page.term.taxonomy} ${names.term(page.term)}`;
    case 'author':
      return `author ${names.author(page.author)}`;
    case 'terms':
      return `terms ${page.taxonomy}`;
    case 'archive':
      return `archive ${page.year ?? ''} ${page.month ?? ''}`;
    case 'home':
    case 'list':
    case 'authors':
    case 'search':
      return page.kind;
    default:
      return undefined;
  }
}
