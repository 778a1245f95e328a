import { describe, expect, test } from 'vitest';
import {
  comparable,
  detectBase,
  landing,
  resolveLink,
  served,
} from '../../../../packages/astro-redaktion/src/cli/verify/address.ts';
import { compare } from '../../../../packages/astro-redaktion/src/cli/verify/compare.ts';
import { feedItems } from '../../../../packages/astro-redaktion/src/cli/verify/feed-items.ts';
import { formatReport } from '../../../../packages/astro-redaktion/src/cli/verify/format-report.ts';
import { findMoved } from '../../../../packages/astro-redaktion/src/cli/verify/moved.ts';
import { pageFacts } from '../../../../packages/astro-redaktion/src/cli/verify/page-facts.ts';
import { redirectMap } from '../../../../packages/astro-redaktion/src/cli/verify/redirect-map.ts';
import { sitemapLocations } from '../../../../packages/astro-redaktion/src/cli/verify/sitemap.ts';
import type { Website } from '../../../../packages/astro-redaktion/src/cli/verify/types.ts';
import { websiteOf, websiteOfSitemap } from '../../../../packages/astro-redaktion/src/cli/verify/website.ts';

const website = (files: Record<string, string>): Website =>
  websiteOf(
    'site',
    Object.entries(files).map(([path, text]) => ({ path, text: () => text })),
  );
const page = (text: string, title = 'T', more = ''): string =>
  `<title>${title} | Site</title>${more}<h1>${title}</h1><div class="e-content">${text}</div>`;
const redirect = (to: string): string => `<meta http-equiv="refresh" content="0; url=${to}">`;
const canonical = (url: string): string => `<link rel="canonical" href="${url}">`;
const feed = (url: string): string =>
  `<rss version="2.0"><channel><item><guid>1</guid><link>${url}</link><title>B</title></item></channel></rss>`;
const found = (old: Record<string, string>, ours: Record<string, string>): string[] =>
  compare(website(old), website(ours)).findings.map(
    ({ kind, severity, address, message }) => `${severity} ${kind} ${address}: ${message}`,
  );

describe('addresses', () => {
  test('are the same in every spelling', () => {
    const spellings = ['/a/å%20b/', '/a/%C3%A5 b/index.html', '/a//a%CC%8A b/'];
    expect(new Set(spellings.map(comparable))).toEqual(new Set(['/a/å b/']));
    expect(comparable('/100%/')).toBe('/100%/');
  });

  test('answer as a file server does', () => {
    const addresses = new Set(['/a.html', '/b/']);
    expect(['/a', '/a.html', '/a/', '/b', '/b/'].map((address) => served(address, { addresses }))).toEqual([
      '/a.html',
      '/a.html',
      undefined,
      '/b/',
      '/b/',
    ]);
  });

  test('are told from links: the site itself under its base, or elsewhere', () => {
    const site = { hosts: new Set(['exempel.se']), base: '/blogg' };
    expect(resolveLink('../b/?x#%C3%A5', '/a/c.html', site)).toEqual({ address: '/b/', hash: 'å' });
    expect(resolveLink('https://exempel.se/blogg/a', '/', site)).toEqual({ address: '/a', hash: '' });
    expect(resolveLink('/bloggen/a', '/', site)).toEqual({ address: '/bloggen/a', hash: '' });
    expect(resolveLink('mailto:a@b.se', '/', site)).toEqual({ elsewhere: 'mailto:a@b.se' });
    expect(resolveLink('javascript:x()', '/', site)).toBeUndefined();
    expect(resolveLink('http://[', '/', site)).toBeUndefined();
    expect(resolveLink(' \n', '/', site)).toBeUndefined();
    expect(resolveLink(' /b/\n', '/', site)).toEqual({ address: '/b/', hash: '' });
    expect(resolveLink('\u00a0https://annan.se/', '/a/', site)).toEqual(
      resolveLink('%C2%A0https://annan.se/', '/a/', site),
    );
  });

  test('follow redirects, and come back from a ring of them', () => {
    const site = website({
      'a.html': redirect('/b.html'),
      'b.html': redirect('/c/'),
      'c/index.html': page(''),
      'r.html': redirect('/r.html'),
    });
    expect(landing('/a', site)).toEqual({ address: '/c/', hash: '' });
    expect(landing('/r', site)).toBeUndefined();
  });

  test('find the base of a site in its links', () => {
    const addresses = new Set(['/', '/a/', '/b.html']);
    expect(detectBase(['/blogg/', '/blogg/a/', '/blogg/b', '/x'], addresses)).toBe('/blogg');
    expect(detectBase(['/a/', '/b'], addresses)).toBe('');
  });
});

