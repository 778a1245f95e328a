import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** HTML with pictures that Astro is to make, and the addresses of those. */
interface Pictured {
  html: string;
  images: string[];
}

/**
 * Leaves to Astro only those relative pictures whose file lies beside the text. Another relative address is one of the
 * page, as Jekyll has it, and stays as written.
 *
 * @param source the text's own file
 */
export function withFoundPictures<T extends Pictured>(rendered: T, source: URL): T {
  const lost = new Set(rendered.images.filter((src) => !isFound(src, source)));
  if (lost.size === 0) return rendered;
  return {
    ...rendered,
    html: withPlainPictures(rendered.html, (src) => lost.has(src)),
    images: rendered.images.filter((src) => !lost.has(src)),
  };
}

/** Gives pictures that the engine has set apart for Astro their own attributes back; `isPlain`: default all. */
export function withPlainPictures(html: string, isPlain: (src: string) => boolean = () => true): string {
  if (!html.includes('__ASTRO_IMAGE_')) return html;
  return html.replace(/ __ASTRO_IMAGE_="([^"]*)"/g, (whole, json: string) => {
    const { index: _index, inferSize: _size, ...attributes } = JSON.parse(unescaped(json)) as Record<string, unknown>;
    if (typeof attributes['src'] !== 'string' || !isPlain(attributes['src'])) return whole;
    return Object.entries(attributes).map(written).join('');
  });
}

function isFound(src: string, source: URL): boolean {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(src)) return true;
  const url = URL.parse(src.replace(/[?#].*$/, ''), source);
  return url?.protocol === 'file:' && existsSync(fileURLToPath(url));
}

function written([name, value]: [string, unknown]): string {
  const list = Array.isArray(value) ? value.join(' ') : String(value);
  return ` ${name === 'className' ? 'class' : name}="${list.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
}

function unescaped(attribute: string): string {
  return attribute
    .replace(/&(?:quot|#x22|#34);/g, '"')
    .replace(/&(?:apos|#x27|#39);/g, "'")
    .replace(/&(?:lt|#x3C);/gi, '<')
    .replaceAll('&amp;', '&');
}
