import { satteri } from '@astrojs/markdown-satteri';
import type { AstroConfig } from 'astro';
import { expect, test } from 'vitest';
import { createEngine } from '../../../../packages/astro-redaktion/src/markdown/engine.ts';
import { prepareMarkdown } from '../../../../packages/astro-redaktion/src/markdown/mdx-toc.ts';

const IMAGE = {} as AstroConfig['image'];
const TEXT = '## Rubrik & mer\n\nText *här* – ”citat”.\n\n- a\n- b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n';

function markdown(): AstroConfig['markdown'] {
  const processor = satteri();
  return { processor, syntaxHighlight: false, gfm: true, smartypants: true } as unknown as AstroConfig['markdown'];
}

test('a plain text takes the short way, also when MDX has been prepared for, and the long way gives the same', async () => {
  const config = markdown();
  prepareMarkdown(config.processor, new URL('file:///site/_posts/'));
  const engine = await createEngine(config, { image: IMAGE });
  const short = engine.renderPlain(TEXT);
  const long = await engine.render(TEXT, { file: new URL('file:///site/_posts/a.md'), frontmatter: {} });
  expect(short?.headings).toEqual([{ depth: 2, slug: 'rubrik--mer', text: 'Rubrik & mer' }]);
  expect(short?.html.trim()).toBe(long.html.trim());
});

test("a plugin of the owner's own takes the long way", async () => {
  const config = markdown();
  const { options } = config.processor as unknown as { options: { mdastPlugins: unknown[] } };
  options.mdastPlugins.push({ name: 'own' });
  const engine = await createEngine(config, { image: IMAGE });
  expect(engine.renderPlain(TEXT)).toBeUndefined();
});
