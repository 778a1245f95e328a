import { describe, expect, expectTypeOf, test } from 'vitest';
import type { BlogPosting, Graph } from 'schema-dts';
import type { SiteOptions } from '../../../../packages/astro-redaktion/src/config/site-options.ts';
import { graph, jsonLd } from '../../../../packages/astro-redaktion/src/outputs/json-ld.ts';
import type { GraphNode } from '../../../../packages/astro-redaktion/src/outputs/head-hook.ts';
import type { Page } from '../../../../packages/astro-redaktion/src/types.ts';
import { faultsOf, type Thing, thingsIn } from '../../../helpers/structured-data.ts';
import { article, makePost, options, pageOf, pages, partOne, site } from './sample-site.ts';

function nodes(path: string): Thing[] {
  return (JSON.parse(jsonLd(pageOf(path), site, options)) as { '@graph': Thing[] })['@graph'];
}

/** Kinds of pages in the sample that say something of their own. */
const KINDS = 10;

describe('structured data', () => {
  test.for([
    '2022/06/02/ineras-tjanster.html',
    '',
    'tags/foretag',
    'tags',
    'av/redaktionen',
    'serier/grunderna',
    'arkiv',
    'sok',
    '404',
  ])('of /%s is one graph', async (path) => {
    const json = JSON.stringify({ '@graph': nodes(path) }, null, 2);
    await expect(`${json}\n`).toMatchFileSnapshot(`golden/json-ld-${path.replace(/[^a-z0-9]+/g, '-') || 'home'}.json`);
  });

  test('is typed by schema.org', () => {
    expectTypeOf(graph).returns.toEqualTypeOf<Graph>();
    // The compiler refuses a property that schema.org does not have.
    // @ts-expect-error misspelt on purpose
    const wrong: BlogPosting = { '@type': 'BlogPosting', headLine: 'x' };
    expect(wrong).toBeDefined();
  });

  test('follows the rules of its types on every kind of page', () => {
    const everything = { ...options, search: true, sharePictures: { key: 'k', ownFonts: false } };
    const told = pages.filter(({ kind }) => kind !== 'redirect');
    expect(new Set(told.map(({ kind }) => kind)).size).toBe(KINDS);
    for (const each of [options, everything]) {
      for (const page of told) {
        const translations = page.kind === 'post' ? page.post.translations : [];
        const elsewhere = new Set(translations.map(({ url }) => `https://example.se${url}#post`));
        const faults = faultsOf(JSON.parse(jsonLd(page, site, each)), (id) => elsewhere.has(id));
        expect(faults, page.path).toEqual([]);
      }
    }
  });

  test('the rules find what is wrong', () => {
    const broken = {
      '@graph': [
        {
          '@type': 'ItemList',
          '@id': 'https://a.se/#list',
          numberOfItems: 2,
          itemListElement: [{ '@type': 'ListItem', position: 2, name: 'A' }],
        },
        {
          '@type': 'CorrectionComment',
          datePublished: '24 dec',
          text: 'undefined',
          author: { '@id': 'https://a.se/#x' },
        },
        { '@type': 'Recipe', '@id': 'https://a.se/#list' },
      ],
    };
    expect(faultsOf(broken)).toEqual([
      'CorrectionComment has author, which the rules do not know',
      'CorrectionComment.datePublished is "24 dec"',
      'CorrectionComment.text is "undefined"',
      'there is no rule for the type Recipe',
      'https://a.se/#list is defined twice, differently',
      'https://a.se/#x is named but defined nowhere',
      'position 2 is out of order in https://a.se/#list',
      'A leads nowhere in https://a.se/#list',
      'https://a.se/#list does not have as many items as it says',
    ]);
  });

  test('names the series of a part, and gives a picture its measures', () => {
    const { key, ...part } = pageOf(partOne.path);
    const made = { ...options, sharePictures: { key: 'k', ownFonts: false } };
    const all = thingsIn(JSON.parse(jsonLd({ ...part, key } as Page, site, made)));
    expect(all.find((thing) => thing['@type'] === 'BlogPosting')).toMatchObject({
      position: 1,
      isPartOf: [
        { '@id': 'https://example.se/#website' },
        { '@type': 'CreativeWorkSeries', name: 'Grunderna', url: 'https://example.se/serier/grunderna/' },
      ],
      image: { width: '1200', height: '630', encodingFormat: 'image/png' },
    });
    const photo = { picture: { url: '/assets/images/ide.jpg', width: 1000, height: 560 } };
    const posting = thingsIn(graph(pageOf(article.path), site, options, photo)).find(({ headline }) => headline);
    expect(posting?.['image']).toMatchObject({ width: '1000', height: '560', creditText: 'A. Foto' });
  });

  test('has what Google asks of an article', () => {
    const posting = nodes(article.path).find((node) => node['@type'] === 'BlogPosting');
    expect(posting).toMatchObject({
      headline: 'Ineras tjänster',
      datePublished: '2022-06-02T08:00:00+02:00',
      dateModified: '2022-12-24T00:00:00+01:00',
      author: [{ '@type': 'Person', name: 'Redaktionen', url: 'https://example.se/av/redaktionen/' }],
      image: { '@type': 'ImageObject', url: 'https://example.se/assets/images/ide.jpg' },
      wordCount: 440,
      inLanguage: 'sv',
      license: 'https://creativecommons.org/licenses/by-sa/4.0/',
      correction: [{ '@type': 'CorrectionComment', datePublished: '2022-12-24' }],
    });
  });

  test('offers a search only where there is one', () => {
    const searched = { ...options, search: true };
    const bare = { ...site, locale: (lang: string) => ({ ...site.locale(lang), links: { feed: '/feed.xml' } }) };
    expect(jsonLd(pageOf(''), site, searched)).toContain(
      '"urlTemplate":"https://example.se/sok/?q={search_term_string}"',
    );
    expect(jsonLd(pageOf(''), bare, searched)).not.toContain('SearchAction');
    // A search page without an index only leads to tags and archive.
    expect(jsonLd(pageOf(''), site, options)).not.toContain('SearchAction');
  });

  test('names who answers for the site: an organization, or a person who may be an author too', () => {
    const publisherOf = (publisher: SiteOptions['publisher']): Thing[] => {
      const own = publisher ? { ...options, publisher } : options;
      const data = JSON.parse(jsonLd(pageOf(article.path), site, own));
      expect(faultsOf(data, (id) => id.endsWith('#post'))).toEqual([]);
      return thingsIn(data).filter((thing) => thing['@type'] && thing['@id'] === 'https://example.se/#publisher');
    };
    expect(publisherOf(undefined)).toMatchObject([{ '@type': 'Organization', name: 'E-hälsobladet' }]);
    expect(publisherOf({ type: 'organization', name: 'Bladet AB', logo: '/logo.png', sameAs: [] })).toEqual([
      {
        '@type': 'Organization',
        '@id': 'https://example.se/#publisher',
        name: 'Bladet AB',
        url: 'https://example.se/',
        logo: 'https://example.se/logo.png',
      },
    ]);
    const sameAs = ['https://social.example/@red'];
    expect(publisherOf({ type: 'person', name: 'Redaktionen', sameAs })).toMatchObject([{ '@type': 'Person', sameAs }]);
    const own = { ...options, publisher: { type: 'person' as const, name: 'Redaktionen', sameAs } };
    const posting = thingsIn(JSON.parse(jsonLd(pageOf(article.path), site, own))).find(({ headline }) => headline);
    expect(posting?.['author']).toEqual([{ '@id': 'https://example.se/#publisher' }]);
  });

  test('is what hooks make of it, and cannot end the script then either', () => {
    const hooks = [
      {
        graph: (nodes: readonly GraphNode[]) => nodes.map((node) => Object.assign({}, node, { license: '</script>' })),
      },
    ];
    const text = jsonLd(pageOf(article.path), site, options, { hooks });
    expect(text).not.toContain('<');
    expect(thingsIn(JSON.parse(text)).filter(({ license }) => license === '</script>').length).toBeGreaterThan(3);
  });

  test('cannot end the script that it stands in', () => {
    const title = '</script><!--<script>\u2028\u2029&amp;"\\\uD800';
    const post = makePost({ title, description: title, data: { title } });
    const text = jsonLd({ ...pageOf(article.path), post, title } as never, site, options);
    expect(text).not.toMatch(/[<>&\u2028\u2029]/);
    expect(text.isWellFormed()).toBe(true);
    expect(thingsIn(JSON.parse(text)).find((node) => node['@type'] === 'BlogPosting')?.['headline']).toBe(
      '</script><!--<script> &amp;"\\\uFFFD',
    );
  });

  test('is empty for redirects, and where the site has no address', () => {
    const { site: _, ...homeless } = options;
    expect(jsonLd(pageOf('gammal.html'), site, options)).toBe('');
    expect(jsonLd(pageOf(''), site, homeless)).toBe('');
  });
});
