import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWithJekyll } from '../../packages/astro-redaktion/src/cli/verify/jekyll-build.ts';
import { parseFragment, serialize } from 'parse5';
import { findAll, hasClass } from '../helpers/html.ts';
import { config, createTestSite, hashes, post, removeTestSites, repository, type TestSite } from '../helpers/site.ts';

const PHOTO = join(repository, 'example-site/public/assets/images/post-head/500/ide.jpg');

/** What an editorial site sets otherwise: headings, numbers, dates, pictures with titles, quotation marks. */
const LIKE = `## Ett "citat" {#citat}

Den 1 juni 2022 var 10 % av 10 000 -- eller t ex fler -- med.

![Båt](/assets/foto.jpg "En båt på sjön")

### Tabell

| a | b
|---|---
| 1 | 2
`;

/** What templates show of other posts, of the text itself, and of Markdown made on the way. */
const OTHERS = `{% capture ruta %}*Ruta*{: .klass} med "citat"

## Rubrik i ruta
{% endcapture %}<div>{{ ruta | markdownify }}</div>

{% for post in site.posts limit: 4 offset: 1 %}<section title="{{ post.title }}">{{ post.excerpt }}</section>
{% endfor %}
{% assign before = site.posts | where: "title", "Lika" | first %}<div>{{ before.content }}</div>
{% assign after = site.posts | first %}<div>{{ after.title }}: {{ after.content | escape }}</div>
{% assign both = site.posts | where: "title", "Osökt" | first %}<div>{{ both.content | strip_html | number_of_words }}</div>
`;

/** A Jekyll folder with every kind of file beside posts that Jekyll takes or passes over. */
const FOLDER: Record<string, string> = {
  '_config.yml':
    'title: Gammal\nurl: https://Exempel.se/\nbaseurl: /\ntimezone: Europe/Stockholm\ninclude: [_med]\nexclude: [hemligt, "*.psd", utan.txt]\n',
  '_posts/2022-06-02-ett.md': post('title: Ett', '![bild](/assets/bild%20å.jpg)'),
  // What only we have a rule for: Jekyll publishes it.
  '_posts/2022-06-03-två.md': post(
    'title: Två\ntags: [java, Java!, å?, "!"]\nredirect_from: [/a?b=1, /gammal.aspx.html/]\nauthor: Okänd\nlang: fr\nseries: [1]\nsitemap: karta\nimage: [a.jpg]\nupdated: i går',
    '## Contents\n\n- [Eget](#eget)\n\n## Steg 1 {#eget}\n\n```irb\n#<Foo ...>\n```\n\n![a "b"](../../bild.png)',
  ),
  '_posts/2022-06-04-bred.md': post('title: Bred\nlayout: longread'),
  '_posts/2022-06-05-notis.md': post('title: Notis\nlayout: notis'),
  '_posts/2022-06-06-okand.md': post('title: Okänd\nlayout: finns-inte'),
  '_posts/2022-06-07-lika.md': post('title: Lika', LIKE),
  '_posts/2022-06-08-osökt.md': post('title: Osökt', 'Första stycket.\r\n\r\n## Rubrik\r\n\r\nAndra stycket.\r\n'),
  '_posts/2022-06-09-kort.md': post('title: Kort', 'Hela *posten*.'),
  '_posts/2022-06-10-adress.md': post('title: Adress', 'På {{ site.url }}a.html: [a]({{ site.baseurl }}a.html)'),
  '_posts/2022-06-11-andras.md': post('title: Andras', OTHERS),
  '_posts/2022-06-12-sist.md': post('title: Sist', 'Det *sista*{: .sist}.'),
  '_layouts/longread.html': '---\nlayout: wide\n---\n{{ content }}',
  '_layouts/notis.html': '{{ content }}',
  // Jekyll does not read drafts.
  '_drafts/utkast.md': post('title: Utkast', '{% okand_tagg %}'),
  '_data/authors.yml': 'kand: { name: Känd }\n',
  '_data/tags.yml': '- { hur: som, helst: 1 }\n',
  'assets/bild å.jpg': 'bild',
  'assets/djup/mapp/a.css': 'a{}',
  'assets/index.pdf': 'pdf',
  'assets/rå.psd': 'x',
  'favicon.ico': 'ikon',
  'utan.txt': 'x',
  'hemligt/a.txt': 'x',
  '.dold': 'x',
  '.htaccess': 'RewriteEngine On',
  '_utkast/a.txt': 'x',
  '_med/a.txt': 'med',
  '#lapp.txt': 'x',
  'a.txt~': 'x',
  'README.txt': 'läs',
  'robots.txt': 'User-agent: *',
};

