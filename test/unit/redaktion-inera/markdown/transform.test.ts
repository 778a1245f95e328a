import type { TransformedPost } from 'astro-redaktion/plugin';
import { describe, expect, test } from 'vitest';
import { addressesOf } from '../../../../packages/redaktion-inera/src/model/addresses.ts';
import type { MentionStyle } from '../../../../packages/redaktion-inera/src/markdown/policy.ts';
import { mentionTransform } from '../../../../packages/redaktion-inera/src/markdown/transform.ts';
import { ineraCatalogue } from '../catalogues.ts';
import { engines } from './engines.ts';

const SITE = { lang: 'sv', locales: [], timezone: 'UTC', base: '/', ending: '/' as const };
const FACETS = { category: 'omrade', audience: 'malgrupp', access: 'atkomst' };
const pathsAt = (directory: string) => () => ({
  sv: { directory, glossary: '/ordlista', facets: FACETS },
  en: { directory: '/en/services', glossary: '/en/glossary', facets: FACETS },
});
const MORE = { sv: 'Mer om {name}', en: 'More about {name}' };

const made = (as: MentionStyle) =>
  mentionTransform(ineraCatalogue(), { as, cards: true, paths: pathsAt('/tjanster'), more: MORE });

function change(as: MentionStyle, html: string, post: Partial<TransformedPost> = {}): { html: string; facts: unknown } {
  const site = { ...SITE, ...post.site };
  const result = made(as).html?.(html, {
    file: '/x/_posts/a.md',
    lang: 'sv',
    data: {},
    base: site.base,
    ...post,
    site,
  });
  if (typeof result !== 'object') throw new Error('mentions are changes with facts');
  return result;
}

function transform(as: MentionStyle, html: string, data: Record<string, unknown> = {}, base = '/'): string {
  return change(as, html, { data, base, site: { ...SITE, base } }).html;
}

describe.each(engines)('mentions in a post rendered by %s', (_name, engine) => {
  test('link the first one to the service below the base of the site', async () => {
    const html = await engine('## NPÖ\n\nWebcert, NPÖ:s data och `NPÖ`, åter NPÖ.');
    expect(transform('link', html, {}, '/blogg/')).toContain(
      '<a class="rd-mention" href="/blogg/tjanster/webcert/">Webcert</a>, ' +
        '<a class="rd-mention" href="/blogg/tjanster/npo/">NPÖ</a>:s data och <code>NPÖ</code>, åter NPÖ.',
    );
  });

  test('lead where pages of the post’s language end as the site has them', async () => {
    const html = await engine('Webcert');
    const site = { ...SITE, ending: '.html' as const };
    expect(change('link', html, { site, lang: 'en' }).html).toContain('href="/en/services/webcert.html"');
    expect(change('link', html, { site: { ...SITE, ending: '' }, lang: 'de' }).html).toContain(
      'href="/tjanster/webcert"',
    );
  });

  test('count a link of the author to the service as the first', async () => {
    const html = await engine('[oss](/tjanster/webcert/) och Webcert');
    expect(transform('link', html)).toBe(html);
  });

  test('are left alone by posts that say so, whole or in part', async () => {
    const html = await engine('Webcert och NPÖ');
    expect(transform('link', html, { mentions: false })).toBe(html);
    expect(transform('link', html, { mentions: ['webcert'] })).toContain('<p>Webcert och <a');
  });

  test('are left alone one by one where the author marks them', async () => {
    const html = await engine('<span data-no-mentions>Webcert</span> är inte Webcert, men NPÖ.');
    const { html: changed, facts } = change('link', html);
    expect(changed).toMatch(/<span data-no-mentions(?:="")?>Webcert<\/span> är inte <a/);
    expect(changed.match(/rd-mention/g)).toHaveLength(2);
    expect(facts).toEqual(['webcert', 'npo']);
  });

  test('inside a component of a line are its own, and the first', async () => {
    const html = await engine(
      'En <span data-redaktion-include="0"></span>NPÖ<span data-redaktion-end="0"></span>, NPÖ <span data-redaktion-include="1"></span> Webcert',
    );
    const { html: changed } = change('link', html);
    expect(changed).toContain('</span>NPÖ<span');
    expect(changed).toContain(', NPÖ <span');
    expect(changed).toContain('<a class="rd-mention" href="/tjanster/webcert/">Webcert</a>');
  });

  test('explain themselves without script where terms are asked for', async () => {
    const html = transform('term', await engine('Webcert och NPÖ'));
    expect(html).toContain('popovertarget="ri-term-webcert-a">Webcert</button>');
    expect(html).toContain('id="ri-term-webcert-a" popover');
    expect(html).toContain('popovertarget="ri-term-npo-a"><abbr>NPÖ</abbr></button>');
    expect(html).toContain('>Mer om Webcert</a>');
    expect(html).not.toContain('style=');
  });

  test('are kept with the post, in their order, whatever is shown of them', async () => {
    const html = await engine('## Pascal\n\nNPÖ, `Webcert`, Sjunet, NPÖ.\n\n### Pascal och vi');
    expect(change('off', html)).toEqual({ html, facts: ['npo', 'sjunet', 'pascal'] });
  });
});

test('headings that name services and nothing else get fact cards, unless the post wants none', () => {
  const headings = [
    { depth: 2, slug: 'pascal', text: 'Pascal' },
    { depth: 2, slug: 'x', text: 'Webcert i vården' },
    { depth: 3, slug: 'tva', text: 'Webcert och NPÖ' },
  ];
  const post = { file: '/a.md', lang: 'sv', data: {}, base: '/', site: SITE };
  expect(made('link').blocks?.(headings, post)).toEqual([
    { after: 'pascal', name: 'service-cards', props: { ids: ['pascal'] } },
    { after: 'tva', name: 'service-cards', props: { ids: ['webcert', 'npo'] } },
  ]);
  expect(made('link').blocks?.(headings, { ...post, data: { service_cards: false } })).toEqual([]);
});

test('the key of the texts changes with how and where mentions lead', () => {
  const keyOf = (as: MentionStyle, path: string): string =>
    mentionTransform(ineraCatalogue(), { as, cards: true, paths: pathsAt(path), more: MORE, stamp: [path] }).key;
  const keys = [keyOf('link', '/a'), keyOf('term', '/a'), keyOf('link', '/b'), keyOf('off', '/a')];
  expect(new Set(keys).size).toBe(4);
  expect(keyOf('link', '/a')).toBe(keys[0]);
});

test('addresses end as the site’s pages do, below its base', () => {
  const hrefs = addressesOf(pathsAt('/tjanster')().sv, { base: '/blogg/', ending: '' });
  expect([hrefs.directory, hrefs.service('npo'), hrefs.choice('audience', 'patient'), hrefs.guide('supplier')]).toEqual(
    ['/blogg/tjanster', '/blogg/tjanster/npo', '/blogg/tjanster/malgrupp/patient', '/blogg/tjanster/guide/supplier'],
  );
});
