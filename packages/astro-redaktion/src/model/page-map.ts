import type { Page, Problem } from '../types.ts';
import { fileKey, namesFile, pageFile } from './address.ts';
import type { PageDraft, PageSource, Placed } from './draft.ts';
import { type Locate, problemPlace } from './locate.ts';
import { redirectWords } from './redirects.ts';

/**
 * Puts each page in its place. Of two that want the same address, or the same file, the first keeps it, and
 * the other is a problem that names both; but a page of the folder gives way to one of ours, as indexes of tags that
 * themes bring do to the index of tags. A place that leaves the site's folder is a problem, too. Two places that
 * differ in case alone are two to most servers and one to some disks: a warning. Redirects that nobody wrote down come
 * last, where there is room.
 */
export function placePages(
  placed: readonly Placed[],
  {
    keyOf,
    locate,
    hasFile = () => false,
  }: { keyOf: (page: PageDraft) => string; locate?: Locate | undefined; hasFile?: (file: string) => boolean },
): { pages: Map<string, Page>; problems: Problem[] } {
  const pages = new Map<string, Page>();
  const files = new Map<string, Placed>();
  const routes = new Map<string, Placed>();
  const problems: Problem[] = [];
  const implied: Placed[] = [];
  const holderOf = ({ page }: Placed): Placed | undefined => files.get(fileKey(page)) ?? routes.get(page.path);
  const place = (own: Placed): void => {
    const { page } = own;
    files.set(fileKey(page), own);
    routes.set(page.path, own);
    pages.set(page.path, { ...page, key: keyOf(page) } as Page);
  };
  for (const own of placed) {
    // `/a` and `/a/` are two files, and one route.
    const other = holderOf(own);
    const isBad = isUnsafe(own.page.path);
    if (isImplied(own)) implied.push(own);
    else if (other) problems.push(taken(own, other, locate));
    else if (isBad) problems.push(unsafe(own.page, own.source, locate));
    else place(own);
    if (other) implied.push(...fileBefore(own, other));
  }
  for (const own of implied) {
    const { page } = own;
    if (!holderOf(own) && !isUnsafe(page.path) && !hasFile(pageFile(page))) place(own);
  }
  return { pages, problems: [...problems, ...sameButForCase(files, locate)] };
}

function isUnsafe(path: string): boolean {
  // A character takes three bytes at most (half a pair of surrogates two), so short paths need no counting.
  return UNSAFE.test(path) || (path.length > LONGEST / 3 && path.split('/').some(isTooLong));
}

function isTooLong(step: string): boolean {
  return new TextEncoder().encode(step).length > LONGEST;
}

/** `.`, `..` and empty steps, and characters that no file can have. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a path may hold any character, and these must not pass.
const UNSAFE = /(?:^|\/)\.{1,2}(?:\/|$)|\/\/|\\|[\0-\x1f]/;

/** Bytes of a step: file systems take names of 255, with their ending. */
const LONGEST = 250;

function sameButForCase(files: ReadonlyMap<string, Placed>, locate: Locate | undefined): Problem[] {
  const keys = [...files.keys()];
  if (new Set(keys.map((key) => key.toLowerCase())).size === keys.length) return [];
  return [...Map.groupBy(files, ([key]) => key.toLowerCase()).values()].flatMap(([first, ...others]) =>
    others.flatMap(([, { page, source }]) => (first ? differsInCase({ page, source }, first[1], locate) : [])),
  );
}

function differsInCase({ page, source }: Placed, other: Placed, locate: Locate | undefined): Problem {
  return {
    code: 'addresses-differ-in-case',
    severity: 'warning',
    ...sourcePlace(source.file ?? other.source.file, locate, page.kind === 'redirect' ? 'redirect_from' : 'address'),
    message: `the addresses ${other.page.url} (${other.source.words}) and ${page.url} (${source.words}) differ in case alone: to macOS, Windows and some hosts they are one.`,
    fix: 'Give one of them another `slug` or `permalink`, or take away the redirect.',
  };
}

function taken({ page, source }: Placed, other: Placed, locate: Locate | undefined): Problem {
  if (givesWay(source, other.source)) return gaveWay({ page, source }, other, locate);
  return {
    ...conflict({ page, source }, other),
    severity: 'error',
    ...sourcePlace(source.file ?? other.source.file, locate, page.kind === 'redirect' ? 'redirect_from' : 'address'),
    message: `the address ${page.url} is wanted by ${other.source.words} and by ${source.words}.`,
  };
}

/** A file itself, not an old address that it names: what it leads to from there (`redirect_to`) is not missed either. */
function givesWay(source: PageSource, other: PageSource): boolean {
  return source.words === source.file && other.file === undefined;
}

function isImplied({ page }: Placed): boolean {
  return page.kind === 'redirect' && page.implied === true;
}

/** A page that gives way may have had a file beside the folder of ours: `/tags` in `tags.html`, which leads on. */
function fileBefore({ page, source }: Placed, other: Placed): Placed[] {
  const { url, path, title, lang } = page;
  if (!givesWay(source, other.source) || url.endsWith('/') || namesFile(url) || !other.page.url.endsWith('/'))
    return [];
  const front = { url: `${url}.html`, path: `${path}.html`, title, lang, crumbs: [], alternates: [], noindex: true };
  return [
    {
      page: { kind: 'redirect', ...front, to: other.page.url, implied: true },
      source: { words: redirectWords(source.words) },
    },
  ];
}

/** What sort of conflict it is: an old address that two say was theirs can lead to one of them, which loses no page. */
function conflict({ page, source }: Placed, other: Placed): Pick<Problem, 'code' | 'fix'> {
  if (source.file === undefined || other.source.file === undefined)
    return {
      code: 'pages-same-address',
      fix: 'Change the permalink, the redirect, the tag or the pattern in `pages` of one of them.',
    };
  return page.kind === 'redirect' && other.page.kind === 'redirect'
    ? { code: 'redirects-same-address', fix: 'Take it away from one of them; the one named first leads on.' }
    : {
        code: 'posts-same-address',
        fix: 'Give one of them another date, `slug` or `permalink`, or take away the redirect.',
      };
}

function gaveWay({ page, source }: Placed, other: Placed, locate: Locate | undefined): Problem {
  return {
    code: 'page-gave-way',
    severity: 'warning',
    ...sourcePlace(source.file, locate),
    message: `${source.words} is not published: at its address ${page.url} there is ${other.source.words}.`,
    fix: 'Nothing is to be done if the page only lists what ours does. To have both, give one of them another address: its permalink, or the pattern in `pages`.',
  };
}

function unsafe({ path }: PageDraft, source: PageSource, locate: Locate | undefined): Problem {
  return {
    code: 'page-unsafe-address',
    severity: 'error',
    ...sourcePlace(source.file, locate),
    message: `the address \`${shown(path)}\` of ${source.words} would leave the site's folder, or can be no file's name.`,
    fix: 'Write a path such as /2022/a-post/.',
  };
}

function shown(path: string): string {
  return path.length > 120 ? `${path.slice(0, 117)}…` : path;
}

/** A post's address comes from several keys; the options' from a file that has no line that we know. */
function sourcePlace(
  file: string | undefined,
  locate: Locate | undefined,
  key: 'address' | 'redirect_from' = 'address',
): Pick<Problem, 'file' | 'line' | 'column'> {
  return file === undefined ? { file: 'astro.config' } : problemPlace({ file, key }, locate);
}
