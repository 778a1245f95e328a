import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServedSite, serveSite, STRICT_POLICY } from '../helpers/browser.ts';
import { compareShot } from '../helpers/compare-shots.ts';
import { buildExample, config, createTestSite, post, removeTestSites, repository } from '../helpers/site.ts';

/**
 * How pages look, pixel by pixel, at half size. Seen to be right by people when kept: `npm run visual:update`, then
 * look at what has changed in `test/visual`.
 */
const kept = join(repository, 'test/visual');
const out = join(repository, 'test/.shots/visual');
/** Letters drawn alike on all machines, as far as Chromium can. */
const STEADY = ['--font-render-hinting=none', '--force-color-profile=srgb', '--disable-lcd-text'];
const EXAMPLE = {
  specimen: '/stilmall/',
  article: '/2022/06/02/ineras-tjanster.html',
  home: '/',
  list: '/artiklar/',
  tag: '/tags/redaktion/',
  tags: '/tags/',
  archive: '/arkiv/',
  author: '/av/redaktionen/',
  authors: '/av/',
  search: '/sok/',
  missing: '/404.html',
  services: '/tjanster/',
  service: '/tjanster/siths/',
};
/** Kinds of page that the example site has none of. */
const OTHER = {
  wide: '/2022/06/02/a.html',
  note: '/2022/06/03/b.html',
  link: '/2022/06/04/c.html',
  series: '/serier/blad/',
};
const OPTIONS = `{ title: 'Bladet', share: ['mail', 'copy'], theme: { accentHue: 150, schemeSwitch: true,
  fonts: { text: '@fontsource-variable/source-serif-4', interface: '@fontsource-variable/inter' } } }`;
const TEXT =
  'En text om hälsa och vård, lång nog för två rader i spalten, med *kursiv* stil, en [länk](https://exempel.se/) och 10 % av allt.';
const TABLE = '| Region | Män | Kvinnor |\n|---|---:|---:|\n| Gävleborg | 1 204 | 1 311 |\n| Skåne | 980 | 1 002 |';
const POSTS = {
  '_posts/2022-06-02-a.md': post(
    'title: Bred uppläggning\nlayout: wide\ndescription: Med plats för tabeller\nseries: { name: Blad, part: 1 }',
    `${TEXT}\n\n## Ett\n\n${TEXT}\n\n${TABLE}\n\n## Två\n\n${TEXT}\n\n## Tre\n\n${TEXT}`,
  ),
  '_posts/2022-06-03-b.md': post('title: En notis\nlayout: note\nauthor: Redaktionen', TEXT),
  '_posts/2022-06-04-c.md': post(
    'title: Läst på annat håll\nlayout: link\nlink: https://www.exempel.se/\nseries: { name: Blad, part: 2 }\ntags: Nytt',
    TEXT,
  ),
};

let sites: Record<'example' | 'other', ServedSite>;

beforeAll(async () => {
  rmSync(out, { recursive: true, force: true });
  const made = createTestSite({ 'astro.config.mjs': config(OPTIONS), ...POSTS });
  const { code, output } = await made.build();
  expect(code, output).toBe(0);
  await buildExample();
  sites = {
    example: await serveSite(join(repository, 'example-site/dist'), STRICT_POLICY, STEADY),
    other: await serveSite(join(made.root, 'dist'), STRICT_POLICY, STEADY),
  };
});

afterAll(async () => {
  for (const site of Object.values(sites ?? {})) await site.close();
  removeTestSites();
});

async function shoot(
  site: ServedSite,
  path: string,
  { width, scheme, whole }: { width: number; scheme: 'light' | 'dark'; whole: boolean },
): Promise<Buffer> {
  const context = await site.browser.newContext({
    viewport: { width, height: width < 500 ? 640 : 720 },
    deviceScaleFactor: 0.5,
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  // A face that comes late is left for the next page; here each page waits for it.
  await context.route('**/fonts.*.css', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll('optional', 'block') });
  });
  const page = await context.newPage();
  await page.goto(site.origin + path);
  await page.evaluate(async () => {
    for (const picture of document.images) picture.loading = 'eager';
    // Those that no one sees yet, in closed dialogs, need not come.
    const shown = [...document.images].filter((picture) => picture.checkVisibility());
    await Promise.all([document.fonts.ready, ...shown.map((picture) => picture.decode().catch(() => {}))]);
  });
  const shot = await page.screenshot({ fullPage: whole, animations: 'disabled' });
  await context.close();
  return shot;
}

describe.each([360, 1280])('at %i px', (width) => {
  describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
    const pages = [
      ...Object.entries(EXAMPLE).map(([name, path]) => ['example', name, path] as const),
      ...Object.entries(OTHER).map(([name, path]) => ['other', name, path] as const),
    ];
    test.each(pages)('%s: %s looks as it did', async (site, name, path) => {
      const shot = await shoot(sites[site], path, { width, scheme, whole: name === 'specimen' });
      expect(compareShot(`${name}-${width}-${scheme}`, shot, { folder: kept, out })).toBeUndefined();
    });
  });
});

test('the kept pictures are small', () => {
  const bytes = readdirSync(kept).map((file) => statSync(join(kept, file)).size);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
});
