import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessTree, treeFaults } from '../helpers/access-tree.ts';
import { type ServedSite, serveSite } from '../helpers/browser.ts';
import { unseenMarks } from '../helpers/focus-marks.ts';
import { walk } from '../helpers/keyboard.ts';
import { EXAMPLE_KINDS, exampleDist, openPage } from '../helpers/page-kinds.ts';
import { roomFaults, smallTargets } from '../helpers/room.ts';
import { buildExample } from '../helpers/site.ts';

/** Pages that are made worse, so that the checks of the other files are known to find what they are for. */
let site: ServedSite;
beforeAll(async () => {
  await buildExample();
  site = await serveSite(exampleDist);
});
afterAll(() => site?.close());

/** Past the page's policy, as a reader's extension does it. */
const style = (css: string) => (page: Page) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, css);
const change = (run: () => void) => (page: Page) => page.evaluate(run);

const WORSE: Record<string, [worsen: (page: Page) => Promise<void>, check: (page: Page) => Promise<string[]>, RegExp]> =
  {
    'a mark of the focus taken away': [
      style('nav :focus-visible { outline: none !important }'),
      async (page) => (await walk(page)).faults,
      /has no mark of the focus/,
    ],
    'a mark in the colour of the ground': [
      style(
        ':focus-visible { outline-color: var(--rd-paper) !important; text-decoration-color: transparent !important }',
      ),
      (page) => unseenMarks(page, new Set()),
      /^nav\.rd-nav a\.: \d+ of \d+ pixels$/m,
    ],
    'a bar that stays over half the page': [
      change(() => {
        const bar = document.body.appendChild(document.createElement('div'));
        Object.assign(bar.style, { position: 'fixed', inset: '0 0 40%', background: 'red' });
      }),
      async (page) => (await walk(page)).faults,
      /is not seen at/,
    ],
    'an order of its own': [
      change(() => {
        const link = document.querySelector('.rd-footer a');
        if (link instanceof HTMLElement) link.tabIndex = 1;
      }),
      async (page) => (await walk(page)).faults,
      /which stands after it/,
    ],
    'a stop that takes the focus away': [
      change(() => {
        const [first, last] = [document.querySelector('main a'), document.querySelector('.rd-footer a')];
        first?.addEventListener('focus', () => (last as HTMLElement).focus());
      }),
      async (page) => (await walk(page)).faults,
      /is never reached/,
    ],
    'two navigations of one name': [
      change(() => {
        for (const nav of document.querySelectorAll('footer nav')) nav.setAttribute('aria-label', 'Meny');
      }),
      async (page) => treeFaults(await accessTree(page)),
      /navigation “Meny” is named like another/,
    ],
    'a button without a name': [
      change(() => document.querySelector('.rd-door__button')?.replaceChildren()),
      async (page) => treeFaults(await accessTree(page)),
      /A button in banner .* has no name/,
    ],
    'a level of headings left out': [
      change(() => {
        const heading = document.createElement('h5');
        heading.append('Djupt');
        document.querySelector('h1')?.after(heading);
      }),
      async (page) => treeFaults(await accessTree(page)),
      /“Djupt” is of level 5, after 1/,
    ],
    'one name for two places': [
      change(() => {
        for (const link of document.querySelectorAll('.rd-header nav a')) link.textContent = 'Läs mer';
      }),
      async (page) => treeFaults(await accessTree(page)),
      /“Läs mer” leads to .* and to/,
    ],
    'a line that cannot break': [style('h1 { min-inline-size: 150vw }'), roomFaults, /The page is \d+ px too wide/],
    'a text that is cut off': [style('h1 { block-size: 10px; overflow: hidden }'), roomFaults, /is cut off/],
    'a text below another': [
      style('.rd-card:first-child { position: relative; inset-block-start: 4rem; background: var(--rd-paper) }'),
      roomFaults,
      /lies under/,
    ],
    'a box that scrolls for mice only': [
      style('.rd-card__text { overflow: auto; max-block-size: 1rem }'),
      roomFaults,
      /scrolls, but not by keyboard/,
    ],
    'links too close to hit': [
      style('.rd-header nav ul { display: block } .rd-header nav a { padding: 0; font-size: 8px; line-height: 12px }'),
      smallTargets,
      /Artiklar: \d+ × 12/,
    ],
  };

describe('the checks find', () => {
  test.each(Object.entries(WORSE))('%s', async (_, [worsen, check, said]) => {
    const { page, close } = await openPage(site, EXAMPLE_KINDS.list, { reducedMotion: 'reduce' });
    await worsen(page);
    expect((await check(page)).join('\n')).toMatch(said);
    await close();
  });

  test('what moves, and what a policy stops', async () => {
    const { page, shift, noise, close } = await openPage(site, EXAMPLE_KINDS.list);
    await page.evaluate(async () => {
      document.querySelector('main')?.prepend(Object.assign(document.createElement('p'), { textContent: 'Nytt' }));
      document.body.append(Object.assign(new Image(), { src: 'https://exempel.se/a.png' }));
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    });
    await expect.poll(shift).toBeGreaterThan(0);
    expect((await noise()).join('\n')).toContain('img-src: https://exempel.se/a.png');
    await close();
  });
});
