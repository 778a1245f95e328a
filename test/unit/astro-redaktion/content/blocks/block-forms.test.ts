import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { defineBlock, escapeHtml } from '../../../../../packages/astro-redaktion/src/block.ts';
import { blockForms } from '../../../../../packages/astro-redaktion/src/content/blocks/block-forms.ts';
import { fillMarkers, withoutMarkers } from '../../../../../packages/astro-redaktion/src/content/blocks/marker.ts';
import { createT } from '../../../../../packages/astro-redaktion/src/i18n/translate.ts';

const box = defineBlock({
  name: 'box',
  props: z.strictObject({ title: z.string(), size: z.coerce.number().default(1) }),
  component: 'x/Box.astro',
  feed: ({ title }, { html }) => `<b>${escapeHtml(title)}</b>${html}`,
  text: ({ title, size }, { markdown }) => `[${title} ${size}] ${markdown}`,
});
const SITE = { lang: 'sv', locales: [], timezone: 'UTC', base: '/', ending: '/' as const };
const context = { lang: 'sv', t: createT('sv'), url: '/a.html', site: SITE };
const forms = (props: Record<string, unknown>[], html: string, markdown = html) =>
  blockForms({
    uses: props.map((given, index) => ({ index, name: 'box', props: given, block: true, line: 7 + index })),
    blocks: new Map([['box', box]]),
    html,
    markdown,
    context,
    file: 'a.md',
  });

describe('the forms of blocks', () => {
  test('are made with what stands inside, the inner ones first', () => {
    const html =
      'a<!--redaktion:include 0--><p>b</p><!--redaktion:include 1-->c<!--redaktion:end 1--><!--redaktion:end 0-->d';
    const { components, problems } = forms([{ title: '<A>' }, { title: 'B', size: '2' }], html);
    expect(problems).toEqual([]);
    expect(components[0]).toEqual({
      name: 'box',
      block: true,
      props: { title: '<A>', size: 1 },
      feed: '<b>&#60;A&#62;</b><p>b</p><b>B</b>c',
      text: '[<A> 1] <p>b</p>[B 2] c',
    });
    expect(
      fillMarkers(
        html,
        components.map(({ feed }) => feed),
      ),
    ).toBe('a<b>&#60;A&#62;</b><p>b</p><b>B</b>cd');
    expect(withoutMarkers(html)).toBe('a<p>b</p>cd');
  });

  test('of wrong props are problems with file and line', () => {
    const { problems } = forms([{ title: 1, titel: 'x' }, {}], '');
    expect(problems).toMatchObject([
      { file: 'a.md', line: 7, code: 'wrong-block-prop', message: expect.stringContaining('`title`') },
      { file: 'a.md', line: 7, code: 'unknown-block-prop', fix: 'Did you mean `title`?' },
      { file: 'a.md', line: 8, code: 'wrong-block-prop', message: expect.stringContaining('it is missing') },
    ]);
  });

  test('name files below the root of the site, each once', () => {
    const paths = [
      'a/b.png',
      'a/b.png',
      '../x.txt',
      '/etc/x.txt',
      'a/../../x.txt',
      'a\\b.txt',
      '.htaccess',
      'a//b.txt',
      '',
    ];
    const image = defineBlock({ ...box, props: z.strictObject({}), feed: () => '', text: () => '', files: () => made });
    const made = paths.map((path) => ({ path, make: () => 'x' }));
    const { files, problems } = blockForms({
      ...{ uses: [{ index: 0, name: 'box', props: {}, block: true, line: 7 }], html: '', markdown: '', context },
      ...{ blocks: new Map([['box', image]]), file: 'a.md' },
    });
    expect(files.map(({ path }) => path)).toEqual(['a/b.png']);
    expect(problems.map(({ code, line }) => [code, line])).toEqual(paths.slice(2).map(() => ['block-file-path', 7]));
    expect(problems[0]?.message).toBe(
      'the block `box` makes a file "../x.txt", which is no path below the site\'s root.',
    );
  });

  test('need a name that texts can write', () => {
    expect(() => defineBlock({ ...box, name: 'Box', props: z.object({}), feed: () => '', text: () => '' })).toThrow(
      '"Box" is no name of a block',
    );
  });
});
