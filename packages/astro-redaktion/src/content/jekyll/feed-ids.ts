import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * How the feed that a folder brings knows its posts: a Liquid template in which `page` is the post. jekyll-feed has a rule
 * of its own, but themes from before it have templates, and no two of them agree.
 *
 * Looks at `*.xml` of the folder itself, and if none of them tells, of the folders in it (`feed.xml`, `blog/atom.xml`). Of
 * several the first counts in the order in which readers find them.
 *
 * @param root absolute path of the Jekyll folder
 * @param plugins names of Jekyll plugins: beside a template jekyll-feed still makes `feed.xml` where there is none
 * @returns nothing where ids are those of jekyll-feed
 */
export function feedIdTemplate(root: string, plugins: readonly string[]): string | undefined {
  const entries = entriesOf(root);
  if (plugins.includes('jekyll-feed') && !entries.some(({ name }) => name === 'feed.xml')) return undefined;
  const own = templateIn(root, entries);
  if (own !== undefined) return own;
  for (const { name } of entries.filter((entry) => entry.isDirectory() && /^[^._]/.test(entry.name))) {
    if (OTHERS.has(name)) continue;
    const below = templateIn(join(root, name), entriesOf(join(root, name)));
    if (below !== undefined) return below;
  }
  return undefined;
}

const OTHERS: ReadonlySet<string> = new Set(['node_modules', 'vendor']);
/** Names that feeds go by; those that are looked for first come first. */
const USUAL = ['feed.xml', 'atom.xml', 'rss.xml', 'index.xml'];

/** By name; none of a folder that cannot be read: whoever has to read it tells of it. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function templateIn(folder: string, entries: readonly Dirent[]): string | undefined {
  const files = entries.flatMap((entry) => (entry.isFile() && entry.name.endsWith('.xml') ? entry.name : []));
  const ordered = [...USUAL.filter((name) => files.includes(name)), ...files.filter((name) => !USUAL.includes(name))];
  for (const name of ordered) {
    const template = idIn(readFileSync(join(folder, name), 'utf8'));
    if (template !== undefined) return template;
  }
  return undefined;
}

/** What a template gives a post for its id: `{{ site.url }}{{ post.id }}` of `<id>{{ site.url }}{{ post.id }}</id>`. */
function idIn(template: string): string | undefined {
  if (!template.startsWith('---')) return undefined;
  for (const [, text = ''] of template.matchAll(/<(?:guid|id)\b[^>]*>(?:\s*<!\[CDATA\[)?([^<\]]*)/g)) {
    const [, post] = /\{\{-?\s*(?!(?:site|page)\b)(\w+)\.(?:id|url)\b/.exec(text) ?? [];
    if (post !== undefined) return `{% assign ${post} = page %}${text.trim()}`;
  }
  return undefined;
}
