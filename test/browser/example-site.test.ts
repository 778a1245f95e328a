import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repository, run } from '../helpers/site.ts';

const dist = join(repository, 'example-site/dist');
const PAGES = {
  article: '/2022/06/02/ineras-tjanster.html', home: '/', tag: '/tags/foretag/', tags: '/tags/', list: '/artiklar/1/',
  archive: '/arkiv/', author: '/av/redaktionen/', services: '/tjanster/', own: '/om/', mdx: '/2026/10/15/komponenter-i-texten.html', missing: '/404.html',
};
const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.xml': 'application/xml', '.svg': 'image/svg+xml' };
/** Nothing but our own files: what a host may send and we must live with. */
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; base-uri 'none'; form-action 'self'";
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

let server: Server;
let browser: Browser;
let origin = '';

beforeAll(async () => {
  if (!existsSync(dist)) await run(join(repository, 'node_modules/.bin/astro'), ['build'], { cwd: join(repository, 'example-site') });
  server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(dist, path.endsWith('/') ? `${path}index.html` : path);
    const found = existsSync(file) && statSync(file).isFile();
    response.writeHead(found ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': POLICY });
    if (found) createReadStream(file).pipe(response);
    else response.end();
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: FLAGS });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

describe.each([360, 1280])('at %i px', (width) => {
  describe.each(['light', 'dark'] as const)('in the %s scheme', (colorScheme) => {
    test.each(Object.entries(PAGES))('the %s page is accessible, quiet and keeps to its own host', async (_kind, path) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const page = await context.newPage();
      const messages: string[] = [];
      const strangers: string[] = [];
      page.on('console', (message) => { if (message.type() !== 'log' && !message.text().includes('favicon')) messages.push(message.text()); });
      page.on('pageerror', (error) => messages.push(error.message));
      page.on('request', (request) => { if (!request.url().startsWith(origin)) strangers.push(request.url()); });
      await page.goto(origin + path);
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
      expect(messages).toEqual([]);
      expect(strangers).toEqual([]);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect(overflow).toBe(0);
      await context.close();
    });
  });
});

test('the keyboard reaches the content first, then everything else', async () => {
  const page = await browser.newPage();
  await page.goto(origin + PAGES.article);
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Hoppa till innehållet');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('location.hash')).toBe('#main');
  await page.close();
});

test('every internal link and anchor of the site leads somewhere', async () => {
  const page = await browser.newPage({ javaScriptEnabled: true });
  const seen = new Set<string>();
  const queue = ['/'];
  const broken: string[] = [];
  const ids = new Map<string, Set<string>>();
  const anchors: [string, string, string][] = [];
  while (queue.length > 0) {
    const path = queue.shift() ?? '/';
    if (seen.has(path)) continue;
    seen.add(path);
    const response = await page.goto(origin + path);
    if (response?.status() !== 200) broken.push(path);
    if (!response?.headers()['content-type']?.includes('html')) continue;
    ids.set(path, new Set(await page.evaluate("[...document.querySelectorAll('[id]')].map((element) => element.id)") as string[]));
    const links = await page.evaluate("[...document.querySelectorAll('a[href]')].map((element) => element.href)") as string[];
    for (const link of links.filter((href) => href.startsWith(origin))) {
      const url = new URL(link);
      queue.push(url.pathname);
      if (url.hash) anchors.push([path, url.pathname, decodeURIComponent(url.hash.slice(1))]);
    }
  }
  expect(broken).toEqual([]);
  expect(seen.size).toBeGreaterThan(20);
  expect(anchors.filter(([, path, id]) => !ids.get(path === '/index.html' ? '/' : path)?.has(id))).toEqual([]);
  await page.close();
});
