import { z } from 'astro/zod';
import { type Block, defineBlock, escapeHtml } from '../../block.ts';
import { markdownLabel } from '../markdown-label.ts';
import { boldLine, paragraphs } from './held.ts';
import { readPairs } from './lists.ts';
import { line } from './props.ts';

export const definitionsProps = z.strictObject({
  title: line.optional(),
  /** `HSA: katalogen; SITHS: legitimationen`, a list or JSON. Else inside the block, as in kramdown: `HSA`, then `: katalogen`. */
  items: z
    .preprocess(
      (given) => readPairs(given, ['term', 'text']),
      z.array(z.strictObject({ term: line, text: line })).min(1),
    )
    .optional(),
});

export type DefinitionsInput = z.input<typeof definitionsProps>;

/** Words and what they mean. */
export const definitions: Block = defineBlock({
  name: 'definitions',
  props: definitionsProps,
  component: new URL('../../views/components/Definitions.astro', import.meta.url),
  feed({ title, items = [] }, { html }) {
    const rows = items.map(({ term, text }) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(text)}</dd>`).join('');
    return `${title ? boldLine(title).html : ''}${rows && `<dl>${rows}</dl>`}${definitionList(html)}`;
  },
  text({ title, items = [] }, { markdown }) {
    const rows = items.map(({ term, text }) => `- **${markdownLabel(term)}**: ${markdownLabel(text)}`);
    return paragraphs(title && boldLine(title).markdown, rows.join('\n'), markdown);
  },
});

/**
 * Makes paragraphs of terms and lines that begin with a colon a definition list; what is none stays.
 *
 * @param html trusted, as a Markdown engine writes it
 */
export function definitionList(html: string): string {
  return html.replace(/(?:<p>(?:(?!<\/p>)[\s\S])*<\/p>\s*)+/g, (run) => {
    const paragraphsOf = [...run.matchAll(/<p>([\s\S]*?)<\/p>/g)].map(([, text = '']) => text);
    return paragraphsOf.every((text) => DEFINITION.test(text))
      ? `<dl>${paragraphsOf.map(definition).join('')}</dl>`
      : run;
  });
}

/**
 * Puts each group of terms and meanings into a box of its own, so that a style can set them side by side.
 *
 * @param html trusted
 */
export function withGroups(html: string): string {
  return html.replace(/<dl>((?:(?!<\/?dl\b)[\s\S])*)<\/dl>/g, (whole, inner: string) =>
    inner.includes('<div')
      ? whole
      : `<dl>${inner
          .trim()
          .split(/(?<=<\/dd>)\s*(?=<dt)/)
          .map((group) => `<div>${group}</div>`)
          .join('')}</dl>`,
  );
}

const DEFINITION = /(?:^|\n): /;

function definition(text: string): string {
  const [terms = '', ...meanings] = text.split(/(?:<br ?\/?>)?(?:^|\n): +/);
  const heads = terms.split('\n').filter(Boolean);
  return [
    ...heads.map((term) => `<dt>${term.trim()}</dt>`),
    ...meanings.map((meaning) => `<dd>${meaning.trim()}</dd>`),
  ].join('');
}
