import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextPageData } from '../types.ts';
import { replaceFile } from './text-file.ts';

const NAME = 'outside.json';

/** Leaves the pages outside `_posts` for the site; they are few, so their texts lie with them. */
export function writePagesFile(folder: string, pages: readonly TextPageData[]): void {
  replaceFile(join(folder, NAME), (path) => writeFileSync(path, JSON.stringify(pages)));
}

/** The pages of the last build; none when there is no file that can be read. */
export function readPagesFile(folder: string): TextPageData[] {
  const path = join(folder, NAME);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as TextPageData[]) : [];
}
