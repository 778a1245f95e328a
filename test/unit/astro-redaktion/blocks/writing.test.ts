import { describe, expect, test } from 'vitest';
import { ourBlocks } from '../../../../packages/astro-redaktion/src/blocks/index.ts';
import { withAnswers, withRowHeads } from '../../../../packages/astro-redaktion/src/blocks/writing/comparison.ts';
import { definitionList, withGroups } from '../../../../packages/astro-redaktion/src/blocks/writing/definitions.ts';
import { linkPictures } from '../../../../packages/astro-redaktion/src/blocks/writing/gallery.ts';
import { createT } from '../../../../packages/astro-redaktion/src/i18n/translate.ts';
import { tableOptions } from '../../../helpers/table-site.ts';

const site = tableOptions();
const context = { lang: 'sv', t: createT('sv'), url: '/a/', site, html: '', markdown: '' };

/** The forms that a block makes of these props, or what is wrong with them. */
function forms(name: string, props: unknown, inside: Partial<typeof context> = {}) {
  const reading = ourBlocks({ map: { files: {} }, video: { fetchPosters: false } })
    .find((block) => block.name === name)
    ?.read(props);
  if (!reading) throw new Error(`no block ${name}`);
  if ('issues' in reading) return { faults: reading.issues.map(({ path, message }) => `${path.join('.')} ${message}`) };
  const given = { ...context, ...inside };
  return { feed: reading.feed(given), text: reading.text(given).trim() };
}

describe('forms for feeds and as Markdown', () => {
  test.each([
    [
      'notice',
      { kind: 'tip', title: 'A*b', text: 'x <y>' },
      '<aside><p><strong>Tips: A*b</strong></p><p>x &#60;y&#62;</p></aside>',
      '> **Tips: A\\*b**\n>\n> x \\<y\\>',
    ],
    [
      'figure',
      { src: '/a.jpg', alt: 'A "b"', caption: 'C', credit: 'D', width: '3', height: 2 },
      '<figure><img src="/a.jpg" alt="A &#34;b&#34;" width="3" height="2"><figcaption>C <small>Bild: D</small></figcaption></figure>',
      '![A "b"](</a.jpg>)\n\nC. Bild: D',
    ],
    [
      'gallery',
      {
        images: [
          { src: '/a.jpg', alt: '' },
          { src: '/b.jpg', alt: 'B', caption: 'C' },
        ],
      },
      '<figure><img src="/a.jpg" alt=""></figure><figure><img src="/b.jpg" alt="B"><figcaption>C</figcaption></figure>',
      '![](</a.jpg>)\n\n![B](</b.jpg>)\n\nC',
    ],
    ['details', { title: 'T', text: 'x' }, '<p><strong>T</strong></p><p>x</p>', '**T**\n\nx'],
    [
      'pullquote',
      { text: 'Q', by: 'B', source: 'S', sourceUrl: 'https://s.se/' },
      '<blockquote><p>Q</p><p>— B, <a href="https://s.se/"><cite>S</cite></a></p></blockquote>',
      '> Q\n>\n> — B, [S](<https://s.se/>)',
    ],
    [
      'factbox',
      { title: 'T', text: 'x', source: 'SCB' },
      '<aside><p><strong>T</strong></p><p>x</p><p>Källa: SCB</p></aside>',
      '> **T**\n>\n> x\n>\n> Källa: SCB',
    ],
    [
      'timeline',
      { events: '1993: A; 2022-06: B: c; 2022-06-02: D; Nu: E' },
      '<ul><li><strong>1993</strong> A</li><li><strong>juni 2022</strong> B: c</li><li><strong>2 juni 2022</strong> D</li><li><strong>Nu</strong> E</li></ul>',
      '- **1993** A\n- **juni 2022** B: c\n- **2 juni 2022** D\n- **Nu** E',
    ],
    ['definitions', { items: '[{"term": "A", "text": "b"}]' }, '<dl><dt>A</dt><dd>b</dd></dl>', '- **A**: b'],
    [
      'comparison',
      { title: 'T', columns: ['A', 'B'], rows: 'Pris: 1, 2' },
      '<p><strong>T</strong></p><table><thead><tr><td></td><th>A</th><th>B</th></tr></thead><tbody><tr><th>Pris</th><td>1</td><td>2</td></tr></tbody></table>',
      '**T**\n\n|  | A | B |\n| --- | ---: | ---: |\n| Pris | 1 | 2 |',
    ],
    [
      'code',
      { title: 'T', code: 'a ``` <b>', lang: 'ts' },
      '<p><strong>T</strong></p><pre><code>a ``` &#60;b&#62;</code></pre>',
      '**T**\n\n````ts\na ``` <b>\n````',
    ],
  ])('%s %j', (name, props, feed, text) => {
    expect(forms(name, props)).toEqual({ feed, text });
  });

  test('hold what stands inside', () => {
    const inside = { html: '<p>in</p>', markdown: 'in' };
    for (const { name, props } of [
      { name: 'notice', props: {} },
      { name: 'figure', props: { caption: 'C' } },
      { name: 'figure', props: { src: '/a.jpg', alt: '' } },
      { name: 'gallery', props: {} },
      { name: 'details', props: { title: 'T', open: true } },
      { name: 'pullquote', props: {} },
      { name: 'factbox', props: { title: 'T' } },
      { name: 'timeline', props: {} },
      { name: 'definitions', props: {} },
      { name: 'comparison', props: { title: 'T' } },
      { name: 'code', props: {} },
    ]) {
      const { feed, text } = forms(name, props, inside);
      expect(feed, name).toContain(inside.html);
      expect(text, name).toMatch(/^(?:> )?in$/m);
    }
  });
});

