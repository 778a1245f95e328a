import { describe, expect, test } from 'vitest';
import { createT } from '../../../../packages/astro-redaktion/src/i18n/translate.ts';
import { withNotePreviews } from '../../../../packages/astro-redaktion/src/views/note-previews.ts';

const t = createT('sv');
const button = (box: number, number: number): string =>
  `<button class="rd-note" type="button" popovertarget="rd-note-${box}" aria-label="Visa fotnot ${number}"></button>`;

describe('notes in popovers', () => {
  const ref = (name: string, number: number): string =>
    `<sup><a href="#user-content-fn-${encodeURI(name)}" id="user-content-fnref-${name}-${number}" data-footnote-ref aria-describedby="footnote-label">${number}</a>`;
  const section = `<section data-footnotes class="footnotes"><h2 id="footnote-label">Fotnoter</h2>
<ol>
<li id="user-content-fn-källa">
<p>Se <a id="x" href="/om/">om</a>. <a href="#user-content-fnref-1" data-footnote-backref>↩</a> <a href="#user-content-fnref-1-2" data-footnote-backref>↩<sup>2</sup></a></p>
</li>
<li id="user-content-fn-lista">
<ul><li>ett</li><li>två</li></ul>
<p><a href="#r" data-footnote-backref>↩</a></p>
</li>
<li id="user-content-fn-block">
<p>Se <!--redaktion:include 0--></p>
</li>
</ol>
</section>`;

  test('stand beside the links of the dialect GFM, which stay as they are', () => {
    const html = `<p>A${ref('källa', 1)}</sup> B${ref('lista', 2)}</sup> C${ref('källa', 1)}</sup> D${ref('block', 3)}</sup></p>\n${section}`;
    const made = withNotePreviews(html, t);
    expect(made).toContain(
      `${ref('källa', 1)}${button(1, 1)}</sup> B${ref('lista', 2)}${button(2, 2)}</sup> C${ref('källa', 1)}${button(1, 1)}`,
    );
    expect(made).toContain(`${ref('block', 3)}</sup></p>\n${section}`);
    const boxes = made.slice(made.indexOf(section) + section.length);
    expect(boxes).toMatch(
      /^<div class="rd-note__box" id="rd-note-1" popover role="note" aria-label="Fotnot 1"><p>Se <a href="\/om\/">om<\/a>\.<\/p><button [^>]*popovertargetaction="hide" aria-label="Stäng"><\/button><\/div><div/,
    );
    expect(boxes).toContain('<ul><li>ett</li><li>två</li></ul><button');
    expect(boxes.match(/ id="/g)).toHaveLength(2);
    expect(boxes).not.toContain('↩');
  });

  test('stand beside those of kramdown', () => {
    const list = `<div class="footnotes" role="doc-endnotes">
<ol>
<li id="fn:a" role="doc-endnote">
<p>Ett. <a href="#fnref:a" class="reversefootnote" role="doc-backlink">&#8617;</a></p>
</li>
</ol>
</div>`;
    const made = withNotePreviews(
      `<p>A<sup id="fnref:a"><a href="#fn:a" class="footnote" rel="footnote" role="doc-noteref">1</a></sup></p>\n${list}\n<p>Efter.</p>`,
      t,
    );
    expect(made).toContain(`role="doc-noteref">1</a>${button(1, 1)}</sup>`);
    expect(made).toContain('aria-label="Fotnot 1"><p>Ett.</p><button');
    expect(made).toContain(`${list}\n<p>Efter.</p><div`);
  });

  test('are found by an id that is written as in an address', () => {
    const html = section.replaceAll('källa', 'k%C3%A4lla');
    expect(withNotePreviews(`<p>${ref('källa', 1)}</sup></p>${html}`, t)).toContain('id="rd-note-1"');
  });

  test('are none in a text without notes', () => {
    expect(withNotePreviews('<p>A <a href="#b">1</a></p>', t)).toBe('<p>A <a href="#b">1</a></p>');
  });
});
