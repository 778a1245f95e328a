import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults, type ServedSite, serveSite } from '../helpers/browser.ts';
import { config, createTestSite, post, removeTestSites, type TestSite } from '../helpers/site.ts';

/** A site with every option of the design that the example site leaves alone. */
const OPTIONS = `{ title: 'Bladet', locales: { en: { label: 'English' } }, share: ['mail', 'copy'], toc: { script: true },
  theme: { schemeSwitch: true, textWidth: '30rem', pageWidth: '1200px' } }`;
const POST = '/2022/06/02/a.html';
const cells = (text: string): string => `| ${Array.from({ length: 16 }, () => text).join(' | ')} |`;
const WIDE_TABLE = [cells('Vårdcentral'), cells('---'), cells('1')].join('\n');
let made: TestSite;
let site: ServedSite;

beforeAll(async () => {
  made = createTestSite({
    'astro.config.mjs': config(OPTIONS),
    '_posts/2022-06-02-a.md': post('title: Första\ntags: Nytt', '## Ett\n\nText.\n\n## Två\n\nText.'),
    '_posts/2022-06-03-b.md': post('title: Andra\ntags: Nytt'),
    '_posts/2022-06-04-bred.md': post(
      'title: Bred\nlayout: wide',
      `${['Ett', 'Två', 'Tre'].map((name) => `## ${name}\n\nText.`).join('\n\n')}\n\n<figure><img src="/b.svg" alt="Bild" width="1600" height="900"></figure>\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n${WIDE_TABLE}`,
    ),
    '_posts/2022-06-07-typografi.md': post(
      'title: Typografi',
      '*SKR:s* andel *10 %* den *1 juni 2022*, *1 234 567* kronor, "citat" - och *t ex* `10 % "kod" - här`.',
    ),
    '_posts/2022-06-09-lang.md': post(
      'title: Lång',
      ['Ett', 'Två', 'Tre', 'Fyra'].map((name) => `## ${name}\n\n${'Text som tar plats.\n\n'.repeat(30)}`).join('\n'),
    ),
    '_posts/en/2022-06-08-english.md': post('title: English\nlang: en', 'A "quote" - and 10 %.'),
    '_posts/2022-06-05-notis.md': post('title: Notis\nlayout: note', 'Kort om något.'),
    '_posts/2022-06-06-lank.md': post('title: Länk\nlayout: link\nlink: https://www.exempel.se/rapport', 'Läsvärt.'),
    'public/b.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"/>',
  });
  const { code, output } = await made.build();
  expect(code, output).toBe(0);
  site = await serveSite(join(made.root, 'dist'));
});

afterAll(async () => {
  await site?.close();
  removeTestSites();
});

async function open(path: string, settings: Parameters<ServedSite['browser']['newContext']>[0] = {}): Promise<Page> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...settings });
  const page = await context.newPage();
  await page.goto(site.origin + path);
  return page;
}

const background = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test('the table of contents marks the section in view, without script', async () => {
  const page = await open('/2022/06/09/lang.html', { javaScriptEnabled: false });
  const marked = (): Promise<string[]> =>
    page.$$eval('.rd-toc__list a', (links) => {
      const colours = links.map((link) => getComputedStyle(link).borderInlineStartColor);
      const usual = colours.toSorted(
        (a, b) => colours.filter((c) => c === b).length - colours.filter((c) => c === a).length,
      )[0];
      return links.filter((_, index) => colours[index] !== usual).map((link) => link.textContent ?? '');
    });
  for (const name of ['Tre', 'Två']) {
    await page.locator(`.rd-toc__list a:text-is("${name}")`).click();
    await expect.poll(marked).toEqual([name]);
  }
});

