import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { config, createTestSite, post, removeTestSites, repository, run, type TestSite } from '../helpers/site.ts';

const cli = join(repository, 'packages/astro-redaktion/dist/cli/main.js');
const LAYOUT = `<!doctype html><html lang="sv"><head><title>{{ page.title }} | Gammal</title>
<link rel="canonical" href="{{ page.url | absolute_url }}"></head><body><nav><a href="/">Hem</a></nav><article>
<h1>{{ page.title }}</h1><time datetime="{{ page.date | date_to_xmlschema }}">x</time>
<div class="post-content">{{ content }}</div></article></body></html>`;
const FEED = `---
---
<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>https://exempel.se/</id><title>G</title>
<updated>2022-01-01T00:00:00Z</updated>{% for post in site.posts %}<entry><id>{{ post.id | absolute_url }}</id>
<title>{{ post.title }}</title><updated>{{ post.date | date_to_xmlschema }}</updated>
<link href="{{ post.url | absolute_url }}"/></entry>{% endfor %}</feed>`;

const OLD: Record<string, string> = {
  'old/_config.yml':
    'url: https://exempel.se\ntimezone: Europe/Stockholm\ndefaults: [{scope: {path: "", type: posts}, values: {layout: post}}]\n',
  'old/_layouts/post.html': LAYOUT,
  'old/feed.xml': FEED,
  'old/_posts/2022-06-02-länkar.md': post(
    'title: Länkar å ä ö',
    'Se [den andra]({% post_url 2022-06-03-andra %}#rubrik-två).\n\n## Ett\n\n* en\n* två',
  ),
  'old/_posts/2022-06-03-andra.md': post(
    'title: Den andra',
    '## Rubrik två\n\nText med ”citat” och [ute](https://annan.se/).',
  ),
};

let site: TestSite;

/** `redaktion verify`, run in the site's folder. */
function verify(...args: string[]): Promise<{ code: number | null; output: string }> {
  return run(cli, ['verify', ...args], { cwd: site.root });
}

beforeAll(async () => {
  site = createTestSite({ ...OLD, 'astro.config.mjs': config("{ jekyll: './old' }") });
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
});
afterAll(removeTestSites);

describe('redaktion verify', () => {
  test('finds nothing lost between a Jekyll folder and the site made of it', async () => {
    const { code, output } = await verify('./old');
    expect(output).toContain('Nothing was lost.\n');
    expect(output).toMatch(/feed ids +2 +–/);
    expect(code).toBe(0);
  });

  test('finds each thing that was lost, and says where it has gone', async () => {
    const moved = createTestSite({
      ...OLD,
      'old/_posts/2022-06-03-andra.md': post('title: Den andra\npermalink: /ny/andra/', '## Rubrik tre'),
      'astro.config.mjs': config("{ jekyll: './old' }"),
    });
    expect((await moved.build()).code).toBe(0);
    const { code, output } = await verify('./old', '--dist', join(moved.root, 'dist'), '--json', '--map', 'map.txt');
    const { findings, moved: moves } = JSON.parse(output) as {
      findings: { kind: string; page: string }[];
      moved: unknown;
    };
    expect(code).toBe(1);
    expect(findings.map(({ kind, page }) => `${kind} ${page}`)).toContain('url /2022/06/03/andra.html');
    expect(moves).toEqual([{ from: '/2022/06/03/andra.html', to: '/ny/andra/' }]);
  });

  test('takes a sitemap or built HTML as well', async () => {
    site.write(
      'sitemap.xml',
      '<urlset><url><loc>https://exempel.se/2022/06/02/l%C3%A4nkar.html</loc></url><url><loc>https://exempel.se/borta/</loc></url></urlset>',
    );
    const { code, output } = await verify('sitemap.xml');
    expect(output).toContain('/borta/\n  url: the address is gone');
    expect(output).toContain('1 lost.');
    expect(code).toBe(1);
    expect((await verify('./dist')).code).toBe(0);
  });

  test('says what it cannot do, and exits with 2', async () => {
    expect(await verify('./nix')).toMatchObject({
      code: 2,
      output: expect.stringContaining('There is no ./nix.') as string,
    });
    const alone = await run(cli, ['verify', './old'], { cwd: site.root, environment: { PATH: '/nowhere' } });
    expect(alone.output).toContain('Jekyll is not installed');
    expect(alone.code).toBe(2);
    expect(await verify('./dist', '--dist', './src')).toMatchObject({ code: 2 });
  });
});
