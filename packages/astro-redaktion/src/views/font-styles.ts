import { Font, type FontData, fontData } from 'astro:assets';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { digest } from '../model/digest.ts';
import { fallbackFaces } from './fallback-faces.ts';
import { splitRanges } from './letter-ranges.ts';

/** The style sheet of the owner's faces, and what a page should ask for early. */
export interface FontStyles {
  css: string;
  /** Differs when the style sheet differs; part of its name. */
  hash: string;
  /**
   * Addresses of the upright faces that all pages show, for the letters of most texts. The italic is not among them: a
   * few words in it are not worth that the picture of a post comes later; a browser has it for the page after.
   */
  preloads: string[];
}

const EARLY: ReadonlySet<string> = new Set(['--rd-serif', '--rd-display', '--rd-sans']);
let made: Promise<FontStyles> | undefined;

/** Made once a build. Astro's `<Font>` prints its rules inline, which a strict policy forbids: here they become a file. */
export function fontStyles(): Promise<FontStyles> {
  made ??= make();
  return made;
}

async function make(): Promise<FontStyles> {
  const container = await AstroContainer.create();
  const families = Object.entries(fontData);
  const rules = families.map(async ([cssVariable]) => {
    const html = await container.renderToString(Font, { props: { cssVariable } });
    return /<style[^>]*>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
  });
  const css = splitRanges(fallbackFaces((await Promise.all(rules)).join('\n')));
  const early = families
    .filter(([name]) => EARLY.has(name))
    .flatMap(([name, faces]) => {
      const all = upright(faces);
      // Bold text is mostly titles: where they have a face of their own, not every page has any.
      return name === '--rd-serif' && fontData['--rd-display'] ? all.slice(0, 1) : all;
    });
  return { css, hash: digest(css), preloads: [...new Set(early)] };
}

/** Of each weight the first, which is the one with the letters of most texts. */
function upright(faces: readonly FontData[]): string[] {
  const all = faces.filter(({ style }) => style === 'normal');
  const firsts = all.filter((face) => face === all.find(({ weight }) => weight === face.weight));
  return firsts.flatMap(({ src }) => src[0]?.url ?? []);
}
