import { describe, expect, test } from 'vitest';
import { headingServices } from '../../../../packages/redaktion-inera/src/markdown/heading-services.ts';
import { createMatcher } from '../../../../packages/redaktion-inera/src/markdown/matcher.ts';
import { findNames } from '../../../../packages/redaktion-inera/src/markdown/match.ts';
import { mentionLink, mentionTerm } from '../../../../packages/redaktion-inera/src/markdown/mention-html.ts';
import { renderMentions, servicesByAddress } from '../../../../packages/redaktion-inera/src/markdown/mentions.ts';
import { mentionPolicy } from '../../../../packages/redaktion-inera/src/markdown/policy.ts';
import { build, ineraCatalogue, readFixtures } from '../catalogues.ts';
import { engines } from './engines.ts';

const inera = ineraCatalogue();
const matcher = createMatcher(inera.services, { lang: 'sv' });
const render = ({ id, text }: { id: string; text: string }): string => `[${id}|${text}]`;
const mark = (html: string): string => renderMentions(html, { matcher, render }).html;

describe('inflection', () => {
  test.each([
    ['NPÖ:s uppgifter', '[npo|NPÖ]:s uppgifter'],
    ['NPÖs uppgifter', '[npo|NPÖ]s uppgifter'],
    ['Webcerts inloggning', '[webcert|Webcert]s inloggning'],
    ['SITHS-kort och HSA-id', '[siths|SITHS-kort] och HSA-id'],
    ['SITHS-kortet', '[siths|SITHS-kort]et'],
    ['SITHS-korten', '[siths|SITHS-kort]en'],
    ['SITHS-inloggning', '[siths|SITHS]-inloggning'],
    ['SITHS- och kortfrågor', '[siths|SITHS]- och kortfrågor'],
    ['HSA-katalogens enheter', '[katalogtjanst-hsa|HSA-katalogen]s enheter'],
    ['Intygstjänsterna', '[intygstjanster|Intygstjänster]na'],
    ['Formulärhanteringens formulär', '[formularhantering|Formulärhantering]ens formulär'],
    ['Rehabstödet', '[rehabstod|Rehabstöd]et'],
    ['Engagemangsindexets', '[engagemangsindex|Engagemangsindex]ets'],
    ['Katalogtjänsten HSA', '[katalogtjanst-hsa|Katalogtjänsten HSA]'],
    ['Identifieringstjänsten SITHS', '[siths|Identifieringstjänsten SITHS]'],
    ['Elektroniska remissen', '[elektronisk-remiss|Elektroniska remiss]en'],
    ['den nationella patientöversikten', 'den [npo|nationella patientöversikten]'],
    ['en nationell patientöversikt', 'en [npo|nationell patientöversikt]'],
    ['Nationell patientöversikts', '[npo|Nationell patientöversikt]s'],
    ['Sjunets kablar', '[sjunet|Sjunet]s kablar'],
    ['1177:s personal', '[1177|1177]:s personal'],
    ['1177-appen', '[1177|1177]-appen'],
  ])('%s', (text, expected) => {
    expect(mark(text)).toBe(expected);
  });
});

describe('what is no mention', () => {
  test.each([
    ['an ambiguous word', 'Pascal, Journalen, Sil, HSA, SDK och Eira'],
    ['an ambiguous word with an ending', 'Journalens och Pascals'],
    ['a longer word', 'Webcertifikat, Sjunetverk, OSITHS, läkarintyg, 11770'],
    ['an everyday word with a small letter', 'mina intyg, säkerhetstjänster, formulärhantering, intygstjänster'],
    ['an abbreviation in other case', 'npö, Siths, ntjp'],
    ['part of a compound on the left', 'e-Webcert, icke-SITHS'],
    ['an address', 'https://www.webcert.se/Webcert och www.Webcert.se och inera.se/Webcert och info@Webcert.se'],
    ['a domain', 'Webcert.se'],
    ['a hashtag or a handle', '#Webcert @Webcert'],
    ['a number', '11 177, 1177 000, 1177,50, 1.1177, 08-1177, 1177-2000, +1177, 1177 kr, 1177 %'],
    ['a year', 'år 1177 och året 1177'],
    ['an entity', '&#1177; &NPÖ;'],
    ['a colon before something else', 'NPÖ:abc'],
  ])('%s', (_what, text) => {
    expect(mark(text)).toBe(text);
  });
});

