import { symbol, symbolsFill } from 'd3-shape';

/** The mark of a series, told from others by its shape as well: circle, cross, diamond, square, star, triangle. */
export function symbolPath(series: number): string {
  return symbol(symbolsFill[series % symbolsFill.length], 64).digits(1)() ?? '';
}
