import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SearchRecord } from '../outputs/search-record.ts';

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
  if (!existsSync(new URL('./pagefind.js', made))) {
    rmSync(cache, { recursive: true, force: true });
    await index(records, fileURLToPath(made));
  }
  cpSync(made, new URL('./pagefind/', dir), { recursive: true });
}

async function index(records: readonly SearchRecord[], outputPath: string): Promise<void> {
  const { close, createIndex } = await import('pagefind');
  try {
    const { index: pages, errors } = await createIndex();
    const problems = [...errors];
    for (const { url, html } of pages ? records : []) {
      const added = await pages?.addHTMLFile({ url, content: html });
      problems.push(...(added?.errors ?? []));
    }
    if (problems.length === 0) problems.push(...((await pages?.writeFiles({ outputPath }))?.errors ?? []));
    if (problems.length > 0) throw new Error(`The search index could not be made: ${problems.join('; ')}`);
  } finally {
    await close();
  }
  for (const file of readdirSync(outputPath).filter((name) => UNUSED.test(name))) rmSync(`${outputPath}/${file}`);
}

/** Pagefind's own interfaces, which ours takes the place of. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight|playground)/;
