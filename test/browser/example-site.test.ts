import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults, type ServedSite, serveSite } from '../helpers/browser.ts';
import { attribute, findAll } from '../helpers/html.ts';
import { buildExample, repository } from '../helpers/site.ts';

const dist = join(repository, 'example-site/dist');
const PAGES = {
  article: '/2022/06/02/ineras-tjanster.html',
  home: '/',
  tag: '/tags/foretag/',
  tags: '/tags/',
  list: '/artiklar/',
  archive: '/arkiv/',
  author: '/av/redaktionen/',
  services: '/tjanster/',
  service: '/tjanster/siths/',
  guide: '/tjanster/guide/supplier/',
  glossary: '/ordlista/',
  areas: '/en/services/area/',
  components: '/2026/10/08/e-halsans-tjanster-som-kort.html',
  own: '/om/',
  specimen: '/stilmall/',
  mdx: '/2026/10/15/komponenter-i-texten.html',
  missing: '/404.html',
};
let site: ServedSite;
let browser: Browser;
let origin = '';

beforeAll(async () => {
  await buildExample();
  site = await serveSite(dist);
  ({ browser, origin } = site);
});

afterAll(async () => {
  await site?.close();
});

describe.each([360, 1280])('at %i px', (width) => {
  describe.each(['light', 'dark'] as const)('in the %s scheme', (colorScheme) => {
    test.each(Object.entries(PAGES))(
      'the %s page is accessible, quiet and keeps to its own host',
      async (_kind, path) => {
        const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
        const page = await context.newPage();
        const messages: string[] = [];
        const strangers: string[] = [];
        page.on('console', (message) => {
          if (message.type() !== 'log') messages.push(message.text());
        });
        page.on('pageerror', (error) => messages.push(error.message));
        page.on('request', (request) => {
          if (!request.url().startsWith(origin)) strangers.push(request.url());
        });
        await page.goto(origin + path);
        expect(await axeFaults(page)).toEqual([]);
        expect(messages).toEqual([]);
        expect(strangers).toEqual([]);
        const overflow = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect(overflow).toBeLessThanOrEqual(0);
        await context.close();
      },
    );
  });
});

test('the keyboard reaches the content first, then everything else', async () => {
  const page = await browser.newPage();
  await page.goto(origin + PAGES.article);
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Hoppa till innehållet');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('location.hash')).toBe('#rd-main');
  await page.close();
});

test('the faces are the site’s own, asked for early, and move nothing when they come', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(
    "window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });",
  );
  await page.goto(origin + PAGES.article);
  const loaded = (await page.evaluate(
    "document.fonts.ready.then(() => [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family, weight, style }) => [family.replace(/-[0-9a-f]{16}$/, ''), weight, style].join(' ')))",
  )) as string[];
  expect(loaded.sort()).toEqual([
    'Atkinson Hyperlegible Next 400 normal',
    'Atkinson Hyperlegible Next 600 normal',
    'Source Serif 4 400 italic',
    'Source Serif 4 400 normal',
    'Source Serif 4 700 normal',
  ]);
  expect(await page.locator('link[rel=preload][as=font]').count()).toBe(4);
  const found = `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2'))`;
  // The italic, of one word, waits for the text.
  expect((await page.evaluate(`${found}.map(({ initiatorType }) => initiatorType).sort()`)) as string[]).toEqual([
    'css',
    'link',
    'link',
    'link',
    'link',
  ]);
  expect(await page.evaluate(`${found}.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`)).toBeLessThan(
    90_000,
  );
  expect(await page.evaluate('getComputedStyle(document.body).fontFamily')).toMatch(
    /^"Source Serif 4-\w+", "Source Serif 4-\w+ rare", "Source Serif 4-\w+ fallback: Times New Roman", serif$/,
  );
  expect(await page.evaluate('window.shift')).toBe(0);
  await page.close();
});

test('a rare letter brings the face that has it, and it alone', async () => {
  const page = await browser.newPage();
  await page.goto(origin + PAGES.article);
  const rare = `document.fonts.ready.then(() => [...document.fonts].filter(({ family, status }) => / rare$/.test(family) && status === 'loaded').map(({ weight, style }) => [weight, style].join(' ')))`;
  expect(await page.evaluate(rare)).toEqual([]);
  await page.evaluate("document.querySelector('.rd-prose p').append('Čáhci')");
  await expect.poll(() => page.evaluate(rare)).toEqual(['400 normal']);
  await page.close();
});

test('the colour in a photo’s place is as large as the photo, and no larger', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(origin + PAGES.article);
  const [place, photo] = await page.$$eval('.rd-post__picture .rd-photo, .rd-post__picture img', (boxes) =>
    boxes.map((box) => Math.round(box.getBoundingClientRect().height)),
  );
  expect(place).toBe(photo);
  await page.close();
});

test('a document does not end before its styles are there, so that no layout is made without', async () => {
  const page = await browser.newPage();
  // As late as a slow line has them: long after the whole document.
  await page.route(/\.css$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, /print/.test(route.request().url()) ? 350 : 300));
    await route.continue();
  });
  await page.goto(origin + PAGES.article);
  const [end = 0, ...sheets] = await page.evaluate(() => [
    ...performance.getEntriesByType('navigation').map((entry) => (entry as PerformanceNavigationTiming).domInteractive),
    ...performance
      .getEntriesByType('resource')
      .flatMap((entry) => (/\.css$/.test(entry.name) ? [(entry as PerformanceResourceTiming).responseEnd] : [])),
  ]);
  expect(sheets.length).toBeGreaterThan(1);
  expect(sheets.filter((arrived) => arrived > end)).toEqual([]);
  await page.close();
});

test('every internal link and anchor of the site leads somewhere', async () => {
  const ids = new Map<string, Set<string>>();
  const anchors: { from: string; path: string; id: string }[] = [];
  const broken: string[] = [];
  const queue = ['/'];
  for (const path of queue) {
    const response = await fetch(origin + encodeURI(path));
    if (response.status !== 200) broken.push(path);
    if (!response.headers.get('content-type')?.includes('html')) continue;
    const html = await response.text();
    ids.set(
      path,
      new Set(
        findAll(html, (element) => attribute(element, 'id') !== undefined).map(
          (element) => attribute(element, 'id') ?? '',
        ),
      ),
    );
    const addresses = findAll(html, (element) => ['a', 'link', 'img'].includes(element.tagName)).flatMap(
      (element) => attribute(element, 'href') ?? attribute(element, 'src') ?? [],
    );
    for (const address of addresses) {
      const url = new URL(address, origin + encodeURI(path));
      const target = decodeURIComponent(url.pathname);
      if (url.origin !== origin) continue;
      if (!queue.includes(target)) queue.push(target);
      if (url.hash) anchors.push({ from: path, path: target, id: url.hash.slice(1) });
    }
  }
  expect(broken).toEqual([]);
  expect(queue.length).toBeGreaterThan(40);
  // As browsers look (HTML, "find a potential indicated element"): the fragment as written, then decoded.
  const isThere = (path: string, id: string) => [id, decodeURIComponent(id)].some((name) => ids.get(path)?.has(name));
  expect(anchors.filter(({ path, id }) => !isThere(path, id))).toEqual([]);
});