test('the table of contents marks it by a small script where the browser cannot, and the owner asked for it', async () => {
  const file = readdirSync(join(made.root, 'dist/_astro')).find((name) => name.startsWith('toc-mark'));
  expect(statSync(join(made.root, 'dist/_astro', file ?? '')).size).toBeLessThan(1000);
  const { context, page } = await old('/2022/06/09/lang.html');
  const marked = (): Promise<string[]> =>
    page.$$eval('.rd-toc__list a[aria-current]', (links) => links.map(({ textContent }) => textContent ?? ''));
  for (const name of ['Tre', 'Två']) {
    await page.locator(`.rd-toc__list a:text-is("${name}")`).click();
    await expect.poll(marked).toEqual([name]);
  }
  await context.close();
  const now = await open('/2022/06/09/lang.html#två');
  expect(await now.locator('[aria-current]').filter({ hasText: 'Två' }).count()).toBe(0);
});

/** A page in a browser that does not know how to mark the section in view. */
async function old(path: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addInitScript(() => {
    const supports = CSS.supports.bind(CSS) as (...given: string[]) => boolean;
    CSS.supports = (...given: string[]) => given[0] !== 'scroll-target-group' && supports(...given);
  });
  const page = await context.newPage();
  await page.goto(site.origin + path);
  return { context, page };
}

test.each([
  ['no-preference', true],
  ['reduce', false],
] as const)('pages fade into each other where motion is welcome: %s', async (reducedMotion, expected) => {
  const context = await site.browser.newContext({ reducedMotion });
  await context.addInitScript(() => {
    addEventListener('pagereveal', (event) => {
      document.documentElement.dataset['fades'] = String(Boolean(event.viewTransition));
    });
  });
  const page = await context.newPage();
  await page.goto(`${site.origin}/`);
  await page.click(`a[href="${POST}"]`);
  await page.waitForURL(site.origin + POST);
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['fades'])).toBe(String(expected));
  await context.close();
});