let site: TestSite;
let old: string;
let built: string;

beforeAll(async () => {
  site = createTestSite({
    'astro.config.mjs': config("{ jekyll: './gammal', layouts: { notis: 'note' } }"),
    'public/robots.txt': 'vår egen',
    ...Object.fromEntries(Object.entries(FOLDER).map(([path, text]) => [`gammal/${path}`, text])),
    'utanför.txt': 'hemlighet',
  });
  symlinkSync(join(site.root, 'utanför.txt'), join(site.root, 'gammal/assets/ut.txt'));
  copyFileSync(PHOTO, join(site.root, 'gammal/assets/foto.jpg'));
  old = join(site.root, '_site');
  mkdirSync(old);
  buildWithJekyll(join(site.root, 'gammal'), old);
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
  built = output;
}, 120_000);

afterAll(removeTestSites);

describe('files of a Jekyll folder', () => {
  test('are published as Jekyll publishes them, but for a link that leaves the folder', () => {
    const theirs = Object.keys(hashes(old)).filter((path) => path !== 'assets/ut.txt');
    expect(theirs).toContain('_med/a.txt');
    expect(theirs).toContain('assets/djup/mapp/a.css');
    expect(Object.keys(site.snapshot())).toEqual(expect.arrayContaining(theirs));
    for (const path of [
      'hemligt/a.txt',
      'utan.txt',
      '.dold',
      'a.txt~',
      'assets/rå.psd',
      '_utkast/a.txt',
      'assets/ut.txt',
    ])
      expect(site.exists(path), path).toBe(false);
    expect(site.read('assets/bild å.jpg')).toBe('bild');
  });

  test('give way to those of public/', () => {
    expect(site.read('robots.txt')).toBe('vår egen');
  });

  test('leave the Astro project out where both lie in one folder', async () => {
    const same = createTestSite({
      'astro.config.mjs': config("{ jekyll: '.' }"),
      '_config.yml': 'title: Samma\n',
      '_posts/2022-06-02-ett.md': post('title: Ett'),
      'assets/a.jpg': 'bild',
      'public/b.jpg': 'b',
    });
    const { code, output } = await same.build();
    expect(code, output).toBe(0);
    const files = Object.keys(same.snapshot());
    expect(files).toEqual(expect.arrayContaining(['assets/a.jpg', 'b.jpg', '2022/06/02/ett.html']));
    expect(files.filter((file) => /^(?:src|public|node_modules|dist|package|astro\.config)/.test(file))).toEqual([]);
  });

  test('are served in dev, with their type', async () => {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, '../../node_modules/.bin/astro'), 'dev', '--port', '4987', '--host', '127.0.0.1'],
      { cwd: site.root, env: { ...process.env, VITEST: '', NODE_ENV: 'development', ASTRO_TELEMETRY_DISABLED: '1' } },
    );
    try {
      const answer = await waitFor('http://127.0.0.1:4987/assets/djup/mapp/a.css');
      expect(answer.headers.get('content-type')).toContain('text/css');
      expect(await answer.text()).toBe('a{}');
      expect(await (await fetch('http://127.0.0.1:4987/assets/bild%20%C3%A5.jpg')).text()).toBe('bild');
      expect((await fetch('http://127.0.0.1:4987/hemligt/a.txt')).status).toBe(404);
    } finally {
      child.kill();
    }
  });
});

test.each([
  ['of its own', '2022/06/07/lika.html'],
  ['of other posts, and of Markdown within Liquid', '2022/06/11/andras.html'],
])('a text has the very words and elements that Jekyll gives it: %s', (_, path) => {
  const [ours] = findAll(site.read(path), (element) => hasClass(element, 'e-content'));
  const theirs = readFileSync(join(old, path), 'utf8');
  const html = ours ? serialize(ours).replaceAll(/>\s+</g, '><').trim() : '';
  expect(html).toBe(serialize(parseFragment(theirs)).replaceAll(/>\s+</g, '><').trim());
});

describe('a post in which no separator is found', () => {
  test('is all of its excerpt in feeds, as in Jekyll, and shown by its description in lists', async () => {
    const kept = createTestSite({
      'astro.config.mjs': config("{ jekyll: './gammal', feed: { content: 'excerpt' } }"),
      ...Object.fromEntries(Object.entries(FOLDER).map(([path, text]) => [`gammal/${path}`, text])),
    });
    const { code, output } = await kept.build();
    expect(code, output).toBe(0);
    expect(kept.read('feed.xml')).toContain('Andra stycket.');
    const [card] = findAll(kept.read('index.html'), (element) => hasClass(element, 'rd-card')).filter((element) =>
      serialize(element).includes('Osökt'),
    );
    const shown = card ? serialize(card) : '';
    expect(shown).toContain('<p class="rd-card__text p-summary">Första stycket.');
    expect(shown).not.toContain('id="rubrik"');
    expect(shown).toContain('rd-card__more');
  });

  test('is shown whole where it is one block', () => {
    expect(site.read('index.html')).toMatch(/<p>Hela <em>posten<\/em>\.<\/p>/);
  });
});

