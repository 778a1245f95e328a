import { z } from 'astro/zod';
import { type Block, defineBlock, escapeHtml } from '../../block.ts';
import { fromRoot } from '../../model/from-root.ts';
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
  feed(props, { t, html, site }) {
    const words = props.source && escapeHtml(t('chartSource', { source: props.source }));
    const { sourceUrl } = props;
    const source =
      words && (sourceUrl ? `<a href="${escapeHtml(fromRoot(sourceUrl, site.base))}">${words}</a>` : words);
    return `<aside>${boldLine(props.title).html}${heldHtml(props, html)}${source ? `<p>${source}</p>` : ''}</aside>`;
  },
  text(props, { t, markdown, site }) {
    const words = props.source && markdownLabel(t('chartSource', { source: props.source }));
    const source = words && (props.sourceUrl ? `[${words}](<${fromRoot(props.sourceUrl, site.base)}>)` : words);
    return quoted(paragraphs(boldLine(props.title).markdown, heldMarkdown(props, markdown), source));
  },
});
