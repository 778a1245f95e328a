import { describe, expect, test } from 'vitest';
import { navigationLinks } from '../../../../packages/astro-redaktion/src/views/navigation.ts';
import type { SiteOptions } from '../../../../packages/astro-redaktion/src/config/site-options.ts';
import type { Page } from '../../../../packages/astro-redaktion/src/types.ts';

const links = (hrefs: string[], page: Partial<Page>, base = '/') =>
  navigationLinks(
    hrefs.map((href) => ({ label: href, href })),
    {
      page: { kind: 'custom', crumbs: [], ...page } as Page,
      options: { base } as SiteOptions,
    },
  );
const current = (href: string, page: Partial<Page>, base = '/') => links([href], page, base)[0]?.current;

describe('navigationLinks', () => {
  test('puts the site’s base before the owner’s own paths, once, and leaves other addresses alone', () => {
    const hrefs = links(
      ['/om/', '/blogg/om/', 'https://example.se/', 'mailto:a@example.se', '#ned'],
      { url: '/blogg/' },
      '/blogg/',
    );
    expect(hrefs.map(({ href }) => href)).toEqual([
      '/blogg/om/',
      '/blogg/om/',
      'https://example.se/',
      'mailto:a@example.se',
      '#ned',
    ]);
  });

  test.each(['/om', '/om/', '/om.html', '/om/index.html', '/om/?a=1'])('knows %s as the page /om/ itself', (href) => {
    expect(current(href, { url: '/om/' })).toBe('page');
  });

  test('knows a part of a page as another place than the page', () => {
    expect(current('/om/#kontakt', { url: '/om/' })).toBeUndefined();
    expect(links(['/om/#kontakt'], { url: '/blogg/om/' }, '/blogg/')[0]).toMatchObject({ href: '/blogg/om/#kontakt' });
  });

  test('marks a page above this one, but not the home page, which is above all', () => {
    const page = {
      url: '/tags/a/',
      crumbs: [{ label: 'Start', url: '/' }, { label: 'Taggar', url: '/tags/' }, { label: 'A' }],
    };
    expect(current('/tags/', page)).toBe('true');
    expect(current('/', page)).toBeUndefined();
    expect(current('/om/', page)).toBeUndefined();
  });

  test('marks the list on all of its pages', () => {
    const pager = { number: 2, count: 3, total: 30, urls: ['/artiklar/', '/artiklar/2/', '/artiklar/3/'] };
    expect(current('/artiklar/', { kind: 'list', url: '/artiklar/2/', pager } as Partial<Page>)).toBe('true');
  });

  test('sets labels as titles are set, in the language they are written in', () => {
    const given = [
      { label: '"Vård" - 10 %', href: '/a/' },
      { label: 'Care - 10 %', href: '/b/', lang: 'en' },
    ];
    const page = { kind: 'custom', url: '/', lang: 'sv', crumbs: [] } as Partial<Page> as Page;
    const [own, other] = navigationLinks(given, { page, options: { base: '/' } as SiteOptions });
    expect(own?.label).toBe('”Vård”\u00a0– 10\u00a0%');
    expect(other?.label).toBe('Care - 10 %');
  });

  test('does not take a mail address or another site for a page of this one', () => {
    expect(current('mailto:/om/', { url: '/om/' })).toBeUndefined();
    expect(current('https://example.se/om/', { url: '/om/' })).toBeUndefined();
    expect(current('#', { url: '/' })).toBeUndefined();
  });
});
