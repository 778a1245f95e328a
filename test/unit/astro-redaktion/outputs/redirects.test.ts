import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import {
  apacheRedirects,
  netlifyRedirects,
  nginxRedirects,
  redirectHtml,
  redirectList,
} from '../../../../packages/astro-redaktion/src/outputs/redirects.ts';
import type { RedirectPage } from '../../../../packages/astro-redaktion/src/types.ts';
import { options, pageOf, site } from './sample-site.ts';

const page = pageOf('gammal.html') as RedirectPage;
const odd = [
  { from: '/a%20b/%C3%A5.html', to: '/2022/%C3%A5%24.html' },
  { from: '/x*:y', to: 'https://other.example:8080/p?a=1&b=2#c' },
  { from: '/q"\\.html', to: '/z"$1\\' },
  { from: '/n\nAllow', to: '/m\r\n/evil' },
];

describe('redirects', () => {
  test('are listed with both addresses as linked', () => {
    expect(redirectList(site, options)).toEqual([{ from: '/gammal.html', to: '/2022/06/02/ineras-tjanster.html' }]);
  });

  test('get the base where the owner wrote none', () => {
    const based = {
      ...site,
      pages: new Map([
        ['a', { ...page, url: '/b/a', to: '/ny/' }],
        ['c', { ...page, url: '/b/c', to: 'https://o.example/' }],
      ]),
    };
    expect(redirectList(based, { ...options, base: '/b/' })).toEqual([
      { from: '/b/a', to: '/b/ny/' },
      { from: '/b/c', to: 'https://o.example/' },
    ]);
  });

  test('work as pages on any file server', async () => {
    await expect(redirectHtml(page, options)).toMatchFileSnapshot('golden/redirect.html.txt');
    expect(redirectHtml({ ...page, lang: 'en' }, options)).toContain('This page has moved');
  });

  test('cannot break out of their page', () => {
    const html = redirectHtml(
      { ...page, title: '</a><script>1</script>', to: 'https://x.example/"><script>1</script>' },
      options,
    );
    expect(
      JSON.stringify(parse(html), (key, value: unknown) => (key === 'parentNode' ? undefined : value)),
    ).not.toContain('"tagName":"script"');
  });

  test('are written for Netlify and Cloudflare', () => {
    expect(netlifyRedirects(odd).split('\n')).toEqual([
      '/a%20b/%C3%A5.html /2022/%C3%A5%24.html 301',
      '/x%2A%3Ay https://other.example:8080/p?a=1&b=2#c 301',
      '/q"\\.html /z"$1\\ 301',
      '/n%0AAllow /m%0D%0A/evil 301',
      '',
    ]);
  });

  test('are written for Apache', () => {
    expect(apacheRedirects(odd, options).split('\n')).toEqual([
      'RewriteEngine On',
      'RewriteRule "^a b/å\\.html$" "/2022/\\%C3\\%A5\\%24.html" [R=301,L,NE]',
      'RewriteRule "^x\\*:y$" "https://other.example:8080/p?a=1&b=2#c" [R=301,L,NE]',
      'RewriteRule "^q\\"\\\\\\.html$" "/z%22\\$1\\\\" [R=301,L,NE]',
      'RewriteRule "^n%0AAllow$" "/m\\%0D\\%0A/evil" [R=301,L,NE]',
      '',
    ]);
    expect(apacheRedirects([{ from: '/b/a', to: '/b/c' }], { base: '/b/' })).toContain('"^a$" "/b/c"');
    expect(apacheRedirects([], options)).toBe('');
  });

  test('are written for nginx', () => {
    expect(nginxRedirects(odd).split('\n').slice(1, 5)).toEqual([
      '  "/a b/å.html" "/2022/%C3%A5%24.html";',
      '  "/x*:y" "https://other.example:8080/p?a=1&b=2#c";',
      '  "/q\\"\\\\.html" "/z%22%241%5C";',
      '  "/n%0AAllow" "/m%0D%0A/evil";',
    ]);
  });
});
