import type { Page } from 'playwright-core';

/** Where the keyboard has come to, as a person sees it. */
export interface Stop {
  /** Tag, class and name, to be found by whoever reads the report. */
  what: string;
  /** What is wrong with it there: not seen, covered, without a mark. */
  faults: string[];
  /** Its number among the page's elements. */
  place: number;
  /** Bounds in the document, and the landmark or list that it belongs to. */
  box: { left: number; right: number; top: number; bottom: number };
  group: number;
}

/** Puts what the walk asks of a page into it; lives as long as the page. */
export async function prepareWalk(page: Page): Promise<void> {
  await page.evaluate(installWalk);
}

/**
 * Walks through a page by Tab from its top until the focus leaves it or comes back, and tells every fault: stops that
 * are not seen or have no mark, that go back in the page, that are never reached, and a walk that never ends.
 */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<{ stops: Stop[]; faults: string[] }> {
  await prepareWalk(page);
  const expected = await page.evaluate(() => window.walk.reachable());
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(() => window.walk.stop());
    if (!stop || stops.some(({ place }) => place === stop.place)) break;
    stops.push(stop);
    if (stops.length > expected.length + 5) return { stops, faults: [`The walk does not end: ${stop.what}`] };
  }
  const reached = new Set(stops.map(({ place }) => place));
  const faults = [
    ...stops.flatMap(({ what, faults: own }) => own.map((fault) => `${what} ${fault}`)),
    ...expected.filter(({ place }) => !reached.has(place)).map(({ what }) => `${what} is never reached`),
    ...(key === 'Tab' ? orderFaults(stops) : []),
  ];
  return { stops, faults };
}

/** Stops that come before their place in the document, or up the page in the column that they are in. */
function orderFaults(stops: readonly Stop[]): string[] {
  return stops.slice(1).flatMap((stop, index) => {
    const before = stops[index];
    if (!before) return [];
    // Where a style says that what is seen leads (`reading-flow`), the way down the page may go back in the document.
    const isBelow = stop.box.top >= before.box.bottom - 1;
    if (stop.place < before.place && !isBelow)
      return [`${stop.what} comes after ${before.what}, which stands after it`];
    const sameColumn = stop.box.left < before.box.right && stop.box.right > before.box.left;
    const isAbove = stop.box.bottom <= before.box.top + 1;
    return stop.group === before.group && sameColumn && isAbove ? [`${stop.what} leads up from ${before.what}`] : [];
  });
}

interface Walk {
  stop: () => Stop | undefined;
  reachable: () => { what: string; place: number }[];
}

declare global {
  interface Window {
    walk: Walk;
  }
}

/** Runs in the page. */
function installWalk(): void {
  const all = (): Element[] => [...document.querySelectorAll('*')];
  const what = (element: Element): string => {
    const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
    const value = element.getAttribute('href') ?? element.getAttribute('value') ?? '';
    return `<${element.localName} ${element.className} ${value}>${name.replace(/\s+/g, ' ').trim().slice(0, 40)}`;
  };
  /** A button that only speech sees stands for its label. */
  const shownOf = (element: Element): Element =>
    element.matches('.rd-hidden') ? (element.closest('label') ?? element) : element;
  /** Some of it is in view, and nothing else lies there. */
  const isSeen = (shown: Element): boolean =>
    [...shown.getClientRects()].some((rect) => {
      const [left, right] = [Math.max(rect.left, 0), Math.min(rect.right, innerWidth)];
      const [top, bottom] = [Math.max(rect.top, 0), Math.min(rect.bottom, innerHeight)];
      if (right - left < 1 || bottom - top < 1) return false;
      const points = [0.1, 0.5, 0.9].flatMap((x) => [0.15, 0.5, 0.85].map((y) => [x, y] as const));
      const free = points.filter(([x, y]) => {
        const hit = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
        return hit !== null && (shown.contains(hit) || hit.contains(shown));
      });
      return free.length >= 6;
    });
  const isMarked = (element: Element, shown: Element): boolean =>
    [element, shown].some((one) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/, 0\)|\/ 0\)/.test(outlineColor);
    });
  window.walk = {
    stop: () => {
      const element = document.activeElement;
      if (!element || element === document.body || element === document.documentElement) return undefined;
      const shown = shownOf(element);
      const rect = shown.getBoundingClientRect();
      const elements = all();
      const faults = [
        ...(isSeen(shown) ? [] : [`is not seen at ${JSON.stringify(rect)}`]),
        ...(isMarked(element, shown) ? [] : ['has no mark of the focus']),
      ];
      const group = element.closest('nav, ul, ol, section, aside, details, footer, header, article, main');
      return {
        what: what(element),
        faults,
        place: elements.indexOf(element),
        group: group ? elements.indexOf(group) : -1,
        box: {
          left: rect.left + scrollX,
          right: rect.right + scrollX,
          top: rect.top + scrollY,
          bottom: rect.bottom + scrollY,
        },
      };
    },
    reachable: () => {
      const elements = all();
      const names = new Set<string>();
      return elements
        .filter((element) =>
          element.matches(
            'a[href], button:enabled, input:enabled, select, textarea, summary, [tabindex="0"], video[controls], iframe',
          ),
        )
        .filter((element) => {
          if (!shownOf(element).checkVisibility({ visibilityProperty: true }) || element.matches('[tabindex="-1"]'))
            return false;
          // One of a group of radio buttons has the focus for all.
          if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
          if (names.has(element.name) || !element.checked) return false;
          names.add(element.name);
          return true;
        })
        .map((element) => ({ what: what(element), place: elements.indexOf(element) }));
    },
  };
}
