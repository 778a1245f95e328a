/** What each case is about. A case without a line here, or a line without a case, fails the suite. */
export const RULES: Readonly<Record<string, string>> = {
  name: 'reads date, slug, extension and categories from paths, and passes over what is no post',
  'name-invalid-date': 'takes 31 February for 3 March, and says so',
  'name-invalid-month': 'stops at month 13',
  'name-collision': 'two posts at one address',
  'date-utc': 'reads every spelling of a date on a site in UTC',
  'date-sthlm-env': 'reads every spelling of a date on a machine in Stockholm',
  'date-sthlm-config': 'reads every spelling of a date on a site in Stockholm',
  'date-ny-config': 'reads every spelling of a date on a site in New York',
  'date-unparsable': 'stops at a date that cannot be read',
  'date-slashes': 'reads 02/06/2022 as 2 June',
  'permalink-date': 'has the style date',
  'permalink-pretty': 'has the style pretty',
  'permalink-ordinal': 'has the style ordinal',
  'permalink-weekdate': 'has the style weekdate',
  'permalink-none': 'has the style none',
  'permalink-title': 'writes a pattern without extension as .html and links it without',
  'permalink-title-slash': 'writes a pattern with a slash as a folder',
  'permalink-title-html': 'keeps an extension in the pattern',
  'permalink-ext': 'knows :output_ext',
  'permalink-short': 'knows :i_month, :i_day and :slug',
  'permalink-slugcat': 'knows :slugified_categories and :name',
  'permalink-path': 'knows :collection and :path',
  'permalink-yy': 'knows :short_year, :y_day and :long_month',
  'permalink-noslash': 'adds a missing first slash',
  'permalink-noplace': 'takes a pattern without placeholders',
  'permalink-unknown': 'stops at an unknown placeholder',
  'permalink-fm': 'takes a permalink from front matter, where style words are paths',
  'permalink-collections': 'prefers collections.posts.permalink',
  'permalink-defaults': 'takes a permalink from front-matter defaults',
  baseurl: 'keeps baseurl out of addresses',
  tags: 'takes tags and categories in every spelling',
  defaults: 'merges front-matter defaults by path, type and glob',
  'publish-default': 'holds back what is unpublished, in the future or a draft',
  'publish-drafts': 'shows drafts with --drafts',
  'publish-future': 'shows the future with --future',
  'publish-unpublished': 'shows the unpublished with --unpublished',
  'publish-config-future': 'reads future from the config',
  'publish-config-drafts': 'reads show_drafts from the config',
  'publish-limit': 'keeps the newest posts with --limit_posts',
  order: 'orders by date, then by path',
  'excerpt-default': 'ends the excerpt at a blank line',
  'excerpt-more': 'ends the excerpt at <!--more-->',
  'excerpt-off': 'makes no excerpts with an empty separator',
  layouts: 'reads the layout as written',
  redirects: 'leaves redirects in the front matter',
  'sitemap-feed': 'leaves sitemap and feed keys in the front matter',
  'bad-yaml': 'front matter that is broken, has tabs or a key twice',
  'yaml-types': 'reads YAML 1.1 values',
  'own-categories-url': 'puts odd categories into addresses',
  'own-collections-dir': 'reads posts below collections_dir only',
  'own-config': 'reads style, zone, separator and Markdown extensions from the config',
  'own-dates-impossible': 'rolls days that no month has into the next month',
  'own-dates-plain': 'reads unquoted dates in 66 spellings',
  'own-dates-quoted': 'reads quoted dates in 66 spellings',
  'own-defaults': 'ranks scopes by length of path, type and order',
  'own-excerpts': 'closes open Liquid blocks and takes along definitions that stand later',
  'own-files': 'passes over what is hidden or excluded, and keeps what is included',
  'own-front-matter': 'splits front matter and body at the same place',
  'own-order': 'orders by code point and by instant',
  'own-permalinks': 'cleans permalinks of dots, double slashes and signs',
  'own-placeholders': 'knows every placeholder, across years and ISO weeks',
  'own-slugs': 'makes :title and :slug of odd slugs',
  'own-titles': 'makes a title of the file name',
  'own-yaml': 'reads 87 plain values as Ruby does',
};

