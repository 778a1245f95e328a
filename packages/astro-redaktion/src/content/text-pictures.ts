import { decodeEntities } from './plain-text.ts';

/** A picture in a text. */
export interface PictureTag {
  /** As written, but for entities. */
  src: string;
  /** Absent: the tag has none. */
  alt?: string;
  /** All attributes of the tag, entities resolved. */
  attributes: Record<string, string>;
  /** It stands in a link. */
  linked: boolean;
  /** The tag as written. */
  html: string;
}

/** A tag to its end, whatever its attributes hold; a comment is passed by. */
const TAG = /<!--[\s\S]*?-->|<(\/?a|img)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** A text cut at its pictures: stretches of HTML, and what their tags say. */
export function splitAtPictures(html: string): (string | PictureTag)[] {
  if (!html.includes('<img')) return [html];
  const pieces: (string | PictureTag)[] = [];
  let [at, linked] = [0, false];
  for (const { 0: tag, 1: name, 2: inside = '', index } of html.matchAll(TAG)) {
    if (name?.toLowerCase() !== 'img') {
      if (name) linked = !name.startsWith('/');
      continue;
    }
    if (index > at) pieces.push(html.slice(at, index));
    pieces.push({ ...pictureTag(inside), linked, html: tag });
    at = index + tag.length;
  }
  if (at < html.length) pieces.push(html.slice(at));
  return pieces;
}

/** The pictures of a text, in order. */
export function picturesIn(html: string): PictureTag[] {
  return splitAtPictures(html).filter((piece) => typeof piece !== 'string');
}

/** Where the pictures of a text lie, each once. */
export function addressesIn(html: string): string[] {
  return [...new Set(picturesIn(html).map(({ src }) => src))].filter((src) => src !== '');
}

function pictureTag(inside: string): Pick<PictureTag, 'src' | 'alt' | 'attributes'> {
  const attributes = Object.fromEntries(
    [...inside.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      decodeEntities(double ?? single ?? bare ?? ''),
    ]),
  );
  const { src = '', alt } = attributes;
  return { src, ...(alt === undefined ? {} : { alt }), attributes };
}

/** The engine sets pictures that are not from the site's root apart, for Astro to find; here they are tags again. */
export function plainPictures(html: string): string {
  if (!html.includes('__ASTRO_IMAGE_')) return html;
  return html.replace(/ __ASTRO_IMAGE_="([^"]*)"/g, (_, json: string) => {
    const { index: _index, inferSize: _size, ...given } = JSON.parse(decodeEntities(json)) as Record<string, unknown>;
    return Object.entries(given).map(written).join('');
  });
}

/** An attribute as HTML has it. The engine has resolved the spaces of addresses, which HTML does not take. */
function written([name, value]: [string, unknown]): string {
  const text = Array.isArray(value) ? value.join(' ') : String(value);
  const given = name === 'src' ? text.replaceAll(' ', '%20') : text;
  return ` ${name === 'className' ? 'class' : name}="${escapeAttribute(given)}"`;
}

const ALONE = /<p([^>]*)>\s*((?:<a\b[^>]*>)?)(<img\b(?:[^>"']|"[^"]*"|'[^']*')*>)((?:<\/a>)?)\s*<\/p>/g;
const TITLE = /\s+title="([^"]*)"/;

/** A picture that has a paragraph to itself, and a title, is a figure with the title as its caption. */
export function withCaptions(html: string): string {
  if (!html.includes('<img')) return html;
  return html.replace(ALONE, (whole, attributes: string, open: string, img: string, close: string) => {
    const title = TITLE.exec(img)?.[1];
    if (!title?.trim()) return whole;
    const caption = escapeAttribute(decodeEntities(title)).replaceAll('&quot;', '"');
    return `<figure${attributes}>${open}${img.replace(TITLE, '')}${close}<figcaption>${caption}</figcaption></figure>`;
  });
}

/** A text as the value of an attribute. */
export function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
