import { describe, expect, expectTypeOf, test } from 'vitest';
import type { BlogPosting, Graph } from 'schema-dts';
import { graph, jsonLd } from '../../../../packages/astro-redaktion/src/outputs/json-ld.ts';
import { article, makePost, options, pageOf, pages, site } from './sample-site.ts';

interface Thing {
  '@id'?: string;
  '@type'?: string;
  [key: string]: unknown;
}

function nodes(path: string): Thing[] {
  return (JSON.parse(jsonLd(pageOf(path), site, options)) as { '@graph': Thing[] })['@graph'];
}

/** Every object in a graph, however deep. */
function all(value: unknown): Thing[] {
  if (Array.isArray(value)) return value.flatMap(all);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Thing, ...Object.values(value).flatMap(all)];
}

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

  test('names only nodes that are in the graph, or the main node of another page', () => {
    for (const page of pages.filter(({ kind }) => kind !== 'redirect')) {
      const things = all(nodes(page.path));
      const named = new Set(things.filter((thing) => thing['@type']).map((thing) => thing['@id']));
      const elsewhere =
        page.kind === 'post' ? page.post.translations.map((post) => `https://example.se${post.url}#post`) : [];
      const references = things.filter((thing) => !thing['@type'] && thing['@id']).map((thing) => thing['@id']);
      expect(references.filter((id) => !named.has(id) && !elsewhere.includes(id ?? ''))).toEqual([]);
    }
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
    const bare = { ...site, locale: (lang: string) => ({ ...site.locale(lang), links: { feed: '/feed.xml' } }) };
    expect(jsonLd(pageOf(''), site, options)).toContain('search_term_string');
    expect(jsonLd(pageOf(''), bare, options)).not.toContain('SearchAction');
  });

  test('cannot end the script that it stands in', () => {
    const title = '</script><!--<script>\u2028\u2029&amp;"\\\uD800';
    const post = makePost({ title, description: title, data: { title } });
    const text = jsonLd({ ...pageOf(article.path), post, title } as never, site, options);
    expect(text).not.toMatch(/[<>&\u2028\u2029]/);
    expect(text.isWellFormed()).toBe(true);
    expect(all(JSON.parse(text)).find((node) => node['@type'] === 'BlogPosting')?.['headline']).toBe(
      '</script><!--<script> &amp;"\\\uFFFD',
    );
  });

  test('is empty for redirects, and where the site has no address', () => {
    const { site: _, ...homeless } = options;
    expect(jsonLd(pageOf('gammal.html'), site, options)).toBe('');
    expect(jsonLd(pageOf(''), site, homeless)).toBe('');
  });
});
