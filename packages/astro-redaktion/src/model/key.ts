import type { SiteOptions } from '../config/site-options.ts';
import type { LocaleSite, Post } from '../types.ts';
import { digest } from './digest.ts';
import type { PageDraft } from './draft.ts';
import { type Card, cardKey, factsOf } from './key-facts.ts';

/**
 * Makes the function that gives a page its key: a text that changes whenever anything that the page shows
 * changes, so that a page with an old key need not be rendered again.
 *
 * In every key: the options but for `now`, the caller's stamp (plugins, components), what the language's
 * header and footer link to, and the page's own address, title, description, crumbs, feed and alternates.
 * Then, by kind:
 *
 * - lists of cards (home, list, term, author, notFound): each card, and where in the list the page is
 * - a card: the post's digest (front matter, text, excerpt), address, dates, mark, series, and the names and
 *   addresses of its terms, authors and translations
 * - post: its card, authors with their texts, the parts of its series, neighbours and related posts as cards
 * - term: its texts and number of posts, the terms above, below and related to it with theirs
 * - terms: all of them, with their numbers; search: all terms and titles of the language
 * - archive, series, authors: titles, addresses and days of their posts; authors' texts and numbers of posts
 *
 * Not in a post's key: how many posts its terms and authors have, since one new post would then change the
 * pages of all that share a tag with it. A component on a post's page must not print that.
 */
export function createKeys({
  options,
  stamp,
  locale,
}: {
  options: SiteOptions;
  stamp: string;
  locale: (lang: string) => LocaleSite;
}): (page: PageDraft) => string {
  const {
    publish: { now: _now, ...publish },
    ...rest
  } = options;
  const site = digest(JSON.stringify([rest, publish, stamp]));
  const frames = new Map<string, string>();
  const frame = (lang: string): string => {
    const known =
      frames.get(lang) ??
      digest(JSON.stringify([site, frameOf(locale(lang)), options.locales.map((each) => frameOf(locale(each.lang)))]));
    frames.set(lang, known);
    return known;
  };
  const card = memoise(cardKey);
  return (page) =>
    digest(JSON.stringify([frame(page.lang), frontOf(page), factsOf(page, { card, locale: locale(page.lang) })]));
}

function frameOf({ lang, home, links, tags, categories }: LocaleSite): unknown[] {
  return [lang, home, links, tags.length > 0, categories.length > 0];
}

function frontOf({ kind, url, title, description, lang, crumbs, feed, alternates, noindex }: PageDraft): unknown[] {
  return [kind, url, title, description, lang, crumbs, feed, alternates, noindex];
}

function memoise(make: Card): Card {
  const known = new WeakMap<Post, string>();
  return (post) => {
    const key = known.get(post) ?? make(post);
    known.set(post, key);
    return key;
  };
}
