import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a feed knows its posts. */
export interface FeedTemplate {
  /** Absolute path of the feed's own template. */
  file: string;
  /** Liquid, in which `page` is the post. */
  id: string;
  /** It is an address, and where the site's own is not known, the new one's host belongs before it. */
  whole: boolean;
}

/**
 * How the feed that a folder brings knows its posts. jekyll-feed has a rule of its own, but themes from before it have
 * templates, and no two of them agree.
 *
 * Looks at `*.xml` of the folder itself, and if none of them tells, of the folders in it (`feed.xml`, `blog/atom.xml`). Of
 * several the first counts in the order in which readers find them.
 *
 * @param root absolute path of the Jekyll folder
 * @param plugins names of Jekyll plugins: beside a template jekyll-feed still makes `feed.xml` where there is none
 * @returns nothing where ids are those of jekyll-feed, or of more than a post and the site's settings
 */
export function feedTemplate(root: string, plugins: readonly string[]): FeedTemplate | undefined {
  const entries = entriesOf(root);
  if (plugins.includes('jekyll-feed') && !entries.some(({ name }) => name === 'feed.xml')) return undefined;
  const own = templateIn(root, entries);
  if (own) return own;
  for (const { name } of entries.filter((entry) => entry.isDirectory() && /^[^._]/.test(entry.name))) {
    if (OTHERS.has(name)) continue;
    const below = templateIn(join(root, name), entriesOf(join(root, name)));
    if (below) return below;
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

function templateIn(folder: string, entries: readonly Dirent[]): FeedTemplate | undefined {
  const files = entries.flatMap((entry) => (entry.isFile() && entry.name.endsWith('.xml') ? entry.name : []));
  const ordered = [...USUAL.filter((name) => files.includes(name)), ...files.filter((name) => !USUAL.includes(name))];
  for (const name of ordered) {
    const file = join(folder, name);
    const found = idIn(readFileSync(file, 'utf8'));
    if (found !== undefined) return { file, ...found };
  }
  return undefined;
}

/**
 * What a template gives a post for its id: `{{ site.url }}{{ post.id }}` of `<id>{{ site.url }}{{ post.id }}</id>`. Where RSS
 * has no `guid`, readers know a post by its link.
 */
function idIn(template: string): Pick<FeedTemplate, 'id' | 'whole'> | undefined {
  const text = template.replaceAll(COMMENTS, '');
  if (!text.startsWith('---') || !/<(?:rss|feed|rdf:RDF)\b/.test(text)) return undefined;
  const isLink = /<rss\b/.test(text) && !/<(?:guid|id)\b/.test(text);
  for (const [, id = ''] of text.matchAll(isLink ? LINKS : IDS)) {
    const [, post] = /\{\{-?\s*(?!(?:site|page)\b)(\w+)\.(?:id|url)\b/.exec(id) ?? [];
    if (post === undefined) continue;
    if (variables(id).some((name) => name !== post && name !== 'site')) return undefined;
    const whole = isLink || /site\.(?:url|github)|absolute_url/.test(id);
    return { id: `{% assign ${post} = page %}${id.trim()}`, whole };
  }
  return undefined;
}

const IDS = /<(?:guid|id)\b[^<>]*>(?:\s*<!\[CDATA\[)?([^<\]]*)/g;
const LINKS = /<link>(?:\s*<!\[CDATA\[)?([^<\]]*)/g;
const COMMENTS = /<!--[\s\S]*?-->|\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g;

/** The variables that a template reads; `site.time` counts as one, since it is another in each build. */
function variables(template: string): string[] {
  return [...template.matchAll(/\{\{-?([\s\S]*?)-?\}\}|\{%-?\s*\w+([\s\S]*?)-?%\}/g)].flatMap(([, output, tag]) => {
    const code = (output ?? tag ?? '').replaceAll(/"[^"]*"|'[^']*'/g, '""').replaceAll(/\|\s*\w+/g, '|');
    const names = code.matchAll(/(?<![\w.-])([a-z_][\w-]*)(\.time\b)?/gi);
    return [...names].flatMap(([, name = '', time = '']) => (WORDS.has(name) ? [] : name + time));
  });
}

const WORDS: ReadonlySet<string> = new Set(['and', 'blank', 'contains', 'empty', 'false', 'nil', 'null', 'or', 'true']);
