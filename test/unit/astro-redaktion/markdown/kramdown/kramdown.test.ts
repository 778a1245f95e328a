import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import {
  finish,
  kramdownFeatures,
  KRAMDOWN_DEFAULTS,
  parseKramdownOptions,
  prepare,
  SWEDISH_QUOTES,
} from '../../../../../packages/astro-redaktion/src/markdown/kramdown/index.ts';

function render(source: string, raw: unknown = {}): ReturnType<typeof finish> {
  const options = parseKramdownOptions(raw);
  const { text, state } = prepare(source, options);
  const { html } = markdownToHtml(text, { features: { ...kramdownFeatures(options), frontmatter: false } });
  return finish(html, state, options);
}

describe('parseKramdownOptions', () => {
  test('no map gives the defaults that Jekyll sets', () => {
    expect(parseKramdownOptions(undefined)).toEqual(KRAMDOWN_DEFAULTS);
    expect(parseKramdownOptions('nonsense')).toEqual(KRAMDOWN_DEFAULTS);
  });

  test('unknown keys and unreadable values change nothing', () => {
    const raw = { colour: 'red', toc_levels: 'all', smart_quotes: 'a,b', footnote_nr: 'many', auto_ids: 3 };
    expect(parseKramdownOptions(raw)).toEqual(KRAMDOWN_DEFAULTS);
  });

  test('levels are a range, a list or one number', () => {
    expect(parseKramdownOptions({ toc_levels: '2..4' }).tocLevels).toEqual([2, 3, 4]);
    expect(parseKramdownOptions({ toc_levels: [1, 3] }).tocLevels).toEqual([1, 3]);
    expect(parseKramdownOptions({ toc_levels: 2 }).tocLevels).toEqual([2]);
  });

  test('quotes are named by entities, code points, or the language', () => {
    expect(parseKramdownOptions({ smart_quotes: 'rsquo,rsquo,rdquo,8221' }).smartQuotes).toEqual(SWEDISH_QUOTES);
    expect(parseKramdownOptions({ quotes: 'sv' }).smartQuotes).toEqual(SWEDISH_QUOTES);
    expect(parseKramdownOptions({ smart_quotes: 'apos,apos,quot,quot' }).smartQuotes).toEqual(["'", "'", '"', '"']);
  });
});

describe('prepare', () => {
  test('plain CommonMark stays as it is', () => {
    const source = '# Rubrik\n\nEn *kort* text med [länk](/x).\n\n- ett\n- två\n  - tre\n\n```js\na\n```\n';
    expect(prepare(source, KRAMDOWN_DEFAULTS).text).toBe(source);
  });

  test.each(['-', '1.', '#', ':', '>'])('a line separator after %j ends no line', (start) => {
    expect(render(`a\n\n${start} \u2028b\n`).html).toContain('b');
  });

  test('noncharacters in a source cannot pose as marks', () => {
    expect(render('\uFDD0r0\uFDD1 x').html).toBe('<p>\uFFFDr0\uFFFD x</p>\n');
    expect(render('[l](/a\uFDD6b)').html).toContain('href="/a%EF%BF%BDb"');
    expect(render('`%EF%B7%96`').html).toContain('<code>%EF%B7%96</code>');
  });
});