test('texts see the address of the site as _config.yml spells it', () => {
  expect(site.read('2022/06/10/adress.html')).toContain('På https://Exempel.se/a.html: <a href="/a.html">a</a>');
});

describe('a site whose astro.config says nothing of its address', () => {
  const open = (address: string): TestSite =>
    createTestSite({
      'astro.config.mjs': config("{ jekyll: './gammal' }", ''),
      'gammal/_config.yml': `title: Gammal\n${address}`,
      'gammal/_posts/2022-06-02-ett.md': post(
        'title: Ett',
        '[{{ site.url }}/x]({{ "/x" | relative_url }}) {{ "/x" | absolute_url }}',
      ),
    });

  test('has that of _config.yml, in feeds and sitemap too', async () => {
    const moved = open('url: https://gammal.se\nbaseurl: /blogg\n');
    const { code, output } = await moved.build();
    expect(code, output).toBe(0);
    expect(output).not.toContain('[WARN]');
    const page = moved.read('2022/06/02/ett.html');
    expect(page).toContain('<link rel="canonical" href="https://gammal.se/blogg/2022/06/02/ett.html">');
    expect(page).toContain('<a href="/blogg/x">https://gammal.se/x</a> https://gammal.se/blogg/x');
    expect(moved.read('feed.xml')).toContain('>https://gammal.se/blogg/2022/06/02/ett</guid>');
    expect(moved.read('sitemap-0.xml')).toContain('<loc>https://gammal.se/blogg/2022/06/02/ett.html</loc>');
  });

  test('shows root-relative addresses where that says nothing either, as Jekyll does', async () => {
    const bare = open('url: http://localhost:4000\n');
    bare.write('gammal/CNAME', 'gammal.se\n');
    const { code, output } = await bare.build();
    expect(code, output).toBe(0);
    expect(bare.exists('sitemap-0.xml')).toBe(false);
    expect(output).toContain('The address of the site is not known: feeds lead nowhere outside of it');
    expect(output).toContain(
      "Set `site: 'https://gammal.se'` in astro.config, or `url` in gammal/_config.yml (gammal/CNAME names gammal.se).",
    );
    const own = createTestSite({
      'astro.config.mjs': config("{ jekyll: './gammal' }"),
      'gammal/_config.yml': 'title: Gammal\n',
      'gammal/_posts/2022-06-02-ett.md': post('title: Ett', 'På {{ site.url }}/x och {{ "/y" | absolute_url }}.'),
    });
    const made = await own.build();
    expect(made.code, made.output).toBe(0);
    expect(own.read('2022/06/02/ett.html')).toContain('På /x och /y.');
  });
});

test('pictures lie where a post of the theme Chirpy says that they do', async () => {
  const themed = createTestSite({
    'astro.config.mjs': config("{ jekyll: './gammal' }"),
    'gammal/_config.yml': 'title: Gammal\n',
    'gammal/_posts/2022-06-02-ett.md': post(
      'title: Ett\nmedia_subpath: /bilder/\nimage: {path: huvud.svg, alt: ""}',
      '![båt](båt.svg)',
    ),
    'gammal/bilder/huvud.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
    'gammal/bilder/båt.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
  });
  const { code, output } = await themed.build();
  expect([code, output.includes('picture-missing')], output).toEqual([0, false]);
  expect(themed.read('2022/06/02/ett.html')).toMatch(/<img[^>]* src="\/bilder\/huvud\.svg"/);
  expect(decodeURI(themed.read('2022/06/02/ett.html').match(/<img[^>]*alt="båt"[^>]*>/)?.[0] ?? '')).toContain(
    'src="/bilder/båt.svg"',
  );
});

