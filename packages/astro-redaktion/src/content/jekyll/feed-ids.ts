import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether the feeds that a folder brings know posts by their address. Jekyll's own first template did so, and most
 * themes copied it; jekyll-feed, and the other templates, take `post.id`.
 *
 * Looks at `*.xml` of the folder itself and of those in it, where templates of feeds lie (`feed.xml`, `blog/atom.xml`).
 *
 * @param root absolute path of the Jekyll folder
 * @param plugins names of Jekyll plugins: beside a template jekyll-feed still makes `feed.xml` where there is none
 */
export function feedsKnowAddresses(root: string, plugins: readonly string[]): boolean {
  const entries = readdirSync(root, { withFileTypes: true });
  const folders = entries.filter(
    (entry) => entry.isDirectory() && /^[^._]/.test(entry.name) && !OTHERS.has(entry.name),
  );
  const names = [
    ...xmlOf(root),
    ...folders.flatMap(({ name }) => xmlOf(join(root, name)).map((file) => `${name}/${file}`)),
  ];
  if (plugins.includes('jekyll-feed') && !names.includes('feed.xml')) return false;
  const kinds = new Set(names.flatMap((name) => idsOf(readFileSync(join(root, name), 'utf8'))));
  return kinds.has('url') && !kinds.has('id');
}

const OTHERS: ReadonlySet<string> = new Set(['node_modules', 'vendor']);

function xmlOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && entry.name.endsWith('.xml') ? [entry.name] : [],
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
