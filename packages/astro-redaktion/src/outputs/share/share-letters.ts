/**
 * Letters and signs that both fonts of share pictures draw: first and last code point of each range, from
 * `unicode.json` of @fontsource-variable/source-serif-4 (a test compares them).
 */
export const DRAWN: readonly (readonly [number, number])[] = [
  [0x0, 0x2ba],
  [0x2bb, 0x2cc],
  [0x2ce, 0x2d7],
  [0x2da, 0x2da],
  [0x2dc, 0x2ff],
  [0x300, 0x301],
  [0x303, 0x304],
  [0x308, 0x309],
  [0x323, 0x323],
  [0x329, 0x329],
  [0x370, 0x377],
  [0x37a, 0x37f],
  [0x384, 0x38a],
  [0x38c, 0x38c],
  [0x38e, 0x3a1],
  [0x3a3, 0x52f],
  [0x1c80, 0x1c8a],
  [0x1d00, 0x1dbf],
  [0x1e00, 0x1eff],
  [0x2000, 0x206f],
  [0x20a0, 0x20c0],
  [0x2113, 0x2113],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x2191, 0x2191],
  [0x2193, 0x2193],
  [0x2212, 0x2212],
  [0x2215, 0x2215],
  [0x2c60, 0x2c7f],
  [0x2de0, 0x2dff],
  [0xa640, 0xa69f],
  [0xa720, 0xa7ff],
];

/** Whether the fonts draw all letters and digits of a text; signs may be left out (`drawn()`), letters may not. */
export function canDraw(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]/gu) ?? []).every(isDrawn);
}

/** The text without signs that the fonts do not draw, such as emoji. */
export function drawn(text: string): string {
  if (PLAIN.test(text)) return text;
  return [...text.normalize('NFC')].filter(isDrawn).join('').replace(/ {2,}/g, ' ').trim();
}

function isDrawn(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return DRAWN.some(([first, last]) => code >= first && code <= last);
}

/** Nearly all titles: nothing to look up. */
const PLAIN = /^[\u0020-\u007e\u00a0-\u024f\u2013-\u201e\u2026]*$/;