test('a title with entities reads as it did where a theme printed it, and is escaped like any other', async () => {
  const titled = createTestSite({
    'astro.config.mjs': config("{ jekyll: './gammal', jekyllPages: true }"),
    'gammal/_config.yml': 'title: Gammal\n',
    'gammal/_posts/2022-06-02-ett.md': post('title: "Fr&#229;gor &amp; svar om &lt;b&gt;"'),
    'gammal/_posts/2022-06-03-två.md': post('title: Två', '{{ site.posts.last.title }}'),
    'gammal/om.md': post('title: Vi &amp; ni, &eacute;n &ndash; &finns;'),
  });
  const { code, output } = await titled.build();
  expect(code, output).toBe(0);
  const page = titled.read('2022/06/02/ett.html');
  expect(page).toMatch(/<title>Frågor &amp; svar om &lt;b&gt; /);
  expect(page).toMatch(/<h1[^>]*>Frågor &amp; svar om &lt;b&gt;</);
  expect(titled.read('om.html')).toMatch(/<h1[^>]*>Vi &amp; ni, én – &amp;finns;</);
  // Templates get what the file says, as in Jekyll.
  expect(titled.read('2022/06/03/två.html')).toContain('svar om &lt;b&gt;</p>');
});

describe('pages that plugins of the Jekyll site made', () => {
  let listed: TestSite;

  beforeAll(async () => {
    listed = createTestSite({
      'astro.config.mjs': config("{ jekyll: './gammal' }"),
      'gammal/_config.yml':
        'title: Gammal\npaginate: 1\npaginate_path: /sida:num\njekyll-archives:\n  enabled: [tags, categories, year]\n',
      'gammal/index.html': '---\n---\n{% for post in paginator.posts %}{{ post.title }}{% endfor %}',
      'gammal/_posts/2022-06-02-ett.md': post("title: Ett\ntags: [Vård och hälsa, 'Patient''s']\ncategories: [Vård]"),
      'gammal/_posts/2022-06-03-två.md': post('title: Två'),
    });
    const { code, output } = await listed.build();
    expect(code, output).toBe(0);
  });

  test('lie where `_config.yml` has them, with the slugs that Jekyll gave them', () => {
    for (const [path, text] of [
      ['sida2/index.html', 'Ett'],
      ['tag/vård-och-hälsa/index.html', 'Vård och hälsa'],
      ['tag/patient-s/index.html', 'Ett'],
      ['category/vård/index.html', 'Vård'],
      ['2022/index.html', 'url=https://exempel.se/arkiv/2022/'],
    ] as const)
      expect(listed.read(path)).toContain(text);
  });

  test('go on from the home page, which is the first of the list', () => {
    const home = listed.read('index.html');
    expect(home).toMatch(/<nav class="rd-pager"[\s\S]*<a[^>]* href="\/sida2\/"/);
    expect(home).not.toContain('sida1');
    expect(listed.read('sida2/index.html')).toMatch(/<a[^>]* href="\/"[^>]* rel="prev"|rel="prev"[^>]* href="\/"/);
  });
});

describe('names of signs, where the site has jemoji', () => {
  const text =
    '## Ut :tada:\n\nKl. 12:30:+1: och `:tada:`, :octocat: [:-)](/a:tada:b ":tada:")\n\n    :tada:\n\n## Två\n\n## Tre\n\n## Fyra';
  const folder = (plugins: string): Record<string, string> => ({
    'astro.config.mjs': config("{ jekyll: './gammal' }"),
    'gammal/_config.yml': `title: Gammal\n${plugins}`,
    'gammal/_posts/2022-06-02-ett.md': post('title: "Hurra :tada:"', text),
  });

  test('are the signs, outside of code and addresses; ids are those of Jekyll', async () => {
    const signs = createTestSite(folder('plugins: [jemoji]\n'));
    const { code, output } = await signs.build();
    expect(code, output).toBe(0);
    const page = signs.read('2022/06/02/ett.html');
    expect(page).toContain('<h2 id="ut-tada">Ut 🎉');
    expect(page).toContain('Kl. 12:30👍 och <code>:tada:</code>, :octocat: <a href="/a:tada:b"');
    expect(page).toMatch(/<pre[^>]*><code[^>]*>:tada:/);
    expect(page).toMatch(/<h1[^>]*>Hurra 🎉</);
    expect(page).toMatch(/<a href="#ut-tada"[^>]*>Ut 🎉</);
    // A feed knows its posts by what their authors wrote.
    expect(signs.read('feed.xml')).toContain('<title>Hurra :tada:</title>');
    expect(signs.read('feed.xml')).toContain('12:30👍');
  });

  test('stay as they are written without it, until the Gemfile names it', async () => {
    const signs = createTestSite(folder(''));
    expect((await signs.build()).code).toBe(0);
    expect(signs.read('2022/06/02/ett.html')).toContain('12:30:+1:');
    signs.write('gammal/Gemfile', "gem 'jemoji', group: :jekyll_plugins\n");
    expect((await signs.build()).code).toBe(0);
    expect(signs.read('2022/06/02/ett.html')).toContain('12:30👍');
  });
});

