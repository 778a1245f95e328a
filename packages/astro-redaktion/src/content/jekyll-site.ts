import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { problemsError } from '../config/report.ts';
import type { JekyllDefaults } from '../config/resolve.ts';
import type { ParsedOptions } from '../config/schema.ts';
import { fileUrl } from '../config/specifier.ts';
import type { Problem } from '../types.ts';
import { feedTemplate, type FeedTemplate } from './jekyll/feed-ids.ts';
import { gemfilePlugins } from './jekyll/gemfile.ts';
import { listAddresses } from './jekyll/list-addresses.ts';
import { lineOfKey } from './jekyll/key-line.ts';
import { type JekyllConfig, readSiteConfig } from './jekyll/site-config.ts';

/** The folder that posts come from, and what its `_config.yml` says. */
export interface JekyllSite {
  /** Root of the Jekyll site's content, its `source`, or of the Astro project; ends with a slash. */
  root: URL;
  /** Where `_config.yml` and `Gemfile` lie: the root, or a folder above it where `_config.yml` names a `source`. */
  home: URL;
  /** What stands before paths from there in problems. */
  homeFolder: string;
  /** Folder of the posts; the root for a whole Jekyll site. Ends with a slash. */
  postsFolder: URL;
  /** The owner pointed at a Jekyll site: `_posts` and `_drafts` anywhere below the root. */
  whole: boolean;
  /** What stands before paths in problems: `''` or `../old-blog/`. */
  folder: string;
  config: JekyllConfig;
  /** Everything that `_config.yml` says. */
  data: Record<string, unknown>;
  hasConfig: boolean;
  /** Read as Jekyll reads it: the owner pointed at a Jekyll site, or the folder has a `_config.yml`. */
  asJekyll: boolean;
  defaults: JekyllDefaults;
  /** Jekyll's plugins that `_config.yml` or the `Gemfile` name. */
  plugins: readonly string[];
  /** How the feed that the folder brings knows its posts. */
  feed: FeedTemplate | undefined;
  problems: Problem[];
  /** Files whose change asks for a restart. */
  watch: URL[];
}

/** @throws when the folder does not exist, or its `_config.yml` cannot be read. */
export function readJekyllSite(parsed: Pick<ParsedOptions, 'jekyll' | 'posts'>, project: URL): JekyllSite {
  const whole = parsed.jekyll !== undefined;
  const home = parsed.jekyll === undefined ? project : folderUrl(parsed.jekyll, project);
  if (whole && !existsSync(home)) throw missing(parsed, project);
  const file = new URL('./_config.yml', home);
  const hasConfig = existsSync(file);
  const asJekyll = whole || hasConfig;
  const named = `${pathFrom(project, home)}_config.yml`;
  const text = hasConfig ? readFileSync(file, 'utf8') : '';
  const { config, data, problems } = readSiteConfig(hasConfig ? [{ file: named, text }] : []);
  const source = whole ? sourceFolder(config.source, { home, file: named, text }) : home;
  const errors = [...problems, ...('problem' in source ? [source.problem] : [])].filter(isError);
  if (errors.length > 0 || 'problem' in source) throw problemsError('The site cannot be read', errors);
  const root = source;
  const postsFolder = whole ? root : folderUrl(parsed.posts ?? './_posts', project);
  if (!existsSync(postsFolder)) throw missing(parsed, project);
  const gemfile = new URL('./Gemfile', home);
  const hasGemfile = asJekyll && existsSync(gemfile);
  const gems = hasGemfile ? gemfilePlugins(readFileSync(gemfile, 'utf8')).map(({ name }) => name) : [];
  const plugins = asJekyll ? [...config.plugins, ...gems] : [];
  const feed = asJekyll ? feedTemplate(fileURLToPath(root), plugins) : undefined;
  return {
    root,
    home,
    homeFolder: pathFrom(project, home),
    postsFolder,
    whole,
    folder: pathFrom(project, root),
    config,
    data,
    hasConfig,
    asJekyll,
    problems,
    defaults: asJekyll
      ? {
          ...defaultsOf(config),
          lists: listAddresses(data, (path) => textIn(root, path)),
        }
      : {},
    plugins,
    feed,
    watch: [
      ...(hasConfig ? [file] : []),
      ...(hasGemfile ? [gemfile] : []),
      ...(feed ? [pathToFileURL(feed.file)] : []),
    ],
  };
}

function defaultsOf(config: JekyllConfig): JekyllDefaults {
  const { title, description, lang, timezone, author } = config;
  return {
    ...(title ? { title } : {}),
    ...(description ? { description } : {}),
    ...(lang ? { lang } : {}),
    // Jekyll takes the machine's zone, which is UTC where sites are built; addresses near midnight depend on it.
    timezone: timezone ?? 'UTC',
    ...(author ? { author } : {}),
    future: config.future,
    drafts: config.showDrafts,
    unpublished: config.unpublished,
    ...(config.limitPosts > 0 ? { limit: config.limitPosts } : {}),
  };
}

/** The folder that `source` of `_config.yml` names; nothing outside of the Jekyll folder is ever read. */
function sourceFolder(
  source: string,
  { home, file, text }: { home: URL; file: string; text: string },
): URL | { problem: Problem } {
  const folder = folderUrl(source, home);
  const below = relative(fileURLToPath(home), fileURLToPath(folder));
  const isOut = /^\.\.(?:[/\\]|$)/.test(below) || isAbsolute(below);
  if (!isOut && existsSync(folder)) return folder;
  const line = lineOfKey(text, ['source']);
  return {
    problem: {
      code: 'config-source',
      severity: 'error',
      file,
      ...(line === undefined ? {} : { line }),
      message: `\`source: ${source}\` ${isOut ? 'leads out of the folder' : 'does not exist'}.`,
      fix: 'Name the folder that holds `_posts`, or set the option `jekyll` to it.',
    },
  };
}

/** What stands before paths of the folder in problems: `''` or `../old-blog/`. */
function pathFrom(project: URL, folder: URL): string {
  const path = relative(fileURLToPath(project), fileURLToPath(folder)).replaceAll('\\', '/');
  return path === '' ? '' : `${path}/`;
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

function folderUrl(path: string, project: URL): URL {
  return new URL(`${fileUrl(path, project).href}/`);
}

function missing(parsed: Pick<ParsedOptions, 'jekyll' | 'posts'>, project: URL): Error {
  const option = parsed.jekyll === undefined ? 'posts' : 'jekyll';
  const path = parsed[option] ?? './_posts';
  return problemsError('The posts cannot be read', [
    {
      code: 'no-such-folder',
      severity: 'error',
      file: 'astro.config',
      message: `the folder \`${path}\` does not exist in ${fileURLToPath(project)}.`,
      fix: `Create it, or set the option \`${option}\` to the folder that holds the posts.`,
    },
  ]);
}

/** `undefined` where there is no such file, or it cannot be read: whoever needs it tells of it. */
function textIn(root: URL, path: string): string | undefined {
  try {
    return readFileSync(new URL(`.${encodeURI(path)}`, root), 'utf8');
  } catch {
    return undefined;
  }
}
