import type { Matcher } from '../../../../packages/redaktion-inera/src/markdown/matcher.ts';
import { createMatcher } from '../../../../packages/redaktion-inera/src/markdown/matcher.ts';
import { renderMentions } from '../../../../packages/redaktion-inera/src/markdown/mentions.ts';
import { ineraCatalogue } from '../catalogues.ts';

/** The names of the packaged catalogue. */
export const matcher: Matcher = createMatcher(ineraCatalogue().services, { lang: 'sv' });

/** A mention as tests write it: `[npo|NPÖ]`. */
export function render({ id, text }: { id: string; text: string }): string {
  return `[${id}|${text}]`;
}

/** A text with the first mention of each packaged service marked. */
export function mark(html: string): string {
  return renderMentions(html, { matcher, render }).html;
}
