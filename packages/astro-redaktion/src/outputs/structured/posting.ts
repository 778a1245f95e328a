import type { BlogPosting, CorrectionComment, CreativeWorkSeries, ImageObject, WebPage } from 'schema-dts';
import type { Post, PostPage } from '../../types.ts';
import { creditText } from '../../model/credit.ts';
import { absolute } from '../address.ts';
import { licenceAddress } from '../licence.ts';
import { isoTime, modified } from '../moment.ts';
import { pagePicture } from '../open-graph.ts';
import { keywords } from '../page-text.ts';
import type { Picture } from '../picture.ts';
import { plain } from '../plain.ts';
import type { Context, Node } from './node.ts';
import { nodeId, present, siteNodeId } from './node.ts';
import { author } from './person.ts';

/**
 * A post and the page that it stands on. Properties after
 * https://developers.google.com/search/docs/appearance/structured-data/article and schema.org.
 */
export function posting(page: PostPage, context: Context): Node[] {
  return [webPage(page, context), blogPosting(page, context)];
}

/** Name of a post's node, for others to refer to. */
export function postId(post: Post, { options }: Context): string {
  return nodeId(post.url, 'post', options);
}

function webPage(page: PostPage, { options }: Context): WebPage {
  return present<Exclude<WebPage, string>>({
    '@type': 'WebPage',
    '@id': nodeId(page.url, 'page', options),
    url: absolute(page.url, options),
    name: plain(page.title),
    inLanguage: page.lang,
    isPartOf: { '@id': siteNodeId('website', options) },
    breadcrumb: page.crumbs.length > 1 ? { '@id': nodeId(page.url, 'breadcrumbs', options) } : undefined,
  });
}

function blogPosting(page: PostPage, context: Context): BlogPosting {
  const { options, facts } = context;
  const { post } = page;
  const picture = pagePicture(page, options, facts);
  const publisher = { '@id': siteNodeId('publisher', options) };
  return present<Exclude<BlogPosting, string>>({
    '@type': 'BlogPosting',
    '@id': postId(post, context),
    mainEntityOfPage: { '@id': nodeId(post.url, 'page', options) },
    url: absolute(post.url, options),
    headline: plain(post.title),
    description: plain(post.description ?? ''),
    datePublished: isoTime(post.date),
    dateModified: isoTime(modified(post, options)),
    expires: post.data.expires && isoTime(post.data.expires),
    author: post.authors.length > 0 ? post.authors.map((person) => author(person, context)) : publisher,
    publisher,
    inLanguage: post.lang,
    wordCount: post.data.words || undefined,
    timeRequired: `PT${post.minutes}M`,
    keywords: keywords(post),
    articleSection: post.categories.map((term) => plain(term.label)).filter(Boolean),
    image: picture && imageObject(picture, post, context),
    license: licenceAddress(post),
    creditText: plain((post.data.rights?.credits ?? []).map(creditText).join('; ')),
    isPartOf: [{ '@id': siteNodeId('website', options) }, ...partOfSeries(post, context)],
    position: post.series?.part,
    workTranslation: post.translations.map((other) => ({ '@id': postId(other, context) })),
    correction: post.data.corrections.map(correction),
  });
}

function imageObject(picture: Picture, post: Post, { options }: Context): ImageObject {
  const { caption, credit, rights } = post.data.image ?? {};
  const source = rights?.source;
  return present<Exclude<ImageObject, string>>({
    '@type': 'ImageObject',
    url: picture.url,
    contentUrl: picture.url,
    width: picture.width ? String(picture.width) : undefined,
    height: picture.height ? String(picture.height) : undefined,
    encodingFormat: picture.type,
    caption: plain(caption ?? picture.alt ?? ''),
    creditText: plain(credit ?? (rights ? creditText(rights) : '')),
    license: rights?.licence?.address,
    creator: rights?.creator
      ? { '@type': 'Person', '@id': nodeId(post.url, 'image-creator', options), name: plain(rights.creator) }
      : undefined,
    acquireLicensePage: source && /^https?:/.test(source) ? source : undefined,
  });
}

function partOfSeries(post: Post, { options }: Context): CreativeWorkSeries[] {
  if (!post.series) return [];
  const { series } = post.series;
  const url = absolute(series.url, options);
  return [
    { '@type': 'CreativeWorkSeries', '@id': nodeId(series.url, 'series', options), name: plain(series.name), url },
  ];
}

function correction({ day, text }: { day: string; text: string }): CorrectionComment {
  return { '@type': 'CorrectionComment', datePublished: day, text: plain(text) };
}
