import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IndexFile } from 'pagefind';
import type { SearchRecord } from '../outputs/search-record.ts';
import { inOrder } from './search-order.ts';

/**
 * Makes the search index with Pagefind and puts it into the finished site, under `pagefind/`. An index of the very same
 * records is taken from the cache: indexing costs more than the page.
 *
 * @param cache folder that stays between builds
 * @throws when Pagefind cannot read a record, with its own words
 */
export async function writeSearchIndex(
  records: readonly SearchRecord[],
  { dir, cache }: { dir: URL; cache: URL },
): Promise<void> {
  const digest = createHash('sha1');
  for (const { url, html } of records) digest.update(`${url}\n${html}\n`);
  const made = new URL(`./${digest.digest('hex')}/`, cache);
  if (!existsSync(made)) {
    const files = await index(records);
    rmSync(cache, { recursive: true, force: true });
    write(files, fileURLToPath(made).replace(/[\\/]$/, ''));
  }
  cpSync(made, new URL('./pagefind/', dir), { recursive: true });
}

/** The files of the index. Pagefind's own `writeFiles()` gives word before the last of them is whole on a busy machine. */
async function index(records: readonly SearchRecord[]): Promise<IndexFile[]> {
  const { close, createIndex } = await import('pagefind');
  try {
    const { index: pages, errors } = await createIndex();
    const problems = [...errors];
    for (const { url, html } of pages ? records : []) {
      const added = await pages?.addHTMLFile({ url, content: html });
      problems.push(...(added?.errors ?? []));
    }
    const made = problems.length === 0 ? await pages?.getFiles() : undefined;
    problems.push(...(made?.errors ?? []));
    if (problems.length > 0) throw new Error(`The search index could not be made: ${problems.join('; ')}`);
    return inOrder((made?.files ?? []).filter(({ path }) => !UNUSED.test(path)));
  } finally {
    await close();
  }
}

/** The folder gets its name when it is whole, so that an interrupted build leaves nothing that looks like an index. */
function write(files: readonly IndexFile[], folder: string): void {
  for (const { path, content } of files) {
    const file = join(`${folder}.new`, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  renameSync(`${folder}.new`, folder);
}

/** Pagefind's own interfaces, which ours takes the place of. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight|playground)/;
