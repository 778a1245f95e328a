import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { get } from 'node:http';
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

/** Sees every page, those too that are not printed anew. */
const OWN_MIDDLEWARE = `export const onRequest = async (_context, next) => {
  const answer = await next();
  answer.headers.set('x-own', 'seen');
  return answer;
};
`;

let built: TestSite;
let served: TestSite;
/** Without a route cache, below a path: what a CDN stands before. */
let plain: TestSite;
let servers: ChildProcess[] = [];
let origin = '';
let bare = '';

beforeAll(async () => {
  const files = { ...POSTS, '_posts/2024-04-01-flyttad.md': MOVED };
  built = createTestSite({ ...files, 'astro.config.mjs': config('{ gitDates: false }') });
  served = createTestSite({
    ...files,
    'astro.config.mjs': config('{ gitDates: false, onDemand: true }', ADAPTER, IMPORTS),
    'src/pages/purge.js': PURGE,
    'src/middleware.js': OWN_MIDDLEWARE,
  });
  plain = createTestSite({
    ...files,
    '_posts/2024-04-02-utkast.md': post('title: Utkast\npublished: false', 'Hemligt.'),
    '_posts/2099-01-01-framtid.md': post('title: Framtid', 'Hemligt.'),
    'astro.config.mjs': config(
      '{ gitDates: false, onDemand: { maxAge: 60, swr: 5, memory: 1 } }',
      "site: 'https://exempel.se', base: '/blogg', trailingSlash: 'always', adapter: node({ mode: 'standalone' }),",
      "import node from '@astrojs/node';",
    ),
  });
  for (const site of [built, served, plain]) {
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
  }
  [origin, bare] = [`http://127.0.0.1:${await freePort()}`, `http://127.0.0.1:${await freePort()}`];
  servers = [await serve(served, origin), await serve(plain, bare)];
});
afterAll(() => {
  for (const server of servers) server.kill();
});

describe('a site rendered on demand', () => {
  test('answers every page with the very bytes of the built site', async () => {
    const pages = files(built).filter((file) => file.endsWith('.html') && !/^(404|gammal)/.test(file));
    expect(pages.length).toBeGreaterThan(35);
    for (const file of pages) {
      const answer = await fetch(`${origin}/${file.replace(/(^|\/)index\.html$/, '$1')}`);
      expect([file, answer.status, answer.headers.get('x-own')]).toEqual([file, 200, 'seen']);
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

describe('a server without a route cache', () => {
  const page = '/blogg/2024/03/05/inlagg-4.html';
  const ask = (path: string, init: RequestInit = {}) => fetch(bare + path, { redirect: 'manual', ...init });

  test('sends the same bytes first and again, and to many at once', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask(page)));
    const texts = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect([texts.size, [...new Set(answers.map(({ status }) => status))]]).toEqual([1, [200]]);
    expect(await (await ask(page)).text()).toBe([...texts][0]);
  });

  test('tells caches times, tags, length and a name for the bytes', async () => {
    await ask(page);
    const answer = await ask(page);
    const of = (name: string) => answer.headers.get(name);
    expect(of('cache-control')).toBe('public, max-age=0, s-maxage=60, stale-while-revalidate=5');
    expect(of('cache-tag')).toContain(`site, post:${page}`);
    expect(of('content-type')).toBe('text/html; charset=utf-8');
    expect(of('content-length')).toBe(String(Buffer.byteLength(await answer.text())));
    expect(of('etag')).toMatch(/^"[\w-]{27}"$/);
  });

  test('sends no body to one who has it, or asks for the head', async () => {
    await ask(page);
    const { headers } = await ask(page);
    const etag = headers.get('etag') ?? '';
    const known = await ask(page, { headers: { 'If-None-Match': `"x", W/${etag}` } });
    expect([known.status, await known.text(), known.headers.get('etag')]).toEqual([304, '', etag]);
    const other = await ask(page, { headers: { 'If-None-Match': '"x"' } });
    expect([other.status, (await other.text()).length > 1000]).toEqual([200, true]);
    const head = await ask(page, { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('content-length')]).toEqual([
      200,
      '',
      headers.get('content-length'),
    ]);
  });

  test('a host and a query of the asker change nothing', async () => {
    const clean = await (await ask(page)).text();
    expect(await (await ask(`${page}?utm_source=x&"><script>`)).text()).toBe(clean);
    for (const path of ['/blogg/tags/vard/', '/blogg/tags/tag-1/'])
      expect(await withHost(bare, path, 'evil.example')).not.toContain('evil.example');
  });

  test('shows no draft, no post of the future and nothing of addresses that do not exist', async () => {
    const paths = ['2024/04/02/utkast.html', '2099/01/01/framtid.html', 'constructor', '__proto__', 'tags/../../x'];
    const hostile = ['%2e%2e/%2e%2e/etc/passwd', '%00', '%C3%28', '//evil.example', 'a'.repeat(4000), '%252e%252e/'];
    for (const path of [...paths, ...hostile]) {
      const answer = await ask(`/blogg/${path}`);
      const text = await answer.text();
      expect([path, [301, 308, 400, 404].includes(answer.status)]).toEqual([path, true]);
      if (answer.status === 404 && text !== '') expect(text).toContain('<html lang="sv"');
      expect(text).not.toContain('Hemligt');
      expect(answer.headers.get('location') ?? '/').toMatch(/^\/(?!\/)/);
    }
    expect((await ask(page)).status).toBe(200);
  });

  test('a post that has changed is fresh once the posts were read again, on every page that shows it', async () => {
    const lists = ['/blogg/tags/vard/', '/blogg/2024/03/06/inlagg-5.html'];
    const before = await Promise.all(
      [page, ...lists, '/blogg/2024/03/20/inlagg-19.html'].map(async (path) => (await ask(path)).headers.get('etag')),
    );
    plain.write(
      '_posts/2024-03-05-inlagg-4.md',
      post("title: Ny titel\ntags: ['tag 1']\nauthor: Åsa Öberg", 'Ny text.'),
    );
    const { code, output } = await run(join(repository, 'node_modules/.bin/astro'), ['sync'], { cwd: plain.root });
    expect(code, output).toBe(0);
    expect(await (await ask(page)).text()).toContain('Ny text.');
    expect(await (await ask(lists[1] ?? '')).text()).toContain('Ny titel');
    const after = await Promise.all(
      [page, ...lists, '/blogg/2024/03/20/inlagg-19.html'].map(async (path) => (await ask(path)).headers.get('etag')),
    );
    expect(after.map((etag, index) => etag === before[index])).toEqual([false, false, false, true]);
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

/** What is answered to one who names another host, which `fetch` does not let one do. */
function withHost(address: string, path: string, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(address + path, { headers: { host } }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () => resolve(text));
    }).on('error', reject);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
