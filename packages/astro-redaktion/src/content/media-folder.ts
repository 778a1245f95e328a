import { escapeAttribute, splitAtPictures } from './text-pictures.ts';

/**
 * The folder of a post's pictures, as the theme Chirpy has it in front matter (`media_subpath`, once `img_path`): its
 * layouts set it before every address but those of other hosts.
 */
export function mediaFolder({ media_subpath: now, img_path: before }: Readonly<Record<string, unknown>>): string {
  const folder = now ?? before;
  return typeof folder === 'string' ? folder.trim() : '';
}

/** The address of a picture from the site's root. One that begins with the folder has it from a template. */
export function inMediaFolder(src: string, folder: string): string {
  if (folder === '' || src === '' || src.includes(':') || src.startsWith('//')) return src;
  const place = `/${folder}/`.replace(/\/{2,}/g, '/');
  return `/${src}`.replace(/^\/\//, '/').startsWith(place) ? src : `${place}${src}`.replace(/\/{2,}/g, '/');
}

/** A text whose pictures lie in such a folder. */
export function picturesInMediaFolder(html: string, folder: string): string {
  if (folder === '') return html;
  const pieces = splitAtPictures(html).map((piece) => {
    if (typeof piece === 'string') return piece;
    const src = inMediaFolder(piece.src, folder);
    return src === piece.src ? piece.html : piece.html.replace(SRC, () => ` src="${escapeAttribute(src)}"`);
  });
  return pieces.join('');
}

const SRC = /\ssrc\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)/i;
