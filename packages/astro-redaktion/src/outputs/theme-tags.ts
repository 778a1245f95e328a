import type { SiteOptions } from '../config/site-options.ts';
import { hexOf } from './colour.ts';
import { type HeadTag, link } from './head-tag.ts';

/**
 * What browsers show of a site outside of its pages: the colour of their bars in both schemes
 * (https://html.spec.whatwg.org/#meta-theme-color), and the icons that were found among the public files.
 */
export function themeTags({ theme, icons, base }: SiteOptions): HeadTag[] {
  const colours = Object.entries(PAPER).map(([scheme, [lightness, chroma]]): HeadTag => {
    const content = paperOf(scheme, { lightness, chroma, hue: theme.accentHue });
    return { tag: 'meta', attrs: { name: 'theme-color', media: `(prefers-color-scheme: ${scheme})`, content } };
  });
  return [...colours, ...icons.map(({ file, ...attrs }) => link({ ...attrs, href: base + file }))];
}

/** The same on every page. */
function paperOf(
  scheme: string,
  { lightness, chroma, hue }: { lightness: number; chroma: number; hue: number },
): string {
  const known = papers.get(`${scheme} ${hue}`);
  const colour = known ?? hexOf(lightness, chroma, hue);
  if (known === undefined) papers.set(`${scheme} ${hue}`, colour);
  return colour;
}

const papers = new Map<string, string>();

/** `--rd-paper` of tokens.css: lightness and chroma; a test compares them. */
const PAPER = { light: [0.988, 0.003], dark: [0.195, 0.012] } as const;
