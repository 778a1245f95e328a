import { markdownToHtml } from 'satteri';
import { unified } from '@astrojs/markdown-remark';
import {
  finish,
  kramdownFeatures,
  parseKramdownOptions,
  prepare,
} from '../../../packages/astro-redaktion/src/markdown/kramdown/index.ts';

/** Renders a post's text with the kramdown layer over one of the two engines. */
export type Engine = (markdown: string, settings: Record<string, unknown>) => Promise<string>;

/** Sätteri, called without plugins. */
export const satteri: Engine = async (markdown, settings) => {
  const options = parseKramdownOptions({ input: 'GFM', ...settings });
  const { text, state } = prepare(markdown, options);
  const { html } = markdownToHtml(text, { features: { ...kramdownFeatures(options), frontmatter: false } });
  return finish(html, state, options).html;
};

let renderer: Awaited<ReturnType<ReturnType<typeof unified>['createRenderer']>> | undefined;

/** @astrojs/markdown-remark, smart quotes and highlighting off. */
export const remark: Engine = async (markdown, settings) => {
  const options = parseKramdownOptions({ input: 'GFM', ...settings });
  const { text, state } = prepare(markdown, options);
  renderer ??= await unified({ smartypants: false, gfm: true }).createRenderer({ syntaxHighlight: false });
  const { code } = await renderer.render(text, { frontmatter: {} });
  return finish(code, state, options).html;
};
