import type { SiteOptions } from '../../config/site-options.ts';
import { directionOf } from '../../i18n/direction.ts';
import { formatDate } from '../../i18n/format.ts';
import type { Page } from '../../types.ts';
import { pageDescription } from '../page-text.ts';
import { plain } from '../plain.ts';
import { canDraw, drawn } from './share-letters.ts';
import type { ShareFacts } from './share-node.ts';

/**
 * What the share picture of a page tells: home pages, and posts that have no picture of their own.
 *
 * @returns nothing for other pages, and for titles in letters that the fonts of the package do not draw (Arabic,
 *   Chinese) unless the owner gives fonts: a row of empty boxes is worse than no picture
 */
export function shareFacts(page: Page, options: SiteOptions): ShareFacts | undefined {
  if (page.kind !== 'home' && page.kind !== 'post') return undefined;
  const post = page.kind === 'post' ? page.post : undefined;
  if (post?.data.image || post?.data.redirectTo) return undefined;
  const ownFonts = options.sharePictures?.ownFonts ?? false;
  const title = plain(page.title) || plain(options.title);
  if (!ownFonts && !canDraw(title)) return undefined;
  const text = (given: string): string => shorten(ownFonts ? plain(given) : drawn(plain(given)));
  return {
    kind: page.kind,
    title: text(title),
    description: text(pageDescription(page, options)),
    site: text(options.title),
    host: hostOf(options),
    authors: (post?.authors ?? []).map(({ name }) => text(name)).filter(Boolean),
    ...(post && { date: formatDate(post.date, { lang: page.lang, timezone: options.timezone }) }),
    tags: (post?.tags ?? []).map(({ label }) => text(label)).filter(Boolean),
    lang: page.lang,
    direction: directionOf(page.lang),
    hue: options.theme.accentHue,
  };
}

function hostOf({ site }: SiteOptions): string {
  return site === undefined ? '' : new URL(site).host;
}

/** No picture has room for more, and a title may have any length. */
function shorten(text: string): string {
  return text.length <= MOST
    ? text
    : `${text
        .slice(0, MOST)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`;
}

const MOST = 199;
