import type { SiteOptions } from '../../config/site-options.ts';
import type { PostDate } from '../../types.ts';
import { isoTime, rfc822Time } from '../moment.ts';
import type { FeedDocument } from './feed-document.ts';
import type { FeedItem } from './feed-item.ts';
import { type FeedPiece, textBytes } from './feed-piece.ts';

/** All that a format needs to write one file of a feed. */
export interface FeedInput {
  document: FeedDocument;
  items: FeedItem[];
  options: SiteOptions;
}

/** A date that feedsmith writes with the site's offset; its own `Date`s end up in UTC. */
export function zoned(date: PostDate): Date {
  return Object.assign(new Date(date.instant), {
    toISOString: () => isoTime(date),
    toUTCString: () => rfc822Time(date),
  });
}

/** When anything in the file last changed; for an empty one, when it was built. Never the clock of the build otherwise. */
export function lastChange(items: FeedItem[], options: SiteOptions): PostDate {
  const none = { instant: options.publish.now, offset: 0, day: '' };
  return (
    items.reduce<PostDate | undefined>((last, { updated }) => {
      return last && last.instant >= updated.instant ? last : updated;
    }, undefined) ?? none
  );
}

/** Style sheets for people who open a feed in a browser: XSLT where there still is one, else CSS. */
export function styleSheets({ base }: SiteOptions): { type: string; href: string }[] {
  return [
    { type: 'text/xsl', href: `${base}feed.xsl` },
    { type: 'text/css', href: `${base}feed.css` },
  ];
}

/**
 * The same feed with every literal `&apos;` marked: feedsmith 3.0.1 turns that into `'` even where it is text, in CDATA.
 * The mark is a noncharacter, which no text of ours can hold (`legal()`); `finishXml()` takes it away.
 */
export function guarded<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('&apos;', `&${MARK}apos;`) as T;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(guarded) as T;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, guarded(inner)])) as T;
}

/**
 * The items with a short mark in the place of each text: texts are nearly all of a feed, and feedsmith copies and
 * searches what it is given some ten times. `finish…()` put them back. A text without markup, which feedsmith sets
 * plainly and not in CDATA, stays.
 */
export function withMarks(items: readonly FeedItem[]): FeedItem[] {
  return items.map((item, index) => (/[<>&]/.test(item.html) ? { ...item, html: `<${TEXT}${index}>` } : item));
}

/**
 * With the texts, without the white space that feedsmith sets round CDATA, which would be part of an `atom:id`,
 * and with the mark of an archive, which it does not know (RFC 5005, section 4).
 */
export function finishXml(xml: string, { document: { archive }, items }: FeedInput): FeedPiece[] {
  const tight = xml
    .replace(/>\n *<!\[CDATA\[/g, '><![CDATA[')
    .replace(/\]\]>\n *<\//g, ']]></')
    .replaceAll(MARK, '');
  const marked = archive === undefined ? tight : tight.replace(/<feed [^>]*>/, `$&\n  ${ARCHIVE}`);
  return withTexts(marked, { pattern: IN_XML, items, form: 'xml' });
}

/** With the texts, as JSON has them. */
export function finishJson(json: string, { items }: FeedInput): FeedPiece[] {
  return withTexts(json, { pattern: IN_JSON, items, form: 'json' });
}

function withTexts(
  text: string,
  { pattern, items, form }: { pattern: RegExp; items: readonly FeedItem[]; form: 'xml' | 'json' },
): FeedPiece[] {
  return text.split(pattern).map((part, at) => {
    const item = at % 2 === 0 ? undefined : items[Number(part)];
    return item ? textBytes(item, form) : part;
  });
}

const MARK = '\uFDD0';
/** Another noncharacter. */
const TEXT = '\uFDD1';
const IN_XML = new RegExp(`<!\\[CDATA\\[<${TEXT}(\\d+)>\\]\\]>`);
const IN_JSON = new RegExp(`"<${TEXT}(\\d+)>"`);
const ARCHIVE = '<fh:archive xmlns:fh="http://purl.org/syndication/history/1.0"/>';
