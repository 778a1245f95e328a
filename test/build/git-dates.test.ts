import { execFileSync } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import { config, createTestSite, post, removeTestSites } from '../helpers/site.ts';

afterAll(removeTestSites);

test('a date of git is one value on page, in JSON-LD, feed and sitemap; front matter goes before it', async () => {
  const site = createTestSite({
    '.gitignore': 'dist\nnode_modules\nredaktion\n.astro\n',
    '_posts/2022-06-02-a.md': post('title: A'),
    '_posts/2022-06-03-b.md': post('title: B\nlast_modified_at: 2023-01-01'),
    '_posts/2024-06-04-c.md': post('title: C'),
  });
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', site.root, '-c', 'user.name=A', '-c', 'user.email=a@example.se', ...args]);
  const commit = (date: string) => {
    git('add', '-A');
    git('commit', '-q', '-m', 'x', '--date', date);
  };
  git('init', '-q');
  commit('2022-06-10T12:00:00Z');
  for (const name of ['2022-06-02-a', '2022-06-03-b', '2024-06-04-c'])
    site.write(`_posts/${name}.md`, `${site.source(`_posts/${name}.md`)}\nMer.\n`);
  commit('2024-05-06T22:30:00Z');

  const built = await site.build({ REDAKTION_NOW: '2026-11-23T00:00:00Z' });
  expect(built.code, built.output).toBe(0);
  const page = site.read('2022/06/02/a.html');
  expect(page).toMatch(/Uppdaterad[\s\S]{0,80}datetime="2024-05-07[^"]*"[^>]*>7 maj 2024</);
  expect(page).toContain('"dateModified":"2024-05-07T00:30:00+02:00"');
  expect(site.read('atom.xml')).toContain('2024-05-07T00:30:00+02:00');
  expect(site.read('sitemap-0.xml')).toMatch(/a\.html<\/loc><lastmod>2024-05-0[67]T/);
  expect(site.read('2022/06/03/b.html')).toContain('1 januari 2023');
  expect(site.read('2024/06/04/c.html')).not.toContain('Uppdaterad');

  site.write('astro.config.mjs', config('{ gitDates: false }'));
  await site.build({ REDAKTION_NOW: '2026-11-23T00:00:00Z' });
  expect(site.read('2022/06/02/a.html')).not.toMatch(/Uppdaterad|2024-05-0/);
});
