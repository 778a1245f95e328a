import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fault } from '../../packages/astro-redaktion/src/cli/fault.ts';
import { buildWithJekyll } from '../../packages/astro-redaktion/src/cli/verify/jekyll-build.ts';
import { readOldSite } from '../../packages/astro-redaktion/src/cli/verify/old-site.ts';
import { pageFacts } from '../../packages/astro-redaktion/src/cli/verify/page-facts.ts';
import type { Report } from '../../packages/astro-redaktion/src/cli/verify/types.ts';
import { config, createTestSite, post, removeTestSites, repository, run, type TestSite } from '../helpers/site.ts';

const cli = join(repository, 'packages/astro-redaktion/dist/cli/main.js');

/** As real blogs are: a Gemfile, a theme and plugins, of which the machine has one. */
const jekyll = {
  Gemfile: `source "https://rubygems.org"
gem "jekyll", "~> 3.9"
group :jekyll_plugins do
  gem "jekyll-finns"
  gem "jekyll-feed", "~> 0.12"
end`,
  '_config.yml': `title: Gammal blogg
url: https://exempel.se
theme: saknat-tema
plugins: [jekyll-seo-tag, jekyll-redirect-from, jekyll-okand, jekyll/delad]
incremental: true
`,
  '_plugins/egen.rb': 'Liquid::Template.register_tag("egen", Class.new(Liquid::Tag) { def render(_) = "egen text" })',
  '_plugins/trasig.rb': 'require "finns-inte"',
  '_layouts/egen.html': '<!doctype html><title>{{ page.title }}</title>{% seo %}{% include hjalp.html %}{{ content }}',
  '_posts/2022-06-02-ett.md': post('title: "Ett & två"\nlayout: post', 'Text med {% egen %}.\n\n## Rubrik\n\nMer.'),
  '_posts/2022-06-03-tre.md': post('title: Tre\nlayout: egen\nredirect_from: /gammal/', 'Text.'),
  'assets/stil.scss': '---\n---\n@import "saknat-tema";',
  'om.html': '---\nlayout: egen\ntitle: Om\n---\n{% assign namn = site.github.repos | sort: "name" %}{{ namn.size }}',
};

let site: TestSite;
let library: string;

const old = (): string => join(site.root, 'gammal');

/** Builds the old site anew, with other files, beside `gammal`; gives what was left out and the file asked for. */
function build(
  files: Record<string, string>,
  page = '',
): { leftOut: string[]; text: string; source: TestSite['source'] } {
  const other = createTestSite(files);
  const leftOut = buildWithJekyll(other.root, join(other.root, '_site'));
  return {
    leftOut: leftOut.map(({ kind, name }) => `${kind} ${name}`),
    text: page === '' ? '' : other.source(`_site/${page}`),
    source: (path) => other.source(`_site/${path}`),
  };
}

