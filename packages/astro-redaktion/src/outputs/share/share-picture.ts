import type { SiteOptions } from '../../config/site-options.ts';
import { digest } from '../../model/digest.ts';
import type { Page, Site } from '../../types.ts';
import { documentTitle } from '../page-text.ts';
import type { Picture } from '../picture.ts';
import { outputTexts } from '../texts.ts';
import { shareFacts } from './share-facts.ts';
import type { ShareFacts } from './share-node.ts';

/** Pixels; what Facebook, LinkedIn, X and Mastodon ask for (1.91 to 1). */
export const SHARE_SIZE = { width: 1200, height: 630 } as const;

/** The picture that is made for a page, with its address as linked; nothing where none is made. */
export function sharePicture(page: Page, options: SiteOptions): Picture | undefined {
  const facts = factsOf(page, options);
  if (!facts) return undefined;
  const alt = documentTitle(page, options, outputTexts(page.lang, options));
  return { url: options.base + shareFile(facts, options), alt, ...SHARE_SIZE, type: 'image/png' };
}

/** All share pictures of a site: file below the site's root → what it tells. Pages that tell the same share one. */
export function sharePictures(site: Site, options: SiteOptions): Map<string, ShareFacts> {
  const files = new Map<string, ShareFacts>();
  for (const page of site.pages.values()) {
    const facts = factsOf(page, options);
    if (facts) files.set(shareFile(facts, options), facts);
  }
  return files;
}

/** The address changes with what the picture shows: those who have shared a page keep pictures by their address. */
function shareFile(facts: ShareFacts, { sharePictures: made }: SiteOptions): string {
  return `share/${digest(JSON.stringify([made?.key, facts]))}.png`;
}

/** A picture needs an address with a host, for it is others who ask for it. */
function factsOf(page: Page, options: SiteOptions): ShareFacts | undefined {
  return options.sharePictures && options.site ? shareFacts(page, options) : undefined;
}