/** Where we do better than Jekyll on purpose: what we say instead, and why. */
export const BETTER: readonly Better[] = [
  {
    case: 'bad-yaml',
    path: '_posts/2022-06-02-a.md',
    error: 'front-matter-broken',
    why: 'broken front matter must not publish a post without a title, dated today',
  },
  {
    case: 'bad-yaml',
    path: '_posts/2022-06-02-at.md',
    error: 'front-matter-broken',
    why: 'broken front matter must not publish a post without a title, dated today',
  },
  {
    case: 'name-collision',
    path: '_posts/2022-06-02-same.md',
    error: 'posts-same-address',
    why: 'Jekyll warns and one of the posts is lost',
  },
  {
    case: 'permalink-noplace',
    path: '_posts/2022-11-30-No_Cat.Dots.md',
    error: 'posts-same-address',
    why: 'Jekyll warns and one of the posts is lost',
  },
  {
    case: 'tags',
    path: '_posts/2022-06-02-cat-int.md',
    all: true,
    why: 'Jekyll cannot read the post and publishes it without a title, dated today; here 2022 is a category and a warning is given',
  },
  {
    case: 'excerpt-off',
    path: '_posts/2022-06-02-fm-false.md',
    field: 'excerpt',
    ours: null,
    why: 'Jekyll prints the word "false"',
  },
  {
    case: 'permalink-fm',
    path: '_posts/2022-06-02-f.md',
    field: 'url',
    ours: '/%C3%A5%20%C3%A4/%C3%B6%3F/',
    why: 'an address as linked is percent-encoded, and a "?" in a file name would end the path',
  },
  {
    case: 'name',
    path: '_posts/2022-06-03-e.mdown',
    file: '2022/06/03/e.mdown.html',
    why: 'a page that is not called one would be downloaded',
  },
  {
    case: 'own-permalinks',
    path: '_posts/2022-06-02-p14.md',
    file: 'a..html',
    why: 'a page that is not called one would be downloaded',
  },
  {
    case: 'own-permalinks',
    path: '_posts/2022-06-02-p5.md',
    error: 'posts-same-address',
    why: 'of `/a b` and `/a b/` most servers make one',
  },
  {
    case: 'own-permalinks',
    path: '_posts/2022-06-02-p5.md',
    field: 'url',
    ours: '/a%20b',
    why: 'an address as linked is percent-encoded',
  },
  {
    case: 'own-permalinks',
    path: '_posts/2022-06-02-p6.md',
    field: 'url',
    ours: '/a%23b',
    why: 'a "#" in a file name would end the path',
  },
  {
    case: 'own-permalinks',
    path: '_posts/2022-06-02-p13.md',
    field: 'url',
    ours: '/%7B%7B%20page.title%20%7D%7D/',
    why: 'an address as linked is percent-encoded',
  },
  {
    case: 'own-categories-url',
    path: '_posts/2022-06-02-question.md',
    field: 'url',
    ours: '/c%3Fd/2022/06/02/question.html',
    why: 'a "?" would end the path',
  },
  {
    case: 'own-categories-url',
    path: '_posts/2022-06-02-question.md',
    field: 'id',
    ours: '/c%3Fd/2022/06/02/question',
    why: 'follows the address',
  },
  {
    case: 'own-categories-url',
    path: '_posts/2022-06-02-backslash.md',
    field: 'url',
    ours: '/a-b/2022/06/02/backslash.html',
    why: 'a backslash is a folder on Windows',
  },
  {
    case: 'own-categories-url',
    path: '_posts/2022-06-02-empty.md',
    field: 'categories',
    ours: ['a'],
    why: 'a category without a name is none',
  },
  {
    case: 'own-categories-url',
    path: '_posts/2022-06-02-nulls.md',
    field: 'categories',
    ours: ['a'],
    why: 'a category without a name is none',
  },
  {
    case: 'own-categories-url',
    path: '_posts/2022-06-02-number.md',
    field: 'categories',
    ours: ['2022'],
    why: 'Jekyll has it twice, as number and as text',
  },
  {
    case: 'own-categories-url',
    path: '_posts/2022-06-02-truth.md',
    field: 'categories',
    ours: ['true'],
    why: 'Jekyll has it twice, as truth value and as text',
  },
  {
    case: 'own-categories-url',
    path: '_posts/2022-06-02-nested.md',
    field: 'categories',
    ours: ['a', 'b', 'c'],
    why: 'Jekyll also prints the inner list as Ruby code',
  },
  {
    case: 'own-categories-url',
    path: '_posts/2022-06-02-nested.md',
    field: 'url',
    ours: '/a/b/c/2022/06/02/nested.html',
    why: 'Jekyll also prints the inner list as Ruby code',
  },
  {
    case: 'own-categories-url',
    path: '_posts/2022-06-02-nested.md',
    field: 'id',
    ours: '/a/b/c/2022/06/02/nested',
    why: 'Jekyll also prints the inner list as Ruby code',
  },
  {
    case: 'redirects',
    path: '_posts/2022-06-02-c.md',
    field: 'data',
    ours: { redirect_to: 'https://example.org/x' },
    why: "the plugin's own bookkeeping is not front matter",
  },
  {
    case: 'redirects',
    path: '_posts/2022-06-02-d.md',
    field: 'data',
    ours: { redirect_to: ['/2022/06/02/a/'] },
    why: "the plugin's own bookkeeping is not front matter",
  },
  {
    case: 'redirects',
    path: '_posts/2022-06-02-c.md',
    field: 'layout',
    ours: 'post',
    why: "the plugin's own bookkeeping is not front matter",
  },
  {
    case: 'redirects',
    path: '_posts/2022-06-02-d.md',
    field: 'layout',
    ours: 'post',
    why: "the plugin's own bookkeeping is not front matter",
  },
];

/** Cases at which Jekyll stops, and the problem that stops us there. */
export const STOPS: Readonly<Record<string, string>> = {
  'name-invalid-month': 'date-unreadable',
  'date-unparsable': 'date-unreadable',
  'permalink-unknown': 'permalink-placeholder',
};

/** Cases whose `written` holds files of plugins, pages or layouts, judged elsewhere. */
export const OTHER_FILES: Readonly<Record<string, string>> = {
  defaults: 'a page outside _posts',
  order: 'a page outside _posts',
  redirects: 'pages of redirects',
  'sitemap-feed': 'feed, sitemap and robots.txt',
};

export interface Better {
  case: string;
  path: string;
  why: string;
  /** The problem's code, where we stop. */
  error?: string;
  /** The answer that differs, and what ours is. */
  field?: string;
  ours?: unknown;
  /** The file that we write, where it differs. */
  file?: string;
  /** Every answer of the post differs. */
  all?: boolean;
}
