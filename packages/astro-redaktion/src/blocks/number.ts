/**
 * Reads a number as people write it: `12`, `−3.5`, `12 345`, with a point or, where no list can be meant, a comma.
 *
 * @returns what was given where it is no number, so that a schema can quote it
 */
export function toNumber(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  const text = given
    .trim()
    .replace(/^−/, '-')
    .replace(/(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))/g, '');
  return /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : given;
}