function faultOf(files: Record<string, string>): Fault {
  try {
    build(files);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('Jekyll built it');
}

beforeAll(async () => {
  // What `gem install` would bring: Ruby finds it, Jekyll takes it.
  library = mkdtempSync(join(tmpdir(), 'gems-'));
  writeFileSync(
    join(library, 'jekyll-finns.rb'),
    'Jekyll::Hooks.register(:posts, :pre_render) { |post| post.content += "\\n\\nfinns" }',
  );
  process.env['RUBYLIB'] = library;
  site = createTestSite({
    'astro.config.mjs': config("{ jekyll: './gammal' }"),
    ...Object.fromEntries(Object.entries(jekyll).map(([path, text]) => [`gammal/${path}`, text])),
  });
  // Our site knows no `{% egen %}`.
  const text = site.source('gammal/_posts/2022-06-02-ett.md');
  site.write('gammal/_posts/2022-06-02-ett.md', text.replace('{% egen %}', 'egen text'));
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
  site.write('gammal/_posts/2022-06-02-ett.md', text);
});

afterAll(() => {
  delete process.env['RUBYLIB'];
  rmSync(library, { recursive: true });
  removeTestSites();
});

describe('redaktion verify, where plugins and theme of the old site are not installed', () => {
  test('builds without them, compares, and says what was left out and what that means', async () => {
    const { code, output } = await run(cli, ['verify', './gammal'], {
      cwd: site.root,
    });
    const [, top = ''] = /Left out of the old build.*\n([^]*?)\n {2}→ /.exec(output) ?? [];
    expect(top.replace(/ +/g, ' ').trim().split('\n ')).toEqual([
      'theme saknat-tema texts are compared under their title and date; what its layouts and files add is not in the old build; nothing is printed for hjalp.html',
      'plugin _plugins/trasig.rb what it makes is not in the old build (Ruby says: cannot load such file -- finns-inte)',
      'plugin jekyll-seo-tag `{% seo %}` prints nothing: titles and dates are compared where the page shows them',
      'plugin jekyll-redirect-from its redirects (redirect_from, redirect_to) are not in the old build, and not compared',
      'plugin jekyll-okand what it makes is not in the old build',
      'plugin jekyll/delad what it makes is not in the old build',
      'plugin jekyll-feed there is no feed in the old build: its address and ids of posts in feeds are not compared',
    ]);
    // Addresses, the title and date of a post whose layout is missing, its heading, and the words of both posts.
    expect(output).toMatch(/dates +1 +0 +0/);
    expect(output).toMatch(/heading ids +1 +0 +0/);
    expect(output).toMatch(/texts +2 +0 +0/);
    expect(output).not.toContain('is “Ett & två”');
    expect(output).toContain('Not all of the old site could be built here (7 left out, see the top).');
    // `om.html` alone, since the option `jekyllPages` is off.
    expect(output).toMatch(/1 lost/);
    expect(code).toBe(1);
  });

  test('builds a folder without settings', () => {
    const { site: old, leftOut } = readOldSite(
      createTestSite({ '_posts/2022-06-02-ett.md': post('title: Ett') }).root,
      {
        base: '/',
        note: () => {},
      },
    );
    expect([...old.pages.keys()]).toEqual(['/2022/06/02/ett.html']);
    expect(leftOut).toEqual([]);
  });

  test('has the list in --json too', async () => {
    const { output } = await run(cli, ['verify', './gammal', '--json'], {
      cwd: site.root,
    });
    const { leftOut } = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)) as Report;
    expect(leftOut).toContainEqual({
      kind: 'plugin',
      name: 'jekyll-feed',
      meaning: 'there is no feed in the old build: its address and ids of posts in feeds are not compared',
    });
    expect(leftOut).toHaveLength(7);
  });

  test('runs what is installed, of the Gemfile and of the site’s own', () => {
    buildWithJekyll(old(), join(site.root, '_site'));
    expect(site.source('_site/2022/06/02/ett.html')).toContain('<p>Text med egen text.</p>');
    expect(site.source('_site/2022/06/02/ett.html')).toContain('<p>finns</p>');
    expect(site.source('_site/2022/06/03/tre.html')).toContain('<p>finns</p>');
  });

  test('writes nothing into the owner’s folder', () => {
    // What Jekyll and its plugins need meanwhile lies in the system's folder, and goes away.
    process.env['TMPDIR'] = join(site.root, 'tmp');
    mkdirSync(join(site.root, 'tmp'));
    buildWithJekyll(old(), join(site.root, '_site'));
    delete process.env['TMPDIR'];
    const files = readdirSync(old(), { recursive: true, encoding: 'utf8' }).filter((name) => /\.|Gemfile/.test(name));
    expect(files.sort()).toEqual(Object.keys(jekyll).sort());
    expect(readdirSync(join(site.root, 'tmp'))).toEqual([]);
  });

  test('leaves nothing out of a site that has all it needs', () => {
    const { leftOut, text } = build(
      {
        '_config.yml': 'plugins: [jekyll-finns]',
        '_plugins/egen.rb': jekyll['_plugins/egen.rb'],
        '_posts/2022-06-02-ett.md': post('title: Ett', '{% egen %}'),
      },
      '2022/06/02/ett.html',
    );
    expect(leftOut).toEqual([]);
    expect(text).toContain('<p>egen text</p>');
    expect(text).toContain('<p>finns</p>');
  });

  test('marks the text of a page within its layouts: one that makes a list shows none', () => {
    const { text, source } = build(
      {
        '_config.yml': 'collections: { sidor: { output: true, permalink: /:path/ } }',
        '_layouts/lista.html': '<h1>Lista</h1><a href="/om">Om</a>',
        '_layouts/text.html': '<script>{{ content | jsonify }}</script><p>{{ content }}</p><a href="/om">Om</a>',
        '_layouts/annan.html': '<p>{{ page.content }}</p><a href="/om">Om</a>',
        '_layouts/visad.html': '<pre>{{ content | escape }}</pre><a href="/om">Om</a>',
        'visad.html': '---\nlayout: visad\n---\nett <två> tre',
        'lista.md': '---\nlayout: lista\n---\n',
        '_sidor/lista.liquid': '---\nlayout: lista\n---\n',
        '_posts/2022-06-02-annan.md': '---\nlayout: annan\n---\n[här](/har)',
        'text.md': '---\nlayout: text\n---\n<i>ett</i>\n\n[här](/har)',
        'a.html': '---\n---\n{% for page in site.pages %}{{ page.content }}{% endfor %}',
      },
      'a.html',
    );
    expect(text).not.toContain('<wbr');
    const factsOf = (page: string): unknown => pageFacts(source(page));
    expect(factsOf('lista.html')).toMatchObject({ titles: ['Lista'], links: [], words: 0, exact: false });
    expect(factsOf('2022/06/02/annan.html')).toMatchObject({ links: ['/har'], words: 1, exact: true });
    expect(factsOf('visad.html')).toMatchObject({ links: [], words: 3, exact: true });
    expect(factsOf('lista/index.html')).toMatchObject({ titles: ['Lista'], links: [], words: 0 });
    expect(factsOf('text.html')).toMatchObject({ links: ['/har'], words: 2, exact: true });
  });

  test('takes kramdown for a Markdown engine that is not there', () => {
    const { leftOut, text } = build(
      {
        '_config.yml': 'markdown: redcarpet',
        '_posts/2022-06-02-ett.md': post('title: Ett', 'Text.{:.x}'),
      },
      '2022/06/02/ett.html',
    );
    expect(leftOut).toEqual(['markdown redcarpet']);
    expect(text).toContain('<p>Text.{:.x}</p>');
  });

  test('names the plugin that a tag unknown to Jekyll belongs to, and what to do', () => {
    const { message, fix } = faultOf({
      '_config.yml': 'plugins: [jekyll-feed, jekyll-scholar]',
      '_posts/2022-06-02-ett.md': post('title: Ett', '{% bibliography %}'),
    });
    expect(message).toContain("Unknown tag 'bibliography'");
    expect(message).toContain('2022-06-02-ett.md');
    expect(fix).toBe(
      '`{% bibliography %}` is most likely a tag of `jekyll-scholar`, which is not installed here. Install what is missing (`bundle install` there), or name the folder of a site built before (_site), or its sitemap.xml.',
    );
  });

  test('blames no plugin where all are there', () => {
    const { message, fix } = faultOf({
      '_config.yml': 'plugins: [jekyll-finns]',
      '_posts/2022-06-02-ett.md': post('title: Ett', '{% seo %}'),
    });
    expect(message).toContain("Unknown tag 'seo'");
    expect(fix).toBe('Mend what it names, or name the folder of a site built before (_site), or its sitemap.xml.');
    const broken = faultOf({ '_config.yml': 'plugins: [jekyll-feed\n' });
    expect(broken.message).toContain('_config.yml: did not find expected');
  });

  test('takes the bundle of the site where it is installed', () => {
    const other = createTestSite({
      'plugg/plugg.gemspec':
        'Gem::Specification.new { |s| s.name = "plugg"; s.version = "1.0"; s.summary = "x"; s.authors = ["x"] }',
      'plugg/lib/plugg.rb': readFileSync(join(library, 'jekyll-finns.rb'), 'utf8').replace('finns', 'ur bunten'),
      Gemfile: 'source "https://rubygems.org"\ngem "jekyll"\ngem "plugg", path: "plugg", group: :jekyll_plugins\n',
      '_config.yml': 'exclude: [plugg]\n',
      '_posts/2022-06-02-ett.md': post('title: Ett'),
    });
    const built = (): string => {
      expect(buildWithJekyll(other.root, join(other.root, '_site'))).toEqual(missing);
      return other.source('_site/2022/06/02/ett.html');
    };
    // Never installed: Jekyll of the machine is taken, and no lock is written.
    let missing = [
      {
        kind: 'plugin',
        name: 'plugg',
        meaning: 'what it makes is not in the old build',
      },
    ];
    expect(built()).not.toContain('ur bunten');
    expect(other.has('Gemfile.lock')).toBe(false);
    execFileSync('bundle', ['lock', '--local'], { cwd: other.root });
    const lock = other.source('Gemfile.lock');
    missing = [];
    expect(built()).toContain('<p>ur bunten</p>');
    expect(other.source('Gemfile.lock')).toBe(lock);
  });
});
