import { z } from 'astro/zod';
import { type Block, defineBlock, escapeHtml } from '../../block.ts';
import { figureHtml, figureMarkdown, figureProps } from './figure.ts';
import { boldLine, paragraphs } from './held.ts';
import { fromJson } from './lists.ts';
import { line } from './props.ts';

export const galleryProps = z.strictObject({
  title: line.optional(),
  /** Pictures, each with what a figure takes: a list or JSON. Others stand inside the block, as figures or in Markdown. */
  images: z.preprocess(fromJson, z.array(figureProps).min(1)).optional(),
});

export type GalleryInput = z.input<typeof galleryProps>;

/** Pictures in rows, each a link to itself; with script they open in a box over the page. */
export const gallery: Block = defineBlock({
  name: 'gallery',
  props: galleryProps,
  component: new URL('../../views/components/Gallery.astro', import.meta.url),
  feed({ title, images = [] }, { t, html, site }) {
    const figures = images.map((image) => figureHtml(image, { t, site, html: '' })).join('');
    return `${title ? boldLine(title).html : ''}${figures}${html}`;
  },
  text({ title, images = [] }, { t, markdown, site }) {
    const figures = images.map((image) => figureMarkdown(image, { t, site, markdown: '' }));
    return paragraphs(title && boldLine(title).markdown, ...figures, markdown);
  },
});

const TAG = `(?:[^>"']|"[^"]*"|'[^']*')*>`;
/** A photo stands in a box with its colour. */
const PICTURE = String.raw`<span class="rd-photo">[\s\S]*?</span>|<picture\b[\s\S]*?</picture>|<img\b${TAG}`;
const ROW = new RegExp(String.raw`<p>((?:\s|<br ?/?>|<a\b${TAG}(?:${PICTURE})</a>|${PICTURE})+)</p>`, 'g');
const LINK_OR_PICTURE = new RegExp(String.raw`<a\b[\s\S]*?</a>|${PICTURE}`, 'g');

/**
 * Makes every picture that is not in a link a link to itself, and pictures in Markdown figures with their title as
 * caption.
 *
 * @param html trusted
 * @param label names the link of a picture without words of its own; plain text
 */
export function linkPictures(html: string, label: string): string {
  return html
    .replace(ROW, (_, pictures: string) =>
      [...pictures.matchAll(LINK_OR_PICTURE)].map(([picture]) => asFigure(picture)).join(''),
    )
    .replace(LINK_OR_PICTURE, (whole) => (whole.startsWith('<a') ? whole : linked(whole, label)));
}

function asFigure(picture: string): string {
  const title = attribute(picture, 'title');
  const caption = title ? `<figcaption>${title.replaceAll('<', '&lt;')}</figcaption>` : '';
  return `<figure class="rd-figure">${picture}${caption}</figure>`;
}

function linked(picture: string, label: string): string {
  const src = attribute(picture, 'src');
  const name = attribute(picture, 'alt') ? '' : ` aria-label="${escapeHtml(label)}"`;
  return src ? `<a href="${src}"${name}>${picture}</a>` : picture;
}

/** As it stands, escaped; that of the `<img>`, where there are sources too. */
function attribute(html: string, name: string): string | undefined {
  const tag = html.slice(html.lastIndexOf('<img'));
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}
