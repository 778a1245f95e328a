import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { problemsError } from '../config/report.ts';
import type { JekyllDefaults } from '../config/resolve.ts';
import type { ParsedOptions } from '../config/schema.ts';
import { fileUrl } from '../config/specifier.ts';
import type { Problem } from '../types.ts';
import { type JekyllConfig, readSiteConfig } from './jekyll/site-config.ts';

/** The folder that posts come from, and what its `_config.yml` says. */
export interface JekyllSite {
  /** Root of the Jekyll site, or of the Astro project; ends with a slash. */
  root: URL;
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
  defaults: JekyllDefaults;
  problems: Problem[];
  /** Files whose change asks for a restart. */
  watch: URL[];
}

/** @throws when the folder does not exist, or its `_config.yml` cannot be read. */
export function readJekyllSite(parsed: Pick<ParsedOptions, 'jekyll' | 'posts'>, project: URL): JekyllSite {
  const whole = parsed.jekyll !== undefined;
  const root = parsed.jekyll === undefined ? project : folderUrl(parsed.jekyll, project);
  const postsFolder = parsed.jekyll === undefined ? folderUrl(parsed.posts ?? './_posts', project) : root;
  if (!existsSync(postsFolder)) throw missing(parsed, project);
  const path = relative(fileURLToPath(project), fileURLToPath(root)).replaceAll('\\', '/');
  const folder = path === '' ? '' : `${path}/`;
  const file = new URL('./_config.yml', root);
  const hasConfig = existsSync(file);
  const { config, data, problems } = readSiteConfig(
    hasConfig ? [{ file: `${folder}_config.yml`, text: readFileSync(file, 'utf8') }] : [],
  );
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw problemsError('The site cannot be read', errors);
  return {
    root,
    postsFolder,
    whole,
    folder,
    config,
    data,
    hasConfig,
    problems,
    defaults: hasConfig ? defaultsOf(config) : {},
    watch: hasConfig ? [file] : [],
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
