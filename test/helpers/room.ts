import type { Page } from 'playwright-core';

/** Opens all that folds, so that what stands in it is looked at as well. */
export function unfold(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/**
 * Where a page has no room for what stands on it: what sticks out at the side, text that is cut off or lies under
 * something else, and what scrolls within itself but cannot be reached by keyboard or has no name.
 */
export function roomFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const what = (element: Element): string =>
      `<${element.localName} ${element.className}>${(element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 40)}`;
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth)
      faults.push(`The page is ${root.scrollWidth - root.clientWidth} px too wide`);
    const isHiddenText = (element: Element): boolean =>
      element.closest('.rd-hidden, .sr-only, .rd-skip, .rd-form__trap, [aria-hidden="true"]') !== null;
    /** The nearest box that scrolls, or that cuts what does not fit. */
    const boxOf = (element: Element, kinds: RegExp): Element | undefined => {
      for (let one: Element | null = element; one && one !== root; one = one.parentElement)
        if (kinds.test(getComputedStyle(one).overflowX)) return one;
      return undefined;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      if (
        !parent ||
        !node.textContent?.trim() ||
        !parent.checkVisibility({ visibilityProperty: true }) ||
        isHiddenText(parent)
      )
        continue;
      if (parent.closest('script, style, option')) continue;
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
      if (!rects.length || boxOf(parent, /auto|scroll/)) continue;
      const cuts = boxOf(parent, /hidden|clip/);
      const bounds = cuts?.getBoundingClientRect();
      // A title that is shortened with an ellipsis stands in full elsewhere.
      const isShortened = cuts !== undefined && getComputedStyle(cuts).textOverflow === 'ellipsis';
      for (const rect of isShortened ? [] : rects) {
        if (rect.left < -1 || rect.right > root.clientWidth + 1)
          faults.push(`${what(parent)} sticks out (${rect.left}–${rect.right})`);
        else if (
          bounds &&
          (rect.right > bounds.right + 1 || rect.left < bounds.left - 1 || rect.bottom > bounds.bottom + 4)
        )
          faults.push(`${what(parent)} is cut off`);
      }
      const [rect] = rects;
      if (!rect) continue;
      scrollTo({ top: rect.top + scrollY - innerHeight / 2, behavior: 'instant' });
      const now = [...range.getClientRects()].find(({ width, height }) => width > 1 && height > 1);
      if (!now) continue;
      const hit = document.elementFromPoint(now.left + now.width / 2, now.top + now.height / 2);
      // A small target's room to be hit, and what reacts to the pointer alone, may lie over text.
      if (hit && !hit.contains(parent) && !parent.contains(hit)) faults.push(`${what(parent)} lies under ${what(hit)}`);
    }
    for (const element of document.querySelectorAll('body *')) {
      const { overflowX, overflowY } = getComputedStyle(element);
      const scrolls =
        (/auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (/auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight + 1);
      if (!scrolls || !element.checkVisibility() || element.matches('textarea, input, select')) continue;
      const inside = element.querySelector('a[href], button, input, summary, [tabindex="0"]');
      if (!element.matches('[tabindex="0"]') && !inside) faults.push(`${what(element)} scrolls, but not by keyboard`);
      if (element.matches('[tabindex="0"]') && !element.matches('[aria-label], [aria-labelledby], :has(> caption)'))
        faults.push(`${what(element)} scrolls and has no name`);
    }
    scrollTo({ top: 0, behavior: 'instant' });
    return [...new Set(faults)];
  });
}

/**
 * Targets of less than 24 × 24 CSS px (WCAG 2.5.8): none but links within a line of text, and those around which 24 px
 * are theirs alone.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = (element: Element): Element =>
      element.matches('.rd-hidden') ? (element.closest('label') ?? element) : element;
    const targets = [
      ...document.querySelectorAll('a[href], button, input:not([type="hidden"]), select, textarea, summary'),
    ]
      .map(shown)
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches('.rd-skip'));
    const isInLine = (element: Element): boolean => {
      // Points of a map stand in a list beside it, with the same links.
      if (element.matches('svg a[tabindex="-1"]')) return true;
      if (getComputedStyle(element).display !== 'inline') return false;
      const block = element.closest(
        'p, li, dd, dt, td, th, figcaption, caption, h1, h2, h3, h4, h5, h6, small, blockquote',
      );
      const own = (element.textContent ?? '').trim().length;
      return block !== null && (block.textContent ?? '').trim().length > own;
    };
    /** What can be hit may be larger than the box: the four ends of a cross of 24 px are tried. */
    const isLargeEnough = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      if (box.width >= 24 && box.height >= 24) return true;
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const ends = [
        [-1, 0],
        [1, 0],
        [0, -1],
        [0, 1],
      ] as const;
      return ends.every(([right, down]) => {
        const hit = document.elementFromPoint(x + right * 11.5, y + down * 11.5);
        const other = targets.find((target) => target !== element && hit && target.contains(hit));
        return other === undefined || other.contains(element) || element.contains(other);
      });
    };
    return targets
      .filter((element) => !isInLine(element) && !isLargeEnough(element))
      .map((element) => {
        const { width, height } = element.getBoundingClientRect();
        return `<${element.localName} ${element.className}>${(element.textContent ?? '').trim().slice(0, 40)}: ${Math.round(width)} × ${Math.round(height)}`;
      });
  });
}
