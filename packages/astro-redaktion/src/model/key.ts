import type { SiteOptions } from '../config/site-options.ts';
import type { ArchiveYear, Author, LocaleSite, Pager, Post, Related, Series, Term } from '../types.ts';
import { digest } from './digest.ts';
import type { PageDraft } from './draft.ts';

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
 * - term: its texts and number of posts, the terms above, below and related to it with theirs; terms: all of them
 * - archive, series, authors: titles, addresses and days of their posts; authors' texts and numbers of posts
 *
 * Not in a post's key: how many posts its terms and authors have, since one new post would then change the
 * pages of all that share a tag with it. A component on a post's page must not print that.
 */
export function createKeys({ options, stamp, locale }: {
  options: SiteOptions; stamp: string; locale: (lang: string) => LocaleSite;
}): (page: PageDraft) => string {
  const { publish: { now: _now, ...publish }, ...rest } = options;
  const site = digest(JSON.stringify([rest, publish, stamp]));
  const frames = new Map<string, string>();
  const frame = (lang: string): string => {
    const known = frames.get(lang) ?? digest(JSON.stringify([site, ...options.locales.map((each) => frameOf(locale(each.lang))), lang]));
    frames.set(lang, known);
    return known;
  };
  const card = memoise(cardKey);
  return (page) => digest(JSON.stringify([frame(page.lang), frontOf(page), factsOf(page, card)]));
}

type Card = (post: Post) => string;

function frameOf({ lang, home, links, tags, categories }: LocaleSite): unknown[] {
  return [lang, home, links, tags.length > 0, categories.length > 0];
}

function frontOf({ kind, url, title, description, lang, crumbs, feed, alternates, noindex }: PageDraft): unknown[] {
  return [kind, url, title, description, lang, crumbs, feed, alternates, noindex];
}

function factsOf(page: PageDraft, card: Card): unknown {
  switch (page.kind) {
    case 'home': return [page.posts.map(card), page.terms.map(countedTerm), place(page.pager)];
    case 'list': return [page.posts.map(card), place(page.pager)];
    case 'post': return postFacts(page, card);
    case 'term': return [termFacts(page.term), page.posts.map(card), place(page.pager)];
    case 'terms': return [page.order, page.orders, page.terms.map((term) => [...countedTerm(term), term.parent?.url])];
    case 'archive': return [page.year, page.month, page.years.map(yearFacts)];
    case 'author': return [authorFacts(page.author), page.posts.map(card), place(page.pager)];
    case 'authors': return page.authors.map(authorFacts);
    case 'series': return [seriesFacts(page.series), page.series.parts.map(({ post }) => card(post))];
    case 'notFound': return page.posts.map(card);
    case 'redirect': return page.to;
    case 'search':
    case 'custom': return [];
  }
}

function postFacts({ post, previous, next, related }: Extract<PageDraft, { kind: 'post' }>, card: Card): unknown[] {
  return [
    card(post), post.authors.map(authorTexts), post.series && seriesFacts(post.series.series),
    previous && card(previous), next && card(next), related.map((row) => relatedFacts(row, card)),
  ];
}

function relatedFacts({ post, shares }: Related, card: Card): unknown[] {
  return [card(post), shares.map(plainTerm)];
}

function cardKey(post: Post): string {
  return digest(JSON.stringify([
    post.id, post.data.digest, post.url, post.feedId, post.lang, post.updated, post.held, post.listed, post.data.updated,
    post.tags.map(plainTerm), post.categories.map(plainTerm), post.keywordTerms?.map(plainTerm),
    post.authors.map(({ name, url, link }) => [name, url, link]),
    post.series && [post.series.part, post.series.series.name, post.series.series.url, post.series.series.parts.length],
    post.translations.map(({ title, url, lang }) => [title, url, lang]),
  ]));
}

function plainTerm({ label, url, colour, parent }: Term): unknown[] {
  return [label, url, colour, parent?.label, parent?.url];
}

function countedTerm(term: Term): unknown[] {
  return [...plainTerm(term), term.posts.length, term.description];
}

function termFacts(term: Term): unknown[] {
  const above: unknown[] = [];
  for (let parent = term.parent; parent; parent = parent.parent) above.push(countedTerm(parent));
  return [countedTerm(term), above, term.children.map(countedTerm), term.related.map(countedTerm)];
}

function authorTexts({ name, url, link, description, bio }: Author): unknown[] {
  return [name, url, link, description, bio];
}

function authorFacts(author: Author): unknown[] {
  return [...authorTexts(author), author.posts.length];
}

function seriesFacts({ name, url, parts }: Series): unknown[] {
  return [name, url, parts.map(({ part, post }) => [part, line(post)])];
}

function yearFacts({ year, url, count, months }: ArchiveYear): unknown[] {
  return [year, url, count, months.map((month) => [month.month, month.url, month.posts.map(line)])];
}

/** A post as a line of text: what an archive or a box of parts prints. */
function line({ title, url, lang, date, updated, held, data: { digest: own } }: Post): unknown[] {
  return [title, url, lang, date.instant, updated.instant, held, own];
}

/** The addresses of the other pages follow from their number and the options. */
function place({ number, count, total, urls }: Pager): unknown[] {
  return [number, count, total, urls[0]];
}

function memoise(make: Card): Card {
  const known = new WeakMap<Post, string>();
  return (post) => {
    const key = known.get(post) ?? make(post);
    known.set(post, key);
    return key;
  };
}
