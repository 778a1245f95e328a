import { z } from 'astro/zod';
import { type Block, defineBlock } from '../../block.ts';
import type { TextKey } from '../../i18n/translate.ts';
import { boldLine, heldHtml, heldMarkdown, paragraphs, quoted } from './held.ts';
import { line } from './props.ts';

export const noticeProps = z.strictObject({
  /** What it is: `note`, `tip`, `important` or `warning`. */
  kind: z.enum(['note', 'tip', 'important', 'warning']).default('note'),
  /** In place of the kind's own word. */
  title: line.optional(),
  /** Plain text; Markdown stands inside the block. */
  text: line.optional(),
});

export type NoticeInput = z.input<typeof noticeProps>;

/** The word for each kind. */
export const NOTICE_WORDS: Record<z.output<typeof noticeProps>['kind'], TextKey> = {
  note: 'noticeNote',
  tip: 'noticeTip',
  important: 'noticeImportant',
  warning: 'noticeWarning',
};

/** Something that readers must not miss, beside the run of the text. */
export const notice: Block = defineBlock({
  name: 'notice',
  props: noticeProps,
  component: new URL('../../views/components/Notice.astro', import.meta.url),
  feed(props, { t, html }) {
    return `<aside>${boldLine(heading(props, t(NOTICE_WORDS[props.kind]))).html}${heldHtml(props, html)}</aside>`;
  },
  text(props, { t, markdown }) {
    const title = boldLine(heading(props, t(NOTICE_WORDS[props.kind]))).markdown;
    return quoted(paragraphs(title, heldMarkdown(props, markdown)));
  },
});

function heading({ title }: { title?: string | undefined }, word: string): string {
  return title === undefined ? word : `${word}: ${title}`;
}
