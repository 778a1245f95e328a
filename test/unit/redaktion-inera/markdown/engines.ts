import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { satteri } from '@astrojs/markdown-satteri';

type Render = (markdown: string) => Promise<string>;

/** Both Markdown engines, as Astro calls them. */
export const engines: readonly (readonly [name: string, render: Render])[] = [
  [
    'Sätteri',
    async (markdown) => {
      const renderer = await satteri({}).createRenderer({});
      return (await renderer.render(markdown, { frontmatter: {} })).code;
    },
  ],
  [
    'unified',
    async (markdown) => {
      const processor = await createMarkdownProcessor({});
      return (await processor.render(markdown)).code;
    },
  ],
];
