import type { FeedItem } from './feed-item.ts';

/**
 * A stretch of a feed's file: text, or UTF-8. A file is a list of them: its posts' texts are nearly all of it, each
 * stands in many files, and to put all into one string would copy each of them twice for every one.
 */
export type FeedPiece = string | Uint8Array<ArrayBuffer>;

/** A post's text as feeds in XML have it, or as JSON Feed does; made once. */
export function textBytes(item: FeedItem, form: keyof typeof FORMS): Uint8Array<ArrayBuffer> {
  const known = bytes[form].get(item);
  if (known) return known;
  const made = encode(FORMS[form](item.html));
  bytes[form].set(item, made);
  return made;
}

/** The end of a CDATA section can stand in none: it is cut in two. */
const FORMS = {
  xml: (html: string) => `<![CDATA[${html.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`,
  json: (html: string) => JSON.stringify(html),
};

const bytes = {
  xml: new WeakMap<FeedItem, Uint8Array<ArrayBuffer>>(),
  json: new WeakMap<FeedItem, Uint8Array<ArrayBuffer>>(),
};

/** In one room for all and copied from there: an array of each one's own asks for its length first, which takes as long. */
function encode(text: string): Uint8Array<ArrayBuffer> {
  const most = MOST_BYTES * text.length;
  if (room.length < most) room = new Uint8Array(2 * most);
  return room.slice(0, encoder.encodeInto(text, room).written);
}

const encoder = new TextEncoder();
let room = new Uint8Array(1 << 16);
/** Of UTF-8 for a unit of UTF-16. */
const MOST_BYTES = 3;
