import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';
import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { fastFeedHtml } from '../../../../packages/astro-redaktion/src/outputs/feeds/feed-html-fast.ts';
import { feedHtml, wholeFeedHtml } from '../../../../packages/astro-redaktion/src/outputs/feeds/feed-html.ts';

const PAGE = 'https://example.se/blogg/2022/06/02/artikel.html';
const feed = (html: string): string => feedHtml(html, PAGE);

test('a word that opens an explanation stays in a feed, other buttons do not', () => {
  const html =
    '<button type="button" popovertarget="x"><abbr>NPÖ</abbr></button><i id="x" popover data-feed="omit">y</i>, <button>z</button>';
  expect(feed(html)).toBe('<abbr>NPÖ</abbr>,');
});

describe('a text in a feed', () => {
  test.for([
    [
      'a relative address',
      '<a href="../x.html?a=1&amp;b">x</a>',
      '<a href="https://example.se/blogg/2022/06/x.html?a=1&amp;b">x</a>',
    ],
    ['a root-relative one', '<img src="/a/å.png" alt="Å">', '<img src="https://example.se/a/%C3%A5.png" alt="Å">'],
    ['one without a scheme', '<a href="//cdn.example/x">x</a>', '<a href="https://cdn.example/x">x</a>'],
    ['one that is absolute', '<a href="mailto:a@b.se?subject=x">x</a>', '<a href="mailto:a@b.se?subject=x">x</a>'],
    ['a footnote', '<sup id="fnref1"><a href="#fn1">1</a></sup>', `<sup id="fnref1"><a href="${PAGE}#fn1">1</a></sup>`],
    [
      'a srcset',
      '<img srcset="a.png, /b,c.png 2x , c.png 100w" src="a.png">',
      '<img srcset="https://example.se/blogg/2022/06/02/a.png, https://example.se/b,c.png 2x, https://example.se/blogg/2022/06/02/c.png 100w" src="https://example.se/blogg/2022/06/02/a.png">',
    ],
    [
      'a video',
      '<video src="v.mp4" poster="/p.jpg" autoplay controls></video>',
      '<video src="https://example.se/blogg/2022/06/02/v.mp4" poster="https://example.se/p.jpg" controls=""></video>',
    ],
    ['a quotation', '<blockquote cite="/k">x</blockquote>', '<blockquote cite="https://example.se/k">x</blockquote>'],
  ] as const)('has %s made absolute', ([, html, expected]) => expect(feed(html)).toBe(expected));

  test.for([
    ['scripts', 'a<script>alert("</p>")</script>b', 'ab'],
    ['styles', '<style>p{}</style><p style="color:red">x</p>', '<p>x</p>'],
    ['frames', '<iframe src="https://x"></iframe>y', 'y'],
    ['forms', '<form action="/x"><p>text</p><input name="a"></form>z', 'z'],
    ['handlers', '<img src="/a.png" onerror="alert(1)" ONLOAD=x>', '<img src="https://example.se/a.png">'],
    [
      'scripts in addresses',
      '<a href=" java\nscript:alert(1)">x</a><a href="data:text/html,x">y</a>',
      '<a>x</a><a>y</a>',
    ],
    ['comments', 'a<!--more-->b', 'ab'],
    ['icons', '<svg><title>x</title><script>1</script></svg>a', 'a'],
    ['what is hidden', '<p hidden>x</p><span aria-hidden="true">#</span>a', 'a'],
    ['the table of contents', '<nav class="x rd-toc"><ol><li>Vad</li></ol></nav><p>a</p>', '<p>a</p>'],
    ['its own marks of a page', '<p class="a" data-x="1"><span class="hl">x</span></p>', '<p>x</p>'],
    ['custom elements', '<my-card><p>x</p></my-card>', '<p>x</p>'],
  ] as const)('has no %s', ([, html, expected]) => expect(feed(html)).toBe(expected));

  test('takes the form that a component asks for', () => {
    expect(feed('<div data-feed="omit"><p>karta</p></div>a')).toBe('a');
    expect(feed('<table hidden data-feed="only"><tbody><tr><td>1</td></tr></tbody></table>')).toBe(
      '<table><tbody><tr><td>1</td></tr></tbody></table>',
    );
    expect(
      feed(
        '<video-embed data-feed-text="Film: <å> & ä" data-feed-href="https://v.example/1" data-feed-img="/p.jpg"><p>x</p></video-embed>',
      ),
    ).toBe(
      '<p><a href="https://v.example/1"><img src="https://example.se/p.jpg" alt=""><br>Film: &lt;å&gt; &amp; ä</a></p>',
    );
    expect(feed('<section data-feed-text="Bara text"></section>')).toBe('<p>Bara text</p>');
  });

  test('keeps what a text is made of', () => {
    const html =
      '<h2 id="vad-är">Vad &amp; är?</h2>\n<table><thead><tr><th scope="col">A</th></tr></thead></table>\n' +
      '<pre><code>a &lt; b\n  c</code></pre>\n<ol start="3"><li>x</li></ol>\n<math display="block"><mi>x</mi></math><details><summary>s</summary>d</details>';
    expect(feed(html)).toBe(html);
  });

  test('stays relative to the root where the site has no address', () => {
    expect(feedHtml('<a href="x">x</a><a href="https://a.se/">y</a>', '/2022/a.html')).toBe(
      '<a href="/2022/x">x</a><a href="https://a.se/">y</a>',
    );
  });

  test('bears texts that nest deeper than calls can', () => {
    const deep = `${'<b>'.repeat(2_000)}x`;
    expect(feed(deep)).toContain('x');
  });

  test('is safe whatever comes in, and does not change when it goes through again', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '<script>',
      '</script>',
      '<svg>',
      '<math>',
      '<mtext>',
      '<style>',
      '<img src=x onerror=a',
      ' onload=a ',
      '<a href="javascript:a">',
      '<table>',
      '<td>',
      '<p>',
      '</p>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      'text',
      '\u0000',
      '\uD800',
      '<noscript>',
      '<template>',
      '<annotation-xml encoding="text/html">',
      '<plaintext>',
      '<select>',
      '<xmp>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const out = feed(pieces.join(''));
        expect(
          elements(out).filter(({ tag, attrs }) => BAD.has(tag) || attrs.some((name) => name.startsWith('on'))),
        ).toEqual([]);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
        expect(out).not.toMatch(/[\u0000-\u0008\uFFFE\uFFFF]/);
        expect(out.isWellFormed()).toBe(true);
        expect(feed(feed(out))).toBe(feed(out));
      }),
      { numRuns: 2000 },
    );
  });

  test('is the same read in haste and read by the whole standard', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<ul>',
      '</ul>',
      '<li>',
      '</li>',
      '<a href="/x">',
      '</a>',
      '<strong>',
      '</strong>',
      '<span class="k">',
      '</span>',
      '<code>',
      '</code>',
      '<pre>',
      '</pre>',
      '<h2 id="å">',
      '</h2>',
      '<br>',
      '<br />',
      '<hr>',
      '<img src="a.png" alt="&quot;x&quot; &amp; y" />',
      '<nav class="rd-toc">',
      '</nav>',
      '<div data-feed="omit">',
      '</div>',
      '<div>',
      '<blockquote>',
      '</blockquote>',
      '&amp;',
      '&lt;',
      '&nbsp;',
      '"',
      'text',
      '\n',
      '<p hidden="">',
      '<table>',
      '<i>',
      '</i>',
    );
    let inHaste = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const html = pieces.join('');
        const fast = fastFeedHtml(html, { page: PAGE });
        if (fast !== undefined) expect(fast).toBe(wholeFeedHtml(html, { page: PAGE }));
        if (fast !== undefined && pieces.length > 1) inHaste += 1;
      }),
      { numRuns: 20_000 },
    );
    expect(inHaste).toBeGreaterThan(100);
  });

  test('is read in haste where Markdown made it', () => {
    const source =
      '## Å {x}\n\nEn [länk](/x?a&b "t") *och* `kod <b>`.\n\n* a\n  * b\n\n1. c\n\n> d\n\n```js\nconst a = "<&";\n```\n\n---\n![e](/f.png)\\\ng';
    const { html } = markdownToHtml(source);
    expect(fastFeedHtml(html, { page: PAGE })).toBe(wholeFeedHtml(html, { page: PAGE }));
  });
});

const BAD = new Set(['script', 'style', 'iframe', 'form', 'svg', 'template', 'plaintext', 'xmp', 'select']);

/** All elements of a text as a browser reads it. */
function elements(html: string): { tag: string; attrs: string[] }[] {
  const found: { tag: string; attrs: string[] }[] = [];
  const walk = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if ('tagName' in node) found.push({ tag: node.tagName, attrs: node.attrs.map(({ name }) => name) });
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  parseFragment(serialize(parseFragment(html))).childNodes.forEach(walk);
  return found;
}
