import type { Crumb, Taxonomy, Term } from '../types.ts';
import { below, indexOf } from './address.ts';
import { addressOf, type Context, placeOf } from './context.ts';
import type { Placed } from './draft.ts';
import { compare } from './entry.ts';
import { feedUrl, frontOf, numbered } from './front.ts';
import { numberedPlace, pagesOf, trailOf } from './list-pages.ts';
import { primaryOf } from './locale.ts';
import type { Terms } from './terms.ts';

/** A taxonomy's pages: where they lie, and what they are called. */
export interface TaxonomySetup {
  taxonomy: Taxonomy;
  /** Pattern of a term's page. */
  pattern: string;
  /** Place of the index; absent: the folder that the pattern names, if there are terms. */
  index?: string;
  context: Context;
}

export function tagSetup(context: Context): TaxonomySetup {
  const { tag, tags } = context.options.pages;
  return { taxonomy: 'tag', pattern: tag, index: tags, context };
}

export function categorySetup(context: Context): TaxonomySetup {
  const { category, categories } = context.options.pages;
  return { taxonomy: 'category', pattern: category, ...(categories ? { index: categories } : {}), context };
}

/** None where keywords make no pages. */
export function keywordSetup(context: Context): TaxonomySetup | undefined {
  const { keyword } = context.options.pages;
  return keyword === false ? undefined : { taxonomy: 'keyword', pattern: keyword, context };
}

/** The pages of every term, and the index of them all, by name and by number of posts. */
export function termPages(terms: Terms, setup: TaxonomySetup): Placed[] {
  const index = termsIndex(terms, setup);
  return [
    ...(index === undefined ? [] : indexPages(terms.list, index, setup)),
    ...terms.all.flatMap((term) => pagesOfTerm(term, { terms, index, setup })),
  ];
}

/** Place of a taxonomy's index; none where a pattern without folder leaves no room for it. */
export function termsIndex(terms: Terms, { pattern, index, context }: TaxonomySetup): string | undefined {
  const place = index ?? (terms.list.length > 0 ? indexOf(pattern) : '');
  return place === '' || place === '/' ? undefined : placeOf(place, {}, context);
}

const TITLES = { tag: 'tags', category: 'categories', keyword: 'keywords' } as const;

function indexPages(terms: Term[], place: string, { taxonomy, context }: TaxonomySetup): Placed[] {
  const title = context.t(TITLES[taxonomy]);
  const byCount = below(place, BY_COUNT[primaryOf(context.locale.lang)] ?? 'by-count');
  const orders = { name: addressOf(place, context).url, count: addressOf(byCount, context).url };
  const common = { kind: 'terms', taxonomy, orders, groups: byLetter(terms, context) } as const;
  const counted = terms.toSorted((a, b) => b.posts.length - a.posts.length);
  const words = `the index of ${TITLES[taxonomy]} (\`pages\`)`;
  return [
    { page: { ...common, ...frontOf(place, { title, context }), terms, order: 'name' }, source: { words } },
    // The same terms again: of no use to a search engine.
    {
      page: {
        ...common,
        ...frontOf(byCount, { title, context, noindex: true }),
        terms: counted,
        order: 'count',
      },
      source: { words },
    },
  ];
}

function pagesOfTerm(
  term: Term,
  {
    terms,
    index,
    setup: { taxonomy, pattern, context },
  }: {
    terms: Terms;
    index: string | undefined;
    setup: TaxonomySetup;
  },
): Placed[] {
  const place = placeOf(pattern, { slug: term.slug }, context);
  const feed = term.posts.length > 0 ? feedUrl(place, context) : undefined;
  const trail = [
    ...(index === undefined ? [] : [{ label: context.t(TITLES[taxonomy]), url: addressOf(index, context).url }]),
    ...above(term),
  ];
  return pagesOf(term.posts, numberedPlace(place), context).map(
    ({ place: own, posts, pager }): Placed => ({
      page: {
        kind: 'term',
        term,
        posts,
        pager,
        ...frontOf(own, {
          title: numbered(term.label, pager.number, context),
          trail: [...trail, ...trailOf(pager, term.label)],
          description: pager.number === 1 ? terms.summaries.get(term) : undefined,
          feed,
          noindex: term.posts.length === 0 && term.children.length === 0,
          context,
        }),
      },
      source: { words: `page ${pager.number} of the ${taxonomy} “${term.label}”` },
    }),
  );
}

function above(term: Term): Crumb[] {
  return term.parent ? [...above(term.parent), { label: term.parent.label, url: term.parent.url }] : [];
}

/** By first letter as the language counts letters: `É` stands under E, in Swedish `Å` under itself. */
function byLetter(terms: readonly Term[], { locale, collator }: Context): { letter: string; terms: Term[] }[] {
  const base = new Intl.Collator(locale.lang, { sensitivity: 'base' });
  const groups = Map.groupBy(terms, ({ label }) => letterOf(label, locale.lang, base));
  return [...groups]
    .map(([letter, group]) => ({ letter, terms: group }))
    .sort(
      (a, b) =>
        Number(b.letter === '#') - Number(a.letter === '#') ||
        collator.compare(a.letter, b.letter) ||
        compare(a.letter, b.letter),
    );
}

function letterOf(label: string, lang: string, base: Intl.Collator): string {
  const [first = ''] = label;
  if (!/\p{L}/u.test(first)) return '#';
  const [plain = first] = first.normalize('NFD');
  return (base.compare(first, plain) === 0 ? plain : first).toLocaleUpperCase(lang);
}

/** Last step of the address of the index by number of posts. */
const BY_COUNT: Readonly<Record<string, string>> = {
  sv: 'efter-antal',
  nb: 'etter-antall',
  da: 'efter-antal',
  de: 'nach-anzahl',
  fr: 'par-nombre',
  fi: 'maaran-mukaan',
};
