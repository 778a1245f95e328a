import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SEARCH_POLICY } from '../helpers/browser.ts';
import { KINDS, type ServedKinds, serveKinds } from '../helpers/page-kinds.ts';
import { roomFaults, smallTargets, unfold } from '../helpers/room.ts';

/** What readers may set for themselves, and nothing may be lost by: WCAG 1.4.12. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;
/** The narrowest screen, and so the one with the least room; that of 1280 px is 320 px wide at 400 %. */
const NARROW = { width: 320, height: 640 };

let sites: ServedKinds;
beforeAll(async () => {
  sites = await serveKinds([], SEARCH_POLICY);
});
afterAll(() => sites?.close());

describe.each(KINDS)('the page: %s', (kind) => {
  test('has room for all that is on it, for fingers and for letters as readers set them, at 320 px', async () => {
    const { page, close } = await sites.open(kind, { viewport: NARROW });
    await unfold(page);
    expect(await roomFaults(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    // As an extension of the reader's does it, past the policy of the page.
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    }, SPACING);
    expect(await roomFaults(page), 'wider spacing').toEqual([]);
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
      document.documentElement.style.fontSize = '200%';
    });
    expect(await roomFaults(page), 'letters of 200 %').toEqual([]);
    await close();
  });

  test.each([360, 1280])('moves nothing while it loads, however late its files come, at %i px', async (width) => {
    const slow = /\.(?:js|woff2|avif|webp|jpg|svg)$/;
    const { page, shift, close } = await sites.open(kind, { viewport: { width, height: 900 }, slow });
    await page.evaluate(() => document.fonts.ready);
    // Two frames after all has come.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await shift()).toBe(0);
    await close();
  });
});

test.each([320, 1280])('the results of a search move nothing when they come, at %i px', async (width) => {
  const { page, shift, close } = await sites.open('search', { viewport: { width, height: 900 } });
  await page.goto(`${new URL(page.url()).origin}/sok/?q=hälsa`);
  await page.locator('.rd-search__results a').first().waitFor();
  await page.locator('select[name=tag]').waitFor();
  expect(await shift()).toBe(0);
  await close();
});
