import type { Post, Problem, Series } from '../types.ts';
import { addressOf, type Context, placeOf } from './context.ts';
import { problemPlace } from './locate.ts';
import { codePoints, slugFault, termSlug } from './slug.ts';
import { bestSpelling, countSpelling, nameKey, type Spellings } from './spelling.ts';

type Part = Series['parts'][number];

/**
 * Gives posts their series, and every series its parts in order. Parts without a number get those that are
 * free, by date; two with the same number are a problem. Only listed posts are parts; another post that
 * names the series sees it all the same.
 *
 * @param posts all posts of the language that have a page, the oldest first
 */
export function createSeries(posts: readonly Post[], context: Context): { list: Series[]; problems: Problem[] } {
  const groups = Map.groupBy(
    posts.filter(({ data }) => data.series),
    ({ data }) => nameKey(data.series?.name ?? ''),
  );
  const problems: Problem[] = [];
  const slugs = new Set<string>();
  const list: Series[] = [];
  for (const [key, members] of groups) {
    const listed = members.filter((post) => post.listed);
    if (key === '' || listed.length === 0) continue;
    const { parts, problems: faults } = number(listed, context);
    const series: Series = { ...named(listed, slugs, context), parts };
    problems.push(...faults);
    for (const { part, post } of parts) post.series = { series, part };
    for (const post of members) post.series ??= { series, part: post.data.series?.part ?? parts.length + 1 };
    list.push(series);
  }
  return {
    list: list.sort((a, b) => context.collator.compare(a.name, b.name) || (a.slug < b.slug ? -1 : 1)),
    problems,
  };
}

function named(posts: Post[], slugs: Set<string>, context: Context): Omit<Series, 'parts'> {
  const spellings: Spellings = new Map();
  for (const { data } of posts) countSpelling(spellings, data.series?.name ?? '');
  const name = bestSpelling(spellings);
  const wanted = termSlug(name, { lang: context.locale.lang, mode: context.options.slugs });
  const stem = slugFault(wanted) ? codePoints(name) : wanted;
  let slug = stem;
  // A series' address stands in no front matter and can be made unique without asking.
  for (let number = 2; slugs.has(slug); number++) slug = `${stem}-${number}`;
  slugs.add(slug);
  return { name, slug, ...addressOf(placeOf(context.options.pages.series, { slug }, context), context) };
}

function number(posts: Post[], { locate }: Context): { parts: Part[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const taken = new Map<number, Post>();
  const rest: Post[] = [];
  for (const post of posts) {
    const part = post.data.series?.part;
    const other = part === undefined ? undefined : taken.get(part);
    if (other && part !== undefined) problems.push(samePart(post, { other, part, locate }));
    if (part === undefined || other) rest.push(post);
    else taken.set(part, post);
  }
  if (taken.size > 0)
    problems.push(...rest.filter(({ data }) => data.series?.part === undefined).map((post) => noPart(post, locate)));
  let free = 1;
  for (const post of rest) {
    while (taken.has(free)) free++;
    taken.set(free, post);
  }
  const parts = [...taken].map(([part, post]) => ({ part, post })).sort((a, b) => a.part - b.part);
  return { parts, problems };
}

function samePart(
  post: Post,
  { other, part, locate }: { other: Post; part: number; locate: Context['locate'] },
): Problem {
  return {
    code: 'series-same-part',
    severity: 'error',
    ...problemPlace({ file: post.data.source.file, key: 'series' }, locate),
    message: `part ${part} of the series “${post.data.series?.name}” is also ${other.data.source.file}.`,
    fix: 'Give one of them another `part`.',
  };
}

function noPart(post: Post, locate: Context['locate']): Problem {
  return {
    code: 'series-without-part',
    severity: 'warning',
    ...problemPlace({ file: post.data.source.file, key: 'series' }, locate),
    message: `the post is in the series “${post.data.series?.name}”, whose other posts are numbered, but says no \`part\`.`,
    fix: 'Add `part`; till then it gets the first free number.',
  };
}
