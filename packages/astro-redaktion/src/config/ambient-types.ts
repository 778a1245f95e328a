import { fileURLToPath } from 'node:url';

const FILES = ['../virtual.d.ts', '../views/locals.d.ts'];

/**
 * The file that tells TypeScript of `Astro.locals.redaktion` in every page, component and endpoint of the owner's, and of
 * the modules that ejected components import. Astro writes it to `.astro/`, which belongs to the machine: so paths do.
 */
export function ambientTypes(): { filename: string; content: string } {
  const paths = FILES.map((file) => fileURLToPath(new URL(file, import.meta.url)));
  return {
    filename: 'types.d.ts',
    content: paths.map((path) => `/// <reference path=${JSON.stringify(path)} />\n`).join(''),
  };
}
