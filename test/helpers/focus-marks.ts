import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

/**
 * Stops of the keyboard whose mark cannot be seen: on the pixels, so that colours of the system and whatever lies over
 * a mark count. Between the page with and without the focus a line around the element must differ by 3:1 (WCAG 2.4.13).
 *
 * @param known kinds of elements that were looked at already; those of this page are added
 */
export async function unseenMarks(page: Page, known: Set<string>): Promise<string[]> {
  const kinds = await page.evaluate(markKinds);
  const faults: string[] = [];
  for (const kind of kinds.filter((name) => !known.has(name))) {
    known.add(kind);
    const element = page.locator(`[data-mark="${kind}"]`);
    await element.evaluate((node) => {
      (document.activeElement as HTMLElement | null)?.blur();
      node.scrollIntoView({ block: 'center', behavior: 'instant' });
    });
    const box = await element.evaluate((node) => {
      const shown = node.matches('.rd-hidden') ? (node.closest('label') ?? node) : node;
      const { x, y, width, height } = shown.getBoundingClientRect();
      return { x, y, width, height };
    });
    const clip = {
      x: Math.max(0, box.x - MARGIN),
      y: Math.max(0, box.y - MARGIN),
      width: Math.min(box.width, 600) + 2 * MARGIN,
      height: Math.min(box.height, 400) + 2 * MARGIN,
    };
    const before = await page.screenshot({ clip });
    await element.evaluate((node) =>
      (node as HTMLElement).focus({ preventScroll: true, focusVisible: true } as FocusOptions),
    );
    const changed = changedPixels(before, await page.screenshot({ clip }));
    const least = Math.min(box.width, 600) + Math.min(box.height, 400);
    if (changed < least) faults.push(`${kind}: ${changed} of ${Math.round(least)} pixels`);
  }
  return faults;
}

const MARGIN = 8;

/** Pixels whose contrast between two pictures is 3:1 or more. */
function changedPixels(before: Buffer, after: Buffer): number {
  const [one, two] = [PNG.sync.read(before), PNG.sync.read(after)];
  let count = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    const [a, b] = [luminance(one.data, at), luminance(two.data, at)];
    if ((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) >= 3) count += 1;
  }
  return count;
}

/** Share of a picture's pixels that differ by 3:1 or more from its corner, which is ground. */
export function drawnShare(picture: Buffer): number {
  const { data } = PNG.sync.read(picture);
  const ground = luminance(data, 0);
  let drawn = 0;
  for (let at = 0; at < data.length; at += 4) {
    const one = luminance(data, at);
    if ((Math.max(one, ground) + 0.05) / (Math.min(one, ground) + 0.05) >= 3) drawn += 1;
  }
  return drawn / (data.length / 4);
}

/** Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance. */
function luminance(data: Buffer, at: number): number {
  const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]].map((value = 0) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Runs in the page: marks the first element of each kind that the keyboard stops at, and gives the kinds. */
function markKinds(): string[] {
  const kinds = new Set<string>();
  const stops = 'a[href], button:enabled, input:enabled, select, textarea, summary, [tabindex="0"], video[controls]';
  for (const element of document.querySelectorAll(stops)) {
    if (element.matches('[tabindex="-1"], .rd-skip') || !element.checkVisibility({ visibilityProperty: true }))
      continue;
    const nameOf = (one: Element | null): string => (one ? `${one.localName}.${one.getAttribute('class') ?? ''}` : '');
    const state = element.hasAttribute('aria-current') ? ' (current)' : '';
    const kind = `${nameOf(element.closest('[class^="rd-"], [class^="ri-"]:not(a)'))} ${nameOf(element)}${state}`;
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    element.setAttribute('data-mark', kind);
  }
  return [...kinds];
}