describe('a page', () => {
  test('tells its facts, whatever its theme', () => {
    const facts = pageFacts(
      `<meta property="article:published_time" content="2022-06-02"><main><h1>A
        <em>b</em></h1><nav id="n"></nav><article><h2 id="å">Ett</h2><script>inte ord</script>:tada: (:+1:) tre små ord <a href="/x">x</a><img src="/a.jpg"><img class="emoji" src="https://c.se/e.png"></article></main>`,
    );
    expect(facts).toMatchObject({
      titles: ['A b'],
      date: '2022-06-02',
      headings: ['å'],
      links: ['/x'],
      pictures: ['/a.jpg'],
      words: 5,
      exact: false,
    });
    expect([...facts.ids]).toEqual(['n', 'å']);
  });

  test.each([
    ['<time datetime="2022-06-02T08:00:00Z">', '2022-06-02T08:00:00Z'],
    ['<time datetime="2022-06-02"></time><h1>A</h1><p>B</p><time datetime="2020-01-01">', '2022-06-02'],
    [`<h1>A</h1><p>${'ord '.repeat(90)}</p><h2>Läs också</h2><time datetime="2020-01-01">`, undefined],
    ['<time datetime="22-06-02">', undefined],
    ['<time datetime="12-03-2018">', undefined],
    ['<time datetime="2 June 2018">', '2 June 2018'],
    ['<meta property="article:published_time" content="12-03-2018"><time datetime="2018-03-12">', '2018-03-12'],
    ['<time datetime="Thu, 02 Jun 2022 00:00:00 +0000">', 'Thu, 02 Jun 2022 00:00:00 +0000'],
    [
      '<script type="application/ld+json">{"datePublished":"2022-06-03"}</script><time datetime="2020-01-01">',
      '2022-06-03',
    ],
    ['<p>2 juni</p>', undefined],
  ])('tells its date from %s', (html, date) => expect(pageFacts(html).date).toBe(date));
});

