import { z } from 'astro/zod';
import { type Block, defineBlock } from '../../block.ts';
import { boldLine, heldHtml, heldMarkdown, paragraphs } from './held.ts';
import { flag, line } from './props.ts';

export const detailsProps = z.strictObject({
  /** What stands there while it is closed. */
  title: line,
  /** Open from the start. */
  open: flag.optional(),
  /** Plain text; Markdown stands inside the block. */
  text: line.optional(),
});

export type DetailsInput = z.input<typeof detailsProps>;

/** Something that not everybody needs to read, folded away. In print, feeds and plain text it is open. */
export const details: Block = defineBlock({
  name: 'details',
  props: detailsProps,
  component: new URL('../../views/components/Details.astro', import.meta.url),
  feed: (props, { html }) => `${boldLine(props.title).html}${heldHtml(props, html)}`,
  text: (props, { markdown }) => paragraphs(boldLine(props.title).markdown, heldMarkdown(props, markdown)),
});
