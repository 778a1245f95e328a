import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessTree, treeFaults } from '../helpers/access-tree.ts';
import { axeFaults, SEARCH_POLICY, type ServedSite, serveSite } from '../helpers/browser.ts';
import { walk } from '../helpers/keyboard.ts';
import { roomFaults } from '../helpers/room.ts';
import { config, createTestSite, post, removeTestSites } from '../helpers/site.ts';

const shots = join(import.meta.dirname, '../.shots');
const OPTIONS = `{ title: 'التحرير', lang: 'ar', locales: { en: { label: 'English' } }, postsPerPage: 2, timezone: 'UTC', search: true }`;
const BODY = `مقدمة قصيرة عن الصحة الرقمية في السويد.

<!--more-->

{% include toc.md %}

## الخدمات

نص عن \`HSA\` و SITHS مع [رابط](https://example.se/) في وسطه.

- البند الأول
- البند الثاني

> اقتباس قصير.

## المستقبل

| الاسم | العدد |
|---|---|
| أ | 1 |

\`\`\`js
const answer = 42; // left to right, whatever the page's direction
\`\`\`
`;

describe('a page in Arabic', () => {
  let site: ServedSite;
  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    const made = createTestSite({
      'astro.config.mjs': config(OPTIONS),
      '_data/tags.yml': "صحة: { label: صحة, colour: '#0a7d57' }\n",
      '_posts/2022-06-01-a.md': post(
        'title: الصحة الرقمية\ntags: صحة تقنية\nauthor: ليلى\nseries: { name: الصحة اليوم, part: 1 }',
        BODY,
      ),
      '_posts/2022-06-02-b.md': post('title: مقال ثان\ntags: صحة\nseries: { name: الصحة اليوم, part: 2 }', BODY),
      '_posts/2022-06-03-c.md': post('title: مقال ثالث\ntags: صحة تقنية', BODY),
      '_posts/en/2022-06-04-d.md': post('title: In English', 'Text.'),
    });
    const { code, output } = await made.build({ REDAKTION_NOW: '2026-11-23T00:00:00Z' });
    expect(code, output).toBe(0);
    site = await serveSite(join(made.root, 'dist'), SEARCH_POLICY);
  });
  afterAll(async () => {
    await site?.close();
    removeTestSites();
  });

  test('is found by search, and so is one in another language, which a filter tells apart', async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.origin}/search/`);
    const field = page.locator('.rd-search input[name=q]').last();
    const language = page.locator('select[name=lang]');
    await field.fill('English');
    await page.locator('.rd-search__results a[href="/en/2022/06/04/d.html"]').waitFor();
    expect(await language.locator('option').allTextContents()).toEqual(['الكل', 'الإنجليزية (1)', 'العربية (3)']);
    await language.selectOption('ar');
    await page.getByText('لا نتائج.').waitFor();
    await field.fill('الخدمات');
    await page.locator('.rd-search__results a').first().waitFor();
    expect(await page.locator('.rd-search__results a').count()).toBe(3);
    expect(await page.getByRole('button', { name: 'عرض المزيد من النتائج' }).isVisible()).toBe(false);
    await page.close();
  });

  const open = async (path: string, width: number) => {
    const page = await (await site.browser.newContext({ viewport: { width, height: 900 } })).newPage();
    await page.goto(site.origin + path);
    return page;
  };

  test.each([
    ['post', '/2022/06/01/a.html', 360],
    ['post', '/2022/06/01/a.html', 1280],
    ['home', '/', 360],
    ['home', '/', 1280],
    ['tags', '/tags/', 360],
  ])('reads from the right: %s at %s, %i px', async (name, path, width) => {
    const page = await open(path, width);
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    const gaps = await page.evaluate(() => {
      const title = document.querySelector('h1:not(.rd-hidden), h2');
      const range = document.createRange();
      if (title) range.selectNodeContents(title);
      const [text, box] = [range.getBoundingClientRect(), title?.getBoundingClientRect()];
      return { right: (box?.right ?? 0) - text.right, left: text.left - (box?.left ?? 0) };
    });
    expect(gaps.right).toBeLessThan(2);
    expect(gaps.left).toBeGreaterThan(2);
    expect(await axeFaults(page)).toEqual([]);
    await page.screenshot({ path: join(shots, `arabic-${name}-${width}.png`), fullPage: true });
    await page.context().close();
  });

  test.each([320, 1280])(
    'is walked through by keyboard from the right, and tells its parts, at %i px',
    async (width) => {
      const page = await open('/2022/06/01/a.html', width);
      expect(treeFaults(await accessTree(page))).toEqual([]);
      const { stops, faults } = await walk(page);
      expect(faults).toEqual([]);
      expect(stops[0]?.what).toContain('انتقل إلى المحتوى');
      expect(await roomFaults(page)).toEqual([]);
      await page.context().close();
    },
  );

  test.each(['/', '/2022/06/01/a.html', '/tags/'])(
    'puts a tag’s dot before its label, on one line: %s',
    async (path) => {
      const page = await open(path, 360);
      const places = await page.$$eval('.rd-term__colour', (dots) =>
        dots.map((dot) => {
          const label = document.createRange();
          label.selectNodeContents(dot.parentElement ?? dot);
          label.setStartAfter(dot);
          const [mark, text] = [dot.getBoundingClientRect(), label.getBoundingClientRect()];
          return text.top < mark.top && mark.bottom < text.bottom && mark.left >= text.right;
        }),
      );
      expect(places.length).toBeGreaterThan(0);
      expect(places).not.toContain(false);
      await page.context().close();
    },
  );

  test('puts list marks and the line of a quotation on the right, and code from the left', async () => {
    const page = await open('/2022/06/01/a.html', 1280);
    const style = (selector: string, names: string[]) =>
      page.$eval(
        selector,
        (element, wanted) => wanted.map((name) => Number.parseFloat(getComputedStyle(element).getPropertyValue(name))),
        names,
      );
    const [listLeft = 0, listRight = 0] = await style('.e-content > ul', ['padding-left', 'padding-right']);
    expect([listLeft, listRight > 0]).toEqual([0, true]);
    const [quoteLeft = 0, quoteRight = 0] = await style('.e-content blockquote', [
      'border-left-width',
      'border-right-width',
    ]);
    expect(quoteRight).toBeGreaterThan(quoteLeft);
    // The dot before the first fact of a line is cut off, on the side on which the line begins.
    const clip = await page.$eval('.rd-meta', (element) => getComputedStyle(element).clipPath);
    expect(clip).toMatch(/^inset\(-6px \d[\d.]*px -6px -6px\)$/);
    expect(await page.$eval('.e-content pre', (element) => getComputedStyle(element).direction)).toBe('ltr');
    await page.context().close();
  });

  test('speaks Arabic, and a page in English on the same site is written from the left', async () => {
    const page = await open('/2022/06/01/a.html', 1280);
    const text = await page.evaluate(() => document.body.innerText);
    for (const expected of ['انتقل إلى المحتوى', 'اقرأ أيضًا', 'الجزء التالي', 'دقيقة واحدة للقراءة'])
      expect(text).toContain(expected);
    await page.goto(`${site.origin}/en/2022/06/04/d.html`);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).direction)).toBe('ltr');
    await page.context().close();
  });
});
