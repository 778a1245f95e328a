import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { config, createTestSite, plainEnvironment, post, run, repository, type TestSite } from '../helpers/site.ts';

const POSTS = Object.fromEntries(
  Array.from({ length: 24 }, (_, index) => {
    const day = String(index + 1).padStart(2, '0');
    const front = `title: Inlägg ${index}\ntags: [vård, 'tag ${index % 3}']\nauthor: Åsa Öberg`;
    return [
      `_posts/2024-03-${day}-inlagg-${index}.md`,
      post(front, `Ett *stycke*.\n\n<!--more-->\n\n## Mer ${index}\n\nText.`),
    ];
  }),
);
const MOVED = post('title: Flyttad\nredirect_from: /gammal/', 'Text.\n\n::karta{values="Stockholm: 1; Skåne: 2"}');

const ADAPTER = `site: 'https://exempel.se', adapter: node({ mode: 'standalone' }), cache: { provider: memoryCache() },`;
const IMPORTS = `import node from '@astrojs/node';\nimport { memoryCache } from 'astro/config';`;
const PURGE = `export const prerender = false;
export const GET = async ({ url, cache }) => {
  await cache.invalidate({ tags: url.searchParams.getAll('tag') });
  return new Response('ok');
};
`;

let built: TestSite;
let served: TestSite;
let server: ChildProcess;
let origin = '';

beforeAll(async () => {
  const files = { ...POSTS, '_posts/2024-04-01-flyttad.md': MOVED };
  built = createTestSite({ ...files, 'astro.config.mjs': config('{ gitDates: false }') });
  served = createTestSite({
    ...files,
    'astro.config.mjs': config('{ gitDates: false, onDemand: true }', ADAPTER, IMPORTS),
    'src/pages/purge.js': PURGE,
  });
  for (const site of [built, served]) {
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
  }
  origin = `http://127.0.0.1:${await freePort()}`;
  server = await serve(served, origin);
});
afterAll(() => server.kill());

describe('a site rendered on demand', () => {
  test('answers every page with the very bytes of the built site', async () => {
    const pages = files(built).filter((file) => file.endsWith('.html') && !/^(404|gammal)/.test(file));
    expect(pages.length).toBeGreaterThan(35);
    for (const file of pages) {
      const answer = await fetch(`${origin}/${file.replace(/(^|\/)index\.html$/, '$1')}`);
      expect([file, answer.status]).toEqual([file, 200]);
      const html = sameStyles(await answer.text());
      expect(html, file).toBe(sameStyles(built.read(file)));
    }
  });

  test('builds feeds, sitemap and robots.txt as ever', () => {
    const machines = files(built).filter((file) => /\.(xml|json|txt|xsl)$/.test(file));
    expect(machines.length).toBeGreaterThan(8);
    for (const file of machines) expect(served.read(`client/${file}`), file).toBe(built.read(file));
    expect(files(served).filter((file) => file.startsWith('client/') && file.endsWith('.html'))).toEqual([
      'client/404.html',
    ]);
  });

  test('lays pictures that feeds have in the place of drawings where they say', () => {
    const [, path = ''] = /exempel\.se\/(maps\/[^"\\]+)/.exec(served.read('client/feed.json')) ?? [];
    expect(served.snapshot()[`client/${path}`]).toBe(built.snapshot()[path]);
    expect(built.exists(path)).toBe(true);
  });

  test('leads to the one address of a page, and on from old ones', async () => {
    const slashless = await fetch(`${origin}/tags/vard`, { redirect: 'manual' });
    expect([slashless.status, slashless.headers.get('location')]).toEqual([301, '/tags/vard/']);
    const old = await fetch(`${origin}/gammal/`, { redirect: 'manual' });
    expect([old.status, old.headers.get('location')]).toEqual([301, '/2024/04/01/flyttad.html']);
  });

  test('prints its own page where nothing is', async () => {
    const answer = await fetch(`${origin}/finns/inte/`);
    expect([answer.status, sameStyles(await answer.text())]).toEqual([404, sameStyles(built.read('404.html'))]);
  });

  test('keeps pages in the route cache, and a purge by tag brings what has changed', async () => {
    const url = `${origin}/2024/03/05/inlagg-4.html`;
    const cached = async (address: string) => (await fetch(address)).headers.get('x-astro-cache');
    await cached(url);
    expect(await cached(url)).toBe('HIT');
    served.write('_posts/2024-03-05-inlagg-4.md', post('title: Ny titel\ntags: [vård]\nauthor: Åsa Öberg', 'Ny text.'));
    const { code, output } = await run(join(repository, 'node_modules/.bin/astro'), ['sync'], { cwd: served.root });
    expect(code, output).toBe(0);
    expect(await (await fetch(url)).text()).toContain('Inlägg 4');
    await fetch(`${origin}/purge?tag=${encodeURIComponent('post:/2024/03/05/inlagg-4.html')}`);
    expect(await (await fetch(url)).text()).toContain('Ny titel');
    // The neighbour names it, and was dropped with it; pages that do not show it are still kept.
    expect(await (await fetch(`${origin}/2024/03/06/inlagg-5.html`)).text()).toContain('Ny titel');
    expect(await cached(`${origin}/2024/03/20/inlagg-19.html`)).toBe('HIT');
  });
});

test('without an adapter the build says what is missing', async () => {
  const site = createTestSite({ ...POSTS, 'astro.config.mjs': config('{ onDemand: true }') });
  const { code, output } = await site.build();
  expect(code).toBe(1);
  expect(output).toContain('The option `onDemand` needs an adapter');
});

/** Astro names a style sheet after the first page that links it; what it holds is in the hash. */
function sameStyles(html: string): string {
  return html.replace(/\/_astro\/\w+(\.[\w-]+\.css)/g, '/_astro/styles$1');
}

function files(site: TestSite): string[] {
  return readdirSync(join(site.root, 'dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(site.root, 'dist').length + 1));
}

/** Starts the built server with the posts of the site's cache, which `astro sync` renews. */
async function serve(site: TestSite, address: string): Promise<ChildProcess> {
  const { hostname, port } = new URL(address);
  const child = spawn(process.execPath, [join(site.root, 'dist/server/entry.mjs')], {
    cwd: site.root,
    env: { ...plainEnvironment(), HOST: hostname, PORT: port, REDAKTION_STORE: 'node_modules/.astro/redaktion' },
    stdio: 'ignore',
  });
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (
      await fetch(address).then(
        () => true,
        () => false,
      )
    )
      return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The server does not answer.');
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