test.each([
  ['notice', { kind: 'fara' }, [/^kind Invalid option/]],
  ['notice', { text: '' }, ['text must not be empty']],
  ['figure', { src: 'https://annan.se/a.jpg', alt: '' }, [/^src must be a file of your own/]],
  ['figure', { src: '/a.jpg' }, ['alt must say what the picture shows, or be "" where it only decorates']],
  ['figure', { alt: 'A', large: '/a.jpg' }, [/^src must name/, /^src must name/]],
  ['figure', { src: '/a.jpg', alt: '', width: '10%' }, [/^width/]],
  ['gallery', { images: '[{"src": "/a.jpg"}]' }, [/^images.0.alt must say/]],
  ['details', {}, [/^title/]],
  ['pullquote', { sourceUrl: 'https://a.se' }, ['source must name what `sourceUrl` leads to']],
  ['timeline', { events: '2022-02-30: A' }, ['events.0.date is no date of the calendar']],
  ['timeline', { events: 'utan kolon' }, [/^events.0 /]],
  ['comparison', { title: 'T', columns: 'A, B', rows: 'Pris: 1' }, ['rows "Pris" has 1 values for 2 columns']],
  ['comparison', { title: 'T', rows: 'Pris: 1' }, ['columns must name what the rows compare']],
  ['code', { lang: 'ts' }, ['lang belongs to `code`; a fence names its own']],
])('%s %j is wrong', (name, props, expected) => {
  const { faults = [] } = forms(name, props);
  expect(faults).toHaveLength(expected.length);
  for (const [index, words] of expected.entries()) expect(faults[index]).toMatch(words);
});

describe('what stands inside', () => {
  test('a gallery becomes links: pictures of Markdown as figures, with their title as caption', () => {
    const img = '<img src="/a.jpg" alt="A" title="T &amp; b">';
    expect(linkPictures(`<p>${img}\n<img src="/b.jpg" alt=""></p>`, 'Större')).toBe(
      `<figure class="rd-figure"><a href="/a.jpg">${img}</a><figcaption>T &amp; b</figcaption></figure>` +
        '<figure class="rd-figure"><a href="/b.jpg" aria-label="Större"><img src="/b.jpg" alt=""></a></figure>',
    );
    const linked = '<p><a href="/stor.jpg"><img alt="a > b" src="/a.jpg"></a></p>';
    expect(linkPictures(linked, '')).toBe(
      '<figure class="rd-figure"><a href="/stor.jpg"><img alt="a > b" src="/a.jpg"></a></figure>',
    );
    expect(linkPictures('<p>Text <img alt="a" src="/a.jpg"> mer</p>', '')).toBe(
      '<p>Text <a href="/a.jpg"><img alt="a" src="/a.jpg"></a> mer</p>',
    );
    expect(linkPictures('<picture><source srcset="/a.avif"><img src="/a.jpg" alt="a"></picture>', '')).toMatch(
      /^<a href="\/a.jpg"><picture>/,
    );
  });

  test('definitions becomes a list; what is none stays', () => {
    expect(definitionList('<p>A\nB\n: <em>c</em>\n: d</p>\n<p>E<br>\n: f</p>\n')).toBe(
      '<dl><dt>A</dt><dt>B</dt><dd><em>c</em></dd><dd>d</dd><dt>E</dt><dd>f</dd></dl>',
    );
    expect(definitionList('<p>Text: mer.</p>')).toBe('<p>Text: mer.</p>');
    expect(withGroups('<dl>\n<dt>A</dt>\n<dd>b</dd>\n<dd>c</dd>\n<dt>D</dt><dt>E</dt><dd>f</dd></dl>')).toBe(
      '<dl><div><dt>A</dt>\n<dd>b</dd>\n<dd>c</dd></div><div><dt>D</dt><dt>E</dt><dd>f</dd></div></dl>',
    );
    const grouped = '<dl><div><dt>A</dt><dd>b</dd></div></dl>';
    expect(withGroups(grouped)).toBe(grouped);
  });

  test('a comparison of props has the same heads', () => {
    expect(
      withRowHeads(
        '<table><thead><tr><td></td><th>A</th></tr></thead><tbody><tr><th>B</th><td>1</td></tr></tbody></table>',
      ),
    ).toBe(
      '<table><thead><tr><td></td><th scope="col">A</th></tr></thead><tbody><tr><th scope="row">B</th><td>1</td></tr></tbody></table>',
    );
  });

  test('a comparison gets heads, and marks for yes and no', () => {
    const table =
      '<table tabindex="0"><thead><tr><th></th><th class="rd-right">A</th></tr></thead><tbody><tr><td>Gratis</td><td class="rd-right">JA</td><td>nej</td></tr></tbody></table>';
    expect(withAnswers(withRowHeads(table), { yes: 'Ja', no: 'Nej' })).toBe(
      '<table><thead><tr><td></td><th scope="col" class="rd-right">A</th></tr></thead><tbody><tr><th scope="row">Gratis</th><td class="rd-right rd-yes">JA</td><td class="rd-no">nej</td></tr></tbody></table>',
    );
  });
});
