/** The formats of feeds. */
export type FeedFormat = 'rss' | 'atom' | 'json';

/**
 * Addresses of a feed in all formats, from that of its RSS form: its siblings in the same folder.
 *
 * @param rss ends in `feed.xml`
 */
export function feedAddress(rss: string, format: FeedFormat, archive?: number): string {
  const [stem, extension] = FILES[format];
  const file = archive === undefined ? `${stem}.${extension}` : `${stem}.${archive}.${extension}`;
  return rss.replace(/[^/]*$/, file);
}

/** Autodiscovery: RSS first, since readers take the first that they find. */
export function feedLinks(rss: string, title: string): { href: string; type: string; title: string }[] {
  return FORMATS.map((format) => ({
    href: feedAddress(rss, format),
    type: FEED_TYPES[format],
    title: format === 'rss' ? title : `${title} (${NAMES[format]})`,
  }));
}

export const FORMATS: readonly FeedFormat[] = ['rss', 'atom', 'json'];

/** RFC 4287, section 7; https://www.jsonfeed.org/version/1.1/; RSS has no registered type, this is the one in use. */
export const FEED_TYPES: Record<FeedFormat, string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

const NAMES: Record<FeedFormat, string> = { rss: 'RSS', atom: 'Atom', json: 'JSON' };
const FILES: Record<FeedFormat, [string, string]> = {
  rss: ['feed', 'xml'],
  atom: ['atom', 'xml'],
  json: ['feed', 'json'],
};