describe('a folder without _config.yml', () => {
  test("is read as Jekyll reads it all the same: kramdown, days in UTC, Jekyll's excerpts", async () => {
    const bare = createTestSite({
      'astro.config.mjs': config("{ jekyll: './gammal' }"),
      'gammal/_posts/2022-06-02-ett.md': post('title: Ett', 'Text\n{: .klass}\n\nSist.'),
    });
    const { code, output } = await bare.build();
    expect(code, output).toBe(0);
    expect(bare.read('2022/06/02/ett.html')).toContain('<p class="klass">Text</p>');
    expect(bare.read('2022/06/02/ett.html')).toContain('datetime="2022-06-02T00:00:00+00:00"');
    expect(bare.read('index.html')).not.toContain('Sist.');
  });
});

describe('`source` of _config.yml', () => {
  const layout = (source: string): TestSite =>
    createTestSite({
      'astro.config.mjs': config("{ jekyll: './gammal', jekyllPages: true }"),
      'gammal/_config.yml': `title: Gammal\nsource: ${source}\n`,
      'gammal/Gemfile': "gem 'jekyll'\n",
      'gammal/src/_posts/2022-06-02-ett.md': post('title: Ett', '{% include a.html %} {{ site.data.b.c }}'),
      'gammal/src/_includes/a.html': 'ur _includes',
      'gammal/src/_data/b.yml': 'c: ur _data\n',
      'gammal/src/om.md': post('title: Om'),
      'gammal/src/bild.txt': 'bild',
      'gammal/utanför.txt': 'x',
    });

  test('is where posts, includes, data, pages and files are, as in Jekyll', async () => {
    const moved = layout('src');
    const { code, output } = await moved.build();
    expect(code, output).toBe(0);
    expect(moved.read('2022/06/02/ett.html')).toContain('ur _includes ur _data');
    buildWithJekyll(join(moved.root, 'gammal'), join(moved.root, '_site'));
    const theirs = Object.keys(hashes(join(moved.root, '_site')));
    expect(theirs).toEqual(expect.arrayContaining(['2022/06/02/ett.html', 'bild.txt', 'om.html']));
    expect(Object.keys(moved.snapshot())).toEqual(expect.arrayContaining(theirs));
    expect(moved.exists('utanför.txt')).toBe(false);
    expect(moved.exists('Gemfile')).toBe(false);
  });

  test.each([
    ['../..', 'leads out of the folder'],
    ['/etc', 'leads out of the folder'],
    ['saknas', 'does not exist'],
  ])('%s stops the build, since it %s', async (source, why) => {
    const { code, output } = await layout(source).build();
    expect(code).toBe(1);
    expect(output).toMatch(new RegExp(`gammal/_config\\.yml\\n +2:1 error \`source: ${source}\` ${why}`));
  });
});

test("a layout of the site's own is one of ours by the map, by what it stands in, or post", () => {
  expect(site.read('2022/06/04/bred.html')).toContain('rd-post--wide');
  expect(site.read('2022/06/05/notis.html')).toContain('rd-post--note');
  expect(site.read('2022/06/06/okand.html')).not.toContain('rd-post--');
});

describe('a post that breaks rules which Jekyll does not have', () => {
  test('is published, and each rule is told of with its place', () => {
    expect(site.exists('2022/06/03/två.html')).toBe(true);
    for (const rule of [
      'author-unknown',
      'post-unknown-language',
      'registry-wrong-shape',
      'tag-same-slug',
      'tag-without-slug',
      'redirect-no-path',
    ])
      expect(built).toContain(`[${rule}]`);
    expect(built.match(/\[wrong-front-matter\]/g)).toHaveLength(4);
  });

  test('answers at every old address that is one, even a folder named as a page', () => {
    expect(site.read('gammal.aspx.html/index.html')).toContain('url=https://exempel.se/2022/06/03/tv%C3%A5.html');
  });

  test('keeps its own list of contents, its code and the address of its picture', () => {
    const page = site.read('2022/06/03/två.html');
    expect(page).toContain('<li><a href="#eget">Eget</a></li>');
    expect(page).toMatch(/#(?:&lt;|&#x3C;)Foo \.\.\.(?:>|&gt;)/);
    expect(page).toContain('<img alt="a &quot;b&quot;" src="../../bild.png">');
  });
});

async function waitFor(url: string): Promise<Response> {
  for (let attempt = 0; attempt < 120; attempt++) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`${url} did not answer within a minute`);
}
