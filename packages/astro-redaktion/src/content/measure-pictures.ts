import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { imageMetadata } from 'astro/assets/utils';
import type { Problem } from '../types.ts';
import { isPhoto } from './picture-file.ts';
import { replaceFile } from './text-file.ts';

/** What a page must know of a picture before it is there. */
export interface PictureMeasures {
  /** Pixels; absent for a drawing without a size. */
  width?: number;
  height?: number;
  /** `#rrggbb`: what most of a photo looks like; absent where something shows through it. */
  colour?: string;
}

type Kept = Record<string, PictureMeasures & { stamp: string }>;

/**
 * Measures pictures, and finds the colour that fills their place until they have loaded. What is known of a file is kept
 * until the file changes, so that a build pays for new pictures only (about 6 ms for a photo of 2 megapixels).
 *
 * @param files absolute paths
 * @param store folder for what is kept
 */
export async function measurePictures(files: Iterable<string>, store: string): Promise<Map<string, PictureMeasures>> {
  const path = join(store, 'pictures.json');
  const before = readKept(path);
  const kept: Kept = {};
  for (const file of new Set(files)) {
    const { mtimeMs, size } = statSync(file);
    const stamp = `${mtimeMs} ${size}`;
    const known = before[file];
    kept[file] = known?.stamp === stamp ? known : { stamp, ...(await measure(file)) };
  }
  if (JSON.stringify(kept) !== JSON.stringify(before))
    replaceFile(path, (name) => writeFileSync(name, JSON.stringify(kept)));
  return new Map(Object.entries(kept).map(([file, { stamp: _stamp, ...measures }]) => [file, measures]));
}

/** A problem for each photo that cannot be read as one; it is shown as it is. */
export function unreadablePictures(
  measures: ReadonlyMap<string, PictureMeasures>,
  { project, lenient }: { project: string; lenient: boolean },
): Problem[] {
  return [...measures]
    .filter(([file, { width }]) => width === undefined && isPhoto(file))
    .map(([file]) => ({
      code: 'picture-unreadable',
      severity: lenient ? 'warning' : 'error',
      file: relative(project, file).replaceAll('\\', '/'),
      message: 'the file is used as a picture, but it cannot be read as one: it is damaged, or another kind of file.',
      fix: 'Export the picture again, or give the file the ending of its kind.',
    }));
}

function readKept(path: string): Kept {
  try {
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Kept) : {};
  } catch {
    // Half a file of an interrupted build: as good as none.
    return {};
  }
}

async function measure(file: string): Promise<PictureMeasures> {
  const data = readFileSync(file);
  const size = await imageMetadata(data, file).catch(() => undefined);
  const colour = isPhoto(file) ? await dominantColour(data) : undefined;
  return {
    ...(size?.width && size.height ? { width: size.width, height: size.height } : {}),
    ...(colour === undefined ? {} : { colour }),
  };
}

/** Pixels of the small copy that is counted. */
const SAMPLE = 32;

async function dominantColour(data: Buffer): Promise<string | undefined> {
  const sharp = loadSharp();
  if (!sharp) return undefined;
  try {
    const small = await sharp(data).resize(SAMPLE, SAMPLE, { fit: 'fill' }).png().toBuffer();
    const { dominant, isOpaque } = await sharp(small).stats();
    const hex = [dominant.r, dominant.g, dominant.b].map((value) => value.toString(16).padStart(2, '0'));
    return isOpaque ? `#${hex.join('')}` : undefined;
  } catch {
    // Astro says better what is wrong with the file, when it makes the sizes.
    return undefined;
  }
}

/** What of sharp is used. */
type Sharp = (data: Buffer) => {
  resize: (
    width: number,
    height: number,
    options: { fit: 'fill' },
  ) => { png: () => { toBuffer: () => Promise<Buffer> } };
  stats: () => Promise<{ dominant: { r: number; g: number; b: number }; isOpaque: boolean }>;
};

/** Astro's own; it may be left out of an installation, and then there are no colours. */
function loadSharp(): Sharp | undefined {
  try {
    return createRequire(createRequire(import.meta.url).resolve('astro/package.json'))('sharp') as Sharp;
  } catch {
    return undefined;
  }
}