describe('finish', () => {
  test('headings come with level, id and text, in their order', () => {
    const { headings } = render('# Åäö *x*\n\n## Dup\n\n## Dup\n\n## Egen {#eget}\n\n## !!!');
    expect(headings).toEqual([
      { depth: 1, slug: 'åäö-x', text: 'Åäö x' },
      { depth: 2, slug: 'dup', text: 'Dup' },
      { depth: 2, slug: 'dup-1', text: 'Dup' },
      { depth: 2, slug: 'eget', text: 'Egen' },
      { depth: 2, slug: '', text: '!!!' },
    ]);
  });

  test("a heading inside HTML has its id by kramdown's own rule, which the GFM parser does not reach", () => {
    const { headings } = render('## Å b\n\n<div markdown="1">\n## Å b\n\n## 想\n</div>');
    expect(headings.map(({ slug }) => slug)).toEqual(['å-b', 'b', 'section']);
  });

  test('HTML without a state, from a text of another dialect, still gets its ids', () => {
    expect(finish('<h2>Hej du</h2>', null, KRAMDOWN_DEFAULTS).html).toBe('<h2 id="hej-du">Hej du</h2>');
  });

  test('an id that the engine gave gives way', () => {
    expect(finish('<h2 id="c-c">C++ &amp; C#</h2>', null, KRAMDOWN_DEFAULTS).html).toContain('<h2 id="c--c">');
  });

  test('a post for one page cannot break out of attributes or the contents', () => {
    const { html } = render('* t\n{:toc}\n\n## <script>alert(1)</script> "x"{: title="\\"><b>"}\n');
    expect(html).not.toContain('"><b>');
  });

  test.each([
    ['a bare address is no link', 'https://a.se, www.a.se and a@b.se', '<p>https://a.se, www.a.se and a@b.se</p>'],
    ['quotes stay straight in alternative text', '![al"t](/i)', '<p><img src="/i" alt="al&quot;t"></p>'],
    ['a picture of its own is a paragraph', '<img src="/a.png" alt="">', '<p><img src="/a.png" alt="" /></p>'],
    ['a class is set on a paragraph', 'Text\n{: .ingress}', '<p class="ingress">Text</p>'],
    ['an abbreviation in code is code', '`NPÖ` NPÖ\n\n*[NPÖ]: x', '<p><code>NPÖ</code> <abbr title="x">NPÖ</abbr></p>'],
    ['a language reaches the highlighter', '~~~ ruby\nx\n~~~', '<pre><code class="language-ruby">x\n</code></pre>'],
    [
      'raw HTML is printed as kramdown prints it',
      '<div><p ID="x" class="a">a & b <br> <img src="/a" /> <b id=" ">c</b> <i class="a" class="b">d</i></p><td a="1" b="2">x</td></div>',
      '<div><p id="x" class="a">a &amp; b <br /> <img src="/a" /> <b>c</b> <i class="b">d</i></p><td a="1" b="2">x</td></div>',
    ],
    ['lists that name each other come to an end', '{:a: .x a b}\n{:b: .y a b}\n\nT\n{: a}', '<p class="y x">T</p>'],
  ])('%s', (_rule, source, html) => {
    expect(render(source).html.trim()).toBe(html);
  });

  test('lists that name many others come to an end, too', () => {
    const names = Array.from({ length: 12 }, (_, n) => `l${n}`);
    const lists = names.map((name) => `{:${name}: .${name} ${names.join(' ')}}`).join('\n');
    expect(render(`${lists}\n\nText\n{: ${names.join(' ')}}`).html).toContain('<p class="l');
  });

  test('values of attributes keep their lines in blocks of HTML, and not in a line of text', () => {
    const block = '<p title="a\n\nb"><img src="/a\n/b.svg" alt="" /></p>';
    expect(render(block).html.trim()).toBe(block);
    expect(render('Text <b title="a\n  b">c</b>').html.trim()).toBe('<p>Text <b title="a   b">c</b></p>');
  });

  test('a backslash in the address of a link stays', () => {
    const links = ['http://a/\\~b', '/how\\_to', '/x\\\\y', '/a_\\(b\\)'];
    const source = `${links.map((url) => `[l](${url})`).join(' ')} [r] <http://a/\\b> ![p](/a\\_b.png)\n\n[r]: /q\\_z`;
    const found = [...render(source).html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, url]) => url);
    expect(found).toEqual([...links, '/q\\_z', 'http://a/\\b', '/a%5C_b.png']);
  });

  test('letters of headings are those of Ruby', () => {
    expect(render('## Ⓜ️ och Ⅷ ①').headings.map(({ slug }) => slug)).toEqual(['ⓜ️-och-ⅷ-']);
  });

  // Answers of kramdown 2.4.
  test.each([
    ['<a href="/t"><img src="/1.png" alt="N | T" /></a>', false],
    ['a | b\n<a>c | d</a>', true],
    ['<a>c | d</a>\na | b', false],
    ['<b>x | y</b> | z', true],
    ['<b>x | y', false],
    ['| a | <i>b\nc | d</i> |', true],
    ['`a|b` <em>c | d</em>', false],
    ['x <div>a | b</div>', true],
    ['<SPAN title="|">a</SPAN> b | c', true],
    ['<span>a <span/> b</span> | c', true],
    ['<b>a <i>b</b> | c', false],
    ['x <MY>a | b</my> | c</MY>', false],
  ])('pipes in elements of a line make no table: %s', (source, isTable) => {
    expect(render(source).html.includes('<table>')).toBe(isTable);
  });

  test('half-open intervals are no reason to stop looking for links and emphasis', () => {
    const line = Array.from({ length: 30 }, (_, n) => `[0.0, 1.0) finns [här](/v${n}), *se*;`).join(' ');
    expect(render(line).html.match(/<a href|<em>/g)).toHaveLength(60);
  });

  test('brackets round a link are no reason to stop looking for links', () => {
    const line = Array.from({ length: 200 }, (_, n) => `[[pdf](/p${n})] and [[code](/c${n})], [${n}]`).join(' ');
    expect(render(line).html.match(/<a href/g)).toHaveLength(400);
  });

  test.each([
    ['````\na\n```\n\nb\n', ['a']],
    ['````\na\n```\nb\n````\nc\n', ['a\n```\nb']],
    ['`````\na\n```\nb\n````\nc\n', ['a\n```\nb']],
    ['   ````\na\n  ```\nb\n```\nc\n```\n', ['a', 'c']],
    ['`````` js\na\n````\n', []],
    ['~~~~\na\n```\n', []],
  ])('a fence is as long as one that ends it, in %j', (source, codes) => {
    const found = [...render(source).html.matchAll(/<pre><code[^>]*>([\s\S]*?)\n<\/code>/g)];
    expect(found.map(([, code]) => code)).toEqual(codes);
  });

  test('raw HTML keeps its blank lines and its indentation', () => {
    const source = '<div>\n\n    <p>*x*</p>\n\n</div>';
    expect(render(source).html.trim()).toBe(source);
  });
});
