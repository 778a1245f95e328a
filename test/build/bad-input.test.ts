import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { config, createTestSite, post, removeTestSites, type TestSite } from '../helpers/site.ts';

const good = { '_posts/2022-06-02-a.md': post('title: A') };

/** Posts that are wrong, each in its own way: source, and what must be said of it. */
const POSTS: Record<string, [source: string, messages: (string | RegExp)[]]> = {
  'front matter of the wrong type': [post('title: B\nimage: 3'), ['3:1', '`image`', 'it is 3']],
  'a picture that does not exist': [
    post('title: B\nimage: { path: /assets/idee.jpg, alt: "" }'),
    ['3:', '/assets/idee.jpg', 'Did you mean "/assets/ide.jpg"?'],
  ],
  'a folder for a picture': [
    post('title: B\nimage: { path: /assets/, alt: "" }', '![b](/assets)'),
    ['3:', '"/assets/" does not exist', '"/assets" does not exist'],
  ],
  'a date that does not exist': [post('title: B\ndate: 2022-02-31'), ['3:', '2022-02-31']],
  'a date that is none': [post('title: B\ndate: nästa torsdag'), ['3:', 'nästa torsdag']],
  'no title': [post('description: B'), ['no title']],
  'an empty title': [post('title: " "'), ['2:1', 'no title']],
  'an address of an author that is a script': [
    post('title: B\nauthor: { name: Bo, url: "javascript:alert(1)" }'),
    ['3:1', '`author`', 'javascript:alert(1)'],
  ],
  'an unclosed Liquid block': [post('title: B', '{% if true %} x'), ['5:', 'if']],
  'an unknown Liquid tag': [post('title: B', 'Text\n\n{% youtube abc %}'), ['7:', 'youtube']],
  'broken YAML': [post('title: A: B'), ['2:']],
};
const NAMES = Object.keys(POSTS);
const fileOf = (name: string): string => `2022-06-03-p${NAMES.indexOf(name)}.md`;

/** What is wrong with the whole: the files that make it so, and what the message must hold. */
const WHOLE: [string, Record<string, string>, (string | RegExp)[]][] = [
  [
    'options',
    { 'astro.config.mjs': config("{ titel: 'X', postsPerPage: 0, timezone: 'Europe/Stokholm', lang: 'a b' }") },
    [
      '4 problems',
      'there is no option `titel`',
      'Did you mean `title`?',
      /postsPerPage.*it is 0/,
      'did you mean Europe/Stockholm?; it is "Europe/Stokholm"',
      /`lang`: must be a language by BCP 47/,
    ],
  ],
  [
    'two posts with one address',
    { '_posts/2022-06-02-a.markdown': post('title: B') },
    ['2022-06-02-a.md', '2022-06-02-a.markdown', '/2022/06/02/a.html'],
  ],
  [
    'a content config without our collections',
    { 'src/content.config.ts': '' },
    ["export { collections } from 'astro-redaktion/collections';"],
  ],
  [
    'an unknown service',
    {
      'astro.config.mjs': config('{ plugins: [inera()] }', undefined, "import inera from 'redaktion-inera';"),
      'package.json': JSON.stringify({
        name: 'site',
        type: 'module',
        dependencies: { astro: '*', 'astro-redaktion': '*', 'redaktion-inera': '*' },
      }),
      '_posts/2022-06-03-b.mdx': post(
        'title: B',
        'import ServiceCard from \'redaktion-inera/components/ServiceCard.astro\';\n\n<ServiceCard id="webcrt" />',
      ),
    },
    ['there is no service `webcrt`', 'Did you mean `webcert`?'],
  ],
];

describe('bad input stops the build and leaves the last good site', () => {
  let site: TestSite;
  let before: ReturnType<TestSite['snapshot']>;
  let sources: Record<string, string>;

  beforeAll(async () => {
    site = createTestSite({ ...good, 'public/assets/ide.jpg': '' });
    const { output } = await site.build();
    expect(output).toContain('Complete!');
    before = site.snapshot();
    expect(Object.keys(before)).toContain('2022/06/02/a.html');
    sources = Object.fromEntries(
      ['package.json', 'astro.config.mjs', 'src/content.config.ts'].map((path) => [path, site.source(path)]),
    );
  });
  beforeEach(() => {
    site.remove('_posts');
    for (const [path, text] of Object.entries({ ...sources, ...good })) site.write(path, text);
  });
  afterAll(removeTestSites);

  test('posts, all told of together', async () => {
    for (const name of NAMES) site.write(`_posts/${fileOf(name)}`, POSTS[name]?.[0] ?? '');
    const { code, output } = await site.build();
    expect(code).toBe(1);
    // One of each, and two of the folder.
    expect(output).toContain(`${NAMES.length + 1} problems`);
    for (const name of NAMES) {
      const [, said = ''] = output.split(`_posts/${fileOf(name)}\n`);
      const own = said.split('\n\n')[0] ?? '';
      for (const message of POSTS[name]?.[1] ?? []) expect(own, name).toMatch(pattern(message));
    }
    expect(site.snapshot()).toEqual(before);
  });

  test.each(WHOLE)('%s', async (_name, files, messages) => {
    for (const [path, text] of Object.entries(files)) site.write(path, text);
    const { code, output } = await site.build();
    expect(code).toBe(1);
    for (const message of messages) expect(output).toMatch(pattern(message));
    expect(site.snapshot()).toEqual(before);
  });

  test('a missing content config', async () => {
    site.remove('src/content.config.ts');
    const { code, output } = await site.build();
    expect(code).toBe(1);
    expect(output).toContain('src/content.config.ts is missing');
    expect(site.snapshot()).toEqual(before);
  });

  test('a text that is not UTF-8', async () => {
    writeFileSync(
      join(site.root, '_posts/2022-06-03-latin.md'),
      Buffer.from('---\ntitle: Bl\xe5b\xe4r\n---\n', 'latin1'),
    );
    const { code, output } = await site.build();
    expect(code).toBe(1);
    expect(output).toMatch(/_posts\/2022-06-03-latin\.md\n.*not UTF-8/);
    expect(site.snapshot()).toEqual(before);
  });
});

function pattern(text: string | RegExp): RegExp {
  return typeof text === 'string' ? new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : text;
}