test('text and page are as wide as the owner says, and nothing runs out of the page', async () => {
  const page = await open('/2022/06/09/lang.html', { viewport: { width: 1600, height: 900 } });
  const wide = (selector: string): Promise<number> =>
    page.$eval(selector, (element) => element.getBoundingClientRect().width);
  expect(await wide('.rd-post__text')).toBe(480);
  expect(
    await page.$eval(
      '.rd-sheet',
      (sheet) => sheet.clientWidth - 2 * parseFloat(getComputedStyle(sheet).paddingInlineStart),
    ),
  ).toBe(1200);
  for (const width of [320, 900, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

describe('the choice of light or dark', () => {
  test('is one small file, asked for before the style sheet', async () => {
    const html = made.read(POST.slice(1));
    const scripts = [...html.matchAll(/<script(?![^>]*ld\+json)[^>]*>/g)].map(([tag]) => tag);
    // The other is that of the share links, below.
    expect(scripts).toHaveLength(2);
    expect(scripts[0]).toMatch(/^<script src="\/_astro\/scheme\.[\w-]+\.js">$/);
    expect(html.indexOf('<script src')).toBeLessThan(html.indexOf('rel="stylesheet"'));
    const file = readdirSync(join(made.root, 'dist/_astro')).find((name) => name.startsWith('scheme.')) ?? '';
    expect(statSync(join(made.root, 'dist/_astro', file)).size).toBeLessThanOrEqual(500);
  });

  test('is not shown without script', async () => {
    const page = await open(POST, { javaScriptEnabled: false });
    expect(await page.locator('.rd-scheme').isVisible()).toBe(false);
    await page.context().close();
  });

  test('has three named states, which the keyboard changes and the browser keeps', async () => {
    const page = await open(POST, { colorScheme: 'light' });
    const group = page.getByRole('group', { name: 'Färgschema' });
    expect(await group.isVisible()).toBe(true);
    expect(await group.getByRole('radio').count()).toBe(3);
    const [light] = [await background(page)];
    const radio = (name: string) => group.getByRole('radio', { name });
    expect(await radio('Systemets').isChecked()).toBe(true);
    await radio('Systemets').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await radio('Mörkt').isChecked()).toBe(true);
    const dark = await background(page);
    expect(dark).not.toBe(light);
    await page.goto(`${site.origin}/`);
    expect(await radio('Mörkt').isChecked()).toBe(true);
    expect(await background(page)).toBe(dark);
    // So do the browser's own bars.
    const bars = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')]
          .filter(({ media }) => matchMedia(media).matches)
          .map(({ content }) => content),
      );
    const [ofLight, ofDark] = [...made.read('index.html').matchAll(/theme-color"[^>]* content="(#\w+)"/g)].map(
      ([, colour]) => colour,
    );
    expect(await bars()).toEqual([ofDark]);
    await page.emulateMedia({ media: 'print' });
    expect(await background(page)).toBe('rgb(255, 255, 255)');
    expect(await page.locator('.rd-scheme').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    await radio('Mörkt').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await background(page)).toBe(light);
    expect(await bars()).toEqual([ofLight]);
    await page.keyboard.press('ArrowLeft');
    expect(await background(page)).toBe(dark);
    // The system's, whatever it is.
    expect(await bars()).toEqual([ofDark]);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await bars()).toEqual([ofLight]);
    await page.context().close();
  });

  test('shows the chosen scheme from the first frame on, and moves nothing', async () => {
    const page = await open('/', { colorScheme: 'light' });
    await page.evaluate(() => localStorage.setItem('rd-scheme', 'dark'));
    await page.addInitScript(() => {
      const seen: string[] = [];
      let done: (frames: string[]) => void = () => {};
      const watched = new Promise<string[]>((resolve) => {
        done = resolve;
      });
      Object.assign(window, { watched, shift: 0 });
      const look = (): void => {
        // Nothing is painted before there is a body.
        if (document.body) seen.push(getComputedStyle(document.documentElement).backgroundColor);
        if (seen.length < 20) requestAnimationFrame(look);
        else done(seen);
      };
      requestAnimationFrame(look);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) Object.assign(window, { shift: (entry as { value?: number }).value });
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(site.origin + POST);
    const frames = (await page.evaluate('window.watched')) as string[];
    expect([...new Set(frames)]).toEqual([await background(page)]);
    expect(await page.evaluate('window.shift')).toBe(0);
    expect(await page.evaluate('document.documentElement.dataset.rdScheme')).toBe('dark');
    await page.context().close();
  });

  test.each([360, 1280])('is accessible at %i px, where a pointer finds it', async (width) => {
    const page = await open(POST, { viewport: { width, height: 900 }, colorScheme: 'dark' });
    expect(await axeFaults(page)).toEqual([]);
    const box = await page.locator('.rd-scheme label').first().boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    await page.context().close();
  });
});

describe('the layouts of posts', () => {
  const box = async (page: Page, selector: string) => {
    const found = await page.locator(selector).boundingBox();
    if (!found) throw new Error(`There is no ${selector}`);
    return found;
  };

  test.each([360, 1280, 1920])(
    'wide: text keeps its measure, what wants room has the sheet’s, at %i px',
    async (width) => {
      const page = await open('/2022/06/04/bred.html', { viewport: { width, height: 900 } });
      const sheet = await box(page, '.rd-main');
      const text = await box(page, '.rd-prose > p >> nth=0');
      const figure = await box(page, '.rd-prose > figure');
      expect(Math.abs(figure.x - sheet.x) + Math.abs(figure.width - sheet.width)).toBeLessThan(1);
      const [small, large] = [await box(page, 'table >> nth=0'), await box(page, 'table >> nth=1')];
      expect(Math.abs(small.x - text.x) + Math.abs(small.width - text.width)).toBeLessThan(1);
      expect(large.x).toBeGreaterThanOrEqual(sheet.x - 1);
      expect(large.width).toBeLessThanOrEqual(sheet.width + 1);
      if (width > 1000) {
        expect(text.width).toBeLessThan(0.75 * sheet.width);
        expect(large.width).toBeGreaterThan(text.width);
        expect(Math.abs(text.x - sheet.x - (sheet.x + sheet.width - text.x - text.width))).toBeLessThan(1);
      }
      // The table of contents stands in the text, not in a margin.
      const toc = await box(page, '.rd-toc');
      expect(toc.y + toc.height).toBeLessThanOrEqual(text.y);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBe(0);
      expect(await axeFaults(page)).toEqual([]);
      await page.context().close();
    },
  );

  test('note: a small title, and who and when below the text', async () => {
    const page = await open('/2022/06/05/notis.html');
    const size = (selector: string) =>
      page.$eval(selector, (element) => Number.parseFloat(getComputedStyle(element).fontSize));
    const note = await size('h1');
    expect((await box(page, '.rd-post__text > .rd-meta')).y).toBeGreaterThan((await box(page, '.e-content')).y);
    expect(await axeFaults(page)).toEqual([]);
    await page.goto(site.origin + POST);
    expect(note).toBeLessThan((await size('h1')) * 0.7);
    await page.context().close();
  });

  test('link: says where it leads, on its page and in lists', async () => {
    const page = await open('/2022/06/06/lank.html');
    const link = page.getByRole('link', { name: 'Läs på exempel.se', exact: true });
    expect(await link.getAttribute('href')).toBe('https://www.exempel.se/rapport');
    expect(await axeFaults(page)).toEqual([]);
    await page.goto(`${site.origin}/artiklar/`);
    expect(await link.count()).toBe(1);
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });
});

describe('the typography of a text', () => {
  test('has the signs of its language, and leaves code as it is written', () => {
    const text = (path: string): string =>
      (made.read(path).match(/<div class="e-content[\s\S]*?<\/p>/)?.[0] ?? '').replaceAll('\u00a0', '~');
    expect(text('2022/06/07/typografi.html')).toContain('”citat”~– och');
    expect(text('2022/06/07/typografi.html')).toContain('<code>10 % "kod" - här</code>');
    expect(text('en/2022/06/08/english.html')).toContain('A “quote” - and 10 %.');
  });

  test('keeps together what belongs together, however narrow the line', async () => {
    const page = await open('/2022/06/07/typografi.html');
    const lines = await page.evaluate(() => {
      const text = document.querySelector<HTMLElement>('.e-content p');
      Object.assign(text?.style ?? {}, { inlineSize: '0', overflowWrap: 'normal' });
      return [...document.querySelectorAll('.e-content em')].map((em) => [em.textContent, em.getClientRects().length]);
    });
    expect(lines.map(([text, count]) => [String(text).replaceAll('\u00a0', '~'), count])).toEqual([
      ['SKR:s', 1],
      ['10~%', 1],
      ['1~juni 2022', 2],
      ['1~234~567', 1],
      ['t~ex', 1],
    ]);
    await page.context().close();
  });
});

describe('links to pass on', () => {
  test('a post’s address is copied, and said to be, by a small script that the page can do without', async () => {
    const page = await open(POST, { permissions: ['clipboard-read', 'clipboard-write'] });
    const copy = page.getByRole('link', { name: 'Kopiera länk' });
    expect(await copy.getAttribute('href')).toBe(`https://exempel.se${POST}`);
    await copy.click();
    await page.getByRole('status').filter({ hasText: 'Länken är kopierad' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`https://exempel.se${POST}`);
    expect(page.url()).toBe(site.origin + POST);
    const file = readdirSync(join(made.root, 'dist/_astro')).find((name) => name.startsWith('copy-link.')) ?? '';
    expect(statSync(join(made.root, 'dist/_astro', file)).size).toBeLessThanOrEqual(500);
    await page.context().close();
  });

  test('a heading’s link is found by the keyboard and a finger, leads there, and is copied', async () => {
    const page = await open(POST, { permissions: ['clipboard-read', 'clipboard-write'] });
    const link = page.getByRole('link', { name: 'Länk till avsnittet Två' });
    const opacity = () => link.evaluate((element) => getComputedStyle(element).opacity);
    expect(await opacity()).toBe('0');
    await link.focus();
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#två'.replace('å', '%C3%A5'));
    await page.getByRole('status').filter({ hasText: 'Länken är kopierad' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    expect(await page.getByRole('heading', { name: 'Två', exact: true }).count()).toBe(1);
    expect(await opacity()).toBe('1');
    await page.context().close();
  });
});
