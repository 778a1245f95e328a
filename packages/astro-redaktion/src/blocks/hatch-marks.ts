/**
 * What a pattern shows on a tile of 8 by 8, by the kind of fill: each more dense than the one before, so that classes are
 * told apart without colour. The last one, 6, stands for what is not known.
 */
export const HATCH_MARKS: readonly string[] = [
  '',
  'M4 3.4v1.2',
  'M0 8L8 0',
  'M0 4h8',
  'M0 8L8 0M0 0L8 8',
  'M0 2h8M0 6h8M2 0v8M6 0v8',
  'M3 5l2-2',
];
