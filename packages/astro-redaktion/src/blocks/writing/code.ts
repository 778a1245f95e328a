import { z } from 'astro/zod';
import { type Block, defineBlock, escapeHtml } from '../../block.ts';
import { boldLine, paragraphs } from './held.ts';
import { line } from './props.ts';

export const codeProps = z
  .strictObject({
    /** The name of the file, or what the code does. */
    title: line.optional(),
    /** The code, for includes; else it stands inside the block, fenced, and is coloured. */
    code: line.optional(),
    /** Its language: `ts`, `css`. */
    lang: z
      .string()
      .regex(/^[\w+#-]+$/, 'must be the name of a language, as ts')
      .optional(),
  })
  .superRefine(({ code, lang }, context) => {
    if (lang !== undefined && code === undefined)
      context.addIssue({ code: 'custom', path: ['lang'], message: 'belongs to `code`; a fence names its own' });
  });

export type CodeInput = z.input<typeof codeProps>;

/** Code with a title and, where there is script, a button that copies it. */
export const code: Block = defineBlock({
  name: 'code',
  props: codeProps,
  component: new URL('../../views/components/Code.astro', import.meta.url),
  feed({ title, code: source }, { html }) {
    const block = source === undefined ? '' : `<pre><code>${escapeHtml(source)}</code></pre>`;
    return `${title ? boldLine(title).html : ''}${block}${html}`;
  },
  text({ title, code: source, lang = '' }, { markdown }) {
    const fence = '`'.repeat(Math.max(3, ...[...(source ?? '').matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
    const block = source !== undefined && `${fence}${lang}\n${source}\n${fence}`;
    return paragraphs(title && boldLine(title).markdown, block, markdown);
  },
});
