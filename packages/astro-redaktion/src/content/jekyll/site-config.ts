import { isLanguageTag, isTimeZone } from '../../config/intl-names.ts';
import type { Problem } from '../../types.ts';
import { permalinkTemplate } from '../../model/permalink.ts';
import { CONFIG_KEYS } from './config-keys.ts';
import type { JekyllConfig } from './jekyll-config.ts';
import { deepMerge, isData } from './deep-merge.ts';
import { lineOfKey } from './key-line.ts';
import { permalinkProblem } from './post-problems.ts';
import { parseYaml } from './yaml.ts';

export type { JekyllConfig } from './jekyll-config.ts';

/**
 * Reads `_config.yml` (and those that follow it, as in `--config a.yml,b.yml`: later ones win, maps merge) into
 * what content asks of it, with Jekyll's defaults where it says nothing.
 *
 * @param files texts with their paths as the owner knows them; none gives Jekyll's defaults
 */
export function readSiteConfig(files: readonly ConfigFile[]): SiteConfig {
  const problems: Problem[] = [];
  let data: Record<string, unknown> = {};
  for (const file of files) data = deepMerge(data, readFile(file, problems));
  const config = configOf(data);
  for (const problem of checkConfig(config, data, files)) problems.push(problem);
  const ignored = Object.keys(data).flatMap((key) => (CONFIG_KEYS[key] ? [{ key, reason: CONFIG_KEYS[key] }] : []));
  return { config, data, ignored, problems };
}

const EXCLUDED = [
  '.sass-cache',
  '.jekyll-cache',
  'gemfiles',
  'Gemfile',
  'Gemfile.lock',
  'node_modules',
  'vendor/bundle/',
  'vendor/cache/',
  'vendor/gems/',
  'vendor/ruby/',
];
/** Jekyll's own settings for kramdown, which the owner's are merged into. */
const KRAMDOWN = {
  auto_ids: true,
  toc_levels: [1, 2, 3, 4, 5, 6],
  entity_output: 'as_char',
  smart_quotes: 'lsquo,rsquo,ldquo,rdquo',
  input: 'GFM',
  hard_wrap: false,
  guess_lang: true,
  footnote_nr: 1,
  show_warnings: false,
};

function readFile({ file, text }: ConfigFile, problems: Problem[]): Record<string, unknown> {
  const result = parseYaml(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  const fault = result.fault ?? result.duplicate;
  if (fault) {
    const { message, line, column, quoted } = fault;
    const severity = result.fault ? 'error' : 'warning';
    problems.push({ code: 'config-yaml', severity, file, line, column, message: `${message}, in "${quoted}".` });
  }
  if (isData(result.value)) return result.value;
  if (result.value !== undefined && result.value !== null && result.value !== false) {
    problems.push({
      code: 'config-yaml',
      severity: 'error',
      file,
      line: 1,
      message: 'The file holds no keys.',
      fix: 'Write it as lines of "key: value".',
    });
  }
  return {};
}

function configOf(data: Data): JekyllConfig {
  const permalink = textOf(data, 'permalink') ?? 'date';
  const posts = collectionOf(data['collections'], 'posts');
  return {
    ...presentTexts(data),
    baseurl: (textOf(data, 'baseurl') ?? '').replace(/\/+$/, ''),
    permalinkStyle: permalink,
    permalink: typeof posts['permalink'] === 'string' ? posts['permalink'] : permalinkTemplate(permalink),
    defaults: data['defaults'],
    collections: data['collections'] ?? {},
    excerptSeparator:
      data['excerpt_separator'] === undefined || data['excerpt_separator'] === null
        ? '\n\n'
        : String(data['excerpt_separator']),
    markdownExtensions: (textOf(data, 'markdown_ext') ?? 'markdown,mkdown,mkdn,mkd,md')
      .split(',')
      .map((name) => `.${name.trim().toLowerCase()}`),
    future: data['future'] === true,
    showDrafts: data['show_drafts'] === true,
    unpublished: data['unpublished'] === true,
    limitPosts: typeof data['limit_posts'] === 'number' ? data['limit_posts'] : 0,
    markdown: textOf(data, 'markdown') ?? 'kramdown',
    kramdown: deepMerge(KRAMDOWN, isData(data['kramdown']) ? data['kramdown'] : {}),
    include: ['.htaccess', ...listOf(data['include'])],
    exclude: [...listOf(data['exclude']), ...EXCLUDED],
    plugins: listOf(data['plugins'] ?? data['gems']),
    dataDir: textOf(data, 'data_dir') ?? '_data',
    layoutsDir: textOf(data, 'layouts_dir') ?? '_layouts',
    includesDir: textOf(data, 'includes_dir') ?? '_includes',
    collectionsDir: (textOf(data, 'collections_dir') ?? '').replace(/^\/+|\/+$/g, ''),
    destination: textOf(data, 'destination') ?? '_site',
    source: textOf(data, 'source') ?? '.',
  };
}

function presentTexts(
  data: Data,
): Pick<JekyllConfig, 'title' | 'description' | 'lang' | 'author' | 'url' | 'timezone'> {
  const author = isData(data['author']) ? textOf(data['author'], 'name') : textOf(data, 'author');
  const texts = {
    title: textOf(data, 'title') ?? textOf(data, 'name'),
    description: textOf(data, 'description'),
    lang: languageOf(textOf(data, 'lang') ?? textOf(data, 'language') ?? textOf(data, 'locale')),
    author,
    url: textOf(data, 'url')?.replace(/\/+$/, ''),
    timezone: textOf(data, 'timezone'),
  };
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined && text !== ''));
}

