import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessTree, treeFaults, unmarkedSwedish } from '../helpers/access-tree.ts';
import { axeFaults } from '../helpers/browser.ts';
import { walk } from '../helpers/keyboard.ts';
import { KINDS, type Kind, OTHER_KINDS, type ServedKinds, serveKinds } from '../helpers/page-kinds.ts';
import { unfold } from '../helpers/room.ts';
import { vnuFaults } from '../helpers/vnu.ts';

/** What an auditor asks of each kind of page, and no tool alone can tell. */
let sites: ServedKinds;

beforeAll(async () => {
  sites = await serveKinds();
});
afterAll(() => sites?.close());

describe.each(KINDS)('the page: %s', (kind) => {
  test('can be walked through by keyboard, every stop in view and marked, in the order in which it is read', async () => {
    const { page, noise, close } = await sites.open(kind, { reducedMotion: 'reduce' });
    const { stops, faults } = await walk(page);
    expect(faults).toEqual([]);
    expect(stops.length).toBeGreaterThan(8);
    expect(stops[0]?.what).toMatch(/^<a rd-skip #rd-main>(?:Hoppa till innehållet|Skip to content)$/);
    expect(await noise()).toEqual([]);
    await close();
  });

  test('so it can on a small screen, or one at 400 %, with everything unfolded', async () => {
    const { page, close } = await sites.open(kind, { viewport: { width: 320, height: 256 } });
    await unfold(page);
    expect((await walk(page)).faults).toEqual([]);
    await close();
  });

  test('lets the keyboard skip to its text, and tells its parts, its headings, and the name of each control', async () => {
    const { page, close } = await sites.open(kind);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const inMain = (): Promise<[boolean, boolean]> =>
      page.evaluate(() => {
        const main = document.querySelector('main');
        return [document.activeElement === main, main?.contains(document.activeElement) ?? false];
      });
    expect(await inMain()).toEqual([true, true]);
    const hasStops = await page.locator('main :is(a[href], button, input, summary):visible').count();
    await page.keyboard.press('Tab');
    expect(await inMain()).toEqual([false, hasStops > 0]);
    await unfold(page);
    expect(treeFaults(await accessTree(page))).toEqual([]);
    if ((await page.getAttribute('html', 'lang')) === 'en') expect(await unmarkedSwedish(page)).toEqual([]);
    await close();
  });
});

test.each(['home', 'article', 'services', 'blocks'] satisfies Kind[])(
  'the keyboard walks back through %s the way it came',
  async (kind) => {
    const { page, close } = await sites.open(kind, { reducedMotion: 'reduce' });
    const forwards = (await walk(page)).stops.map(({ what }) => what);
    const back = await walk(page, 'Shift+Tab');
    expect(back.faults).toEqual([]);
    expect(back.stops.map(({ what }) => what).reverse()).toEqual(forwards);
    await close();
  },
);

describe.each([
  [360, 'light'],
  [1280, 'dark'],
] as const)('at %i px, %s', (width, colorScheme) => {
  test.each(Object.keys(OTHER_KINDS) as Kind[])('axe finds nothing: %s', async (kind) => {
    const { page, close } = await sites.open(kind, { viewport: { width, height: 900 }, colorScheme });
    expect(await axeFaults(page)).toEqual([]);
    await close();
  });
});

test('the options that the example site leaves alone make valid pages, too', () => {
  expect(vnuFaults(sites.otherDist)).toEqual([]);
});

test('labels that the owner wrote in one language are told to be in it on pages of another', async () => {
  const { page, close } = await sites.open('English services');
  const label = page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Tjänster' });
  expect(await label.getAttribute('lang')).toBe('sv');
  await close();
  const own = await sites.open('services');
  expect(await own.page.locator('.rd-header [lang]').count()).toBe(0);
  await own.close();
  const other = await sites.open('English home');
  expect(await other.page.locator('[lang="sv"]').allInnerTexts()).toEqual(
    expect.arrayContaining(['Ett blad om allt', 'Om cookies', 'Bladet ges ut av ingen.', 'svenska']),
  );
  await other.close();
});
