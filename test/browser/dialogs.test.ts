import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults, SEARCH_POLICY } from '../helpers/browser.ts';
import { type Kind, type OpenPage, type ServedKinds, serveKinds } from '../helpers/page-kinds.ts';

/** What opens over a page: by keyboard alone, closed by Escape, and the focus comes back to where it was. */
let sites: ServedKinds;
beforeAll(async () => {
  sites = await serveKinds([], SEARCH_POLICY);
});
afterAll(() => sites?.close());

const focused = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === element.ownerDocument.activeElement);

/** Presses Tab until the focus is on an element; fails where it never comes. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let steps = 0; steps < 150; steps += 1) {
    await page.keyboard.press('Tab');
    if (await focused(target)) return;
  }
  throw new Error(`The keyboard never came to ${target}`);
}

/** Where Tab leads to, as long as it is asked. */
async function tabStops(page: Page, steps: number): Promise<string[]> {
  const stops: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('Tab');
    stops.push(
      await page.evaluate(() => {
        const { activeElement, body } = document;
        if (activeElement === body) return 'browser';
        return activeElement?.closest('[popover], dialog')?.localName ?? 'page';
      }),
    );
  }
  return stops;
}

async function opened(kind: Kind, then: (opened: OpenPage & { page: Page }) => Promise<void>): Promise<void> {
  const open = await sites.open(kind);
  await then(open);
  expect(await open.noise()).toEqual([]);
  await open.close();
}

test.each(['home in two languages', 'English post', 'service'] satisfies Kind[])(
  'the search opens and closes: %s',
  (kind) =>
    opened(kind, async ({ page }) => {
      const button = page.locator('.rd-door__button');
      await tabTo(page, button);
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      const field = dialog.getByRole('searchbox');
      await field.waitFor();
      expect(await focused(field)).toBe(true);
      expect(await axeFaults(page)).toEqual([]);
      // No trap: after the box's own two stops the page goes on.
      expect(await tabStops(page, 2)).toEqual(['div', 'page']);
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Escape');
      expect(await dialog.isVisible()).toBe(false);
      expect(await focused(button)).toBe(true);
      await page.keyboard.press('Space');
      await field.waitFor();
      await page.keyboard.press('Escape');
      expect(await focused(button)).toBe(true);
    }),
);

describe('a picture that opens large', () => {
  test('by keyboard: keeps the focus inside, closes by Escape and by its button, and gives it back', () =>
    opened('pictures', async ({ page }) => {
      const link = page.getByRole('link', { name: 'Förstora bilden: En idé, tecknad som en glödlampa' });
      await tabTo(page, link);
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'En idé, tecknad som en glödlampa' });
      await dialog.waitFor();
      const close = dialog.getByRole('button', { name: 'Stäng' });
      expect(await focused(close)).toBe(true);
      const picture = dialog.getByRole('img');
      await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1000);
      expect(await axeFaults(page)).toEqual([]);
      // The page below is out of reach; the browser's own bars are not.
      expect(await tabStops(page, 4)).not.toContain('page');
      await page.keyboard.press('Escape');
      expect(await dialog.count()).toBe(0);
      expect(await focused(link)).toBe(true);
      await page.keyboard.press('Enter');
      await dialog.waitFor();
      await close.press('Enter');
      expect(await dialog.count()).toBe(0);
      expect(await focused(link)).toBe(true);
    }));

  test('by pointer: on the picture, and beside it to close', () =>
    opened('pictures', async ({ page }) => {
      const url = page.url();
      const link = page.locator('a.rd-zoom');
      await link.click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      const size = await dialog.getByRole('button').boundingBox();
      expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(44);
      await page.mouse.click(20, 450);
      expect(await dialog.count()).toBe(0);
      expect(await focused(link)).toBe(true);
      expect(page.url()).toBe(url);
    }));

  test('without script is a link to the large picture', async () => {
    const { page, close } = await sites.open('pictures', { javaScriptEnabled: false });
    await page.locator('a.rd-zoom').click();
    expect(new URL(page.url()).pathname).toMatch(/^\/_astro\/ide\.[\w-]+\.webp$/);
    await close();
  });
});

test('a note opens where its number stands, and the focus goes into it and comes back', () =>
  opened('pictures', async ({ page }) => {
    const button = page.getByRole('button', { name: 'Visa fotnot 1' });
    await tabTo(page, button);
    await page.keyboard.press('Enter');
    const note = page.locator('.rd-note__box').first();
    await note.waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Tab');
    expect(await focused(note.getByRole('link', { name: 'Läs mer' }))).toBe(true);
    await page.keyboard.press('Tab');
    expect(await focused(note.getByRole('button', { name: 'Stäng' }))).toBe(true);
    await page.keyboard.press('Escape');
    expect(await note.isVisible()).toBe(false);
    expect(await focused(button)).toBe(true);
  }));

test('what folds is opened and closed by keyboard, and keeps the focus', () =>
  opened('post in a series', async ({ page }) => {
    const summary = page.locator('.rd-report > summary');
    await tabTo(page, summary);
    await page.keyboard.press('Enter');
    const field = page.getByLabel('Meddelande');
    expect(await field.isVisible()).toBe(true);
    expect(await focused(summary)).toBe(true);
    await page.keyboard.press('Tab');
    expect(await focused(field)).toBe(true);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    expect(await field.isVisible()).toBe(false);
    expect(await focused(summary)).toBe(true);
  }));

test('a language is chosen by its link, which leads to the page’s own translation or that language’s first page', () =>
  opened('home in two languages', async ({ page }) => {
    const link = page.getByRole('navigation', { name: 'Språk' }).getByRole('link', { name: 'English' });
    expect(await link.getAttribute('lang')).toBe('en');
    await tabTo(page, link);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
  }));

test('the copied link is said, the focus stays, and what shows it goes away again', async () => {
  const { page, close } = await sites.open('post in a series', { permissions: ['clipboard-read', 'clipboard-write'] });
  const copy = page.getByRole('link', { name: 'Kopiera länk' });
  await tabTo(page, copy);
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Länken är kopierad' }).waitFor();
  expect(await focused(copy)).toBe(true);
  await close();
});

test('light and dark are chosen with the arrows alone, kept, and never flash', () =>
  opened('post in a series', async ({ page }) => {
    const system = page.getByRole('radio', { name: 'Systemets' });
    await tabTo(page, system);
    const scheme = (): Promise<string | undefined> => page.evaluate(() => document.documentElement.dataset['rdScheme']);
    const seen: (string | undefined)[] = [await scheme()];
    for (let step = 0; step < 3; step += 1) {
      await page.keyboard.press('ArrowRight');
      seen.push(await scheme());
    }
    expect(seen).toEqual(['system', 'light', 'dark', 'system']);
    await page.keyboard.press('ArrowLeft');
    await page.reload();
    expect(await scheme()).toBe('dark');
    expect(await page.getByRole('radio', { name: 'Mörkt' }).isChecked()).toBe(true);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
  }));

test('the search itself is quiet under its policy, and tells what it found', () =>
  opened('search', async ({ page }) => {
    await page.getByRole('searchbox').fill('tjänst');
    await page.locator('.rd-search__results a').first().waitFor();
    const count = page.getByRole('status').filter({ hasText: /^Träffar: \d+$/ });
    expect(await count.getAttribute('aria-live')).toBe('polite');
    expect(await page.locator('.rd-section').first().isVisible()).toBe(false);
    await page.getByRole('searchbox').fill('');
    await expect.poll(() => page.locator('.rd-section').first().isVisible()).toBe(true);
  }));
