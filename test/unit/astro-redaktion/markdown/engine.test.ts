import { unified } from '@astrojs/markdown-remark';
import { satteri } from '@astrojs/markdown-satteri';
import type { AstroConfig } from 'astro';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../../../packages/astro-redaktion/src/markdown/engine.ts';
import {
  finish,
  KRAMDOWN_DEFAULTS,
  prepare,
} from '../../../../packages/astro-redaktion/src/markdown/kramdown/index.ts';
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

test.each([
  ['Sätteri', () => markdown().processor],
  ['unified', () => unified() as AstroConfig['markdown']['processor']],
])('over %s, code in a language that Prism does not know stays text', async (_name, processor) => {
  const config = { ...markdown(), processor: processor(), syntaxHighlight: 'prism' } as AstroConfig['markdown'];
  const engine = await createEngine(config, { image: IMAGE });
  const text = ['irb', 'console', 'JavaScript', 'meta', 'xml-doc', 'html']
    .map((lang) => `\`\`\`${lang}\n<Foo @self=#<Foo ...>> <script>alert(1)</script>\n\`\`\`\n`)
    .join('\n');
  const { html } = await engine.render(text, { file: new URL('file:///site/_posts/a.md'), frontmatter: {} });
  expect(html).not.toMatch(/<(?:foo|script)/i);
  expect(html.match(/(?:&lt;|&#x3C;)Foo @self/g)).toHaveLength(5);
  expect(html).toContain('class="language-irb"');
  expect(html).toContain('class="token tag"');
});

describe('a heading of contents in a text that Jekyll has published', () => {
  const render = async (text: string): Promise<string> => {
    const engine = await createEngine(markdown(), { image: IMAGE, tocSection: 'empty' });
    return (await engine.render(text, { file: new URL('file:///site/_posts/a.md'), frontmatter: {} })).html;
  };

  test("keeps its author's list", async () => {
    const html = await render('# Table of contents\n\n- [Sign up](#sign-up)\n\n## Step 1: Sign up {#sign-up}\n');
    expect(html.match(/<li>/g)).toHaveLength(1);
    expect(html).toContain('href="#sign-up"');
  });

  test.each(['## Contents\n\n## A\n\nText.\n', '## Contents\n\n\n# A\n\n## B\n'])(
    'is filled when nothing stands there: %j',
    async (text) => expect(await render(text)).toMatch(/<li><a href="#/),
  );
});

test('a space that does not break survives in code, which Prism would take', async () => {
  const engine = await createEngine({ ...markdown(), syntaxHighlight: 'prism' } as AstroConfig['markdown'], {
    image: IMAGE,
  });
  const { text, state } = prepare('```sh\n├──\u00A0a\n```\n', KRAMDOWN_DEFAULTS);
  const { html } = await engine.render(text, { file: new URL('file:///site/_posts/a.md'), frontmatter: {} });
  expect(finish(html, state, KRAMDOWN_DEFAULTS).html).toContain('├──\u00A0a');
});
