import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { postContext, readPost } from '../../../packages/astro-redaktion/src/content/jekyll/post.ts';
import { collisions, partPosts } from '../../../packages/astro-redaktion/src/content/jekyll/publication.ts';
import { listPosts, readPostFile } from '../../../packages/astro-redaktion/src/content/jekyll/read-folder.ts';
import { readSiteConfig } from '../../../packages/astro-redaktion/src/content/jekyll/site-config.ts';
import type { RawPost } from '../../../packages/astro-redaktion/src/content/jekyll/types.ts';
import type { PostDate, Problem } from '../../../packages/astro-redaktion/src/types.ts';

/** A case of the suite: a tiny site and what Jekyll made of it (see update.mjs). */
export interface Case {
  /** The machine's zone as Jekyll ran; ours comes from the config, else from here. */
  tz?: string;
  config?: Record<string, unknown>;
  /** Jekyll's command line. */
  args?: string[];
  files: Record<string, string>;
  jekyll: { stopped: boolean; posts: Answer[] | null; written: string[] };
}

/** What is known of one post. */
export interface Answer {
  path: string;
  url: string;
  id: string;
  title: string;
  /** ISO 8601 in the site's zone, whole seconds. */
  date: string;
  slug: string;
  ext: string;
  draft: boolean;
  tags: unknown[];
  categories: unknown[];
  layout: unknown;
  body: string;
  excerpt: unknown;
  data: Record<string, unknown>;
}

/** What we make of a case's site, in the words of Jekyll's answer. */
export function ourAnswer(site: Case): {
  problems: Problem[];
  posts: Answer[];
  held: Record<string, string>;
  files: Record<string, string>;
} {
  const root = mkdtempSync(join(tmpdir(), 'redaktion-meta-'));
  try {
    writeSite(root, site);
    return answerFor(root, site);
  } finally {
    rmSync(root, { recursive: true });
  }
}

function writeSite(root: string, { files }: Case): void {
  const draftTime = new Date('2020-01-02T03:04:05Z');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    if (path.includes('_drafts/')) utimesSync(join(root, path), draftTime, draftTime);
  }
}

function answerFor(root: string, { config: written = {}, args = [], tz = 'UTC' }: Case): ReturnType<typeof ourAnswer> {
  const { config, problems } = readSiteConfig([{ file: '_config.yml', text: JSON.stringify(written) }]);
  const folder = listPosts(root, config);
  const context = postContext(config, { timeZone: config.timezone ?? tz, impossibleDay: 'warning' });
  const results = folder.files.map((file) => readPost(readPostFile(file).source, context));
  const limit = args.indexOf('--limit_posts');
  const { published, held } = partPosts(
    results.flatMap(({ post }) => (post ? [post] : [])),
    {
      now: Date.UTC(2026, 0, 1),
      future: config.future || args.includes('--future'),
      drafts: config.showDrafts || args.includes('--drafts'),
      unpublished: config.unpublished || args.includes('--unpublished'),
      limit: limit === -1 ? config.limitPosts : Number(args[limit + 1]),
      draftFlag: 'publish',
    },
  );
  return {
    problems: [
      ...problems,
      ...folder.problems,
      ...results.flatMap((result) => result.problems),
      ...collisions(published),
    ],
    posts: published.map(answerOf),
    held: Object.fromEntries(held.map(({ post, reason }) => [post.path, reason])),
    files: Object.fromEntries(published.map(({ path, permalink }) => [path, permalink.file])),
  };
}

function answerOf(post: RawPost): Answer {
  const {
    title: _title,
    slug: _slug,
    ext: _ext,
    tags: _tags,
    categories: _categories,
    draft: _draft,
    date: _date,
    ...rest
  } = post.data;
  const { excerpt: _excerpt, layout = null, ...data } = rest;
  return {
    path: post.path,
    url: post.permalink.url,
    id: post.permalink.id,
    title: post.title,
    date: iso(post.date),
    slug: post.slug,
    ext: post.ext,
    draft: post.draft,
    tags: post.tags,
    categories: post.categories,
    layout,
    body: post.body,
    excerpt: post.excerpt?.source === undefined ? post.excerpt : { source: post.excerpt.source },
    data,
  };
}

function iso({ instant, offset }: PostDate): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return new Date(instant + offset * 60_000).toISOString().slice(0, 19) + zone;
}
