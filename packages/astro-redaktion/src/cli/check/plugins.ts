/** Jekyll's plugins whose work is done here, and by what. */
const DONE: Readonly<Record<string, string>> = {
  'jekyll-feed': 'feeds are built in, under the same ids',
  'jekyll-sitemap': 'the sitemap is built in',
  'jekyll-seo-tag': 'titles, descriptions and structured data are built in',
  'jekyll-redirect-from': '`redirect_from` and `redirect_to` are built in',
  'jekyll-paginate': 'lists are built in; see `paginatePath`',
  'jekyll-paginate-v2': 'lists are built in; see `paginatePath`',
  'jekyll-archives': 'tag pages and archives are built in',
  'jekyll-include-cache': '`include_cached` is built in',
  'jekyll-last-modified-at': 'dates of change come from git',
  'jekyll-titles-from-headings': 'a post without a title gets it from its name',
  'jekyll-toc': 'the table of contents is built in',
  'jekyll-tidy': 'Astro compresses HTML',
  'jekyll-compress-images': 'Astro makes pictures',
};

/** What is said of a plugin that a site names: nothing when its work is done here. */
export function missingPlugin(name: string): string | undefined {
  return Object.hasOwn(DONE, name) ? undefined : `the plugin \`${name}\` does not run here.`;
}

/** Plugins that a Gemfile names in the group Jekyll loads by itself. */
export function gemfilePlugins(text: string): string[] {
  const group = /group\s+:jekyll_plugins\b[^\n]*do\n([\s\S]*?)\nend/.exec(text)?.[1] ?? '';
  return [...group.matchAll(/^\s*gem\s+["']([^"']+)["']/gm)].flatMap(([, name]) => name ?? []);
}
