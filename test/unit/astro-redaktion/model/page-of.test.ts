import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getRouteGenerator } from '../../../../node_modules/astro/dist/core/routing/generator.js';
import { pageOf, routeParam } from '../../../../packages/astro-redaktion/src/model/page-of.ts';
import { tableSite } from '../../../helpers/table-site.ts';

/** Astro's own way from the parameter of `[...path]` to a path. */
const pathOf = getRouteGenerator([[{ content: '...path', dynamic: true, spread: true }]], 'ignore');

const step = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
  .map((text) => text.replace(/[/\\\p{Cc}]/gu, '-'))
  .filter((text) => !/^\.+$/.test(text));
const paths = fc.uniqueArray(
  fc.oneof(step, fc.constantFrom('a\u030a', 'å', 'c#', 'q?', '100%', 'a%23', '[x]', '...', 'a.html', 'İ', 'ﬁ')),
  { minLength: 1, maxLength: 6 },
);

test('every page is found again by what Astro makes of its path', () => {
  fc.assert(
    fc.property(paths, fc.constantFrom('/', '/index.html'), (steps, end) => {
      const site = tableSite(
        Object.fromEntries(
          steps.map((text, index) => {
            const address = `/x/${encodeURIComponent(text.toWellFormed())}`;
            return [`p${index}`, { permalink: address + end, redirectFrom: [`${address}.html`] }];
          }),
        ),
      );
      for (const page of site.pages.values()) {
        if (page.kind === 'notFound') continue;
        const found = pageOf(site, pathOf({ path: routeParam(page, site.pages) }));
        expect(found?.path, JSON.stringify(page.path)).toBe(page.path);
      }
    }),
  );
});

test('what Astro makes one of, the address tells apart', () => {
  const site = tableSite({ a: { permalink: '/a/', redirectFrom: ['/a.html'] } });
  const at = (pathname: string): string | undefined => pageOf(site, 'a', { pathname })?.path;
  expect([at('/a/'), at('/a'), at('/a.html')]).toEqual(['a', 'a', 'a.html']);
});

test('an index has the parameter of its folder, and a file beside it another', () => {
  const site = tableSite({ a: { permalink: '/a/index.html', redirectFrom: ['/a.html', '/b/index.html'] } });
  const param = (path: string): string | undefined => {
    const page = site.pages.get(path);
    return page && routeParam(page, site.pages);
  };
  expect(['a/index.html', 'a.html', 'b/index.html'].map(param)).toEqual(['a', 'a.html', 'b']);
  const at = (pathname: string): string | undefined => pageOf(site, 'a', { pathname })?.path;
  expect([at('/a/index.html'), at('/a/'), at('/a.html')]).toEqual(['a/index.html', 'a/index.html', 'a.html']);
});
