import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFrontMatter } from './front-matter.ts';

/** The layouts of a Jekyll site, each with the one it stands in. */
export interface LayoutChain {
  /** Layout → the one that its own front matter names. */
  parents: ReadonlyMap<string, string>;
  /**
   * The layout of ours for one of the site's: by the map, by its name, else by those of the layouts it stands in
   * (`longread` in `wide` in `default` is `wide`).
   *
   * @returns `undefined` when no layout of the chain is known
   */
  ours: (name: string) => string | undefined;
}

/**
 * @param folder absolute path of the site's `_layouts`; it need not exist
 * @param map the option `layouts`
 * @param known names of our layouts
 */
export function readLayoutChain(
  folder: string,
  { map, known }: { map: Readonly<Record<string, string>>; known: readonly string[] },
): LayoutChain {
  const parents = new Map(readParents(folder));
  return {
    parents,
    ours(name) {
      const seen = new Set<string>();
      for (let at: string | undefined = name; at !== undefined && !seen.has(at); at = parents.get(at)) {
        if (Object.hasOwn(map, at)) return map[at];
        if (known.includes(at)) return at;
        seen.add(at);
      }
      return undefined;
    },
  };
}

function readParents(folder: string): [string, string][] {
  return layoutFiles(folder).flatMap(({ name, path }): [string, string][] => {
    const { layout } = readFrontMatter(readFileSync(path, 'utf8'), path).data;
    return typeof layout === 'string' ? [[name, layout]] : [];
  });
}

/** The layouts in a folder: their names, as front matter has them, and their absolute paths. */
export function layoutFiles(folder: string): { name: string; path: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return [];
    const path = join(entry.parentPath, entry.name);
    const name = path
      .slice(folder.length)
      .replaceAll('\\', '/')
      .replace(/^\/+/, '')
      .replace(/\.[^./]+$/, '');
    return [{ name, path }];
  });
}
