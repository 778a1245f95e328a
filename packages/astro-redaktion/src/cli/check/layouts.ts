import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { POST_LAYOUTS } from '../../config/post-layouts.ts';
import { readLayoutChain } from '../../content/jekyll/layout-chain.ts';
import type { Problem } from '../../types.ts';

/** How many posts and pages use a layout, by its name. */
export interface LayoutUses {
  posts: ReadonlyMap<string, number>;
  pages: ReadonlyMap<string, number>;
}

/**
 * A layout of the site's own does not carry over: its posts and pages are printed in ours, and so are the posts whose
 * layout is in no file. One problem a layout, not a post. A page's layout in no file is a theme's, and no news.
 */
export function checkLayouts({ posts, pages }: LayoutUses, { root, folder, dir }: Place): Problem[] {
  const path = join(root, dir);
  const chain = readLayoutChain(path, { map: {}, known: POST_LAYOUTS });
  const own = existsSync(path) ? readdirSync(path) : [];
  return [...new Set([...posts.keys(), ...pages.keys()])].flatMap((name): Problem[] => {
    const file = own.find((entry) => entry.replace(/\.[^.]+$/, '') === name);
    const ofPosts = posts.get(name) ?? 0;
    const used = usedBy(ofPosts, pages.get(name) ?? 0);
    if (file === undefined) {
      const known = ofPosts === 0 || POST_LAYOUTS.some((ours) => ours === name);
      return known ? [] : [missing(name, usedBy(ofPosts, 0), `${folder}${dir}`)];
    }
    return [
      {
        code: 'custom-layout',
        severity: 'warning',
        file: `${folder}${dir}/${file}`,
        message: `the layout \`${name}\` does not carry over; ${used}.`,
        fix: whatToDo(name, ofPosts > 0 ? (chain.ours(name) ?? 'post') : undefined),
      },
    ];
  });
}

/** @param ours our layout for its posts; none: it has pages alone */
function whatToDo(name: string, ours: string | undefined): string {
  // The template of jekyll-redirect-from, which a site may replace.
  if (name === 'redirect' && ours === undefined)
    return '`redirect_to` leads to the address that it names, whatever this layout makes of it: name other sites in full.';
  const printed = ours
    ? `They get our layout \`${ours}\`; another by \`layouts: { ${JSON.stringify(name)}: 'wide' }\`.`
    : 'With `jekyllPages: true`, pages are printed in our layout for pages; one without a text of its own shows what this one makes.';
  return `${printed} What yours adds goes into a slot (\`components\`).`;
}

function usedBy(posts: number, pages: number): string {
  const parts = [counted(posts, 'post'), counted(pages, 'page')].flatMap((part) => part ?? []);
  return `${parts.join(' and ')} ${posts + pages === 1 ? 'uses' : 'use'} it`;
}

function counted(count: number, noun: string): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? `a ${noun}` : `${count} ${noun}s`;
}

/** Jekyll warns of it, unless a theme has it, and prints the text alone. */
function missing(name: string, used: string, folder: string): Problem {
  return {
    code: 'layout-missing',
    severity: 'warning',
    file: folder,
    message: `there is no layout \`${name}\` in this folder; ${used}.`,
    fix: `They get our layout \`post\`; another by \`layouts: { ${JSON.stringify(name)}: 'wide' }\`.`,
  };
}

interface Place {
  root: string;
  /** What stands before paths in problems. */
  folder: string;
  /** Folder of the layouts. */
  dir: string;
}
