import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults, type ServedSite, SEARCH_POLICY, serveSite } from '../helpers/browser.ts';
import { buildExample, repository } from '../helpers/site.ts';

const example = join(repository, 'example-site');
let site: ServedSite;

beforeAll(async () => {
  await buildExample();
  site = await serveSite(join(example, 'dist'), SEARCH_POLICY);
});
afterAll(() => site?.close());

const ARTICLE = '/2022/06/02/ineras-tjanster.html';

describe('search', () => {
  test('opens from a post without script, closes with Escape, and gives the focus back', async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.origin + ARTICLE);
    const button = page.getByRole('button', { name: 'Sök', exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    const field = page.getByRole('dialog').getByRole('searchbox');
    await field.waitFor();
    expect(await field.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await field.isVisible()).toBe(false);
    expect(await button.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await context.close();
  });

  test('finds the article by another form of a word in it, and asks no stranger', async () => {
    const page = await site.browser.newPage();
    const messages: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`${site.origin}/tags/foretag/`);
    expect(requests.filter((url) => url.endsWith('.js'))).toEqual([]);
    await page.getByRole('button', { name: 'Sök', exact: true }).click();
    await page.getByRole('dialog').getByRole('searchbox').fill('tjänsterna');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sok/?q=*');
    await page.locator(`.rd-search__results a[href="${ARTICLE}"]`).waitFor();
    expect(await page.locator('output').textContent()).toMatch(/^Träffar: \d+$/);
    await page.locator('select[name="year"]').selectOption('2022');
    await page.waitForURL('**/sok/?q=*&year=2022');
    await page.getByText('Träffar: 1').waitFor();
    await page.getByRole('searchbox').fill('xyzzyqq');
    await page.getByText('Inga träffar.').waitFor();
    expect(messages).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(site.origin))).toEqual([]);
    await page.close();
  });

  test('puts titles, tags and tags_extra before mere text, and shows the rest on demand', async () => {
    const page = await site.browser.newPage();
    const first = async (query: string): Promise<string | null> => {
      await page.goto(`${site.origin}/sok/?q=${query}`);
      await page.getByText(/^Träffar: [1-9]/).waitFor();
      return page.locator('.rd-search__results a').first().getAttribute('href');
    };
    expect(await first('taggar')).toBe('/2026/09/17/taggar-med-a-a-och-o.html');
    expect(await first('medicinteknik')).toBe(ARTICLE);
    // A service is not found by the words of the posts that its page lists.
    await first('räknar');
    expect(await page.locator('.rd-search__results a[href="/tjanster/siths/"]').count()).toBe(0);
    await first('tjänst');
    const count = Number(/\d+/.exec((await page.locator('output').textContent()) ?? '')?.[0]);
    expect(count).toBeGreaterThan(20);
    const links = page.locator('.rd-search__results a');
    expect(await links.count()).toBe(20);
    await page.getByRole('button', { name: 'Visa fler träffar' }).press('Enter');
    await links.nth(20).waitFor();
    expect(await links.nth(20).evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    expect(await links.count()).toBe(Math.min(40, count));
    await page.close();
  });

  test.each(['light', 'dark'] as const)('is accessible with results, in the %s scheme', async (colorScheme) => {
    const context = await site.browser.newContext({ colorScheme, viewport: { width: 360, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${site.origin}/sok/?q=inera`);
    await page.locator('.rd-search__results a').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    await page.screenshot({ path: join(repository, `test/.shots/search-${colorScheme}.png`) });
    await context.close();
  });

  test('leaves the lists where there is no script', async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.origin}/sok/?q=inera`);
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: 'Arkiv' }).first().isVisible()).toBe(true);
    // Whoever came by the box of another page hears why nothing is found.
    expect(await page.getByText('Sökningen kunde inte hämtas.').isVisible()).toBe(true);
    await context.close();
  });
});
