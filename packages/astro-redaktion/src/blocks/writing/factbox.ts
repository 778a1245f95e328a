import { z } from 'astro/zod';
import { type Block, defineBlock, escapeHtml } from '../../block.ts';
import { markdownLabel } from '../markdown-label.ts';
import { boldLine, heldHtml, heldMarkdown, paragraphs, quoted } from './held.ts';
import { address, line } from './props.ts';

export const factboxProps = z.strictObject({
  title: line,
  /** Plain text; Markdown stands inside the block. */
  text: line.optional(),
  /** Where the facts come from, and its address. */
  source: line.optional(),
  sourceUrl: address.optional(),
});

export type FactboxInput = z.input<typeof factboxProps>;

/** Facts beside the run of the text. */
export const factbox: Block = defineBlock({
  name: 'factbox',
  props: factboxProps,
  component: new URL('../../views/components/FactBox.astro', import.meta.url),
  feed(props, { t, html }) {
    const words = props.source && escapeHtml(t('chartSource', { source: props.source }));
    const source = words && (props.sourceUrl ? `<a href="${escapeHtml(props.sourceUrl)}">${words}</a>` : words);
    return `<aside>${boldLine(props.title).html}${heldHtml(props, html)}${source ? `<p>${source}</p>` : ''}</aside>`;
  },
  text(props, { t, markdown }) {
    const words = props.source && markdownLabel(t('chartSource', { source: props.source }));
    const source = words && (props.sourceUrl ? `[${words}](<${props.sourceUrl}>)` : words);
    return quoted(paragraphs(boldLine(props.title).markdown, heldMarkdown(props, markdown), source));
  },
});
