import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pageFile } from '../../../packages/astro-redaktion/src/model/address.ts';
import { postContext, readPost } from '../../../packages/astro-redaktion/src/content/jekyll/post.ts';
import { listPosts, readPostFile } from '../../../packages/astro-redaktion/src/content/jekyll/read-folder.ts';
import { readSiteConfig } from '../../../packages/astro-redaktion/src/content/jekyll/site-config.ts';
import type { RawPost } from '../../../packages/astro-redaktion/src/content/jekyll/types.ts';
import type { PageDraft } from '../../../packages/astro-redaktion/src/model/draft.ts';
import { type Entry, oldestFirst } from '../../../packages/astro-redaktion/src/model/entry.ts';
import { passGate } from '../../../packages/astro-redaktion/src/model/gate.ts';
import { placePages } from '../../../packages/astro-redaktion/src/model/page-map.ts';
import type { PostData, PostDate, Problem } from '../../../packages/astro-redaktion/src/types.ts';

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
  const newest = limit === -1 ? config.limitPosts : Number(args[limit + 1]);
  const posts = new Map(results.flatMap(({ post }) => (post ? [[post.path, post]] : [])));
  const { entries, held } = passGate([...posts.values()].map(entryOf).sort(oldestFirst), {
    now: Date.UTC(2026, 0, 1),
    future: config.future || args.includes('--future'),
    drafts: config.showDrafts || args.includes('--drafts'),
    unpublished: config.unpublished || args.includes('--unpublished'),
    ...(newest > 0 ? { limit: newest } : {}),
    preview: false,
  });
  const published = entries.flatMap(({ entry }) => posts.get(entry.id) ?? []);
  return {
    problems: [
      ...problems,
      ...folder.problems,
      ...results.flatMap((result) => result.problems),
      ...collisions(published),
    ],
    posts: published.map(answerOf),
    held: Object.fromEntries(held.map(({ post, reason }) => [post.file, reason])),
    files: Object.fromEntries(published.map(({ path, permalink }) => [path, pageFile(permalink)])),
  };
}

/** What the gate asks of a post. `draft: true`, which we hold back on purpose and Jekyll publishes, is left out. */
function entryOf({ path, date, title, published, inDrafts }: RawPost): Entry {
  const data = { date, title, published, draft: inDrafts, source: { file: path, bodyLine: 1 } };
  return { id: path, data: data as PostData };
}

/** Posts that would be one file, as every site of ours is told of them. */
function collisions(posts: readonly RawPost[]): Problem[] {
  const placed = posts.map(({ path: file, permalink: { url, path } }) => ({
    page: { kind: 'post', url, path } as PageDraft,
    source: { file, words: file },
  }));
  return placePages(placed, { keyOf: () => '' }).problems;
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
