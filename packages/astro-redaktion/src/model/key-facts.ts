import type { ArchiveYear, Author, LocaleSite, Pager, Post, Related, Series, Term } from '../types.ts';
import { digest } from './digest.ts';
import type { PageDraft } from './draft.ts';

/** Gives a post's card its key; remembers it. */
export type Card = (post: Post) => string;

/** What a page shows beside its front, by kind; the list stands at `createKeys`. */
export function factsOf(page: PageDraft, { card, locale }: { card: Card; locale: LocaleSite }): unknown {
  switch (page.kind) {
    case 'home':
      return [page.posts.map(card), page.terms.map(countedTerm), place(page.pager)];
    case 'list':
      return [page.posts.map(card), place(page.pager)];
    case 'post':
      return postFacts(page, card);
    case 'term':
      return [termFacts(page.term), page.posts.map(card), place(page.pager)];
    case 'terms':
      return [
        page.order,
        page.orders,
        page.terms.map((term) => [...countedTerm(term), term.spellings, term.parent?.url]),
      ];
    case 'archive':
      return [page.year, page.month, page.years.map(yearFacts)];
    case 'author':
      return [authorFacts(page.author), page.posts.map(card), place(page.pager)];
    case 'authors':
      return page.authors.map(authorFacts);
    case 'series':
      return [seriesFacts(page.series), page.series.parts.map(({ post }) => card(post))];
    case 'notFound':
      return page.posts.map(card);
    case 'page':
      return page.data.digest;
    case 'redirect':
      return page.to;
    case 'search':
      return [locale.posts.map(line), locale.tags.map(countedTerm)];
    case 'custom':
      return [];
  }
}

function postFacts({ post, previous, next, related }: Extract<PageDraft, { kind: 'post' }>, card: Card): unknown[] {
  return [
    card(post),
    post.authors.map(authorTexts),
    post.series && seriesFacts(post.series.series),
    previous && card(previous),
    next && card(next),
    related.map((row) => relatedFacts(row, card)),
  ];
}

function relatedFacts({ post, shares }: Related, card: Card): unknown[] {
  return [card(post), shares.map(plainTerm)];
}

/** The key of a card: all that a list shows of a post. */
export function cardKey(post: Post): string {
  return digest(
    JSON.stringify([
      post.id,
      post.data.digest,
      post.url,
      post.feedId,
      post.guid,
      post.lang,
      post.updated,
      post.held,
      post.listed,
      post.data.updated,
      post.tags.map(plainTerm),
      post.categories.map(plainTerm),
      post.keywordTerms?.map(plainTerm),
      post.authors.map(({ name, url, link }) => [name, url, link]),
      post.series && [
        post.series.part,
        post.series.series.name,
        post.series.series.url,
        post.series.series.parts.length,
      ],
      post.translations.map(({ title, url, lang }) => [title, url, lang]),
    ]),
  );
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
