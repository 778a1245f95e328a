import { z } from 'astro/zod';
import { type Block, defineBlock, escapeHtml } from '../../block.ts';
import { fromRoot } from '../../model/from-root.ts';
import { markdownLabel } from '../markdown-label.ts';
import { heldHtml, heldMarkdown, paragraphs, quoted } from './held.ts';
import { address, line } from './props.ts';

export const pullquoteProps = z
  .strictObject({
    /** Plain text; Markdown stands inside the block. */
    text: line.optional(),
    /** Who says it. */
    by: line.optional(),
    /** Where it is said: a title, and its address. */
    source: line.optional(),
    sourceUrl: address.optional(),
  })
  .superRefine(({ source, sourceUrl }, context) => {
    if (sourceUrl !== undefined && source === undefined)
      context.addIssue({ code: 'custom', path: ['source'], message: 'must name what `sourceUrl` leads to' });
  });

export type PullquoteInput = z.input<typeof pullquoteProps>;

/** A sentence lifted out of the text, or somebody's words. */
export const pullquote: Block = defineBlock({
  name: 'pullquote',
  props: pullquoteProps,
  component: new URL('../../views/components/PullQuote.astro', import.meta.url),
  feed(props, { html, site }) {
    const { by, source, sourceUrl } = props;
    const work = source && `<cite>${escapeHtml(source)}</cite>`;
    const linked = work && sourceUrl ? `<a href="${escapeHtml(fromRoot(sourceUrl, site.base))}">${work}</a>` : work;
    const words = [by && escapeHtml(by), linked].filter(Boolean).join(', ');
    return `<blockquote>${heldHtml(props, html)}${words && `<p>— ${words}</p>`}</blockquote>`;
  },
  text(props, { markdown, site }) {
    const { by, source, sourceUrl } = props;
    const work =
      source && (sourceUrl ? `[${markdownLabel(source)}](<${fromRoot(sourceUrl, site.base)}>)` : markdownLabel(source));
    const words = [by && markdownLabel(by), work].filter(Boolean).join(', ');
    return quoted(paragraphs(heldMarkdown(props, markdown), words && `— ${words}`));
  },
});
