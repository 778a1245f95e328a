import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { config, createTestSite, post, removeTestSites, repository, run } from '../helpers/site.ts';

const OWN = `---
const { site, page, options, t, toc, formatDate } = Astro.locals.redaktion;
const titles: string[] = site.posts.map((post) => \`\${post.title} \${formatDate(post.date)}\`);
---
<p>{titles.join()} {site.tags.map((tag) => tag.url).join()} {page.kind} {options.title} {t('tags')} {toc.length}</p>
`;
const SEEN = /<p>A 2 juni 2022 \/tags\/x\/ custom Redaktion Taggar 0<\/p>/;

const site = createTestSite({
  'astro.config.mjs': config(
    '{}',
    "site: 'https://e.se', adapter: node({ mode: 'standalone' }),",
    "import node from '@astrojs/node';",
  ),
  'tsconfig.json': '{ "extends": "astro/tsconfigs/strictest", "include": [".astro/types.d.ts", "src"] }',
  '_posts/2022-06-02-a.md': post('title: A\ntags: x'),
  'src/pages/egen.astro': OWN,
  'src/pages/begard.astro': OWN.replace('---\n', '---\nexport const prerender = false;\n'),
  'src/pages/titlar.json.ts':
    "import type { APIRoute } from 'astro';\nexport const GET: APIRoute = ({ locals }) => Response.json(locals.redaktion.site.posts.map((post) => post.title));\n",
});

beforeAll(async () => {
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
});
afterAll(removeTestSites);

/** `astro check` colours what it prints, whatever the environment says. */
const plain = stripVTControlCharacters;

describe('Astro.locals.redaktion', () => {
  test('is the same on pages and endpoints of the owner', () => {
    expect(site.read('client/egen/index.html')).toMatch(SEEN);
    expect(site.read('client/titlar.json')).toBe('["A"]');
  });

  test('has types there, without an import', async () => {
    site.write('src/pages/fel.astro', OWN.replace('site.posts', 'site.inlagg').replace("t('tags')", "t('taggar')"));
    const { output } = await run(join(repository, 'node_modules/.bin/astro'), ['check'], { cwd: site.root });
    expect(output).toContain("Property 'inlagg' does not exist on type 'Site'");
    expect(output).toContain(`Argument of type '"taggar"' is not assignable`);
    const places = output
      .split('\n')
      .flatMap((line) => (/ error\b/.test(plain(line)) ? plain(line).split(':')[0] : []));
    expect(new Set(places)).toEqual(new Set(['src/pages/fel.astro']));
  });

  let server: ChildProcess | undefined;
  let printed = '';
  afterEach(() => void server?.kill());

  async function start(port: number): Promise<Response> {
    server = spawn(process.execPath, [join(site.root, 'dist/server/entry.mjs')], {
      env: { ...process.env, HOST: '127.0.0.1', PORT: String(port) },
    });
    server.stderr?.on('data', (text) => (printed += text));
    server.stdout?.on('data', (text) => (printed += text));
    for (let tries = 0; tries < 100; tries += 1) {
      const answer = await fetch(`http://127.0.0.1:${port}/begard/`).catch(() => undefined);
      if (answer) return answer;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`The server does not answer: ${printed}`);
  }

  test('is the same on a server far from the cache, and says what to do where the posts are not', async () => {
    site.remove('node_modules');
    const answer = await start(43_117);
    expect(await answer.text()).toMatch(SEEN);
    server?.kill();
    site.remove('dist/server/redaktion');
    expect((await start(43_118)).status).toBe(500);
    expect(printed).toContain('Astro.locals.redaktion has nothing to give: there are no posts in ');
    expect(printed).toContain('name it in the environment variable REDAKTION_STORE');
  });
});