/** `sv_SE.UTF-8` as a tag; of several (`ko-KR, en-US`) the first. */
function languageOf(text: string | undefined): string | undefined {
  const first = text?.split(',').find((part) => part.trim());
  return first
    ?.trim()
    .replace(/[.@].*$/, '')
    .replaceAll('_', '-');
}

function* checkConfig(config: JekyllConfig, data: Data, files: readonly ConfigFile[]): Generator<Problem> {
  const where = (...keys: string[]): { file: string; line?: number } => {
    for (const { file, text } of [...files].reverse()) {
      const line = lineOfKey(text, keys);
      if (line !== undefined) return { file, line };
    }
    return { file: files[0]?.file ?? '_config.yml' };
  };
  const { timezone, limitPosts, lang } = config;
  if (timezone !== undefined && !isTimeZone(timezone)) {
    const message = `There is no time zone "${timezone}".`;
    yield {
      code: 'config-timezone',
      severity: 'error',
      ...where('timezone'),
      message,
      fix: 'Write an IANA name: timezone: Europe/Stockholm',
    };
  }
  if (lang !== undefined && !isLanguageTag(lang)) {
    const key = ['lang', 'language', 'locale'].find((name) => textOf(data, name) !== undefined) ?? 'lang';
    yield {
      code: 'config-lang',
      severity: 'error',
      ...where(key),
      message: `"${lang}" is no language tag (BCP 47), so no dates and texts can be made in it.`,
      fix: `Write for example ${key}: sv, or ${key}: en-GB`,
    };
  }
  if (!Number.isInteger(limitPosts) || limitPosts < 0) {
    const message = `limit_posts is ${limitPosts}; it must be a whole number, 0 for no limit.`;
    yield {
      code: 'config-limit',
      severity: 'error',
      ...where('limit_posts'),
      message,
      fix: 'Remove the line, or write a number.',
    };
  }
  const own =
    isData(data['collections']) && isData(data['collections']['posts']) && data['collections']['posts']['permalink'];
  const placeholder = permalinkProblem(
    config.permalink,
    own ? where('collections', 'posts', 'permalink') : where('permalink'),
  );
  if (placeholder) yield placeholder;
}

/** `collections` may be a map of settings or a bare list of labels. */
function collectionOf(collections: unknown, label: string): Data {
  const own = isData(collections) ? collections[label] : undefined;
  return isData(own) ? own : {};
}

function textOf(data: Data, key: string): string | undefined {
  const value = data[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function listOf(value: unknown): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((item) => (typeof item === 'string' && item !== '' ? [item] : []));
}

type Data = Readonly<Record<string, unknown>>;

/** A configuration file's text and its path as the owner knows it. */
export interface ConfigFile {
  file: string;
  text: string;
}

export interface SiteConfig {
  config: JekyllConfig;
  /** Everything that the files say, for Liquid's `site`. */
  data: Record<string, unknown>;
  /** Keys of Jekyll's that have no effect here, and why or what takes their place. */
  ignored: { key: string; reason: string }[];
  problems: Problem[];
}
