import { describe, expect, test } from 'vitest';
import { findDirectives } from '../../../../../packages/astro-redaktion/src/content/blocks/directives.ts';

const find = (text: string, jekyll = false) =>
  findDirectives(text, { names: new Set(['video', 'notice']), file: 'a.md', line: 10, jekyll });

describe('directives', () => {
  test('on a line of its own, around Markdown, and in a line', () => {
    const { text, uses, problems } = find(
      'A\n\n::video{#åä-1 src="x y" wide n=3}\n\n:::notice\n**B**\n:::\n\nC :notice[*d*]{kind=tip} e',
    );
    expect(text).toBe(
      'A\n\n<!--redaktion:include 0-->\n\n<!--redaktion:include 1-->\n**B**\n<!--redaktion:end 1-->\n\n' +
        'C <span data-redaktion-include="2"></span>*d*<span data-redaktion-end="2"></span> e',
    );
    expect(uses).toEqual([
      { index: 0, name: 'video', props: { id: 'åä-1', src: 'x y', wide: true, n: '3' }, block: true, line: 12 },
      { index: 1, name: 'notice', props: {}, block: true, line: 14 },
      { index: 2, name: 'notice', props: { kind: 'tip' }, block: false, line: 18 },
    ]);
    expect(problems).toEqual([]);
  });

  test('nest, and attributes may take several lines without moving the lines after them', () => {
    const { text, uses } = find(':::notice\n:::notice{\na="1"\n}\nx\n:::\n:::\n::video');
    expect(text.split('\n')).toHaveLength(8);
    expect(text.split('\n').at(-1)).toBe('<!--redaktion:include 2-->');
    expect(text).toMatch(/end 1-->\n<!--redaktion:end 0/);
    expect(uses.map(({ line }) => line)).toEqual([10, 11, 17]);
  });

  test.each([
    '```\n::video\n```',
    '~~~ md\n:::notice\n~~~',
    '- ```\n  ::video\n  ```',
    '```\n::video',
    '    ::video',
    '`:notice[a]{}`',
    '`` a ` :notice[b]{} ``',
    '{% raw %}\n::video\n{% endraw %}',
    '{% highlight md %}\n::video\n{% endhighlight %}',
    '<!--\n::video\n-->',
    '<pre>\n::video\n</pre>',
    'std::video',
    'a ::video',
    '::video and more',
    ':::\n',
    ':notice[a]',
    'a:notice[b]{}',
    '::unheardof{}',
    ':::tip\ntext\n:::',
    '- ::video',
  ])('%j is text', (source) => {
    expect(find(source)).toEqual({ text: source, uses: [], problems: [] });
  });

  test('a block inside a container that is none of ours is closed by its own colons', () => {
    expect(find(':::notice\n:::tip\nx\n:::\ny\n:::').text).toBe(
      '<!--redaktion:include 0-->\n:::tip\nx\n:::\ny\n<!--redaktion:end 0-->',
    );
  });

  test('a name that is nearly one is told: an error, in a Jekyll site a warning', () => {
    const problem = { code: 'unknown-block', line: 11, fix: 'Did you mean `notice`?' };
    expect(find('\n:::notise\nx\n:::').problems).toMatchObject([{ ...problem, severity: 'error' }]);
    expect(find('\n:::notise\nx\n:::', true).problems).toMatchObject([{ ...problem, severity: 'warning' }]);
  });

  test('CRLF is read as well', () => {
    expect(find('::video\r\n:::notice\r\nx\r\n:::\r\n').uses).toHaveLength(2);
  });

  test.each([
    '::',
    '` ',
    ':notice[',
    ':::notice{',
    '```\n\n',
    '<!-- ::',
    '{% raw ',
    '{% raw %} ',
    '{% raw %}{% endcomment %}',
    '<pre></script>',
    '<script>\n',
  ])(
    'many of %j are read in time, and a directive after them is found',
    (part) => {
      expect(find(`${part.repeat(60_000)}\n\n::video\n`).uses).toHaveLength(1);
    },
    20_000,
  );

  test('what ends is passed by, what does not is text', () => {
    const names = (text: string): string[] => find(text).uses.map(({ name }) => name);
    expect(names('<!-- \n::video\n-->\n::notice')).toEqual(['notice']);
    expect(names('<!-- a\n::video\n<pre>\n::notice\n</pre>')).toEqual(['video']);
    expect(names('{% raw %}\n::video\n{% comment %}{% endraw %}\n::notice')).toEqual(['notice']);
    expect(names('<!-- -->\n::video\n<!--\n::notice\n--> -->')).toEqual(['video']);
  });
});
