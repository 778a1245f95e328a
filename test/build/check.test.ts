import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { config, createTestSite, post, removeTestSites, repository, run, type TestSite } from '../helpers/site.ts';

const cli = join(repository, 'packages/astro-redaktion/dist/cli/main.js');
const check = ({ root }: TestSite, ...args: string[]): ReturnType<typeof run> =>
  run(cli, ['check', ...args], { cwd: root });

afterAll(removeTestSites);

describe('redaktion check', () => {
  const site = createTestSite({
    'old/_config.yml': 'title: Gammal\nplugins: [jekyll-feed, jekyll-egen]\ntheme: minima\n',
    'old/Gemfile':
      "group :jekyll_plugins do\n  gem 'jekyll-archives'\n  gem 'jekyll-mentions'\n  gem 'github-pages'\n  gem 'rouge'\nend\n",
    'old/_layouts/post.html': '{{ content }}',
    'old/_layouts/start.html': '{{ content }}',
    'old/start.html': post('layout: start', 'Start'),
    'old/om.md': post('layout: post\nredirect_from: /gammal/', '{% include saknas.html %}'),
    'old/kontakt.md': post('redirect_from: [/gammal/, /om.html]'),
    'old/_posts/2022-06-05-a.md': post('title: A\nredirect_from: /b%20c/'),
    'old/_posts/2022-06-06-b.md': post('title: B\nredirect_from: [/b c/, /2022/06/05/a.html]'),
    'old/_drafts/c.md': post('title: C\nredirect_from: /b c/'),
    'old/tema.md': post('layout: page'),
    'old/bar.html': post('layout: none'),
    'old/404.html': post('layout: start', '{% include saknas.html %}'),
    'old/_posts/2022-06-02-bra.md': post('title: Bra\nlayout: post'),
    'old/_posts/2022-06-03-fel.md': post('title: Fel\ndraft: true', '{% include saknas.html %}\n\n{% egen %}\n\na | b'),
    'old/_posts/2022-06-04-layout.md': post('title: Layout\nlayout: saknas'),
    'old/_drafts/utkast.md': post('title: Utkast', '{% egen %}'),
    'astro.config.mjs': config("{ jekyll: './old' }"),
  });

  test('lists what stops a build and what changes, with file and line', async () => {
    const { code, output } = await check(site, './old');
    expect(code).toBe(1);
    for (const line of [
      '7 posts',
      '     2  liquid-missing-include  stops the build',
      '  jekyll-feed      feeds are built in, under the same ids\n  jekyll-archives  pages of tags, categories',
      'old/Gemfile\n  3:1 warning the plugin `jekyll-mentions` does not run here. [plugin]\n      Write `@name` as a link',
      '4:1 warning the plugin `github-pages` does not run here. [plugin]\n      It is a set of plugins',
      '  rouge            Astro highlights code',
      'old/_config.yml\n  2:1 warning the plugin `jekyll-egen` does not run here.',
      '3:1 warning `theme` has no effect here',
      'old/_layouts/post.html\n  warning the layout `post` does not carry over; a post and a page use it.',
      'old/_layouts/start.html\n  warning the layout `start` does not carry over; a page uses it. [custom-layout]\n      With `jekyllPages: true`',
      'old/_layouts\n  warning there is no layout `saknas` in this folder; a post uses it.',
      'old/_posts/2022-06-03-fel.md\n  3:1 warning `draft: true`',
      '6:1 error The include "saknas.html" does not exist',
      '8:1 error {% egen %} is a tag that does not exist.',
      '10:1 warning a paragraph with ` | ` is a table to kramdown',
      'old/kontakt.md\n  2:1 warning the address /gammal/ is wanted by the redirect from it in old/om.md and by the redirect from it in old/kontakt.md.',
      '6:1 warning The include "saknas.html" does not exist in _includes. [liquid-missing-include]\n      With `jekyllPages: true`',
      'old/_posts/2022-06-05-a.md\n  3:1 warning the address /b%20c/ is wanted by the redirect from it in old/_posts/2022-06-06-b.md and by',
      'old/_posts/2022-06-06-b.md\n  3:1 error the address /2022/06/05/a.html is wanted by old/_posts/2022-06-05-a.md and by',
      '2:1 warning the address /om.html is wanted by old/om.md and by the redirect from it in old/kontakt.md.',
      '      With `jekyllPages: true` a build stops here. Give one of them',
      '3 would stop a build. With `jekyllPages: true`, 2 of the warnings would stop it.',
    ])
      expect(output).toContain(line);
  });

  test('says so when a build will go through, and the build does', async () => {
    site.remove('old/_posts/2022-06-03-fel.md');
    site.remove('old/_posts/2022-06-06-b.md');
    const { code, output } = await check(site, './old', '--json');
    const { problems } = JSON.parse(output) as { problems: { code: string; stopsWithPages?: true }[] };
    expect(problems.map(({ code }) => code)).toEqual([
      'config-ignored',
      'plugin',
      'plugin',
      'plugin',
      'custom-layout',
      'layout-missing',
      'custom-layout',
      'liquid-unknown-tag',
      'liquid-missing-include',
      'redirects-same-address',
      'posts-same-address',
    ]);
    expect(problems.flatMap(({ code, stopsWithPages }) => (stopsWithPages ? [code] : []))).toEqual([
      'liquid-missing-include',
      'posts-same-address',
    ]);
    expect(code).toBe(0);
    expect((await site.build()).code).toBe(0);
  });

  test('exits with 2 where there is no such folder', async () => {
    const { code, output } = await check(site, './nix');
    expect(output).toContain('the folder `./nix` does not exist');
    expect(code).toBe(2);
  });
});
