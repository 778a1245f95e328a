import { describe, expect, test } from 'vitest';
import { pageAt, problemLines, type Row, tableSite, TWO_LANGUAGES } from '../../../helpers/table-site.ts';

const A: Record<string, Row> = { a: { tags: 'Å' } };

describe('addresses', () => {
  test.each([
    [
      '/',
      '/',
      {
        home: '/',
        tag: '/tags/a/',
        tagPath: 'tags/a',
        list: '/artiklar/',
        post: '/2022/01/01/a.html',
        feed: '/tags/a/feed.xml',
      },
    ],
    [
      '/blogg/',
      '/',
      {
        home: '/blogg/',
        tag: '/blogg/tags/a/',
        tagPath: 'tags/a',
        list: '/blogg/artiklar/',
        post: '/blogg/2022/01/01/a.html',
        feed: '/blogg/tags/a/feed.xml',
      },
    ],
    [
      '/blogg/',
      '',
      {
        home: '/blogg',
        tag: '/blogg/tags/a',
        tagPath: 'tags/a',
        list: '/blogg/artiklar',
        post: '/blogg/2022/01/01/a.html',
        feed: '/blogg/tags/a/feed.xml',
      },
    ],
    [
      '/',
      '.html',
      {
        home: '/',
        tag: '/tags/a.html',
        tagPath: 'tags/a.html',
        list: '/artiklar.html',
        post: '/2022/01/01/a.html',
        feed: '/tags/a/feed.xml',
      },
    ],
  ] as const)('honour base %s and ending “%s”', (base, ending, expected) => {
    const site = tableSite(A, { base, ending });
    const tag = site.tags[0];
    expect({
      home: site.pages.get('')?.url,
      tag: tag?.url,
      tagPath: tag?.path,
      list: site.locale('sv').links.posts,
      post: site.posts[0]?.url,
      feed: site.pages.get(tag?.path ?? '')?.feed,
    }).toEqual(expected);
  });

  test('of posts follow styles, patterns and fixed permalinks to the letter', () => {
    const site = tableSite({
      a: { permalink: 'pretty' },
      b: { permalink: '/:year/:title' },
      c: { permalink: '/om/oss/' },
      d: { categories: ['Å Ä'] },
    });
    expect(site.posts.map(({ url, path, feedId }) => [url, path, feedId])).toEqual([
      ['/%C3%A5%20%C3%A4/2022/01/04/d.html', 'å ä/2022/01/04/d.html', '/%C3%A5%20%C3%A4/2022/01/04/d'],
      ['/om/oss/', 'om/oss', '/om/c'],
      ['/2022/b', '2022/b', '/2022/b'],
      ['/2022/01/01/a/', '2022/01/01/a', '/2022/01/01/a'],
    ]);
  });

  test('go with the id that the old feed knew a post by, which none below a language had', () => {
    const site = tableSite(
      { a: { guid: 'tag:1' }, b: { guid: 'tag:2', lang: 'en' }, c: { guid: 'tag:3', lang: 'en', permalink: '/c/' } },
      { locales: TWO_LANGUAGES },
    );
    const all = ['sv', 'en'].flatMap((lang) => site.locale(lang).posts);
    expect(all.map(({ url, guid }) => [url, guid])).toEqual([
      ['/2022/01/01/a.html', 'tag:1'],
      ['/c/', 'tag:3'],
      ['/en/2022/01/02/b.html', undefined],
    ]);
  });

  test('two posts on one are an error that names both files', () => {
    expect(problemLines(tableSite({ a: { permalink: '/x/' }, b: { permalink: '/x/' } }))).toEqual([
      'error posts-same-address _posts/2022-01-01-a.md: the address /x/ is wanted by _posts/2022-01-02-b.md and by _posts/2022-01-01-a.md.',
    ]);
  });

  test('two that would be one file are an error, too', () => {
    expect(problemLines(tableSite({ a: { permalink: '/x' }, b: { permalink: '/x.html' } }))).toHaveLength(1);
    expect(problemLines(tableSite({ a: { permalink: '/x/' }, b: { permalink: '/x/index.html' } }))).toHaveLength(1);
    expect(problemLines(tableSite({ a: { permalink: '/x/' }, b: { permalink: '/x.html' } }))).toEqual([]);
  });

  test('two that would be one file to a disk that composes letters, or one route, are an error, too', () => {
    const composed = tableSite({ a: { permalink: '/å/' }, b: { permalink: '/a\u030a/' } });
    expect(problemLines(composed)).toHaveLength(1);
    const slash = tableSite({ a: { permalink: '/x/' }, b: { permalink: '/x' } });
    expect(problemLines(slash)).toEqual([
      'error posts-same-address _posts/2022-01-01-a.md: the address /x/ is wanted by _posts/2022-01-02-b.md and by _posts/2022-01-01-a.md.',
    ]);
    expect(problemLines(tableSite({ a: { permalink: '/404/' } }))).toHaveLength(1);
  });

  test('two that differ in case alone have a page each, and a warning', () => {
    const site = tableSite({ a: { permalink: '/Om/', redirectFrom: ['/OM/'] }, b: { permalink: '/om/' } });
    expect(['Om', 'om', 'OM'].map((path) => site.pages.get(path)?.kind)).toEqual(['post', 'post', 'redirect']);
    expect(problemLines(site)).toEqual([
      'warning addresses-differ-in-case _posts/2022-01-01-a.md: the addresses /om/ (_posts/2022-01-02-b.md) and /OM/ (the redirect from it in _posts/2022-01-01-a.md) differ in case alone: to macOS, Windows and some hosts they are one.',
      'warning addresses-differ-in-case _posts/2022-01-01-a.md: the addresses /om/ (_posts/2022-01-02-b.md) and /Om/ (_posts/2022-01-01-a.md) differ in case alone: to macOS, Windows and some hosts they are one.',
    ]);
  });

  test('one with a step too long for a file’s name is an error', () => {
    const site = tableSite({ a: { permalink: `/${'å'.repeat(126)}/` }, b: { permalink: `/${'å'.repeat(125)}/` } });
    expect(site.problems.map(({ code, file }) => [code, file])).toEqual([
      ['page-unsafe-address', '_posts/2022-01-01-a.md'],
    ]);
  });

  test('a post that takes a page of ours keeps the address, and is an error', () => {
    const site = tableSite({ a: { permalink: '/tags/vard/', tags: 'Vård' }, b: { permalink: '/' } });
    expect(site.pages.get('tags/vard')?.kind).toBe('post');
    expect(problemLines(site)).toEqual([
      'error pages-same-address _posts/2022-01-01-a.md: the address /tags/vard/ is wanted by _posts/2022-01-01-a.md and by page 1 of the tag “Vård”.',
      'error pages-same-address _posts/2022-01-02-b.md: the address / is wanted by _posts/2022-01-02-b.md and by the home page.',
    ]);
  });
});

