import { describe, expect, test } from 'vitest';
import { mentionLink, mentionTerm } from '../../../../packages/redaktion-inera/src/markdown/mention-html.ts';
import { renderMentions, servicesByAddress } from '../../../../packages/redaktion-inera/src/markdown/mentions.ts';
import { mentionPolicy } from '../../../../packages/redaktion-inera/src/markdown/policy.ts';
import { engines } from './engines.ts';
import { mark, matcher, render } from './mark.ts';

describe('elements', () => {
  test.each([
    'h1',
    'h2',
    'h6',
    'a',
    'code',
    'pre',
    'kbd',
    'samp',
    'abbr',
    'button',
    'figcaption',
    'blockquote',
    'q',
    'cite',
    'nav',
    'svg',
    'summary',
    'script',
    'style',
    'textarea',
    'caption',
    'template',
  ])('a mention inside %s stays as it is, and the next in the text is the first', (name) => {
    const inside = `<${name} class="x">Webcert <em>NPÖ</em></${name}>`;
    expect(mark(`${inside}<p>Webcert</p>`)).toBe(`${inside}<p>[webcert|Webcert]</p>`);
  });

  test.each(['p', 'li', 'td', 'dd', 'em', 'strong', 'details', 'section', 'my-element'])(
    'a mention inside %s is rendered',
    (name) => {
      expect(mark(`<${name}>Webcert</${name}>`)).toBe(`<${name}>[webcert|Webcert]</${name}>`);
    },
  );

  test('an author opts out of one mention, with elements of the same name inside', () => {
    const html =
      '<div data-no-mentions><div>Webcert</div> Webcert</div><p>Webcert <span data-no-mentions>NPÖ</span></p>';
    expect(mark(html)).toBe(html.replace('<p>Webcert', '<p>[webcert|Webcert]'));
  });

  test('attributes, comments and raw text are no text, whatever is in them', () => {
    const html =
      '<p title="Webcert > NPÖ" data-x=\'<h2>\'><!-- Webcert <h2> --><img alt="Webcert"><script>"<h2>Webcert"</script>';
    expect(mark(`${html}Webcert`)).toBe(`${html}[webcert|Webcert]`);
  });

  test('nothing after a tag that is never closed is touched', () => {
    for (const html of ['Text <a href="x Webcert', 'Text <!-- Webcert', 'Text <script>Webcert', 'Text <p Webcert'])
      expect(mark(html)).toBe(html);
  });

  test('stray closing tags and void elements leave the text as it is', () => {
    expect(mark('</h2></code><br><hr/><p>Webcert</p>')).toBe('</h2></code><br><hr/><p>[webcert|Webcert]</p>');
    expect(mark('<code>x<b>y</code> Webcert')).toBe('<code>x<b>y</code> [webcert|Webcert]');
  });
});

describe('choices', () => {
  const serviceAt = servicesByAddress(matcher.ids, (id) => `/tjanster/${id}/`);

  test('without a renderer nothing is changed, but mentions are found', () => {
    const { html, mentions } = renderMentions('<p>Webcert och NPÖ</p>', { matcher });
    expect(html).toBe('<p>Webcert och NPÖ</p>');
    expect(mentions.map(({ id, linked }) => [id, linked])).toEqual([
      ['webcert', false],
      ['npo', false],
    ]);
  });

  test('a post may except services', () => {
    expect(renderMentions('Webcert och NPÖ', { matcher, render, except: new Set(['webcert']) }).html).toBe(
      'Webcert och [npo|NPÖ]',
    );
  });

  test("a link the author wrote to a service's page is its first mention, ambiguous words included", () => {
    const { html, mentions } = renderMentions(
      '<a href="/tjanster/pascal#x">Pascal</a>, <a href="/tjanster/webcert/">här</a>, Webcert',
      { matcher, render, serviceAt },
    );
    expect(html).toContain(', Webcert');
    expect(mentions.filter(({ linked }) => linked).map(({ id }) => id)).toEqual(['pascal', 'webcert']);
  });

  test("front matter says how one post's mentions are shown", () => {
    expect(mentionPolicy(undefined, 'term')).toEqual({ as: 'term', except: new Set() });
    expect(mentionPolicy(false, 'link')).toMatchObject({ as: 'off' });
    expect(mentionPolicy(true, 'off')).toMatchObject({ as: 'link' });
    expect(mentionPolicy('term', 'link')).toMatchObject({ as: 'term' });
    expect(mentionPolicy(['npo'], 'link')).toEqual({ as: 'link', except: new Set(['npo']) });
    expect(mentionPolicy([1177], 'link')).toEqual({ as: 'link', except: new Set(['1177']) });
    expect(mentionPolicy('länk', 'link')).toBe('invalid');
    expect(mentionPolicy([{}], 'link')).toBe('invalid');
  });

  test('a link and a term escape what they are given', () => {
    expect(mentionLink('NPÖ', { href: '/a"b?x&y' })).toBe('<a class="rd-mention" href="/a&quot;b?x&amp;y">NPÖ</a>');
    const term = mentionTerm('NPÖ', {
      popoverId: 't-npo',
      service: { name: 'A<b' },
      description: 'c & d',
      lang: 'sv',
      href: '/npo/',
      more: 'Mer',
    });
    expect(term).toContain('popovertarget="t-npo"');
    expect(term).toContain('<strong>A&lt;b</strong> <span lang="sv">c &amp; d</span>');
    expect(mark(term)).toBe(term);
  });
});

describe.each(engines)('in Markdown rendered by %s', (_name, engine) => {
  test('links, code, headings and quotations stay, the text is rendered', async () => {
    const html = mark(
      await engine(
        '## Webcert\n\n> Webcert\n\n`Webcert` [Webcert](/x) ![Webcert](/x.png)\n\n    Webcert\n\n- *Webcert*s\n',
      ),
    );
    expect(html.match(/\[webcert\|Webcert\]/g)).toHaveLength(1);
    expect(html).toContain('<em>[webcert|Webcert]</em>s');
  });

  test('an author opts out of one mention by a span', async () => {
    const html = mark(await engine('<span data-no-mentions>Webcert</span> och Webcert'));
    expect(html).toMatch(/<span data-no-mentions(?:="")?>Webcert<\/span> och \[webcert\|Webcert\]/);
  });
});

describe('cost', () => {
  // Texts made to hurt: a pass that were not linear would take minutes for a million characters and never end the test.
  const hurting: readonly (readonly [string, (n: number) => string])[] = [
    ['tags never closed', (n) => '<a '.repeat(n)],
    ['quotes never closed', (n) => '<a x="'.repeat(n)],
    ['one long word of beginnings', (n) => 'Sil'.repeat(n)],
    ['beginnings of a long name', (n) => '1177 Vårdguiden på '.repeat(n)],
    ['separators', (n) => `1177${' '.repeat(n)}`],
    ['open elements', (n) => '<div data-no-mentions>'.repeat(n)],
    ['elements closed inside out', (n) => '<code></b><div data-no-mentions></div>'.repeat(n)],
    ['slashes', (n) => 'a.se/'.repeat(n)],
  ];

  test.each(hurting)('%s: a text of a million characters is passed', (_what, make) => {
    const text = make(Math.ceil(1_000_000 / make(1).length));
    expect(renderMentions(text, { matcher }).html).toBe(text);
  });
});
