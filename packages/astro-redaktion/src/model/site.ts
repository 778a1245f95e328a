import type { SiteOptions } from '../config/site-options.ts';
import type { LocaleSite, Post, PostDate, Problem, Site, TextPageData } from '../types.ts';
import { createContext } from './context.ts';
import { type Entry, oldestFirst } from './entry.ts';
import { type Gate, passGate } from './gate.ts';
import { createKeys } from './key.ts';
import { mainLocale } from './locale.ts';
import { localeSite } from './locale-site.ts';
import type { Locate } from './locate.ts';
import { newestFirst } from './order.ts';
import { placePages } from './page-map.ts';
import { createPages } from './pages.ts';
import { createParts, type Registers } from './create-parts.ts';
import type { LocaleParts } from './parts.ts';
import { createPost } from './posts.ts';
import type { Registries } from './records.ts';
import { authorRegister, termRegister } from './registry.ts';
import { linkTranslations } from './translations.ts';

export type { AuthorRecord, Registries, TermRecord } from './records.ts';
export type { Locate, Place } from './locate.ts';

/** Everything that decides a site. */
export interface SiteInput {
  /** In any order: the site is the same. */
  entries: readonly Entry[];
  /** Pages of the owner's text that are no posts. Default: none. */
  pages?: readonly TextPageData[];
  /** `publish.now` is the one clock. */
  options: SiteOptions;
  registries?: Registries;
  /** When a post whose front matter says nothing was last changed: file → date. Default: never. */
  edits?: Readonly<Record<string, PostDate>>;
  /** Their names and versions are part of every page's key. */
  plugins?: readonly { name: string; version: string }[];
  /** What else a page depends on, such as a hash of the components; part of every page's key. Default: nothing. */
  stamp?: string;
  /** Finds the line of a value, for problems. Default: problems name the file alone. */
  locate?: Locate;
  /** Whether something else writes a file, named from the root of the site. Default: nothing does. */
  hasFile?: (file: string) => boolean;
}

/**
 * Makes the whole site from its posts. Every decision is made here, once: what is published, what each page's
 * address is, which lists a post stands in. Pure: the same input gives the same site on every machine.
 *
 * @returns a whole site even when there are errors, so that all are found in one run; `problems` says whether
 * it may be built
 */
export function createSite({
  entries,
  pages: texts = [],
  options,
  registries = {},
  edits = {},
  plugins = [],
  stamp = '',
  locate,
  hasFile,
}: SiteInput): Site {
  const gate = passGate(entries.toSorted(oldestFirst), options.publish, locate);
  const created = gate.entries.map(({ entry, held }) => createPost(entry, { options, held, edits, locate }));
  const oldest = created.map(({ post }) => post);
  const registers: Registers = {
    tags: termRegister(registries.tags, '_data/tags.yml'),
    categories: termRegister(registries.categories, '_data/categories.yml'),
    authors: authorRegister(registries.authors, '_data/authors.yml'),
  };
  const locales = options.locales.length > 0 ? options.locales : [mainLocale(options)];
  const byLang = Map.groupBy(oldest, (post) => post.lang);
  const made = locales.map((locale) =>
    createParts(byLang.get(locale.lang) ?? [], registers, createContext(locale, options, locate)),
  );
  const parts = made.map((own) => own.parts);
  const linking = linkTranslations(
    oldest.filter(({ listed }) => listed),
    { options, locate },
  );
  const { placed, problems: pageFaults } = createPages(parts, texts);
  const locale = localeFinder(parts);
  const { pages, problems: clashes } = placePages(placed, {
    keyOf: createKeys({ options, stamp: JSON.stringify([plugins.map(versionOf), stamp]), locale }),
    locate,
    ...(hasFile ? { hasFile } : {}),
  });
  const problems = [
    ...gate.problems,
    ...created.flatMap((own) => own.problems),
    ...Object.values(registers).flatMap((register) => register?.problems ?? []),
    ...made.flatMap((own) => own.problems),
    ...linking,
    ...pageFaults,
    ...clashes,
  ];
  return {
    ...wholeSite(oldest, parts, options),
    pages,
    ...heldBack(gate),
    problems: inOrder(problems),
    locale,
  };
}

function wholeSite(
  posts: readonly Post[],
  parts: readonly LocaleParts[],
  { sort }: SiteOptions,
): Omit<Site, 'pages' | 'held' | 'schedule' | 'problems' | 'locale'> {
  const allPosts = posts.toSorted(newestFirst(sort));
  const keywords = parts.flatMap((own) => own.keywords ?? []);
  return {
    allPosts,
    posts: allPosts.filter(({ listed }) => listed),
    tags: parts.flatMap(({ tags }) => tags.list),
    categories: parts.flatMap(({ categories }) => categories.list),
    ...(keywords.length > 0 ? { keywords: keywords.flatMap(({ list }) => list) } : {}),
    authors: parts.flatMap(({ authors }) => authors.list),
    series: parts.flatMap(({ series }) => series),
  };
}

function heldBack({ held, nextDue, schedule }: Gate): Pick<Site, 'held' | 'nextDue' | 'schedule'> {
  return { held, schedule, ...(nextDue ? { nextDue } : {}) };
}

/** A language that the site has not is answered with the main one. */
function localeFinder(parts: readonly LocaleParts[]): (lang: string) => LocaleSite {
  const sites = new Map(parts.map((own) => [own.context.locale.lang, localeSite(own)]));
  const [main] = sites.values();
  return (lang) => {
    const found = sites.get(lang) ?? main;
    if (!found) throw new Error(`A site has at least one language, but \`locales\` is empty; “${lang}” was asked for.`);
    return found;
  };
}

function versionOf({ name, version }: { name: string; version: string }): string[] {
  return [name, version];
}

/** By file and line, so that the report is the same in any order of the entries. */
function inOrder(problems: Problem[]): Problem[] {
  const rank = ({ file, line = 0, code, message }: Problem): string =>
    JSON.stringify([file, String(line).padStart(7, '0'), code, message]);
  return problems
    .map((problem) => ({ problem, rank: rank(problem) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ problem }) => problem);
}
