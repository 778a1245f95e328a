import { expect, test } from 'vitest';
import { withSpeltLinks } from '../../../../packages/astro-redaktion/src/views/spelt-links.ts';

test.each([
  ['https://exempel.se/a?b=1&amp;c', 'https://exempel.se/a?b=1&amp;c'],
  ['https://exempel.se/', 'https://exempel.se'],
  ['https://exempel.se', 'exempel.se/'],
  ['http://www.exempel.se/', 'www.exempel.se'],
])('a link to %s with the text %s spells its address', (href, text) => {
  expect(withSpeltLinks(`<p>Se <a href="${href}">${text}</a>.</p>`)).toBe(
    `<p>Se <a class="rd-spelt" href="${href}">${text}</a>.</p>`,
  );
});

test.each([
  '<a href="https://exempel.se/a">https://exempel.se/</a>',
  '<a href="https://exempel.se/">Exempel</a>',
  '<a href="/om/">/om/</a>',
  '<a class="x" href="https://exempel.se/">https://exempel.se/</a>',
  '&lt;a href="https://exempel.se/">https://exempel.se/&lt;/a>',
])('%s stays', (html) => {
  expect(withSpeltLinks(html)).toBe(html);
});
