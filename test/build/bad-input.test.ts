import { afterAll, describe, expect, test } from 'vitest';
import { config, createTestSite, post, removeTestSites } from '../helpers/site.ts';

afterAll(removeTestSites);

const good = { '_posts/2022-06-02-a.md': post('title: A') };

/** Each case: what is wrong, the files that make it so, and what the message must hold. */
const CASES: [string, Record<string, string>, (string | RegExp)[]][] = [
  [
    'an unknown option',
    { 'astro.config.mjs': config("{ titel: 'X' }") },
    ['there is no option `titel`', 'Did you mean `title`?'],
  ],
  ['a wrong option value', { 'astro.config.mjs': config('{ postsPerPage: 0 }') }, ['postsPerPage', 'it is 0']],
  [
    'front matter of the wrong type',
    { '_posts/2022-06-03-b.md': post('title: B\nimage: 3') },
    ['_posts/2022-06-03-b.md', '3:1', '`image`', 'it is 3'],
  ],
  [
    'a picture that does not exist',
    {
      'public/assets/ide.jpg': '',
      '_posts/2022-06-03-b.md': post('title: B\nimage: { path: /assets/idee.jpg, alt: "" }'),
    },
    ['_posts/2022-06-03-b.md', '3:', '/assets/idee.jpg', 'Did you mean "/assets/ide.jpg"?'],
  ],
  [
    'a date that does not exist',
    { '_posts/2022-06-03-b.md': post('title: B\ndate: 2022-02-31') },
    ['_posts/2022-06-03-b.md', '3:', '2022-02-31'],
  ],
  [
    'a post without title',
    { '_posts/2022-06-03-b.md': post('description: B') },
    ['_posts/2022-06-03-b.md', 'no title'],
  ],
  [
    'two posts with one address',
    { '_posts/2022-06-02-a.markdown': post('title: B') },
    ['2022-06-02-a.md', '2022-06-02-a.markdown', '/2022/06/02/a.html'],
  ],
  [
    'a missing content config',
    { 'src/content.config.ts': '' },
    ["export { collections } from 'astro-redaktion/collections';"],
  ],
  [
    'an unclosed Liquid block',
    { '_posts/2022-06-03-b.md': post('title: B', '{% if true %} x') },
    ['_posts/2022-06-03-b.md', '5:', 'if'],
  ],
  [
    'an unknown Liquid tag',
    { '_posts/2022-06-03-b.md': post('title: B', 'Text\n\n{% youtube abc %}') },
    ['_posts/2022-06-03-b.md', '7:', 'youtube'],
  ],
  ['broken YAML', { '_posts/2022-06-03-b.md': post('title: A: B') }, ['_posts/2022-06-03-b.md', '2:']],
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
  test.each(CASES)('%s', async (_name, files, messages) => {
    const site = createTestSite(good);
    const first = await site.build();
    expect(first.output).toContain('Complete!');
    const before = site.snapshot();
    expect(Object.keys(before)).toContain('2022/06/02/a.html');
    for (const [path, text] of Object.entries(files)) site.write(path, text);
    const { code, output } = await site.build();
    expect(code).toBe(1);
    for (const message of messages) expect(output).toMatch(typeof message === 'string' ? escaped(message) : message);
    expect(site.snapshot()).toEqual(before);
  });

  test('all problems of a run are listed together', async () => {
    const site = createTestSite({
      '_posts/2022-06-02-a.md': post('description: A'),
      '_posts/2022-06-03-b.md': post('title: B\ndate: nästa torsdag'),
      '_posts/2022-06-04-c.md': post('title: C', '{% nosuch %}'),
    });
    const { code, output } = await site.build();
    expect(code).toBe(1);
    for (const file of ['2022-06-02-a.md', '2022-06-03-b.md', '2022-06-04-c.md']) expect(output).toContain(file);
    expect(output).toContain('3 problems');
  });

  test('a missing content config file stops the first build, too', async () => {
    const site = createTestSite(good);
    site.remove('src/content.config.ts');
    const { code, output } = await site.build();
    expect(code).toBe(1);
    expect(output).toContain('src/content.config.ts is missing');
  });
});

function escaped(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}