describe('where names stand', () => {
  test.each([
    ['“Webcert”, (Webcert) & Webcert.', '“[webcert|Webcert]”, (Webcert) & Webcert.'],
    ['Rehabstöd/Webcert', '[rehabstod|Rehabstöd]/[webcert|Webcert]'],
    ['1177, 1177.se och 1177 på telefon', '[1177|1177], [1177-se|1177.se] och [1177-pa-telefon|1177 på telefon]'],
    ['ring 1177.', 'ring [1177|1177].'],
    ['1177\u00a0på&nbsp;telefon', '[1177-pa-telefon|1177\u00a0på&nbsp;telefon]'],
    ['1177\n  journal', '[1177-journal|1177\n  journal]'],
    ['NPO\u0308 läses', '[npo|NPÖ] läses'],
    ['\u{1f389}Webcert', '\u{1f389}[webcert|Webcert]'],
    ['<strong>Webcert</strong>s', '<strong>[webcert|Webcert]</strong>s'],
    ['VÅRDHANDBOKEN', '[vardhandboken|VÅRDHANDBOKEN]'],
    ['SITHS\u2011kort', '[siths|SITHS\u2011kort]'],
    ['1177 Vårdguidens e-tjänster', '[1177-e-tjanster|1177 Vårdguidens e-tjänster]'],
    ['2 < 3 och Webcert < NPÖ', '2 < 3 och [webcert|Webcert] < [npo|NPÖ]'],
  ])('%s', (html, expected) => {
    expect(mark(html)).toBe(expected);
  });
});

describe('elements', () => {
  test.each([
    'h1', 'h2', 'h6', 'a', 'code', 'pre', 'kbd', 'samp', 'abbr', 'button', 'figcaption', 'blockquote', 'q', 'cite', 'nav', 'svg',
    'summary', 'script', 'style', 'textarea', 'caption', 'template',
  ])('a mention inside %s stays as it is, and the next in the text is the first', (name) => {
    const inside = `<${name} class="x">Webcert <em>NPÖ</em></${name}>`;
    expect(mark(`${inside}<p>Webcert</p>`)).toBe(`${inside}<p>[webcert|Webcert]</p>`);
  });

  test.each(['p', 'li', 'td', 'dd', 'em', 'strong', 'details', 'section', 'my-element'])('a mention inside %s is rendered', (name) => {
    expect(mark(`<${name}>Webcert</${name}>`)).toBe(`<${name}>[webcert|Webcert]</${name}>`);
  });

  test('an author opts out of one mention, with elements of the same name inside', () => {
    const html = '<div data-no-mentions><div>Webcert</div> Webcert</div><p>Webcert <span data-no-mentions>NPÖ</span></p>';
    expect(mark(html)).toBe(html.replace('<p>Webcert', '<p>[webcert|Webcert]'));
  });

  test('attributes, comments and raw text are no text, whatever is in them', () => {
    const html = '<p title="Webcert > NPÖ" data-x=\'<h2>\'><!-- Webcert <h2> --><img alt="Webcert"><script>"<h2>Webcert"</script>';
    expect(mark(`${html}Webcert`)).toBe(`${html}[webcert|Webcert]`);
  });

  test('nothing after a tag that is never closed is touched', () => {
    for (const html of ['Text <a href="x Webcert', 'Text <!-- Webcert', 'Text <script>Webcert', 'Text <p Webcert']) expect(mark(html)).toBe(html);
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
    expect(mentions.map(({ id, linked }) => [id, linked])).toEqual([['webcert', false], ['npo', false]]);
  });

  test('a post may except services', () => {
    expect(renderMentions('Webcert och NPÖ', { matcher, render, except: new Set(['webcert']) }).html).toBe('Webcert och [npo|NPÖ]');
  });

  test('a link the author wrote to a service\'s page is its first mention, ambiguous words included', () => {
    const { html, mentions } = renderMentions('<a href="/tjanster/pascal#x">Pascal</a>, <a href="/tjanster/webcert/">här</a>, Webcert', { matcher, render, serviceAt });
    expect(html).toContain(', Webcert');
    expect(mentions.filter(({ linked }) => linked).map(({ id }) => id)).toEqual(['pascal', 'webcert']);
  });

  test('front matter says how one post\'s mentions are shown', () => {
    expect(mentionPolicy(undefined, 'term')).toEqual({ as: 'term', except: new Set() });
    expect(mentionPolicy(false, 'link')).toMatchObject({ as: 'off' });
    expect(mentionPolicy(true, 'off')).toMatchObject({ as: 'link' });
    expect(mentionPolicy('term', 'link')).toMatchObject({ as: 'term' });
    expect(mentionPolicy(['npo'], 'link')).toEqual({ as: 'link', except: new Set(['npo']) });
    expect(mentionPolicy('länk', 'link')).toBe('invalid');
  });

  test('a link and a term escape what they are given', () => {
    expect(mentionLink('NPÖ', { href: '/a"b?x&y' })).toBe('<a class="rd-mention" href="/a&quot;b?x&amp;y">NPÖ</a>');
    const term = mentionTerm('NPÖ', { popoverId: 't-npo', name: 'A<b', description: 'c & d', lang: 'sv', href: '/npo/', more: 'Mer' });
    expect(term).toContain('popovertarget="t-npo"');
    expect(term).toContain('<strong>A&lt;b</strong> <span lang="sv">c &amp; d</span>');
    expect(mark(term)).toBe(term);
  });
});

