import type { Filter } from '../filter.ts';
import { isNothing, toText } from '../value.ts';

/** Filters on addresses. */
export const urlFilters: Record<string, (config: Readonly<Record<string, unknown>>) => Filter> = {
  relative_url:
    (config) =>
    ({ input, text }) =>
      isNothing(input) ? null : relativeUrl(text, config),
  absolute_url:
    (config) =>
    ({ input, text }) =>
      isNothing(input) ? null : absoluteUrl(text, config),
  strip_index:
    () =>
    ({ text }) =>
      text.replace(/\/index\.html?$/, '/'),
  uri_escape:
    () =>
    ({ text }) =>
      escapeUri(text),
  cgi_escape:
    () =>
    ({ text }) =>
      escapeForm(text),
  url_encode:
    () =>
    ({ input, text }) =>
      isNothing(input) ? null : escapeForm(text),
  url_decode:
    () =>
    ({ input, text }) =>
      isNothing(input) ? null : unescapeUri(text.replaceAll('+', ' ')),
};

/** Jekyll's `relative_url`: `baseurl` in front, unless the address has a scheme; percent-encoded. */
export function relativeUrl(url: string, config: Readonly<Record<string, unknown>>): string {
  if (hasScheme(url)) return url;
  const base = toText(config['baseurl']).replace(/\/$/, '');
  return normalise(rooted(base) + rooted(url)).replace(/(?:%20)+$/, '');
}

/** Jekyll's `absolute_url`: the site's `url` in front as well. */
export function absoluteUrl(url: string, config: Readonly<Record<string, unknown>>): string {
  if (hasScheme(url)) return url;
  const host = toText(config['url']);
  const whole = host + relativeUrl(url, config);
  return normalise(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*$/i.test(whole) ? `${whole}/` : whole);
}

function hasScheme(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(url);
}

function rooted(path: string): string {
  return path === '' || path.startsWith('/') ? path : `/${path}`;
}

/** Percent-encodes what may not stand in an address, and decodes what need not be encoded. */
function normalise(url: string): string {
  const plain = url.replace(/%[0-9a-f]{2}/gi, (code) =>
    /[\w\-.~]/.test(unescapeUri(code)) ? unescapeUri(code) : code.toUpperCase(),
  );
  return plain.normalize('NFC').replace(/%(?![0-9a-f]{2})|[^\w\-.~:/?#@!$&'()*+,;=%]+/gi, encode);
}

/** Addressable's `normalize_component`: decoded first, so that nothing is encoded twice. */
function escapeUri(text: string): string {
  return unescapeUri(text).replace(/[^\w\-.~:/?#[\]@!$&'()*+,;=]+/g, encode);
}

/** Ruby's `CGI.escape`: as forms are sent. */
function escapeForm(text: string): string {
  return text
    .replace(/[^\w\-.~* ]+/g, encode)
    .replaceAll('*', '%2A')
    .replaceAll(' ', '+');
}

function unescapeUri(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes; // Not UTF-8: better left as it is than lost.
    }
  });
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
