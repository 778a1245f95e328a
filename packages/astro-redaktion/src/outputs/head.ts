import type { SiteOptions } from '../config/site-options.ts';
import { isUnwanted } from '../model/robots.ts';
import type { LocaleSite, Page, Post, Site } from '../types.ts';
import { absolute } from './address.ts';
import { feedLinks } from './feeds/feed-address.ts';
import type { HeadTag } from './head-tag.ts';
import { hasValue, link, meta } from './head-tag.ts';
import { licenceAddress } from './licence.ts';
import { languageVersions } from './language-versions.ts';
import { articleTags, openGraph } from './open-graph.ts';
import { documentTitle, isHidden, keywords, pageDescription } from './page-text.ts';
import type { PageFacts } from './picture.ts';
import { plain } from './plain.ts';
import { outputTexts } from './texts.ts';
import type { Text } from './texts.ts';
import { themeTags } from './theme-tags.ts';
import { twinAddress } from './twin-address.ts';

/**
 * What search engines, chat previews and feed readers learn of a page from its `<head>`.
 * Addresses that need a host (canonical, `og:url`, hreflang) are left out without `site` in astro.config.
 *
 * @param facts the page's picture, if the build knows more of it than front matter does
 */
export function headTags(page: Page, site: Site, options: SiteOptions, facts: PageFacts = {}): HeadTag[] {
  const t = outputTexts(page.lang, options);
  const post = page.kind === 'post' ? page.post : undefined;
  const tags: HeadTag[] = [
    { tag: 'title', attrs: {}, text: documentTitle(page, options, t) },
    meta('description', pageDescription(page, options)),
    meta('author', post?.authors.map((author) => plain(author.name)).join(', ')),
    meta('keywords', post && keywords(post).join(', ')),
    meta('robots', robots(page)),
    meta('fediverse:creator', post && fediverseCreator(post)),
    ...themeTags(options),
    ...addressTags(page, options),
    link({ rel: 'license', href: post && licenceAddress(post) }),
    link({ rel: 'alternate', type: 'text/markdown', href: post && markdownFile(post, options) }),
    ...openGraph(page, options, facts),
    ...(post ? articleTags(post, site, options) : []),
    ...feedTags(page, site.locale(page.lang), options, t),
  ];
  return tags.filter(hasValue);
}

/** Only posts that stand in lists have a twin in Markdown. */
function markdownFile(post: Post, options: SiteOptions): string | undefined {
  return options.markdownFiles && post.listed ? twinAddress(post) : undefined;
}

/** https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag */
function robots(page: Page): string {
  const own = page.kind === 'post' ? page.post.data.robots : undefined;
  if (isHidden(page)) return own !== undefined && isUnwanted({ robots: own }) ? own : 'noindex';
  return own ?? 'max-image-preview:large';
}

/** `@user@host` from front matter's `fediverse:`; https://docs.joinmastodon.org/entities/PreviewCard/ */
function fediverseCreator(post: Post): string | undefined {
  const handle = post.data.extra['fediverse'];
  return typeof handle === 'string' && /^@[\w.-]+@[\w-]+(?:\.[\w-]+)+$/.test(handle) ? handle : undefined;
}

function addressTags(page: Page, options: SiteOptions): HeadTag[] {
  const [previous, next] = neighbours(page);
  const order = [link({ rel: 'prev', href: previous }), link({ rel: 'next', href: next })];
  if (!options.site || page.kind === 'notFound') return order;
  const target = page.kind === 'redirect' ? page.to : page.url;
  return [link({ rel: 'canonical', href: absolute(target, options) }), ...languageTags(page, options), ...order];
}

/** Each version names all, itself too: https://developers.google.com/search/docs/specialty/international/localized-versions */
function languageTags(page: Page, options: SiteOptions): HeadTag[] {
  return languageVersions(page, options).map(({ lang, url }) => link({ rel: 'alternate', hreflang: lang, href: url }));
}

/** Pages of a list in their order; else the parts of a series; else the posts before and after. */
function neighbours(page: Page): [string | undefined, string | undefined] {
  if ('pager' in page) return [page.pager.previous, page.pager.next];
  if (page.kind !== 'post') return [undefined, undefined];
  const parts = page.post.series?.series.parts ?? [];
  const at = parts.findIndex((part) => part.post.id === page.post.id);
  if (at >= 0) return [parts[at - 1]?.post.url, parts[at + 1]?.post.url];
  return [page.previous?.url, page.next?.url];
}

function feedTags(page: Page, locale: LocaleSite, options: SiteOptions, t: Text): HeadTag[] {
  const site = feedLinks(locale.links.feed, plain(options.title));
  const own =
    page.feed && page.feed !== locale.links.feed
      ? feedLinks(page.feed, t('feedTitle', { site: plain(options.title), name: plain(page.title) }))
      : [];
  return [...own, ...site].map(({ href, type, title }) => link({ rel: 'alternate', type, title, href }));
}
