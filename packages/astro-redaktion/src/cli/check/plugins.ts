/** Jekyll's plugins whose work is done here, and by what. */
const DONE: Readonly<Record<string, string>> = {
  'jekyll-feed': 'feeds are built in, under the same ids',
  'jekyll-sitemap': 'the sitemap is built in',
  'jekyll-seo-tag': 'titles, descriptions and structured data are built in',
  'jekyll-redirect-from': '`redirect_from` and `redirect_to` are built in',
  'jekyll-paginate': 'lists are built in, at the addresses that `_config.yml` names',
  'jekyll-paginate-v2':
    'lists are built in, at the addresses that `_config.yml` names; those of tags and categories too, but for signs and spaces',
  'jekyll-archives':
    'pages of tags, categories, years and months are built in; the addresses that `_config.yml` names stay',
  'jekyll-tagging': 'pages of tags are built in, at the addresses that `_config.yml` names',
  'jekyll-include-cache': '`include_cached` is built in',
  'jekyll-last-modified-at': 'dates of change come from git',
  'jekyll-titles-from-headings': 'a post without a title gets it from its name',
  'jekyll-gist': 'each gist is a link to it, which loads nothing from a third party',
  jemoji: '`:tada:` becomes the sign itself, 🎉, outside of code',
  'jekyll-toc': 'the table of contents is built in; see the option `toc`',
  'jekyll-tidy': 'Astro compresses HTML',
  'jekyll-minifier': 'Astro compresses HTML',
  'jekyll-compress-html': 'Astro compresses HTML',
  'jekyll-compress-images': 'Astro makes pictures',
  'jekyll-responsive-image': 'Astro makes pictures in the sizes that screens ask for',
  'jekyll-webp': 'Astro makes pictures in the formats that browsers take',
  'jekyll-loading-lazy': 'pictures below the first wait until they are near',
  'jekyll-default-layout': 'every post has a layout',
  'jekyll-optional-front-matter': 'a dated file without front matter is a post',
  kramdown: 'its syntax is read here',
  rouge: 'Astro highlights code',
  'jekyll-sass-converter': "styles are the site's own",
  'jekyll-github-metadata': 'what posts show of `site.github` is empty',
};

/** Plugins that add to posts what is not made here, and what to do instead. */
const NOT_DONE: Readonly<Record<string, string>> = {
  'jekyll-polyglot': 'Set the option `locales`: posts with `lang` are published below the language, `/de/…`.',
  'jekyll-multiple-languages-plugin':
    'Set the option `locales`: posts with `lang` are published below the language, `/de/…`.',
  'jekyll-mentions': 'Write `@name` as a link.',
  'jekyll-relative-links': 'Write `{% link om.md %}` or the address where a text links to a file, `om.md`.',
  'jekyll-scholar': 'Put the references into the post as text.',
  'jekyll-algolia': 'Set the option `search`: an index of all posts, made by the build.',
  'jekyll-spaceship': 'See which posts use its tables, diagrams or media.',
  'jekyll-youtube': 'Use the block `video`.',
  'jekyll-remote-theme': 'Layouts are ours; what yours adds goes into slots (`components`).',
  'github-pages': 'It is a set of plugins: of those that posts use, what is not made here is listed below.',
  'jekyll-data': 'Copy the theme’s `_data` into the folder, if posts show it.',
};

/** Jekyll's plugins have two spellings: of the package, and of the file that is loaded. */
const SPELLINGS: Readonly<Record<string, string>> = {
  'jekyll/tagging': 'jekyll-tagging',
  'jekyll/scholar': 'jekyll-scholar',
  jekyll_github_sample: 'jekyll-github-sample',
};

/** A plugin whose work is done here, and by what. */
export interface BuiltIn {
  name: string;
  by: string;
}

/** What becomes of a plugin that a site names: what does its work here, or what to do instead. */
export function pluginFate(name: string): { by: string; instead?: undefined } | { by?: undefined; instead: string } {
  const known = SPELLINGS[name] ?? name;
  const by = own(DONE, known);
  if (by !== undefined) return { by };
  const unknown = 'See which posts use what it makes; tags that it adds are listed below as unknown.';
  return { instead: own(NOT_DONE, known) ?? unknown };
}

function own(table: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
