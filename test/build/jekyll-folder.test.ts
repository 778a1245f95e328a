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

/** A Jekyll folder with every kind of file beside posts that Jekyll takes or passes over. */
const FOLDER: Record<string, string> = {
  '_config.yml': 'title: Gammal\ntimezone: Europe/Stockholm\ninclude: [_med]\nexclude: [hemligt, "*.psd", utan.txt]\n',
  '_posts/2022-06-02-ett.md': post('title: Ett', '![bild](/assets/bild%20å.jpg)'),
  // What only we have a rule for: Jekyll publishes it.
  '_posts/2022-06-03-två.md': post(
    'title: Två\nauthor: Okänd\nlang: fr\nseries: [1]\nsitemap: karta\nimage: [a.jpg]\nupdated: i går',
    '## Contents\n\n- [Eget](#eget)\n\n## Steg 1 {#eget}\n\n```irb\n#<Foo ...>\n```\n\n![a "b"](../../bild.png)',
  ),
  '_posts/2022-06-04-bred.md': post('title: Bred\nlayout: longread'),
  '_posts/2022-06-05-notis.md': post('title: Notis\nlayout: notis'),
  '_posts/2022-06-06-okand.md': post('title: Okänd\nlayout: finns-inte'),
  '_posts/2022-06-07-lika.md': post('title: Lika', LIKE),
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

test('a text has the very words and elements that Jekyll gives it', () => {
  const [ours] = findAll(site.read('2022/06/07/lika.html'), (element) => hasClass(element, 'e-content'));
  const theirs = readFileSync(join(old, '2022/06/07/lika.html'), 'utf8');
  const html = ours ? serialize(ours).replaceAll(/>\s+</g, '><').trim() : '';
  expect(html).toBe(serialize(parseFragment(theirs)).replaceAll(/>\s+</g, '><').trim());
});

test("a layout of the site's own is one of ours by the map, by what it stands in, or post", () => {
  expect(site.read('2022/06/04/bred.html')).toContain('rd-post--wide');
  expect(site.read('2022/06/05/notis.html')).toContain('rd-post--note');
  expect(site.read('2022/06/06/okand.html')).not.toContain('rd-post--');
});

describe('a post that breaks rules which Jekyll does not have', () => {
  test('is published, and each rule is told of with its place', () => {
    expect(site.exists('2022/06/03/två.html')).toBe(true);
    for (const rule of ['author-unknown', 'post-unknown-language', 'registry-wrong-shape'])
      expect(built).toContain(`[${rule}]`);
    expect(built.match(/\[wrong-front-matter\]/g)).toHaveLength(4);
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
