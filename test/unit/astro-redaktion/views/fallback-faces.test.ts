import { expect, test } from 'vitest';
import { fallbackFaces } from '../../../../packages/astro-redaktion/src/views/fallback-faces.ts';

const face = (family: string, src: string, weight: string, style = 'normal') =>
  `@font-face{font-family:${family};src:${src};font-weight:${weight};font-style:${style};size-adjust:110%;}`;
const PLAIN = '"A-1 fallback: Times New Roman"';
const BOLD = '"A-1 fallback: Times New Roman Bold"';
const times = 'local("Times New Roman")';
const timesBold = 'local("Times New Roman Bold")';

test('fallbacks of weights with files of their own are one upright family, which browsers slant', () => {
  const own = face('A-1', 'url("a.woff2")', '400', 'italic');
  const css = [
    own,
    face(PLAIN, times, '400'),
    face(BOLD, timesBold, '700'),
    face(PLAIN, times, '600'),
    face(PLAIN, times, '400', 'italic'),
    face(BOLD, timesBold, '700', 'italic'),
    `:root{--rd-serif:A-1,${PLAIN},${BOLD},serif;}`,
  ];
  expect(fallbackFaces(css.join(''))).toBe(
    [own, face(PLAIN, times, '400'), face(PLAIN, timesBold, '700'), `:root{--rd-serif:A-1,${PLAIN},serif;}`].join(''),
  );
});

test('the fallback of a face of all weights is plain, so that browsers make it bold', () => {
  const css = [face(PLAIN, times, '200 900'), face(PLAIN, times, '200 900', 'italic')].join('');
  expect(fallbackFaces(css)).toBe(face(PLAIN, times, '400'));
});

test('a bold one alone is still named', () => {
  expect(fallbackFaces(`${face(BOLD, timesBold, '700')}:root{--rd-display:A-1,${BOLD},serif;}`)).toBe(
    `${face(PLAIN, timesBold, '700')}:root{--rd-display:A-1,${PLAIN},serif;}`,
  );
});
