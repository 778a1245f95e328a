import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KINDS, type ServedKinds, serveKinds } from '../helpers/page-kinds.ts';

/** Paper: A4 with the margins of the style sheet is this wide. */
const PAPER = { width: 657, height: 900 };

let sites: ServedKinds;
beforeAll(async () => {
  sites = await serveKinds();
});
afterAll(() => sites?.close());

describe.each(KINDS)('on paper, the page: %s', (kind) => {
  test('has no way around the site, nothing to press, and all of its text within the margins', async () => {
    const { page, close } = await sites.open(kind, { viewport: PAPER });
    await page.emulateMedia({ media: 'print' });
    const seen = await page.evaluate(() => {
      const visible = (selector: string): string[] =>
        [...document.querySelectorAll(selector)]
          .filter((element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
          .map((element) => `${element.localName}.${element.className}`);
      const texts = 'main :is(p, li, dd, dt, td, th, figcaption, blockquote, pre, h1, h2, h3, h4)';
      const lost = [...document.querySelectorAll(`.e-content :is(p, li, dd, td, pre, h2, h3)`)].filter(
        (element) => !element.checkVisibility() && !element.closest('[hidden], [popover], dialog, .rd-toc, .rd-hidden'),
      );
      const wide = [...document.querySelectorAll(texts)].filter((element) => {
        const { right, width } = element.getBoundingClientRect();
        return width > 1 && right > document.documentElement.clientWidth + 1 && !element.closest('svg');
      });
      return {
        // A word that explains itself when pressed is part of the sentence.
        around: visible('nav, .rd-skip, button:not(.ri-term), form, input:not([type=checkbox]), .rd-scheme, .rd-share'),
        lost: lost.map((element) => element.textContent?.slice(0, 40)),
        wide: wide.map((element) => element.textContent?.slice(0, 40)),
        ground: getComputedStyle(document.documentElement).backgroundColor,
        titles: visible('h1').length,
      };
    });
    expect(seen).toEqual({
      around: [],
      lost: [],
      wide: [],
      ground: 'rgb(255, 255, 255)',
      titles: 1,
    });
    await close();
  });

  test('becomes a document with its text in it', async () => {
    const { page, close } = await sites.open(kind);
    const file = await page.pdf({ format: 'A4' });
    expect(file.subarray(0, 5).toString()).toBe('%PDF-');
    expect(file.length).toBeGreaterThan(5000);
    await close();
  });
});

test('links that lead off the site have their address beside them, others have not', async () => {
  const { page, close } = await sites.open('specimen');
  await page.emulateMedia({ media: 'print' });
  const after = (selector: string): Promise<string> =>
    page
      .locator(`.e-content ${selector}`)
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(await after('a[href="https://www.w3.org/TR/WCAG22/"]')).toContain('https://www.w3.org/TR/WCAG22/');
  expect(await after('a[href="/om/"]')).toBe('none');
  await close();
});
