import { expect, test } from 'vitest';
import { outlineHtml, outlineMarkdown, type Part } from '../../../../packages/redaktion-inera/src/blocks/outline.ts';

const parts: Part[] = [
  { paragraph: [{ text: 'A*<b>', href: '/a(b)?c&d', strong: true, lang: 'sv' }, { text: ': x|y' }] },
  { list: [[{ text: 'ett' }], [{ text: 'två', lang: 'sv' }]], ordered: true },
  { head: ['', 'N|1'], rows: [[[{ text: 'f' }], [{ text: 'a|b' }]]] },
];

test('a form for feeds escapes what it is given', () => {
  expect(outlineHtml(parts)).toBe(
    '<p><a href="/a(b)?c&#38;d" lang="sv"><strong>A*&#60;b&#62;</strong></a>: x|y</p>\n' +
      '<ol><li>ett</li><li><span lang="sv">två</span></li></ol>\n' +
      '<table><thead><tr><th scope="col"></th><th scope="col">N|1</th></tr></thead><tbody><tr><td>f</td><td>a|b</td></tr></tbody></table>',
  );
});

test('a form in Markdown says the same', () => {
  expect(outlineMarkdown(parts)).toBe(
    '[**A\\*\\<b\\>**](/a%28b%29?c&d): x|y\n\n1. ett\n2. två\n\n|  | N\\|1 |\n| --- | --- |\n| f | a\\|b |',
  );
});
