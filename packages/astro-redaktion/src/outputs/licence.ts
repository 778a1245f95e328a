import type { Post } from '../types.ts';
import { plain } from './plain.ts';

/**
 * Address of the licence that a post's front matter gives (`license:` or `licence:`):
 * an address as written, or the name of a Creative Commons licence, as SPDX or people write it
 * (`CC-BY-SA-4.0`, `CC BY 4.0`, `CC0`).
 * Addresses: https://creativecommons.org/licenses/list/
 */
export function licenceAddress(post: Post): string | undefined {
  const given = post.data.extra['license'] ?? post.data.extra['licence'];
  if (typeof given !== 'string') return undefined;
  const name = plain(given);
  if (/^https?:\/\/\S+$/i.test(name)) return name;
  if (/^cc[ -]?0(?:[ -]1\.0)?$/i.test(name)) return 'https://creativecommons.org/publicdomain/zero/1.0/';
  const match = /^cc[ -](by(?:[ -]nc)?(?:[ -](?:sa|nd))?)(?:[ -]([1-4]\.[05]))?$/i.exec(name);
  if (!match?.[1]) return undefined;
  return `https://creativecommons.org/licenses/${match[1].toLowerCase().replaceAll(' ', '-')}/${match[2] ?? '4.0'}/`;
}
