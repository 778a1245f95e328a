import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether the feeds that a folder brings know posts by their address. Jekyll's own first template did so, and most
 * themes copied it; jekyll-feed, and the other templates, take `post.id`.
 *
 * Looks at `*.xml` of the folder itself, and if none of them tells, of the folders in it (`feed.xml`, `blog/atom.xml`).
 *
 * @param root absolute path of the Jekyll folder
 * @param plugins names of Jekyll plugins: beside a template jekyll-feed still makes `feed.xml` where there is none
 */
export function feedsKnowAddresses(root: string, plugins: readonly string[]): boolean {
  const entries = entriesOf(root);
  if (plugins.includes('jekyll-feed') && !entries.some(({ name }) => name === 'feed.xml')) return false;
  const folders = entries.filter(
    (entry) => entry.isDirectory() && /^[^._]/.test(entry.name) && !OTHERS.has(entry.name),
  );
  const own = idsIn(root, entries);
  const below = (): string[] => folders.flatMap(({ name }) => idsIn(join(root, name), entriesOf(join(root, name))));
  const kinds = new Set(own.length > 0 ? own : below());
  return kinds.has('url') && !kinds.has('id');
}

const OTHERS: ReadonlySet<string> = new Set(['node_modules', 'vendor']);

/** None of a folder that cannot be read: whoever has to read it tells of it. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function idsIn(folder: string, entries: readonly Dirent[]): string[] {
  return entries.flatMap((entry) =>
    entry.isFile() && entry.name.endsWith('.xml') ? idsOf(readFileSync(join(folder, entry.name), 'utf8')) : [],
  );
}

/** `id` or `url` for each id that a template gives to a post: `<guid>{{ post.url | … }}</guid>`. */
function idsOf(template: string): string[] {
  if (!template.startsWith('---')) return [];
  return [...template.matchAll(/<(?:guid|id)\b[^>]*>([^<]*)</g)].flatMap(([, text = '']) => {
    const [, key] = /\{\{-?\s*(?!(?:site|page)\b)\w+\.(id|url)\b/.exec(text) ?? [];
    return key === undefined ? [] : [key];
  });
}
