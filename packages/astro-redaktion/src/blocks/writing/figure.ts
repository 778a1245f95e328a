import { z } from 'astro/zod';
import { type Block, type BlockContext, defineBlock, escapeHtml } from '../../block.ts';
import { fromRoot } from '../../model/from-root.ts';
import { markdownLabel } from '../markdown-label.ts';
import { paragraphs } from './held.ts';
import { line, ownFile, size } from './props.ts';

export const figureProps = z
  .strictObject({
    /** The picture. Without it, what stands inside the block is what is shown: a picture in Markdown, a table, code. */
    src: ownFile.optional(),
    /** What the picture says to those who cannot see it; `""` where it only decorates. */
    alt: z.string().optional(),
    /** Plain text. With `src` what stands inside the block, in Markdown, is caption too. */
    caption: line.optional(),
    /** Who made it. */
    credit: line.optional(),
    /** The same picture larger, to link to. */
    large: ownFile.optional(),
    /** Pixels, so that the text does not jump when the picture comes. */
    width: size.optional(),
    height: size.optional(),
  })
  .superRefine(({ src, alt, large }, context) => {
    const say = (key: string, message: string): void => context.addIssue({ code: 'custom', path: [key], message });
    if (src !== undefined && alt === undefined)
      say('alt', 'must say what the picture shows, or be "" where it only decorates');
    if (src === undefined && alt !== undefined) say('src', 'must name the picture that `alt` is about');
    if (src === undefined && large !== undefined) say('src', 'must name the picture that `large` is the larger one of');
  });

export type FigureInput = z.input<typeof figureProps>;
type FigureProps = z.output<typeof figureProps>;

/** A picture with caption and credit. */
export const figure: Block = defineBlock({
  name: 'figure',
  props: figureProps,
  component: new URL('../../views/components/Figure.astro', import.meta.url),
  feed: figureHtml,
  // In a gallery one line follows on the other; the pictures are paragraphs all the same.
  text: (props, context) => `${figureMarkdown(props, context)}\n`,
});

/** A figure in a feed. */
export function figureHtml(props: FigureProps, { t, html, site }: Pick<BlockContext, 't' | 'html' | 'site'>): string {
  const { src, alt = '', caption, credit, width, height } = props;
  const sizes = width && height ? ` width="${width}" height="${height}"` : '';
  const picture = src ? `<img src="${escapeHtml(fromRoot(src, site.base))}" alt="${escapeHtml(alt)}"${sizes}>` : html;
  const words = [
    caption && escapeHtml(caption),
    src && html,
    credit && `<small>${escapeHtml(t('picture', { credit }))}</small>`,
  ].filter(Boolean);
  return `<figure>${picture}${words.length > 0 ? `<figcaption>${words.join(' ')}</figcaption>` : ''}</figure>`;
}

/** A figure as Markdown. */
export function figureMarkdown(
  props: FigureProps,
  { t, markdown, site }: Pick<BlockContext, 't' | 'markdown' | 'site'>,
): string {
  const { src, alt = '', caption, credit } = props;
  const credits = credit && t('picture', { credit });
  const words = [caption, credits].filter(Boolean).join('. ');
  return paragraphs(
    src ? `![${markdownLabel(alt)}](<${fromRoot(src, site.base)}>)` : markdown,
    markdownLabel(words),
    src && markdown,
  );
}