describe('two sites', () => {
  test('may have another page for addresses that do not exist', () => {
    expect(found({ '404/index.html': page('a'), 'x/404/index.html': page('b', 'B') }, {})).toEqual([
      expect.stringContaining('lost address /x/404/'),
    ]);
  });

  test('that say the same have no findings', () => {
    const old = {
      'å.html': page('<a href="/b/#x">b</a>', 'Å'),
      'b/index.html': page('<h2 id="x">X</h2>'),
      'c.pdf': '',
    };
    const ours = {
      'a\u030a.html': page('<a href="/b/index.html#x">b</a>', 'Å'),
      'b/index.html': page('<h2 id="x">X</h2>'),
      'c.pdf': '',
    };
    expect(found(old, ours)).toEqual([]);
  });

  test.each([
    ['canonical addresses', { 'a.html': canonical('https://gammal.se/a.html') }],
    ['its feed', { 'feed.xml': feed('https://gammal.se/b.html') }],
  ])('may have two hosts: links to the old one, known from %s, are not lost', (_from, more) => {
    const text = '<a href="https://gammal.se/b.html">b</a><a href="/b.html#x">x</a><img src="https://gammal.se/p.png">';
    const pages = { 'b.html': page('<h2 id="x">B</h2>', 'B'), 'p.png': '' };
    const old = { 'a.html': page(text), ...more, ...pages };
    if ('a.html' in more) old['a.html'] = page(text, 'T', more['a.html']);
    const link = '<link rel="canonical" href="https://ny.se/a.html">';
    const ours = { 'a.html': page(text, 'T', link), ...pages };
    expect(found(old, ours).filter((line) => !line.includes('feed'))).toEqual([]);
    // Where the texts name the new host instead, that is the same page.
    const moved = { ...ours, 'a.html': page(text.replaceAll('gammal.se', 'ny.se'), 'T', link) };
    expect(found(old, moved).filter((line) => !line.includes('feed'))).toEqual([]);
  });

  test('differ in what was lost on purpose, each told once', () => {
    const old = {
      'a.html': page('<a href="/b.html#x">b</a> <a href="https://ut.se/">ut</a><img src="/p.jpg"><h2 id="h">H</h2>'),
      'b.html': page('<p id="x">X</p>', 'B', '<time datetime="2022-06-02">'),
      'gone.html': page('x'),
      'r.html': redirect('/a.html'),
      'f.pdf': '',
      'p.jpg': '',
      'style.css': '',
    };
    const ours = {
      'a.html': page('<a href="/b.html">b</a>'),
      'b.html': page(`X ${'ord '.repeat(20)}`, 'C', '<time datetime="2022-06-03">'),
      'r.html': redirect('/b.html'),
    };
    expect(found(old, ours)).toEqual([
      'lost address /gone.html: no page and no redirect answers here',
      'differs redirect /r.html: leads to /b.html; it led to /a.html',
      'lost file /f.pdf: the file is missing',
      'lost file /p.jpg: the file is missing',
      'lost anchor /b.html#x: /a.html links to it',
      'lost heading /a.html#h: no element has this id',
      'lost link /a.html: the link to /b.html#x is gone',
      'lost link /a.html: the link to https://ut.se/ is gone',
      'lost picture /a.html: /p.jpg is not shown',
      'lost date /b.html: is 2022-06-03; it was 2022-06-02',
      'differs title /b.html: is “C”; it was “B”',
      'differs words /b.html: 21 words; there were 1',
    ]);
  });

  test('lead where redirects led, off the site as well', () => {
    const old = {
      'a.html': redirect('https://ut.se/a'),
      'b.html': redirect('https://ut.se/b'),
      'c.html': redirect('https://ut.se/c'),
      'd.html': redirect('https://ut.se/d'),
      'e.html': page('E'),
      'f.html': redirect('https://ut.se/f'),
      'g.html': page('G'),
    };
    const ours = {
      'g.html': redirect('/borta'),
      'a.html': redirect('https://ut.se/a'),
      'b.html': redirect('https://ut.se/x'),
      'c.html': redirect('/c'),
      'd.html': redirect('/e.html'),
      'e.html': page('E'),
    };
    expect(found(old, ours)).toEqual([
      'lost address /g.html: leads to /borta, where nothing of this site answers',
      'differs redirect /b.html: leads to https://ut.se/x; it led to https://ut.se/b',
      'lost redirect /c.html: leads to /c, where nothing of this site answers; it led to https://ut.se/c',
      'differs redirect /d.html: leads to /e.html; it led to https://ut.se/d',
      'lost redirect /f.html: leads nowhere now; it led to https://ut.se/f',
    ]);
  });

  test('may process pictures and move pages behind redirects', () => {
    const old = { 'a.html': page('<img src="p.jpg"><a href="/b.html">b</a>'), 'b.html': page('', 'B'), 'p.jpg': '' };
    const ours = {
      'a.html': page('<img src="/_astro/p.x1_y2.webp"><a href="/c/">c</a>'),
      'b.html': redirect('/c/'),
      'c/index.html': page('', 'B'),
      '_astro/p.x1_y2.webp': '',
      'p.jpg': '',
    };
    expect(found(old, ours)).toEqual([]);
  });

  test('may have themes that differ: what stands on most pages is not the text', () => {
    const themed = (text: string): string => `<article>${text}<a href="/om.html">Om</a></article>`;
    const names = ['a', 'b', 'c', 'd'];
    const old = Object.fromEntries(names.map((name) => [`${name}.html`, themed(`<a href="https://${name}.se/">`)]));
    const ours = Object.fromEntries(names.map((name) => [`${name}.html`, page(`<a href="https://${name}.se/">`)]));
    expect(found({ ...old, 'om.html': '<p>' }, { ...ours, 'om.html': '<p>' })).toEqual([]);
    expect(found(old, { ...ours, 'a.html': page('') })).toContain(
      'lost link /a.html: the link to https://a.se/ is gone',
    );
  });

  test('may have layouts that set something round every text, told once', () => {
    const names = ['a', 'b', 'c'];
    const licence = '<a href="https://exempel.org/licens">Licens</a><img src="https://exempel.org/cc.png">';
    const old = names.map((name) => [`${name}.html`, page(`Text. <a href="/${name}">Länk hit</a> ${licence}`)]);
    const ours = names.map((name) => [`${name}.html`, page('Text.')]);
    expect(found(Object.fromEntries(old), Object.fromEntries(ours))).toEqual([
      'differs link /a.html: the link to https://exempel.org/licens is gone, here and from 2 more pages; a layout of the old site set it, it seems',
      'differs picture /a.html: https://exempel.org/cc.png is not shown, here and from 2 more pages; a layout of the old site set it, it seems',
    ]);
    // Two of five are no layout.
    const more = Object.fromEntries(['d', 'e', 'f'].map((name) => [`${name}.html`, page('Text.')]));
    const some = found({ ...Object.fromEntries(old.slice(1)), ...more }, { ...Object.fromEntries(ours), ...more });
    expect(some).toEqual([
      'lost link /b.html: the link to https://exempel.org/licens is gone',
      'lost link /c.html: the link to https://exempel.org/licens is gone',
      'lost picture /b.html: https://exempel.org/cc.png is not shown',
      'lost picture /c.html: https://exempel.org/cc.png is not shown',
    ]);
  });

  test('may have words of a layout in each text', () => {
    const text = (at: number, more = ''): string => page(`Text ${'ord '.repeat(40 + at)}${more}`, `T${at}`);
    const old = [1, 2, 3, 4].map((at) => [`${at}.html`, text(at, 'bjud på kaffe '.repeat(7))]);
    const ours = [1, 2, 3, 4].map((at) => [`${at}.html`, text(at)]);
    old.push(['5.html', text(90)]);
    ours.push(['5.html', text(0)]);
    expect(found(Object.fromEntries(old), Object.fromEntries(ours))).toEqual([
      'differs title /5.html: is “T0”; it was “T90”',
      'differs words /1.html: 21 words are gone, here and from 3 more pages; a layout of the old site set them, it seems',
      'differs words /5.html: 41 words; there were 131',
    ]);
  });

  test('may be lists that linked to parts of their own, unless others did too', () => {
    const list = '<ul><li><a href="#a">a</a> <a href="#b">b</a></ul><h2 id="a">A</h2><h2 id="b">B</h2>';
    const old = { 'tags/index.html': list, 'x.html': page('<a href="/tags/#b">b</a>') };
    expect(found(old, { 'tags/index.html': '<ul></ul>', 'x.html': page('<a href="/tags/#b">b</a>') })).toEqual([
      'lost anchor /tags/#b: /tags/ and 1 more links to it',
    ]);
  });

  test('may have layouts that linked to what stands round a text, unless others did too', () => {
    const layout = (name: string, link = ''): string =>
      `<a href="#main">Till texten</a><main id="main">${page(`${name} ${link}<p id="${name}">P</p>`)}</main>`;
    const plain = { 'c.html': page('C'), 'd.html': page('D'), 'e.html': page('E') };
    const old = { 'a.html': layout('a', '<a href="#a">a</a>'), 'b.html': layout('b'), ...plain };
    const ours = { 'a.html': page('a'), 'b.html': page('b'), ...plain };
    expect(found(old, ours)).toEqual(['lost anchor /a.html#a: /a.html links to it']);
    const linked = { 'c.html': page('C <a href="/b.html#main">b</a>') };
    expect(found({ ...old, ...linked }, { ...ours, ...linked })).toContain(
      'lost anchor /b.html#main: /b.html and 1 more links to it',
    );
  });

  test('are compared where a text links to what stands below it, and not where its own element is the target', () => {
    const notes = (list: string): string => `<div class="e-content"><a href="#fn1">1</a></div>${list}`;
    const plain = { 'c.html': page('C'), 'd.html': page('D'), 'e.html': page('E') };
    const list = '<ol><li id="fn1">N</li></ol>';
    expect(found({ 'a.html': notes(list), ...plain }, { 'a.html': notes(''), ...plain })).toEqual([
      'lost anchor /a.html#fn1: /a.html links to it',
    ]);
    const skip = '<a href="#content">Till texten</a><div id="content" class="e-content">Text.</div>';
    expect(found({ 'a.html': skip, ...plain }, { 'a.html': page('Text.'), ...plain })).toEqual([]);
  });

  test('may have the site’s name for a heading, where no title is known', () => {
    const pages = (heading: (name: string) => string): Record<string, string> =>
      Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`${name}.html`, page(name, heading(name))]));
    expect(
      found(
        pages(() => 'Bloggen'),
        pages((name) => `Om ${name}`),
      ),
    ).toEqual([]);
    expect(
      found(
        { ...pages(() => 'Bloggen'), 'd.html': page('d', 'Dé') },
        pages((name) => `Om ${name}`),
      ),
    ).toEqual(['differs title /d.html: is “Om d”; it was “Dé”']);
  });

  test('may show a picture whose name another one has, elsewhere', () => {
    const text = '<img src="/qr/kod.png"><img src="/bilder/kod.png">';
    expect(
      found({ 'a.html': page(text), 'bilder/kod.png': '' }, { 'a.html': page(text), 'bilder/kod.png': '' }),
    ).toEqual([]);
  });

  test('may have lines of code with numbers, and dates between blanks', () => {
    const numbers = Array.from({ length: 30 }, (_, at) => at).join('\n');
    const code = `<table><td class="rouge-gutter gl"><pre class="lineno">${numbers}</pre></td><td>kod</td></table>`;
    const date = (when: string): string => `<meta property="article:published_time" content="${when}">`;
    expect(
      found(
        { 'a.html': page(`Text ${code}`, 'T', date(' 2014-08-16T12:00:00Z ')) },
        { 'a.html': page('Text kod', 'T', date('2014-08-16T12:00:00+00:00')) },
      ),
    ).toEqual([]);
  });

  test('compare their feeds by id, at the address of each', () => {
    const feed = (...items: [string, string][]): string =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><id>i</id>${items.map(([id, link]) => `<entry><id>${id}</id><title>${link}</title><link href="${link}"/><updated>2022-06-02T00:00:00Z</updated></entry>`).join('')}</feed>`;
    const pages = { 'a.html': page(''), 'b.html': page('') };
    expect(
      found(
        { ...pages, 'feed.xml': feed(['1', '/a.html'], ['2', '/b.html']) },
        { ...pages, 'feed.xml': feed(['1', '/a.html'], ['3', '/b.html']), 'more.xml': feed(['2', '/b.html']) },
      ),
    ).toEqual(['lost feed-id /feed.xml: “/b.html” had the id 2; now it is 3']);
    // Built away from GitHub Pages, which tells a site its address.
    const address = canonical('https://exempel.se/a.html');
    const ours = { 'a.html': page('', 'T', address), 'feed.xml': feed(['https://exempel.se/a', '/a.html']) };
    expect(found({ 'a.html': page(''), 'feed.xml': feed(['/a', '/a.html']) }, ours)).toEqual([]);
    expect(found({ 'a.html': page(''), 'feed.xml': feed(['/a', 'https://exempel.se/a.html']) }, ours)).toEqual([
      expect.stringContaining('had the id /a'),
    ]);
    expect(found({ 'a.html': page(''), 'feed.xml': feed(['1', '/a.html']) }, { 'a.html': page('') })).toEqual([
      'lost feed /feed.xml: no feed answers here',
    ]);
  });
});

test('feeds of every format tell ids and links; other files tell nothing', () => {
  const rss =
    '<rss version="2.0"><channel><title>t</title><link>l</link><description>d</description><item><guid>g</guid><link>/a</link></item></channel></rss>';
  const json = '{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[{"id":"j","url":"/a"}]}';
  expect(feedItems(rss)).toEqual([{ id: 'g', link: '/a' }]);
  expect(feedItems(json)).toEqual([{ id: 'j', link: '/a' }]);
  expect(feedItems('<urlset/>')).toBeUndefined();
  expect(feedItems('<rss broken')).toBeUndefined();
});

test('a sitemap tells its pages and further sitemaps', () => {
  const xml = '<?xml version="1.0"?><sitemapindex><sitemap><loc> https://e.se/s.xml </loc></sitemap></sitemapindex>';
  expect(sitemapLocations(xml)).toEqual({ pages: [], sitemaps: ['https://e.se/s.xml'] });
  expect(sitemapLocations('<urlset><url><loc>https://e.se/?a&amp;b</loc></url></urlset>').pages).toEqual([
    'https://e.se/?a&b',
  ]);
  expect([...websiteOfSitemap('s', ['https://e.se/blogg/', 'https://e.se/blogg/a'], '/blogg').addresses]).toEqual([
    '/',
    '/a',
  ]);
});

test('what moved is found by title or slug, and never guessed between two', () => {
  const old = website({
    '2022/06/02/en-sak.html': page('', 'Sak'),
    'två.html': page('', 'Två'),
    'tre.html': page('', 'Tre'),
    // The site's own name above each page tells none of them from the others.
    'om.html': page('', 'Sajt'),
    'mer.html': page('', 'Sajt'),
  });
  const ours = website({
    'x/index.html': page('', 'Sak'),
    'y/tva/index.html': page('', 'Annat'),
    'a.html': page('', 'Tre'),
    'b.html': page('', 'Tre'),
    'index.html': page('', 'Sajt'),
  });
  const moved = findMoved(compare(old, ours).findings, old, ours);
  expect(moved).toEqual([
    { from: '/2022/06/02/en-sak.html', to: '/x/', by: 'title' },
    { from: '/mer.html' },
    { from: '/om.html' },
    { from: '/tre.html' },
    { from: '/två.html', to: '/y/tva/', by: 'slug' },
  ]);
  expect(redirectMap(moved, { file: 'm.json', base: '/b' })).toBe(
    '{\n  "/2022/06/02/en-sak.html": "/b/x/",\n  "/två.html": "/b/y/tva/"\n}\n',
  );
  expect(redirectMap(moved, { file: '_redirects', base: '' })).toBe(
    '/2022/06/02/en-sak.html /x/ 301\n# /mer.html ?\n# /om.html ?\n# /tre.html ?\n/tv%C3%A5.html /y/tva/ 301\n',
  );
});

test('the report says what to do, twenty of a kind at most', () => {
  const files = Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`p${at}.html`, page('')]));
  const old = website(files);
  const ours = website({ 'x.html': page('', 'X') });
  const report = { old: 'o', ours: 'd', ...compare(old, ours), leftOut: [], moved: [], settings: [] };
  expect(formatReport(report, { all: false })).toContain(
    '  … and 5 more; --all shows them\n  → Give the page its old address',
  );
  expect(formatReport(report, { all: true })).not.toContain('more');
  expect(formatReport(report, { all: false })).toMatch(/addresses +25 +25 +0\n\n25 lost, 0 to look at\.$/);
});
