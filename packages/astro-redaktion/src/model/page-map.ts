import type { Page, Problem } from '../types.ts';
import { fileKey } from './address.ts';
import type { PageDraft, PageSource, Placed } from './draft.ts';
import { type Locate, problemPlace } from './locate.ts';

/**
 * Puts each page in its place. Of two that want the same address, or the same file, the first keeps it, and
 * the other is a problem that names both. A place that leaves the site's folder is a problem, too.
 */
export function placePages(
  placed: readonly Placed[],
  { keyOf, locate }: { keyOf: (page: PageDraft) => string; locate?: Locate | undefined },
): { pages: Map<string, Page>; problems: Problem[] } {
  const pages = new Map<string, Page>();
  const files = new Map<string, Placed>();
  const problems: Problem[] = [];
  for (const own of placed) {
    const { page, source } = own;
    const other = files.get(fileKey(page));
    if (other) problems.push(taken(own, other, locate));
    else if (UNSAFE.test(page.path)) problems.push(unsafe(page, source, locate));
    if (other || UNSAFE.test(page.path)) continue;
    files.set(fileKey(page), own);
    pages.set(page.path, { ...page, key: keyOf(page) } as Page);
  }
  return { pages, problems };
}

/** `.`, `..` and empty steps, and characters that no file can have. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a path may hold any character, and these must not pass.
const UNSAFE = /(?:^|\/)\.{1,2}(?:\/|$)|\/\/|\\|[\0-\x1f]/;

function taken({ page, source }: Placed, other: Placed, locate: Locate | undefined): Problem {
  const bothPosts = source.file !== undefined && other.source.file !== undefined;
  return {
    code: bothPosts ? 'posts-same-address' : 'pages-same-address',
    severity: 'error',
    ...sourcePlace(source.file ?? other.source.file, locate, page.kind === 'redirect' ? 'redirect_from' : 'address'),
    message: `the address ${page.url} is wanted by ${other.source.words} and by ${source.words}.`,
    fix: bothPosts
      ? 'Give one of them another date, `slug` or `permalink`, or take away the redirect.'
      : 'Change the permalink, the redirect, the tag or the pattern in `pages` of one of them.',
  };
}

function unsafe({ path }: PageDraft, source: PageSource, locate: Locate | undefined): Problem {
  return {
    code: 'page-unsafe-address',
    severity: 'error',
    ...sourcePlace(source.file, locate),
    message: `the address \`${path}\` of ${source.words} would leave the site's folder, or can be no file's name.`,
    fix: 'Write a path such as /2022/a-post/.',
  };
}

/** A post's address comes from several keys; the options' from a file that has no line that we know. */
function sourcePlace(
  file: string | undefined,
  locate: Locate | undefined,
  key: 'address' | 'redirect_from' = 'address',
): Pick<Problem, 'file' | 'line' | 'column'> {
  return file === undefined ? { file: 'astro.config' } : problemPlace({ file, key }, locate);
}