describe('redirects', () => {
  test('lead from old addresses to the post, and stay out of search engines', () => {
    const site = tableSite(
      { a: { redirectFrom: ['/gammal', '/gammal/två/', '/med%20mellanslag/'] } },
      { base: '/blogg/' },
    );
    const redirects = [...site.pages.values()].filter((page) => page.kind === 'redirect');
    expect(redirects.map(({ path, url, to, noindex }) => [path, url, to, noindex])).toEqual([
      ['gammal', '/blogg/gammal', '/blogg/2022/01/01/a.html', true],
      ['gammal/två', '/blogg/gammal/tv%C3%A5/', '/blogg/2022/01/01/a.html', true],
      ['med mellanslag', '/blogg/med%20mellanslag/', '/blogg/2022/01/01/a.html', true],
    ]);
  });

  test('from the post’s own address are passed over', () => {
    const site = tableSite({ a: { redirectFrom: ['/2022/01/01/a.html'] } });
    expect([site.pages.get('2022/01/01/a.html')?.kind, site.problems]).toEqual(['post', []]);
  });

  test('from one address in two spellings are one, at the address that answers both', () => {
    const site = tableSite({
      a: { redirectFrom: ['/x', '/x/', '/y/', '/y', '/z.html', '/z.html/', '/å', '/å.html', '/ä.html', '/ä/'] },
    });
    const redirects = [...site.pages.values()].filter((page) => page.kind === 'redirect');
    expect([redirects.map(({ url }) => url), site.problems]).toEqual([
      ['/x/', '/y/', '/z.html/', '/%C3%A5', '/%C3%A4.html', '/%C3%A4/'],
      [],
    ]);
  });

  test('onto a living address, or from two posts, are errors', () => {
    const site = tableSite({
      a: { redirectFrom: ['/tags/', '/x/'] },
      b: { redirectFrom: ['/x/', '/2022/01/01/a.html'] },
    });
    expect(site.problems.map(({ code, file, severity }) => `${severity} ${code} ${file}`)).toEqual([
      'error pages-same-address _posts/2022-01-01-a.md',
      'error redirects-same-address _posts/2022-01-01-a.md',
      'error posts-same-address _posts/2022-01-02-b.md',
    ]);
  });

  test.each(['/x?y=1', '/x#y', 'https://example.org/x', '//example.org/x'])(
    'from “%s” is an error: no page can be there',
    (from) => {
      expect(tableSite({ a: { redirectFrom: [from] } }).problems).toMatchObject([
        { code: 'redirect-no-path', severity: 'error' },
      ]);
    },
  );

  test('never leave the folder', () => {
    const site = tableSite({ a: { redirectFrom: ['/../../etc/passwd', '/%2e%2e/x'] } });
    expect(site.problems.map(({ code }) => code)).toEqual(['page-unsafe-address', 'page-unsafe-address']);
    expect([...site.pages.keys()].filter((path) => path.includes('..'))).toEqual([]);
  });

  test('a post may itself lead elsewhere, within the site or out of it', () => {
    const site = tableSite(
      { a: { redirectTo: 'https://example.org/x' }, b: { redirectTo: '/ny/' } },
      { base: '/blogg/' },
    );
    expect(pageAt(site, '2022/01/01/a.html', 'redirect').to).toBe('https://example.org/x');
    expect(pageAt(site, '2022/01/02/b.html', 'redirect').to).toBe('/blogg/ny/');
  });

  test('lead to an address that can travel in a header, whatever letters it was written with', () => {
    const site = tableSite({ a: { redirectTo: '/läs/中 文/%C3%A5?q=é' }, b: { redirectTo: 'https://exempel.se/å' } });
    const targets = ['2022/01/01/a.html', '2022/01/02/b.html'].map((path) => pageAt(site, path, 'redirect').to);
    expect(targets).toEqual(['/l%C3%A4s/%E4%B8%AD%20%E6%96%87/%C3%A5?q=%C3%A9', 'https://exempel.se/%C3%A5']);
    for (const to of targets) expect(() => new Headers({ Location: to })).not.toThrow();
  });

  test('never run script', () => {
    const site = tableSite({ a: { redirectTo: 'javascript:alert(1)' } });
    expect(site.problems).toMatchObject([{ code: 'redirect-unsafe-target', severity: 'error' }]);
    expect(site.pages.get('2022/01/01/a.html')?.kind).toBe('post');
  });
});

