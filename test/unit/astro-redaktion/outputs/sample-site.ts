import type { SiteOptions } from '../../../../packages/astro-redaktion/src/config/site-options.ts';
import type {
  Author,
  Page,
  Post,
  PostData,
  PostDate,
  Series,
  Site,
  Term,
} from '../../../../packages/astro-redaktion/src/types.ts';
import { tableOptions, TWO_LANGUAGES } from '../../../helpers/table-site.ts';

/** A site of six posts in two languages, made by hand so that outputs are tested alone. */

export const options: SiteOptions = tableOptions({
  title: 'E-hälsobladet',
  description: 'Nyheter om e-hälsa',
  locales: TWO_LANGUAGES,
  timezone: 'Europe/Stockholm',
  publish: { now: Date.parse('2026-11-23T12:00:00Z') },
  contact: 'mailto:redaktionen@example.se',
});

/** A date in Stockholm. */
export function date(text: string): PostDate {
  const iso = /T/.test(text) ? text : `${text}T00:00:00+02:00`;
  const offset = Number(iso.slice(-6, -3)) * 60;
  return { instant: Date.parse(iso), day: iso.slice(0, 10), offset };
}

/** A post with only what it must have, and what is given. */
export function makePost(given: Partial<Omit<Post, 'data'>> & { data?: Partial<PostData> } = {}): Post {
  const { data: givenData, ...own } = given;
  const slug = givenData?.slug ?? 'artikel';
  const written = own.date ?? date('2022-06-02T08:00:00+02:00');
  const url = own.url ?? `/2022/06/02/${slug}.html`;
  const data: PostData = {
    source: { file: `_posts/2022-06-02-${slug}.md`, bodyLine: 5 },
    title: own.title ?? 'Artikel',
    date: written,
    slug,
    name: slug,
    ext: '.md',
    path: '',
    permalink: 'date',
    ownDescription: false,
    categories: [],
    tags: [],
    tagsExtra: [],
    authors: [],
    layout: 'post',
    draft: false,
    published: true,
    unlisted: false,
    redirectFrom: [],
    corrections: [],
    media: {},
    extra: {},
    words: 440,
    digest: slug,
    ...givenData,
  };
  return {
    id: `2022-06-02-${slug}`,
    feedId: url.replace(/\.html$/, ''),
    url,
    path: decodeURI(url.slice(1)),
    title: 'Artikel',
    printedTitle: 'Artikel',
    lang: 'sv',
    date: written,
    updated: written,
    wasUpdated: false,
    authors: [],
    tags: [],
    categories: [],
    keywords: [],
    translations: [],
    listed: true,
    minutes: 2,
    ...own,
    data,
  };
}

export function makeTerm(label: string, slug: string): Term {
  return {
    taxonomy: 'tag',
    label,
    slug,
    lang: 'sv',
    url: `/tags/${slug}/`,
    path: `tags/${slug}`,
    children: [],
    posts: [],
    related: [],
    spellings: [],
  };
}

function makeAuthor(name: string, slug: string): Author {
  return { name, slug, url: `/av/${slug}/`, path: `av/${slug}`, posts: [], description: 'Intern grupp.' };
}

export const redaktionen = makeAuthor('Redaktionen', 'redaktionen');
export const foretag = makeTerm('Företag', 'foretag');
export const medicinteknik = makeTerm('Medicin & teknik', 'medicinteknik');
const series: Series = {
  name: 'Grunderna',
  slug: 'grunderna',
  url: '/serier/grunderna/',
  path: 'serier/grunderna',
  parts: [],
};

export const article = makePost({
  title: 'Ineras tjänster',
  description: 'Urval av Ineras tjänster',
  authors: [redaktionen],
  tags: [foretag, medicinteknik],
  keywords: ['Inera', 'Nationell patientöversikt'],
  updated: date('2022-07-01T10:30:00+02:00'),
  wasUpdated: true,
  data: {
    slug: 'ineras-tjanster',
    image: { path: '/assets/images/ide.jpg', alt: 'En glödlampa', credit: 'A. Foto' },
    sitemap: { lastmod: date('2022-07-01'), priority: 0.7, changefreq: 'weekly' },
    corrections: [{ day: '2022-12-24', text: 'Rätt namn är <HSA> & inget annat.' }],
    rights: {
      licence: { name: 'CC BY-SA 4.0', address: 'https://creativecommons.org/licenses/by-sa/4.0/' },
      credits: [],
    },
    extra: { fediverse: '@red@social.example' },
  },
});
export const english = makePost({
  title: 'Services of Inera',
  lang: 'en',
  url: '/en/2022/06/02/services.html',
  date: date('2022-06-02T09:00:00+02:00'),
  authors: [redaktionen],
  data: { slug: 'services', lang: 'en' },
});
export const winter = makePost({
  title: 'Vinter – ”natt”',
  url: '/2022/12/24/vinter%20natt.html',
  date: date('2022-12-24T00:30:00+01:00'),
  tags: [foretag],
  authors: [redaktionen],
  data: { slug: 'vinter natt' },
});
export const partOne = makePost({
  title: 'Del ett',
  url: '/2021/01/01/del-ett.html',
  date: date('2021-01-01T12:00:00+01:00'),
  series: { series, part: 1 },
  data: { slug: 'del-ett', sitemap: false },
});
export const partTwo = makePost({
  title: 'Del två',
  url: '/2021/01/02/del-tv%C3%A5.html',
  date: date('2021-01-02T12:00:00+01:00'),
  series: { series, part: 2 },
  data: { slug: 'del-två' },
});
export const unlisted = makePost({
  title: 'Hemlig',
  url: '/hemlig.html',
  listed: false,
  data: { slug: 'hemlig', unlisted: true },
});

