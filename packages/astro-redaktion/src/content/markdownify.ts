import { markdownToHtml } from 'satteri';
import { finish, type KramdownOptions, kramdownFeatures, prepare } from '../markdown/kramdown/index.ts';
import { apartFromMarkers } from './blocks/marker.ts';

/**
 * Markdown to HTML inside Liquid (`markdownify`, excerpts and texts of other posts): the dialect of the posts, at once,
 * without what Astro adds to code and pictures. A text ends with a line feed, as Jekyll's does.
 *
 * @param kramdown absent: Markdown as Astro reads it
 */
export function createMarkdownify(kramdown: KramdownOptions | undefined): (text: string) => string {
  if (!kramdown) return (text) => markdownToHtml(text).html;
  const features = { ...kramdownFeatures(kramdown), frontmatter: false };
  return (source) => {
    const { text, state } = prepare(apartFromMarkers(source), kramdown);
    const { html } = markdownToHtml(text, { features });
    return `${finish(html, state, kramdown).html.trimEnd()}\n`;
  };
}
