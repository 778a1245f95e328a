import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from '../helpers/browser.ts';
import { drawnShare, unseenMarks } from '../helpers/focus-marks.ts';
import { walk } from '../helpers/keyboard.ts';
import { KINDS, type Kind, type ServedKinds, serveKinds } from '../helpers/page-kinds.ts';
import { unfold } from '../helpers/room.ts';

/** What readers ask of their system: other colours, more contrast, less motion. */
let sites: ServedKinds;
beforeAll(async () => {
  sites = await serveKinds();
});
afterAll(() => sites?.close());

// In other colours `accessibility.test.ts` sees the mark on its walk.
const WISHES: Record<string, BrowserContextOptions> = {
  'forced colours, dark': { forcedColors: 'active', colorScheme: 'dark' },
};

test.each(Object.entries(WISHES))('the mark of the focus is seen on everything that gets it: %s', async (_, wish) => {
  const known = new Set<string>();
  for (const kind of KINDS) {
    const { page, close } = await sites.open(kind, { ...wish, reducedMotion: 'reduce' });
    await unfold(page);
    expect(await unseenMarks(page, known), kind).toEqual([]);
    await close();
  }
  expect(known.size).toBeGreaterThan(50);
});

test('the mark of the focus is whole in a table of contents that scrolls', async () => {
  const { page, close } = await sites.open('article');
  const links = await page.locator('.rd-toc li a').evaluateAll((found) =>
    found.map((link) => {
      (link as HTMLElement).focus({ preventScroll: true, focusVisible: true } as FocusOptions);
      const { outlineOffset, outlineStyle, outlineWidth } = getComputedStyle(link);
      const reach = Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth);
      const [inner, outer] = [link, link.closest('.rd-toc')].map((one) => one?.getBoundingClientRect());
      const isWhole = inner && outer && inner.left - reach >= outer.left && inner.right + reach <= outer.right;
      return { text: link.textContent, isMarked: outlineStyle === 'solid', isWhole };
    }),
  );
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter(({ isMarked, isWhole }) => !isMarked || !isWhole)).toEqual([]);
  await close();
});

describe('in forced colours', () => {
  test.each(KINDS)('what is pressed or filled in has an edge, and what is chosen a sign: %s', async (kind) => {
    const { page, close } = await sites.open(kind, { forcedColors: 'active', colorScheme: 'dark' });
    await unfold(page);
    expect(await page.evaluate(edgeless)).toEqual([]);
    await close();
  });

  test('the chosen filter of the services differs from those beside it', async () => {
    const { page, close } = await sites.open('services', { forcedColors: 'active' });
    await page.getByRole('link', { name: /^Vårdens personal/ }).click();
    const outline = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((link) => getComputedStyle(link).outlineStyle);
    await page.locator('h1').click();
    expect(await outline('.ri-filter a[aria-current]')).toBe('solid');
    expect(await outline('.ri-filter li a:not([aria-current])')).toBe('none');
    await close();
  });

  test.each(['light', 'dark'] as const)('charts and maps are drawn, in the %s scheme', async (colorScheme) => {
    const { page, close } = await sites.open('charts', { forcedColors: 'active', colorScheme });
    const drawings = await page.locator('.rd-chart > svg:not([width="0"]):visible, .rd-map__sheet > svg').all();
    expect(drawings.length).toBeGreaterThan(3);
    for (const drawing of drawings) {
      const share = drawnShare(await drawing.screenshot());
      expect(share).toBeGreaterThan(0.004);
      expect(share).toBeLessThan(0.8);
    }
    // Fields of a map are told apart by patterns, whose strokes the system's colours keep.
    const strokes = await page
      .locator('.rd-map .rd-hatch__mark')
      .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).stroke));
    expect(new Set(strokes)).toEqual(new Set([colorScheme === 'dark' ? 'rgb(255, 255, 255)' : 'rgb(0, 0, 0)']));
    await close();
  });
});

describe.each(KINDS)('the page: %s', (kind) => {
  test('stands still for those who want less motion', async () => {
    const { page, close } = await sites.open(kind, { reducedMotion: 'reduce' });
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        const stands = /^(?:0s(?:, )?)+$/.test(transitionDuration) && animationName === 'none';
        return stands && scrollBehavior === 'auto' ? [] : [`${element.localName}.${element.className}`];
      }),
    );
    expect(moving).toEqual([]);
    await close();
  });
});

test.each([360, 1280])('every word of a chart stands within its drawing, at %i px', async (width) => {
  const { page, close } = await sites.open('charts', { viewport: { width, height: 900 } });
  const texts = await page.locator('.rd-chart > svg:not([width="0"]):visible text').evaluateAll((found) =>
    found.map((text) => {
      const { x, width: long } = (text as SVGTextElement).getBBox();
      const { baseVal } = (text as SVGTextElement).ownerSVGElement?.viewBox ?? {};
      return { text: text.textContent, isOut: x < 0 || x + long > (baseVal?.width ?? 0) };
    }),
  );
  expect(texts.length).toBeGreaterThan(10);
  expect(texts.filter(({ isOut }) => isOut)).toEqual([]);
  await close();
});

test.each(['article', 'services', 'charts'] satisfies Kind[])(
  '%s has more contrast for those who ask for it',
  async (kind) => {
    const { page, close } = await sites.open(kind, { contrast: 'more' });
    const [ink, soft, line] = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      return ['--rd-ink', '--rd-ink-soft', '--rd-line'].map((name) => {
        probe.style.color = `var(${name})`;
        return getComputedStyle(probe).color;
      });
    });
    expect([soft, line]).toEqual([ink, ink]);
    expect(await axeFaults(page)).toEqual([]);
    await close();
  },
);

test('the walk by keyboard is the same in forced colours', async () => {
  const { page, close } = await sites.open('article', { forcedColors: 'active' });
  expect((await walk(page)).faults).toEqual([]);
  await close();
});

/** Runs in the page: fields and buttons without an edge or an underline, and current links that look like the others. */
function edgeless(): string[] {
  const what = (element: Element): string =>
    `${element.localName}.${element.className}: ${element.textContent?.trim().slice(0, 30)}`;
  const hasEdge = (element: Element): boolean => {
    const style = getComputedStyle(element);
    const isDrawn = style.borderTopStyle !== 'none' && Number.parseFloat(style.borderTopWidth) >= 1;
    const isUnderlined = style.textDecorationLine.includes('underline');
    return (isDrawn && style.borderTopColor !== style.backgroundColor) || isUnderlined;
  };
  const controls = document.querySelectorAll(
    'button, input:not([type="hidden"], [type="radio"], [type="checkbox"], .rd-form__trap *), select, textarea',
  );
  const bare = [...controls].filter((element) => element.checkVisibility() && !hasEdge(element));
  const plain = [...document.querySelectorAll('nav a[aria-current]')].filter((link) => {
    const style = getComputedStyle(link);
    const isSigned =
      style.outlineStyle !== 'none' ||
      style.textDecorationLine.includes('underline') ||
      Number(style.fontWeight) >= 600;
    return link.checkVisibility() && !isSigned;
  });
  return [...bare.map(what), ...plain.map(what)];
}
