import { readFileSync } from 'node:fs';
import { posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultComponent } from '../../config/slot-code.ts';
import type { SlotName } from '../../config/slots.ts';
import { noteOf } from './note.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The default component of a slot as it stands in an owner's project: with a note of where it comes from, and with
 * imports that hold there. What has no public name is imported from `astro-redaktion/internal/`, which any version may
 * change: that is the price of a copy, and `--diff` tells of it.
 */
export function defaultSource(slot: SlotName, version: string): string {
  const file = fileURLToPath(defaultComponent(slot));
  const folder = relative(ROOT, file).replaceAll('\\', '/').split('/').slice(0, -1).join('/');
  const text = readFileSync(file, 'utf8')
    .replace(
      /((?:from|import)\s*\(?\s*)(['"])(\.[^'"]+)\2/g,
      (_, start: string, sign: string, path: string) =>
        `${start}${sign}astro-redaktion/${publicPath(posix.join(folder, path))}${sign}`,
    )
    // The public door to slots, which knows their props.
    .replace(/virtual:redaktion\/components\/(\w+)/g, 'astro-redaktion/slots/$1.astro');
  return text.replace(/^---\n/, `---\n${noteOf(slot, version)}\n`);
}

/** A file of the package by the name that its exports give it. */
function publicPath(file: string): string {
  const built = file.replace(/\.ts$/, '.js');
  if (built === 'types.js') return 'types';
  return /^views\/(?:components|layouts)\//.test(built) ? built.slice('views/'.length) : `internal/${built}`;
}