article.translations = [english];
english.translations = [article];
series.parts = [
  { part: 1, post: partOne },
  { part: 2, post: partTwo },
];
const posts = [winter, english, article, partTwo, partOne];
foretag.posts = [winter, article];
medicinteknik.posts = [article];
redaktionen.posts = [winter, english, article];

/** The pages of the sample, some of every kind. */
export const pages: Page[] = samplePages();

export const site: Site = {
  posts,
  allPosts: [...posts, unlisted],
  pages: new Map(pages.map((page) => [page.path, page])),
  tags: [foretag, medicinteknik],
  categories: [],
  authors: [redaktionen],
  series: [series],
  held: [],
  schedule: [],
  problems: [],
  locale: (lang) => ({
    lang,
    home: lang === 'sv' ? '/' : '/en/',
    posts: posts.filter((post) => post.lang === lang),
    tags: [foretag],
    categories: [],
    links: { feed: lang === 'sv' ? '/feed.xml' : '/en/feed.xml', search: '/sok/', tags: '/tags/' },
  }),
};

export function pageOf(path: string): Page {
  const page = site.pages.get(path);
  if (!page) throw new Error(`The sample has no page ${path}`);
  return page;
}

function samplePages(): Page[] {
  const base = { lang: 'sv', alternates: [], noindex: false, key: '' };
  const home = { label: 'Start', url: '/' };
  const crumbs = (label: string) => [home, { label }];
  const pager = { number: 1, count: 2, total: 5, urls: ['/', '/artiklar/2/'], next: '/artiklar/2/' };
  const one = { number: 1, count: 1, total: 2, urls: ['/tags/foretag/'] };
  const postPage = (post: Post, more: Partial<Page> = {}): Page =>
    ({
      ...base,
      kind: 'post',
      url: post.url,
      path: post.path,
      title: post.title,
      lang: post.lang,
      crumbs: crumbs(post.title),
      post,
      related: [],
      ...(post.description && { description: post.description }),
      ...more,
    }) as Page;
  return [
    { ...base, kind: 'home', url: '/', path: '', title: 'E-hälsobladet', crumbs: [], posts, terms: [foretag], pager },
    {
      ...base,
      kind: 'list',
      url: '/artiklar/2/',
      path: 'artiklar/2',
      title: 'Artiklar – sida 2',
      crumbs: crumbs('Artiklar'),
      posts: [partOne],
      pager: { number: 2, count: 2, total: 5, urls: pager.urls, previous: '/' },
    },
    postPage(article, { alternates: [{ lang: 'en', url: english.url }] }),
    postPage(english, { alternates: [{ lang: 'sv', url: article.url }] }),
    postPage(winter),
    postPage(partOne),
    postPage(partTwo),
    postPage(unlisted, { noindex: true }),
    {
      ...base,
      kind: 'term',
      url: '/tags/foretag/',
      path: 'tags/foretag',
      title: 'Företag',
      crumbs: crumbs('Företag'),
      feed: '/tags/foretag/feed.xml',
      term: foretag,
      posts: foretag.posts,
      pager: one,
    },
    {
      ...base,
      kind: 'terms',
      url: '/tags/',
      path: 'tags',
      title: 'Taggar',
      crumbs: crumbs('Taggar'),
      taxonomy: 'tag',
      terms: [foretag, medicinteknik],
      groups: [],
      order: 'name',
      orders: { name: '/tags/', count: '/tags/antal/' },
    },
    {
      ...base,
      kind: 'author',
      url: '/av/redaktionen/',
      path: 'av/redaktionen',
      title: 'Redaktionen',
      crumbs: crumbs('Redaktionen'),
      feed: '/av/redaktionen/feed.xml',
      author: redaktionen,
      posts: redaktionen.posts,
      pager: one,
    },
    {
      ...base,
      kind: 'series',
      url: series.url,
      path: series.path,
      title: series.name,
      crumbs: crumbs(series.name),
      series,
    },
    {
      ...base,
      kind: 'archive',
      url: '/arkiv/',
      path: 'arkiv',
      title: 'Arkiv',
      crumbs: crumbs('Arkiv'),
      years: [
        { year: 2022, url: '/arkiv/2022/', count: 1, months: [{ month: 12, url: '/arkiv/2022/12/', posts: [winter] }] },
      ],
    },
    { ...base, kind: 'search', url: '/sok/', path: 'sok', title: 'Sök', crumbs: crumbs('Sök') },
    {
      ...base,
      kind: 'redirect',
      url: '/gammal.html',
      path: 'gammal.html',
      title: 'Ineras tjänster',
      crumbs: [],
      noindex: true,
      to: article.url,
    },
    {
      ...base,
      kind: 'notFound',
      url: '/404.html',
      path: '404',
      title: 'Sidan finns inte',
      crumbs: [],
      noindex: true,
      posts: [],
    },
  ];
}
