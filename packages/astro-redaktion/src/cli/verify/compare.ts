import type { PageFacts, SiteFacts } from './facts.ts';
import { byWeight, changed, type Finding, lost } from './finding.ts';
import { comparePages } from './page-checks.ts';
import { type Resolve, resolver } from './resolve.ts';
import { successors } from './successors.ts';

/** Result of a comparison: how much was looked at, and what was found. */
export interface Comparison {
  counts: Record<'urls' | 'redirects' | 'anchors' | 'headings' | 'feedIds' | 'pictures' | 'links', number>;
  findings: Finding[];
  /** Lost addresses for which the new site has a likely successor. */
  moved: { from: string; to: string }[];
}

/** Compares the old site with the new one. Pure. */
export function compareSites(before: SiteFacts, after: SiteFacts): Comparison {
  const resolve = resolver(after);
  const pairs = [...before.pages].map(([path, page]) => ({ path, page, now: resolve(path) }));
  const findings = [
    ...pairs.filter(({ now }) => !now).map(({ path }) => lostUrl(path)),
    ...[...before.files].filter((path) => !after.files.has(path) && !resolve(path)).map(lostUrl),
    ...lostRedirects(before, resolve),
    ...pairs.flatMap(({ path, page, now }) => (now?.page ? [...comparePages(path, page, now.page)] : [])),
    ...lostAnchors(before, resolve),
    ...lostTargets(before, after, resolve),
    ...[...before.feedIds].filter(([id]) => !after.feedIds.has(id)).map(([id, link]) => lostFeedId(id, link)),
  ];
  const sum = (count: (page: PageFacts) => number): number =>
    [...before.pages.values()].reduce((total, page) => total + count(page), 0);
  return {
    counts: {
      urls: before.pages.size + before.files.size,
      redirects: before.redirects.size,
      anchors: sum((page) => page.links.filter(({ anchor }) => anchor).length),
      headings: sum((page) => page.headings.length),
      feedIds: before.feedIds.size,
      pictures: sum((page) => page.pictures.length),
      links: sum((page) => page.links.length + page.external.length),
    },
    findings: findings.sort(byWeight),
    moved: successors(
      pairs.filter(({ now }) => !now),
      { before, after },
    ),
  };
}

function* lostRedirects({ redirects }: SiteFacts, resolve: Resolve): Generator<Finding> {
  for (const [from, to] of redirects) {
    const now = resolve(from);
    if (!now) yield lost('redirect', from, `led to ${to}`, `Write \`redirect_from: ${from}\` in the post at ${to}.`);
    else if (!/^https?:/.test(to) && resolve(to) && resolve(to)?.path !== now.path)
      yield changed('redirect', from, `led to ${to} and leads to ${now.path} now`, 'Compare `redirect_from` of both.');
  }
}

/** Anchors that other pages link to: a heading's id nobody links to is named with its own page. */
function* lostAnchors({ pages }: SiteFacts, resolve: Resolve): Generator<Finding> {
  const seen = new Set<string>();
  for (const [from, { links }] of pages) {
    for (const { to, anchor } of links) {
      const key = `${to}#${anchor ?? ''}`;
      if (anchor === undefined || from === to || seen.has(key)) continue;
      seen.add(key);
      const old = pages.get(to);
      const now = resolve(to)?.page;
      if (!old?.anchors.has(anchor) || !now || now.anchors.has(anchor)) continue;
      yield lost(
        'anchor',
        to,
        `\`#${anchor}\`, which ${from} links to, is gone`,
        `Give the element the id \`${anchor}\`.`,
      );
    }
  }
}

/** Targets on the site that worked for a link or a picture of the old text and lead nowhere now. */
function* lostTargets(before: SiteFacts, after: SiteFacts, resolve: Resolve): Generator<Finding> {
  const worked = resolver(before);
  const seen = new Set<string>();
  for (const [from, { pictures }] of before.pages) {
    for (const path of pictures) {
      if (seen.has(path) || after.files.has(path) || resolve(path)) continue;
      seen.add(path);
      if (worked(path)) yield lost('picture', from, `the picture ${path} is gone`, 'Copy it to `public/`.');
    }
  }
}

function lostUrl(path: string): Finding {
  return lost('url', path, 'the address is gone', 'Give the page its permalink back, or write a redirect (`--map`).');
}

function lostFeedId(id: string, link: string): Finding {
  return lost(
    'feed-id',
    link,
    `the entry \`${id}\` is in no feed`,
    'Readers will show the post twice: raise `feed.limit`, or keep `site` and `permalink`.',
  );
}
