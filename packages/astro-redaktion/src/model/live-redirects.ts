import type { Page, Problem, RedirectPage, Site } from '../types.ts';
import { type Locate, problemPlace } from './locate.ts';

/**
 * Redirects from an address that something else answers already: a page of the owner's or of a plugin, a feed, a file
 * of `public/`. One of the two would be lost without a word. Two pages of the model's own are told of by `placePages()`.
 *
 * @param answers what answers at the address of a page, in words; nothing where it is free
 */
export function redirectsOntoLive(
  site: Site,
  { answers, locate }: { answers: (page: Page) => string | undefined; locate?: Locate },
): Problem[] {
  return [...site.pages.values()].flatMap((page) => {
    const live = page.kind === 'redirect' && !page.implied ? answers(page) : undefined;
    if (page.kind !== 'redirect' || live === undefined) return [];
    return [
      {
        code: 'redirect-onto-live',
        severity: 'error' as const,
        ...placeOf(page, site, locate),
        message: `there is a redirect from ${page.url}, where ${live} already answers.`,
        fix: 'Take the redirect away, or the page or file.',
      },
    ];
  });
}

/**
 * Posts and pages of the owner's texts that want an address which a file of the site's machinery has: they would stand in
 * lists and feeds, and nowhere else.
 *
 * @param holds what holds the address of a page, in words; nothing where it is free, or the owner gave it away
 */
export function textsOntoFiles(
  site: Site,
  { holds, locate }: { holds: (page: Page) => string | undefined; locate?: Locate },
): Problem[] {
  return [...site.pages.values()].flatMap((page) => {
    const file = sourceOf(page);
    const holder = file === undefined ? undefined : holds(page);
    if (file === undefined || holder === undefined) return [];
    return [
      {
        code: 'address-held',
        severity: 'error' as const,
        ...problemPlace({ file, key: 'address' }, locate),
        message: `the address ${page.url} belongs to ${holder}, so the text would have no page.`,
        fix: 'Give it another `permalink` or `slug`.',
      },
    ];
  });
}

function sourceOf(page: Page): string | undefined {
  if (page.kind === 'post') return page.post.data.source.file;
  return page.kind === 'page' ? page.data.source.file : undefined;
}

/** Where the redirect is written: in the post or the page that it leads to, or that is one itself. */
function placeOf(
  page: RedirectPage,
  site: Site,
  locate: Locate | undefined,
): Pick<Problem, 'file' | 'line' | 'column'> {
  const posts = site.allPosts.map(({ url, data }) => ({ url, ...data }));
  const texts = [...site.pages.values()].flatMap((each) =>
    each.kind === 'page' ? [{ url: each.url, ...each.data }] : [],
  );
  const all = [...posts, ...texts];
  const itself = all.find(({ url, redirectTo }) => url === page.url && redirectTo !== undefined);
  if (itself) return problemPlace({ file: itself.source.file, key: 'redirect_to' }, locate);
  const target = all.find(({ url, redirectFrom }) => url === page.to && redirectFrom.length > 0);
  return target ? problemPlace({ file: target.source.file, key: 'redirect_from' }, locate) : { file: 'astro.config' };
}
