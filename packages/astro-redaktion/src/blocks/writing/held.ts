import { escapeHtml } from '../../block.ts';
import { markdownLabel } from '../markdown-label.ts';

interface Held {
  /** Plain text, for includes, which cannot hold anything. */
  text?: string | undefined;
}

/** What a block says, for feeds: its `text`, then what stands inside it. */
export function heldHtml({ text }: Held, html: string): string {
  return `${text ? `<p>${escapeHtml(text)}</p>` : ''}${html}`;
}

/** The same as Markdown. */
export function heldMarkdown({ text }: Held, markdown: string): string {
  return paragraphs(text && markdownLabel(text), markdown);
}

/** Paragraphs of Markdown; those that are empty are left out. */
export function paragraphs(...parts: (string | false | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n');
}

/** Markdown as a quote. */
export function quoted(markdown: string): string {
  return markdown.replace(/^(?!$)/gm, '> ').replace(/^$/gm, '>');
}

/** A line of bold text, as a heading that is no heading of the article's. */
export function boldLine(text: string): { html: string; markdown: string } {
  return { html: `<p><strong>${escapeHtml(text)}</strong></p>`, markdown: `**${markdownLabel(text)}**` };
}
