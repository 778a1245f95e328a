/** Something of an old site that is not installed where it is compared, and was left out of its build. */
export interface LeftOut {
  /** A plugin by its gem, a plugin of the site's own by its file, the theme, or the Markdown engine. */
  kind: 'plugin' | 'file' | 'theme' | 'markdown';
  name: string;
  /** What Ruby said, where it is more than that there is no such gem. */
  why?: string;
  /** What it means for the comparison, in one sentence. */
  meaning: string;
}

/** What Ruby could not load. */
export type Missing = Omit<LeftOut, 'meaning'>;

/** Tags and includes that have printed nothing. */
export interface Silent {
  includes: string[];
  tags: string[];
}

/** Says of each what its absence means. */
export function leftOut(missing: readonly Missing[], silent: Silent): LeftOut[] {
  // Themes and GitHub's set bring plugins of their own; of the others it is said where they are named.
  const tags = silent.tags.filter((tag) => !missing.some(({ name }) => name === SILENT_TAGS[tag]));
  const unsaid = [...silent.includes, ...tags.map((tag) => `{% ${tag} %}`)];
  const sayer = missing.find(({ kind }) => kind === 'theme') ?? missing.find(({ name }) => name === 'github-pages');
  return missing.map((one) => ({
    kind: one.kind,
    name: one.name,
    ...(one.why === undefined || isPlain(one.why, one.name) ? {} : { why: one.why }),
    meaning: `${meaningOf(one)}${unsaid.length > 0 && one === sayer ? `; nothing is printed for ${unsaid.join(', ')}` : ''}`,
  }));
}

function meaningOf({ kind, name }: Missing): string {
  if (kind === 'markdown') return 'kramdown took its place: ids of headings and HTML of texts are kramdown’s';
  if (kind === 'theme')
    return 'texts are compared under their title and date; what its layouts and files add is not in the old build';
  return (kind === 'plugin' && Object.hasOwn(MEANINGS, name) ? MEANINGS[name] : undefined) ?? UNKNOWN;
}

/** Tags that print nothing of a text, or nothing that can be compared, and their plugins: Jekyll need not stop at them. */
export const SILENT_TAGS: Readonly<Record<string, string>> = {
  avatar: 'jekyll-avatar',
  feed_meta: 'jekyll-feed',
  gist: 'jekyll-gist',
  last_modified_at: 'jekyll-last-modified-at',
  seo: 'jekyll-seo-tag',
};

/** The missing plugins that a tag unknown to Jekyll most likely belongs to. */
export function likelyOwners(tag: string, list: readonly LeftOut[]): string[] {
  const plugins = list.filter(({ kind }) => kind === 'plugin' || kind === 'file').map(({ name }) => name);
  const known = plugins.filter((name) => Object.hasOwn(OTHER_TAGS, name) && OTHER_TAGS[name]?.includes(tag));
  const alike = plugins.filter((name) => name.toLowerCase().includes(tag.toLowerCase()));
  return [known, alike, plugins].find((names) => names.length > 0) ?? [];
}

function isPlain(why: string, name: string): boolean {
  return why === `cannot load such file -- ${name}`;
}

const UNKNOWN = 'what it makes is not in the old build';

const MEANINGS: Readonly<Record<string, string>> = {
  'github-pages':
    'GitHub’s own set of plugins did not run: lists (/page2/ …), pages made of README files or without front matter, and `site.github` are not in the old build',
  'jekyll-admin': 'it works only while writing: nothing is missing',
  'jekyll-archives': 'pages of tags, categories, years and months are not in the old build',
  'jekyll-avatar': '`{% avatar %}` prints nothing',
  'jekyll-category-pages': 'pages of categories are not in the old build',
  'jekyll-compose': 'it works only while writing: nothing is missing',
  'jekyll-compress-images': 'pictures are as they were before: nothing is missing',
  'jekyll-default-layout': 'texts that name no layout have none in the old build',
  'jekyll-feed': 'there is no feed in the old build: its address and ids of posts in feeds are not compared',
  'jekyll-gist': '`{% gist %}` prints nothing',
  'jekyll-github-metadata': '`site.github` is empty, and what is made of it is not in the old build',
  'jekyll-include-cache': '`include_cached` works as `include`: nothing is missing',
  'jekyll-last-modified-at': 'dates of change are not in the old build',
  'jekyll-mentions': '`@name` is no link in the old build',
  'jekyll-minifier': 'HTML is as it was before: nothing is missing',
  'jekyll-multiple-languages-plugin': 'addresses below a language (`/de/…`) are not in the old build',
  'jekyll-optional-front-matter': 'pages without front matter are not in the old build',
  'jekyll-paginate': 'pages of the list (/page2/ …) are not in the old build',
  'jekyll-paginate-v2': 'pages of lists (/page2/ …) are not in the old build',
  'jekyll-polyglot': 'addresses below a language (`/de/…`) are not in the old build',
  'jekyll-readme-index': 'README files are no pages of the old build',
  'jekyll-redirect-from': 'its redirects (redirect_from, redirect_to) are not in the old build, and not compared',
  'jekyll-relative-links': 'links to Markdown files stay as they are written in the old build',
  'jekyll-remote-theme': 'the theme was not fetched',
  'jekyll-scholar': 'its references are not in the old build',
  'jekyll-seo-tag': '`{% seo %}` prints nothing: titles and dates are compared where the page shows them',
  'jekyll-sitemap': 'there is no sitemap in the old build; addresses are compared all the same',
  'jekyll-spaceship': 'its tables, diagrams and media stay as they are written',
  'jekyll-tagging': 'pages of tags are not in the old build',
  'jekyll-tidy': 'HTML is as it was before: nothing is missing',
  'jekyll-titles-from-headings': 'pages whose title is their first heading have none in the old build',
  'jekyll-toc': 'tables of contents are not in the old build',
  'jekyll-webp': 'copies of pictures as WebP are not in the old build',
  jemoji: '`:tada:` stays as it is written in the old build',
};

/** Tags whose output is part of a text: without their plugin there is nothing to compare with. */
const OTHER_TAGS: Readonly<Record<string, readonly string[]>> = {
  'jekyll-figure': ['figure', 'endfigure'],
  'jekyll-multiple-languages-plugin': ['t', 'tf', 'translate', 'translate_file', 'translate_link'],
  'jekyll-octicons': ['octicon'],
  'jekyll-picture-tag': ['picture'],
  'jekyll-polyglot': ['I18n_Headers', 'static_href', 'endstatic_href'],
  'jekyll-responsive-image': ['responsive_image', 'responsive_image_block', 'endresponsive_image_block'],
  'jekyll-scholar': ['bibliography', 'cite', 'cite_details', 'quote', 'reference'],
  'jekyll-assets': ['asset', 'img', 'css', 'js'],
};
