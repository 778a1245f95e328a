import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const READERS = ['readFileSync', 'openSync', 'readdirSync', 'readFile', 'open', 'createReadStream'] as const;

type Call = (...args: unknown[]) => unknown;

/**
 * Notes every file opened while `watch` runs that lies outside `folder`. Code in `node_modules` does not count, for it
 * is what Node itself loads, nor does the map of Sweden that the package brings with it.
 */
export function watchReads(folder: string): { outside: string[]; stop: () => void } {
  const outside: string[] = [];
  const inside = folder.endsWith(sep) ? folder : folder + sep;
  const originals = READERS.map((name) => [name, fs[name] as unknown as Call] as const);
  for (const [name, original] of originals) {
    Object.assign(fs, {
      [name]: (...args: unknown[]) => {
        const path = pathOf(args[0]);
        // Judged by where it leads: a link in the folder may lead out of it.
        const real = path === undefined ? undefined : realOf(path);
        if (real !== undefined && !real.startsWith(inside) && !isOurs(real)) outside.push(real);
        return original(...args);
      },
    });
  }
  syncBuiltinESMExports();
  return {
    outside,
    stop: () => {
      Object.assign(fs, Object.fromEntries(originals));
      syncBuiltinESMExports();
    },
  };
}

const MAP = resolve(import.meta.dirname, '../../packages/astro-redaktion/geo/lan.topo.json');

function isOurs(path: string): boolean {
  return path.includes(`${sep}node_modules${sep}`) || path === MAP;
}

function pathOf(value: unknown): string | undefined {
  if (value instanceof URL) return fileURLToPath(value);
  return typeof value === 'string' ? resolve(value) : undefined;
}

function realOf(path: string): string {
  try {
    return fs.realpathSync(path);
  } catch {
    return path;
  }
}
