import { afterAll, expect, test } from 'vitest';
import { compareWarmAndCold } from '../helpers/edits.ts';
import { config, createTestSite, post, removeTestSites } from '../helpers/site.ts';

afterAll(removeTestSites);

test('a build on what the last one left is the same as one from nothing, byte for byte', async () => {
  expect(await compareWarmAndCold({ edits: 6, seed: 8 })).toEqual([]);
}, 300_000);

test('only pages of which something has changed are rendered', async () => {
  const posts = Array.from({ length: 12 }, (_, index): [string, string] => [
    `_posts/2022-06-${String(index + 1).padStart(2, '0')}-inlagg.md`,
    post(`title: Inlägg ${index + 1}\ntags: [t${index % 3}]`, 'Text.\n\n<!--more-->\n\nMer.'),
  ]);
  const site = createTestSite({ ...Object.fromEntries(posts), 'astro.config.mjs': config('{ postsPerPage: 2 }') });
  const counts = async (environment = {}): Promise<[number, number]> => {
    const { code, output } = await site.build(environment);
    expect(code, output).toBe(0);
    const [, all, unchanged] = /Wrote (\d+) files, (\d+) of them unchanged/.exec(output) ?? [];
    return [Number(all), Number(unchanged)];
  };
  const [all, none] = await counts();
  expect(none).toBe(0);
  expect(all).toBeGreaterThan(30);
  // From another shell or script: Astro writes the name of the command that was called into the bundle.
  expect(await counts({ _: '/usr/bin/another' })).toEqual([all, all]);
  site.write('_posts/2022-06-01-inlagg.md', post('title: Inlägg 1\ntags: [t0]', 'Text.\n\n<!--more-->\n\nNytt.'));
  const [, unchanged] = await counts();
  expect(unchanged).toBeLessThan(all);
  expect(unchanged).toBeGreaterThan(all / 2);
  expect(site.read('2022/06/01/inlagg.html')).toContain('Nytt.');
});

test('a change in an include, or in data that it reads, reaches the posts that use it and no other', async () => {
  const site = createTestSite({
    'astro.config.mjs': config(),
    '_includes/hej.md': '{% include inre.md ord="Hej" %}\n',
    '_includes/inre.md': '{{ include.ord }}, {{ site.data.namn.namn }}',
    '_data/namn.yml': 'namn: Åsa\n',
    '_posts/2022-06-01-med.md': post('title: Med', '{% include hej.md %}'),
    '_posts/2022-06-02-utan.md': post('title: Utan', 'Hej, alla.'),
  });
  const pages = async (): Promise<string[]> => {
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    return ['med', 'utan'].map((name) => site.read(`2022/06/0${name === 'med' ? 1 : 2}/${name}.html`));
  };
  const [with1, without] = await pages();
  expect(with1).toContain('Hej, Åsa');
  site.write('_includes/inre.md', '{{ include.ord }} då, {{ site.data.namn.namn }}');
  const [with2, same] = await pages();
  expect(with2).toContain('Hej då, Åsa');
  expect(same).toBe(without);
  site.write('_data/namn.yml', 'namn: Örjan\n');
  expect((await pages())[0]).toContain('Hej då, Örjan');
});

test('a page printed past Astro has the same bytes as one that passes the owner’s middleware, and middleware gets all', async () => {
  const body =
    'Ett.\n\n<!--more-->\n\n{% include toc.md %}\n\n## A\n\n```js\n1;\n```\n\n## B\n\nNot.[^1]\n\n[^1]: Här.';
  const site = createTestSite({
    'astro.config.mjs': config("{ postsPerPage: 2, navigation: [{ label: 'Om', href: '/om/' }] }"),
    '_posts/2022-06-01-a.md': post('title: A & "b"\ntags: [x, y]\nauthor: Åsa\nseries: S\ncategories: [k]', body),
    '_posts/2022-06-02-b.md': post('title: B\ntags: [x]\nseries: S\nupdated: 2023-01-01', body),
    '_posts/2022-06-03-c.md': post('title: C\nlayout: note', body),
    '_posts/2022-06-04-d.md': post('title: D\ntags: [x]', '::video{src="76979871?h=8272103f6e" title="Film"}'),
    'src/pages/om.astro':
      '---\nimport Shell from "astro-redaktion/layouts/Shell.astro";\n---\n<Shell title="Om">{Astro.url.pathname}</Shell>',
  });
  let short = '';
  const pages = async (): Promise<Map<string, string>> => {
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    short = /(\d+) the short way/.exec(output)?.[1] ?? '';
    const names = Object.keys(site.snapshot()).filter((name) => name.endsWith('.html'));
    return new Map(names.map((name) => [name, site.read(name).replace(/_astro\/[\w.-]+/g, '_astro/x')]));
  };
  const direct = await pages();
  expect(direct.size).toBeGreaterThan(15);
  expect(Number(short)).toBeGreaterThan(15);
  const mark = '<!-- seen -->';
  site.write(
    'src/middleware.ts',
    `export const onRequest = async (_, next) => {
      const answer = await next();
      if (!answer.headers.get('content-type')?.includes('html')) return answer;
      return new Response(await answer.text() + '${mark}', answer);
    };`,
  );
  const passed = await pages();
  expect(short).toBe('0');
  for (const [name, html] of passed) expect(html, name).toBe(`${direct.get(name)}${mark}`);
  expect(passed.size).toBe(direct.size);
});
