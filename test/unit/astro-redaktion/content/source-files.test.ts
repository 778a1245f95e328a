import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { JekyllSite } from '../../../../packages/astro-redaktion/src/content/jekyll-site.ts';
import { listSources } from '../../../../packages/astro-redaktion/src/content/source-files.ts';

test('links that stay in the folder are read; files and folders behind others are not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'redaktion-sources-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const posts = join(folder, '_posts');
  for (const name of ['_posts/sub', 'outside']) mkdirSync(join(folder, name), { recursive: true });
  for (const name of ['_posts/2022-01-02-b.md', '_posts/sub/2022-01-01-a.md', 'outside/2022-01-03-c.md'])
    writeFileSync(join(folder, name), 'Text.');
  symlinkSync(join(posts, 'sub/2022-01-01-a.md'), join(posts, '2022-01-04-d.md'));
  symlinkSync(join(folder, 'outside/2022-01-03-c.md'), join(posts, '2022-01-05-e.md'));
  symlinkSync(join(folder, 'outside'), join(posts, 'linked'));
  const site = { whole: false, postsFolder: pathToFileURL(`${posts}/`) } as JekyllSite;
  expect(listSources(site).files.map(({ path }) => path)).toEqual([
    '_posts/2022-01-02-b.md',
    '_posts/2022-01-04-d.md',
    '_posts/sub/2022-01-01-a.md',
  ]);
});
