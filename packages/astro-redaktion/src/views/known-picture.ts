import type { ImageMetadata } from 'astro';

/** What is known of a picture before it has loaded. */
export interface KnownPicture {
  /** Astro's own record of the file; absent for a drawing that `public/` serves, and on another host. */
  image?: ImageMetadata;
  /** On another host, from which Astro may fetch it. */
  remote?: boolean;
  /** Pixels. */
  width?: number;
  height?: number;
  /** `#rrggbb`, in its place until it has loaded. */
  colour?: string;
}

/** The column of the text is this wide; beside it stands at most what screens with two pixels a point show. */
export const SIZES = '(min-width: 48rem) 42.5rem, 92vw';

/** Widths in which Astro makes a photo: phones, tablets, and twice the column; never more than the file has. */
export function widthsOf(width: number, steps: readonly number[] = [480, 800, 1200, 2000]): number[] {
  const below = steps.filter((step) => step < width);
  return below.length === steps.length ? below : [...below, width];
}

/** Kinds of picture that Astro makes smaller; others (SVG, animated GIF) are shown as they are. */
export function isPhotoFormat({ format }: ImageMetadata): boolean {
  return format !== 'svg' && format !== 'gif';
}