describe('headings', () => {
  test.each([
    ['Webcert och NPÖ', ['webcert', 'npo']],
    ['3. Pascal', ['pascal']],
    ['Pascal & Sil', ['pascal', 'sil']],
    ['Pascals triangel', []],
    ['Vad är Webcert?', []],
    ['Webcertifikat', []],
    ['', []],
  ])('%s', (heading, ids) => {
    expect(headingServices(matcher, heading)).toEqual(ids);
  });
});

describe('another catalogue', () => {
  const { catalogue } = build(readFixtures('stad'));
  const city = createMatcher(catalogue.services, { lang: 'sv' });

  test('is found by its own names alone, ambiguous ones left out', () => {
    const { html } = renderMentions('<p>BLD:s och Stadskontots val i Öppna skolvalet; Mina sidor, Webcert och o&#776;</p>', { matcher: city, render });
    expect(html).toBe('<p>[bygglov-direkt|BLD]:s och [stadskonto|Stadskonto]ts val i [oppna-skolvalet|Öppna skolvalet]; Mina sidor, Webcert och o&#776;</p>');
  });

  test('an empty catalogue finds nothing', () => {
    expect(findNames(createMatcher([], { lang: 'sv' }), 'Webcert < NPÖ')).toEqual([]);
    expect(renderMentions('<p>Webcert</p>', { matcher: createMatcher([], { lang: 'sv' }), render }).html).toBe('<p>Webcert</p>');
  });

  test('names with signs of HTML and of patterns are found as they are written', () => {
    const none = { abbreviation: undefined, formerNames: [], aliases: [], mentionAs: [], ambiguous: [] };
    const odd = createMatcher([{ id: 'rd', name: 'R&D-portalen', ...none }, { id: 'a', name: 'A.B (C|D*) e', ...none }, { id: 'x', name: '(.*)', ...none }], { lang: 'sv' });
    expect(renderMentions('<p>R&amp;D-portalen, A.B (C|D*) e, AxB</p>', { matcher: odd, render }).html).toBe('<p>[rd|R&amp;D-portalen], [a|A.B (C|D*) e], AxB</p>');
  });
});

describe('plain text', () => {
  test('every name is found with its place, endings left out', () => {
    const text = 'Webcerts och NPÖ:s, Webcert.';
    expect(findNames(matcher, text).map(({ id, start, end }) => [id, text.slice(start, end)])).toEqual([['webcert', 'Webcert'], ['npo', 'NPÖ'], ['webcert', 'Webcert']]);
  });
});

describe.each(engines)('in Markdown rendered by %s', (_name, engine) => {
  test('links, code, headings and quotations stay, the text is rendered', async () => {
    const html = mark(await engine('## Webcert\n\n> Webcert\n\n`Webcert` [Webcert](/x) ![Webcert](/x.png)\n\n    Webcert\n\n- *Webcert*s\n'));
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
