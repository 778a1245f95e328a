import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { config, createTestSite, post, removeTestSites, type TestSite } from '../helpers/site.ts';

afterAll(removeTestSites);

const TAGS = `# Sajtens taggar
teknik:
  label: Teknik
  description: "Allt om *teknik*."
medtech:
  label: Medicinteknik
  aliases: [Medicinsk teknik, MT]
  parent: teknik
  colour: '#0a7d57'
  description: Om **medicinteknik** & annat.
  locales:
    en:
      label: Medical devices
      slug: devices
`;
const AUTHORS = `eva:
  name: Eva Ek
  bio: "Skriver om [vård](https://example.se/)."
  link: https://eva.example/
  email: eva@example.se
`;
const POSTS = {
  '_posts/2022-06-01-a.md': post('title: Första\ntags: MT\nauthor: eva'),
  '_posts/2022-06-02-b.md': post('title: Andra\ntags: [medicinsk_teknik, Övrigt]\nauthors: [Eva Ek, eva]'),
};

describe('registries', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = createTestSite({ ...POSTS, '_data/tags.yml': TAGS, '_data/authors.yml': AUTHORS });
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
  });

  test('give tags and authors their names, texts and places', async () => {
    const tag = site.read('tags/medicinteknik/index.html');
    expect(tag).toContain('<p>Om <strong>medicinteknik</strong> &amp; annat.</p>');
    expect(tag).toContain('<meta name="description" content="Om medicinteknik &amp; annat."');
    expect(tag).toMatch(/Del av[\s\S]*href="\/tags\/teknik\/"/);
    for (const title of ['Första', 'Andra']) expect(tag).toContain(`>${title}</a>`);
    expect(site.read('tags/teknik/index.html')).toMatch(/<em>teknik<\/em>[\s\S]*href="\/tags\/medicinteknik\/"/);
    const author = site.read('av/eva-ek/index.html');
    expect(author).toContain('<p>Skriver om <a href="https://example.se/">vård</a>.</p>');
    expect(author).toContain('href="https://eva.example/"');
    expect(site.read('av/eva-ek/feed.xml')).toContain('<title>Andra</title>');
    expect(site.read('2022/06/02/b.html').match(/href="\/av\/eva-ek\/"/g)).not.toBeNull();
  });

  test('make a change of theirs show at the next build', async () => {
    site.write('_data/tags.yml', TAGS.replace('label: Medicinteknik', 'label: Medtech'));
    await site.build();
    expect(site.read('tags/medtech/index.html')).toContain('Medtech');
    expect(site.read('2022/06/01/a.html')).toContain('href="/tags/medtech/"');
    expect(site.exists('tags/medicinteknik/index.html')).toBe(false);
  });

  test('are read from the Jekyll site, or from where an option says, or not at all', async () => {
    const jekyll = createTestSite({
      'astro.config.mjs': config("{ jekyll: './gammal', registries: { authors: './personer.json' } }"),
      'gammal/_config.yml': 'data_dir: uppgifter\n',
      'gammal/uppgifter/tags.yml': 'mt: Medicinteknik\n',
      'personer.json': '[{ "key": "eva", "name": "Eva Ek" }]',
      'gammal/_posts/2022-06-01-a.md': post('title: A\ntags: mt\nauthor: eva'),
    });
    const first = await jekyll.build();
    expect(first.code, first.output).toBe(0);
    expect(jekyll.read('tags/medicinteknik/index.html')).toContain('Medicinteknik');
    expect(Object.keys(jekyll.snapshot())).toContain('av/eva-ek/index.html');

    const none = createTestSite({
      'astro.config.mjs': config('{ registries: { tags: false } }'),
      '_data/tags.yml': 'something: [else]\n',
      '_posts/2022-06-01-a.md': post('title: A\ntags: x'),
    });
    expect((await none.build()).code).toBe(0);
  });

  test('hold tags to theirs when asked, with the nearest one, file, line and column', async () => {
    const held = createTestSite({
      'astro.config.mjs': config("{ tags: 'suggest' }"),
      '_data/tags.yml': TAGS,
      '_posts/2022-06-01-a.md': post('title: A\ntags:\n  - Teknik\n  - Medicinteknk'),
    });
    const warned = await held.build();
    expect(warned.code, warned.output).toBe(0);
    expect(warned.output).toContain('5:5 warning the tag “Medicinteknk” is not in _data/tags.yml.');
    expect(warned.output).toContain('Did you mean “Medicinteknik”?');
    held.write('astro.config.mjs', config("{ tags: 'strict' }"));
    const stopped = await held.build();
    expect(stopped.code).toBe(1);
    expect(stopped.output).toContain('5:5 error the tag “Medicinteknk” is not in _data/tags.yml.');
  });

  test('and posts that are wrong are all told of together, with their lines, and stop the build', async () => {
    const before = site.snapshot();
    site.write(
      '_data/tags.yml',
      `${TAGS}ett:\n  parent: tva\ntva:\n  parent: ett\nbarn:\n  parent: Teknk\nannan:\n  aliases:\n    - MT\nfel:\n  colour: [1]\n`,
    );
    site.write('_posts/2022-06-03-c.md', post('title: C\nauthor: Evva'));
    site.write('_posts/2022-06-04-d.md', post('title: D\nexpires: 2022-06-01'));
    site.write('_posts/2022-06-05-e.md', post('title: E\nseries:\n  name: Serien\n  part: 3'));
    site.write('_posts/2022-06-06-f.md', post('title: F\nseries: { name: Serien, part: 3 }'));
    const { code, output } = await site.build();
    expect(code).toBe(1);
    expect(output).toContain('7 problems');
    for (const expected of [
      '16:1 error the parents go in a circle: ett → tva → ett.',
      '20:1 error the parent “Teknk” of `barn` is not in this file.',
      '22:1 error the name “MT” belongs to both `medtech` (line 5) and `annan`.',
      '25:1 error `colour` of `fel` must be a text; it is [1].',
      '3:9 error the author “Evva” is not in _data/authors.yml.',
      '3:1 error `expires` is 2022-06-01, but the post is dated 2022-06-04',
      '3:1 error part 3 of the series “Serien” is also _posts/2022-06-05-e.md.',
    ])
      expect(output).toContain(expected);
    expect(output).toContain('Did you mean “Teknik”?');
    expect(site.snapshot()).toEqual(before);
  });
});
