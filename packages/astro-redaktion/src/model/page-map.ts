import type { Page, Problem } from '../types.ts';
import { fileKey } from './address.ts';
import type { PageDraft, PageSource, Placed } from './draft.ts';

/**
 * Puts each page in its place. Of two that want the same address, or the same file, the first keeps it, and
 * the other is a problem that names both. A place that leaves the site's folder is a problem, too.
 */
export function placePages(
  placed: readonly Placed[],
  keyOf: (page: PageDraft) => string,
): { pages: Map<string, Page>; problems: Problem[] } {
  const pages = new Map<string, Page>();
  const files = new Map<string, Placed>();
  const problems: Problem[] = [];
  for (const own of placed) {
    const { page, source } = own;
    const other = files.get(fileKey(page));
    if (other) problems.push(taken(own, other));
    else if (UNSAFE.test(page.path)) problems.push(unsafe(page, source));
    if (other || UNSAFE.test(page.path)) continue;
    files.set(fileKey(page), own);
    pages.set(page.path, { ...page, key: keyOf(page) } as Page);
  }
  return { pages, problems };
}

/** `.`, `..` and empty steps, and characters that no file can have. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a path may hold any character, and these must not pass.
const UNSAFE = /(?:^|\/)\.{1,2}(?:\/|$)|\/\/|\\|[\0-\x1f]/;

function taken({ page, source }: Placed, other: Placed): Problem {
  const bothPosts = source.file !== undefined && other.source.file !== undefined;
  return {
    code: bothPosts ? 'posts-same-address' : 'pages-same-address',
    severity: 'error',
    file: source.file ?? other.source.file ?? 'astro.config',
    message: `the address ${page.url} is wanted by ${other.source.words} and by ${source.words}.`,
    fix: bothPosts
      ? 'Give one of them another date, `slug` or `permalink`, or take away the redirect.'
      : 'Change the permalink, the redirect, the tag or the pattern in `pages` of one of them.',
  };
}

function unsafe({ path }: PageDraft, source: PageSource): Problem {
  return {
    code: 'page-unsafe-address',
    severity: 'error',
    file: source.file ?? 'astro.config',
    message: `the address \`${path}\` of ${source.words} would leave the site's folder, or can be no file's name.`,
    fix: 'Write a path such as /2022/a-post/.',
  };
}
