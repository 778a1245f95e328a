import { describe, expect, test } from 'vitest';
import type { Post, RenderedPost, TocItem } from '../../../../packages/astro-redaktion/src/types.ts';
import { standfirst } from '../../../../packages/astro-redaktion/src/views/standfirst.ts';
import { isTocPlaced, isWorthToc } from '../../../../packages/astro-redaktion/src/views/toc-placed.ts';
import { uniqueId } from '../../../../packages/astro-redaktion/src/views/unique-id.ts';

const content = (html: string, components: RenderedPost['components'] = []): RenderedPost => ({
  html,
  excerpt: '',
  headings: [],
  images: [],
  components,
  more: false,
});
const item = (text: string, children: TocItem[] = []): TocItem => ({ slug: text.toLowerCase(), text, children });

describe('standfirst', () => {
  const of = (description: string | undefined, html: string) => standfirst({ description } as Post, content(html));

  test('is the description', () => {
    expect(of('Urval av Ineras tjänster', '<p>Inera erbjuder en rad tjänster.</p>')).toBe('Urval av Ineras tjänster');
  });

  test('is left out where the text begins with the same words, whatever quotes, marks and entities differ', () => {
    const html =
      '<h2 id="a"></h2><p>Hen sa &rdquo;nej&rdquo; – och <em>det</em> var det &amp; inget mer, den gången som alla gick hem.</p>';
    expect(of('Hen sa "nej" - och det var det & inget mer, den gången som alla…', html)).toBeUndefined();
  });

  test('is nothing without a description, and the description where the text is not known (MDX)', () => {
    expect(of(undefined, '<p>Text</p>')).toBeUndefined();
    expect(standfirst({ description: 'En mening' } as Post, undefined)).toBe('En mening');
  });
});

describe('a table of contents', () => {
  test('is placed by an include, by kramdown’s {:toc} and by a heading that asks for one', () => {
    expect(
      isTocPlaced(content('', [{ name: 'toc', props: {}, block: true, feed: '', text: '' }]), [], 'Innehåll'),
    ).toBe(true);
    expect(isTocPlaced(content('<ul id="markdown-toc"><li>a</li></ul>'), [], 'Innehåll')).toBe(true);
    expect(isTocPlaced(content('<h2>innehåll</h2>'), [item('innehåll')], 'Innehåll')).toBe(true);
  });

  test('is not placed by other components or headings, nor in a text that is not known', () => {
    expect(
      isTocPlaced(
        content('', [{ name: 'karta', props: {}, block: true, feed: '', text: '' }]),
        [item('Innehållet i korthet')],
        'Innehåll',
      ),
    ).toBe(false);
    expect(isTocPlaced(undefined, [], 'Innehåll')).toBe(false);
  });

  test('is worth its room from three headings, on whatever level', () => {
    expect(isWorthToc([item('a'), item('b')])).toBe(false);
    expect(isWorthToc([item('a', [item('b', [item('c')])])])).toBe(true);
  });
});

test('an id is the same on every page and never twice on one', () => {
  const [one, other] = [new Request('https://example.se/a'), new Request('https://example.se/b')];
  expect([uniqueId(one, 'a'), uniqueId(one, 'a'), uniqueId(one, 'b'), uniqueId(other, 'a')]).toEqual([
    'a',
    'a-2',
    'b',
    'a',
  ]);
});
