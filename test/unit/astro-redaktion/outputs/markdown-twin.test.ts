import { markdownToHtml } from 'satteri';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { llmsFullTxt, llmsTxt } from '../../../../packages/astro-redaktion/src/outputs/llms.ts';
import { cleanMarkdown } from '../../../../packages/astro-redaktion/src/outputs/markdown-clean.ts';
import { markdownText, markdownTwin } from '../../../../packages/astro-redaktion/src/outputs/markdown-twin.ts';
import { twinAddress } from '../../../../packages/astro-redaktion/src/outputs/twin-address.ts';
import { article, makePost, options, site } from './sample-site.ts';

const page = 'https://example.se/2022/06/02/artikel.html';
const clean = (source: string): string => cleanMarkdown(source, { page });

describe('the Markdown twin of a post', () => {
  test('is written as it was', async () => {
    const source = 'Ingress med [länk](/om/).\n\n<!--more-->\n\n* TOC\n{:toc}\n\n## Rubrik {#eget-id}\n\nText.\n';
    await expect(markdownTwin(article, source, options)).toMatchFileSnapshot('golden/twin.md');
  });

  test.for([
    [
      'links',
      '[a [b]](/x "t") and [c](<å b>)',
      '[a [b]](https://example.se/x "t") and [c](https://example.se/2022/06/02/%C3%A5%20b)',
    ],
    ['fragments', '[a](#vad)', `[a](${page}#vad)`],
    ['pictures', '🙂 ![](../a(1).png) x', '🙂 ![](https://example.se/2022/06/a%281%29.png) x'],
    ['linked pictures', '[![b](/b.png)](/c)', '[![b](https://example.se/b.png)](https://example.se/c)'],
    ['definitions', '[a][1]\n\n[1]: /x "t"', '[a][1]\n\n[1]: https://example.se/x "t"'],
    ['HTML', 'x <a class="b" href="/y?a=1&amp;b">z</a>', 'x <a class="b" href="https://example.se/y?a=1&amp;b">z</a>'],
  ] as const)('has absolute %s', ([, source, expected]) => expect(clean(source)).toBe(expected));

  test.for([
    ['code', '`[a](/x)`\n\n    [b](/y) {:x}\n\n```md\n[c](/z)\n\n\n<!--more-->\n{:toc}\n```'],
    ['absolute links', '<https://a.se> https://b.se [c](mailto:a@b.se) [d](https://e.se/(1))'],
    ['escapes', '\\[a](/x) \\{: x'],
  ] as const)('leaves %s alone', ([, source]) => expect(clean(source)).toBe(source.trim()));

  test('has no marks of Jekyll, kramdown or MDX', () => {
    expect(
      clean(
        'a\n\n<!--more-->\n\n1. TOC\n{:toc .x}\n\n## B {#b .no_toc}\n\nc [d](https://e.se){:target="_blank"}\n{: .lead}\n\ne',
      ),
    ).toBe('a\n\n## B\n\nc [d](https://e.se)\n\ne');
    expect(cleanMarkdown('import A from "./a.astro";\n\n# B\n\n<A id="x" />\n\nText', { page, isMdx: true })).toBe(
      '# B\n\nText',
    );
  });

  test('has no relative link left, wherever it stands', () => {
    const piece = fc.constantFrom(
      '[a](/b)',
      '![c](d.png)',
      '[r]',
      '[r]: /r\n',
      ' ',
      '\n',
      '\n\n',
      '`',
      '```\n',
      '{:toc}',
      '{: .x}',
      '* x\n',
      '# h',
      '(',
      ')',
      '[',
      ']',
      '!',
      'å',
      '🙂',
      '\\',
      '> ',
      '1. ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        expect(markdownToHtml(clean(pieces.join(''))).html).not.toMatch(/(?:href|src)="(?!https:)/);
      }),
      { numRuns: 1000 },
    );
  });

  test('has an address beside its page', () => {
    expect(['/2022/06/02/a.html', '/2022/a/', '/2022/a', '/'].map((url) => twinAddress({ url }))).toEqual([
      '/2022/06/02/a.md',
      '/2022/a/index.md',
      '/2022/a.md',
      '/index.md',
    ]);
  });

  test('says of plain text only what it says', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        '#',
        '*',
        '_',
        '[',
        ']',
        '<',
        '>',
        '&',
        '`',
        '\\',
        '1',
        '.',
        ')',
        '-',
        '+',
        ' ',
        'a',
        '!',
        '(',
      ),
    });
    fc.assert(
      fc.property(text, (given) => {
        const { html } = markdownToHtml(`x ${markdownText(given)}`);
        const shown = html
          .replace(/<\/?p>|\n/g, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&');
        expect(shown).toBe(`x ${given.replace(/\s+/g, ' ').trim()}`.trim());
      }),
    );
  });
});

describe('llms.txt', () => {
  test('is written as it was', async () => {
    await expect(llmsTxt(site, { ...options, markdownFiles: true })).toMatchFileSnapshot('golden/llms.txt');
  });

  test('has all posts in full in its other file', () => {
    const full = llmsFullTxt(site, options, (post) => `Texten i ${post.id}.`);
    expect(
      site.posts.every(
        (post) => full.includes(`# ${markdownText(post.title)}\n`) && full.includes(`Texten i ${post.id}.`),
      ),
    ).toBe(true);
    expect(full.startsWith('# E-hälsobladet\n\n> Nyheter om e-hälsa\n')).toBe(true);
  });

  test('keeps hostile titles on their line', () => {
    const post = makePost({ title: 'a](x)\n## b <c>' });
    expect(llmsTxt({ ...site, posts: [post] }, { ...options, markdownFiles: true })).toContain(
      '- [a\\](x) ## b \\<c\\>](https://example.se/2022/06/02/artikel.md)\n',
    );
  });
});
