import { posix } from 'node:path';

/**
 * The name by which loader and pages know a picture: of one from the site's root its path, of one beside the text its
 * path from the project's root, of one on another host its address.
 *
 * @param src as written
 * @param text path of the text's file from the project's root
 * @param base of the site; an address that has it already means the same picture
 */
export function pictureKey(src: string, text: string, base = '/'): string {
  if (isElsewhere(src)) return src;
  const name = decoded(src.replace(/[?#].*$/, ''));
  if (!name.startsWith('/')) return posix.join(posix.dirname(text), name);
  return base !== '/' && name.startsWith(base) ? name.slice(base.length - 1) : name;
}

/** On another host, or in the address itself (`data:`). */
export function isElsewhere(src: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(src);
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    // A lone % is a letter of the name.
    return path;
  }
}
