import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Share of pixels that may differ: what another machine's rounding of letters changes, and no more. */
export const TOLERANCE = 0.005;
/** Pixels by which heights may differ, for the same reason. */
const HEIGHT = 2;
/** How far two colours of a pixel may lie apart (0 to 1). */
const THRESHOLD = 0.15;

/**
 * Compares a screenshot with the one that is kept, `UPDATE=1` keeps it instead.
 *
 * @param folder of the kept pictures
 * @param out where the picture and its differences are written when they do not match
 * @returns what is wrong; `undefined` where they match
 */
export function compareShot(
  name: string,
  shot: Buffer,
  { folder, out }: { folder: string; out: string },
): string | undefined {
  const file = join(folder, `${name}.png`);
  if (process.env['UPDATE']) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, PNG.sync.write(PNG.sync.read(shot), { deflateLevel: 9, filterType: -1, colorType: 2 }));
    return undefined;
  }
  if (!existsSync(file))
    return `${name}: there is no picture to compare with; run npm run visual:update and look at it`;
  const [kept, made] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(shot)];
  const sizes = `${made.width}×${made.height} px instead of ${kept.width}×${kept.height}`;
  const height = Math.min(kept.height, made.height);
  const fits = kept.width === made.width && Math.abs(kept.height - made.height) <= HEIGHT;
  const diff = new PNG({ width: made.width, height });
  const differing = fits
    ? pixelmatch(top(kept, height), top(made, height), diff.data, made.width, height, { threshold: THRESHOLD })
    : made.width * height;
  const share = differing / (made.width * height);
  if (share <= TOLERANCE) return undefined;
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, `${name}.png`), shot);
  if (fits) writeFileSync(join(out, `${name}.diff.png`), PNG.sync.write(diff));
  const what = fits ? `${(100 * share).toFixed(2)} % of its pixels differ` : `it is ${sizes}`;
  return `${name}: ${what}; see ${out}`;
}

function top({ data, width }: PNG, height: number): Uint8Array {
  return data.subarray(0, width * height * 4);
}
