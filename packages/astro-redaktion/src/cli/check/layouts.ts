import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { POST_LAYOUTS } from '../../config/post-layouts.ts';
import { readLayoutChain } from '../../content/jekyll/layout-chain.ts';
import type { Problem } from '../../types.ts';

/**
 * A layout of the site's own does not carry over: its posts are printed in ours, and so are those whose layout is in no
 * file. One problem a layout, not a post.
 */
export function checkLayouts(uses: ReadonlyMap<string, number>, { root, folder, dir }: Place): Problem[] {
  const path = join(root, dir);
  const chain = readLayoutChain(path, { map: {}, known: POST_LAYOUTS });
  const own = existsSync(path) ? readdirSync(path) : [];
  return [...uses].flatMap(([name, count]): Problem[] => {
    const file = own.find((entry) => entry.replace(/\.[^.]+$/, '') === name);
    const used = `${count === 1 ? 'a post uses' : `${count} posts use`} it`;
    if (file === undefined)
      return POST_LAYOUTS.some((known) => known === name) ? [] : [missing(name, used, `${folder}${dir}`)];
    const ours = chain.ours(name) ?? 'post';
    return [
      {
        code: 'custom-layout',
        severity: 'warning',
        file: `${folder}${dir}/${file}`,
        message: `the layout \`${name}\` does not carry over; ${used}.`,
        fix: `They get our layout \`${ours}\`; another by \`layouts: { ${JSON.stringify(name)}: 'wide' }\`. What yours adds goes into a slot (\`components\`).`,
      },
    ];
  });
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