describe('languages', () => {
  const options = { locales: TWO_LANGUAGES };
  const site = tableSite(
    {
      hej: { lang: 'sv', tags: 'Hälsa', authors: ['Bo'], translationKey: 'k' },
      hello: { lang: 'en', tags: 'Health Hälsa', authors: ['Bo'], translationKey: 'k' },
      samma: { tags: 'Hälsa' },
      ensam: {},
    },
    options,
  );
  const both = tableSite(
    { a: { file: '_posts/a.md', slug: 'x' }, b: { file: '_posts/en/a.md', slug: 'x', lang: 'en' } },
    options,
  );

  test('other than the main one have their pages under their prefix', () => {
    expect(pageAt(site, 'en/2022/01/02/hello.html', 'post')).toMatchObject({
      url: '/en/2022/01/02/hello.html',
      lang: 'en',
      crumbs: [{ label: 'Home', url: '/en/' }, { label: 'Posts' }, {}],
    });
    expect(pageAt(site, 'en', 'home').posts.map(({ title }) => title)).toEqual(['hello']);
    expect(pageAt(site, 'en/tags/halsa', 'term').posts).toHaveLength(1);
    expect(pageAt(site, 'tags/halsa', 'term').posts).toHaveLength(2);
    expect(site.problems).toEqual([]);
  });

  test('a fixed permalink, or one that has the prefix, is taken at its word', () => {
    const fixed = tableSite(
      { a: { lang: 'en', permalink: '/about/' }, b: { lang: 'en', permalink: '/en/:title/' } },
      options,
    );
    expect(fixed.posts.map(({ path }) => path)).toEqual(['en/b', 'about']);
  });

  test('tie translations by key, or by slug', () => {
    const page = pageAt(site, '2022/01/01/hej.html', 'post');
    expect(page.post.translations.map(({ title }) => title)).toEqual(['hello']);
    expect(page.alternates).toEqual([{ lang: 'en', url: '/en/2022/01/02/hello.html' }]);
    expect(both.posts.map(({ translations }) => translations.length)).toEqual([1, 1]);
    expect(pageAt(site, '2022/01/04/ensam.html', 'post').alternates).toEqual([]);
  });

  test('tie a recurring slug only on the same day', () => {
    const weekly = tableSite(
      {
        a: { slug: 'brev', date: '2022-01-01' },
        b: { slug: 'brev', date: '2022-01-08' },
        c: { slug: 'brev', date: '2022-01-08', lang: 'en', file: '_posts/en/brev.md' },
      },
      options,
    );
    expect(weekly.posts.filter(({ translations }) => translations.length > 0).map(({ date }) => date.day)).toEqual([
      '2022-01-08',
      '2022-01-08',
    ]);
    expect(weekly.problems).toEqual([]);
  });

  test('tie home, lists, tags and authors', () => {
    expect(pageAt(site, '', 'home').alternates).toEqual([{ lang: 'en', url: '/en/' }]);
    expect(pageAt(site, 'en/tags/halsa', 'term').alternates).toEqual([{ lang: 'sv', url: '/tags/halsa/' }]);
    expect(pageAt(site, 'en/tags/health', 'term').alternates).toEqual([]);
    expect(pageAt(site, 'av/bo', 'author').alternates).toEqual([{ lang: 'en', url: '/en/av/bo/' }]);
  });

  test('tie first pages of lists alone: page 2 in one language is not page 2 in another', () => {
    const many = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [`p${index}`, { lang: index % 2 ? 'en' : 'sv', tags: 'T' }]),
    );
    const paged = tableSite(many, { ...options, postsPerPage: 2 });
    expect(pageAt(paged, 'tags/t', 'term').alternates).toEqual([{ lang: 'en', url: '/en/tags/t/' }]);
    expect(pageAt(paged, 'tags/t/2', 'term').alternates).toEqual([]);
    expect(pageAt(paged, 'en/artiklar/2', 'list').alternates).toEqual([]);
  });

  test('have feeds, lists and links of their own; an unknown one is answered with the main one', () => {
    expect(site.locale('en')).toMatchObject({
      lang: 'en',
      home: '/en/',
      links: { feed: '/en/feed.xml', posts: '/en/artiklar/', tags: '/en/tags/' },
    });
    expect(site.locale('fi').lang).toBe('sv');
  });

  test('that the site has not are errors; another region of one that it has is not', () => {
    expect(problemLines(tableSite({ a: { lang: 'fi' }, b: { lang: 'en-GB' }, c: { lang: 'SV' } }, options))).toEqual([
      'error post-unknown-language _posts/2022-01-01-a.md: `lang` is “fi”, but the site has `sv`, `en`.',
    ]);
  });

  test('one key twice in a language is an error', () => {
    expect(problemLines(tableSite({ a: { translationKey: 'k' }, b: { translationKey: 'k' } }, options))).toEqual([
      'error translation-key-twice _posts/2022-01-02-b.md: `translation_key` “k” is also that of _posts/2022-01-01-a.md, in the same language (sv).',
    ]);
  });
});

describe('the date of change', () => {
  test('is never before that of publication; an earlier day is a warning', () => {
    const site = tableSite({
      a: { date: '2022-06-02T06:00:00Z', updated: '2022-06-02' },
      b: { date: '2022-06-02', updated: '2022-06-01' },
      c: { date: '2022-06-02', updated: '2022-06-03' },
    });
    expect(site.posts.map(({ title, updated, wasUpdated }) => [title, updated.day, wasUpdated])).toEqual([
      ['a', '2022-06-02', false],
      ['c', '2022-06-03', true],
      ['b', '2022-06-02', false],
    ]);
    expect(site.problems).toMatchObject([
      { code: 'post-updated-before-date', severity: 'warning', file: '_posts/2022-06-02-b.md' },
    ]);
  });
});
