import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from '../model/from-root.ts';

const PICTURE = /(<img\b[^>]*?\ssrc=")(\/(?!\/)[^"]*)"/g;

/**
 * Pictures that a text names from the root of the project's public files, by the address that they are served at: with
 * the site's base. An address that no file has is left as it was written.
 */
export function basedPictures(html: string, { base, folder }: { base: string; folder: string }): string {
  if (base === '/' || !html.includes('<img')) return html;
  return html.replace(PICTURE, (whole, start: string, src: string) => {
    const based = fromRoot(src, base);
    return based !== src && existsSync(join(folder, pathOf(src))) ? `${start}${based}"` : whole;
  });
}

function pathOf(src: string): string {
  const path = src.replaceAll('&amp;', '&').replace(/[?#].*$/s, '');
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
