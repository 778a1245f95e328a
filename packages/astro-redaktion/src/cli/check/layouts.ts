import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../types.ts';

/** A layout of the site's own does not carry over: its posts are printed in ours. One problem a layout, not a post. */
export function checkLayouts(uses: ReadonlyMap<string, number>, { root, folder, dir }: Place): Problem[] {
  const path = join(root, dir);
  const own = existsSync(path) ? readdirSync(path) : [];
  return [...uses].flatMap(([name, count]): Problem[] => {
    const file = own.find((entry) => entry.replace(/\.[^.]+$/, '') === name);
    if (file === undefined) return [];
    return [
      {
        code: 'custom-layout',
        severity: 'warning',
        file: `${folder}${dir}/${file}`,
        message: `the layout \`${name}\` does not carry over; ${count === 1 ? 'a post uses' : `${count} posts use`} it.`,
        fix: 'They get our layout: what yours adds goes into a slot (`components`).',
      },
    ];
  });
}

interface Place {
  root: string;
  /** What stands before paths in problems. */
  folder: string;
  /** Folder of the layouts. */
  dir: string;
}
