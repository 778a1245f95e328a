import { expect, test } from 'vitest';
import { splitRanges } from '../../../../packages/astro-redaktion/src/views/letter-ranges.ts';

const face = (family: string, range: string, style = 'normal') =>
  `@font-face{font-family:"${family}";src:url("a.woff2");unicode-range:${range};font-style:${style};}`;
const LATIN = 'U+0000-00FF,U+0131';
const MORE = 'U+0100-02BA';
const fallback = '@font-face{font-family:"A-1 fallback: Arial";src:local("Arial");size-adjust:99%;}';

test('faces of rarer letters are a family of their own, asked after the first', () => {
  const css = [
    ...[face('A-1', LATIN), face('A-1', MORE), face('A-1', LATIN, 'italic'), face('A-1', MORE, 'italic'), fallback],
    ':root{--rd-sans:"A-1","A-1 fallback: Arial",sans-serif;}',
  ];
  expect(splitRanges(css.join(''))).toBe(
    [
      ...[face('A-1', LATIN), face('A-1 rare', MORE), face('A-1', LATIN, 'italic'), face('A-1 rare', MORE, 'italic')],
      fallback,
      ':root{--rd-sans:"A-1","A-1 rare","A-1 fallback: Arial",sans-serif;}',
    ].join(''),
  );
});

test('a family of one range stays as it is', () => {
  const css = `${face('B-2', LATIN)}${face('B-2', LATIN, 'italic')}${fallback}:root{--rd-serif:"B-2","A-1 fallback: Arial",serif;}`;
  expect(splitRanges(css)).toBe(css);
});

test('each family has rarer letters of its own', () => {
  const one = (family: string, own: string) => `${face(family, LATIN)}${face(own, MORE)}`;
  expect(
    splitRanges(`${one('A', 'A')}:root{--rd-serif:"A",serif;}${one('B', 'B')}:root{--rd-mono:"B",monospace;}`),
  ).toBe(
    `${one('A', 'A rare')}:root{--rd-serif:"A","A rare",serif;}${one('B', 'B rare')}:root{--rd-mono:"B","B rare",monospace;}`,
  );
});

test('a family of one word has no quotes', () => {
  const css = (own: string, list: string) =>
    `@font-face{font-family:C-3;src:url("a");unicode-range:${LATIN};}@font-face{font-family:${own};src:url("b");unicode-range:${MORE};}:root{--rd-sans:${list},sans-serif;}`;
  expect(splitRanges(css('C-3', 'C-3'))).toBe(css('"C-3 rare"', 'C-3,"C-3 rare"'));
});

test('the common letters are those with the space, wherever they stand', () => {
  expect(splitRanges(`${face('A', MORE)}${face('A', 'U+00??')}:root{--rd-sans:"A",sans-serif;}`)).toBe(
    `${face('A rare', MORE)}${face('A', 'U+00??')}:root{--rd-sans:"A","A rare",sans-serif;}`,
  );
});
