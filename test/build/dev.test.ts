import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { config, createTestSite, plainEnvironment, post, removeTestSites, repository } from '../helpers/site.ts';

afterAll(removeTestSites);

const SQUARES =
  '{"type":"Topology","arcs":[[[1,0],[1,1]],[[1,1],[0,1],[0,0],[1,0]],[[1,0],[2,0],[2,1],[1,1]]],"objects":{"rutor":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[-2,-1]],"properties":{"namn":"Väst"}},{"type":"Polygon","arcs":[[0,-3]],"properties":{"namn":"Öst"}}]}}}';

test('dev shows what is held back, marked and in no list, and a change of post or registry at the next request', async () => {
  const site = createTestSite({
    'astro.config.mjs': config(
      "{ sharePictures: true, map: { files: { rutor: './kartor/rutor.topo.json' } } }",
      "site: 'https://exempel.se', trailingSlash: 'always',",
    ),
    '_posts/2022-06-07-g.md': post('title: G\npermalink: /g'),
    '_data/tags.yml': 'mt: Medicinteknik\n',
    '_posts/2022-06-01-a.md': post('title: Ute\ntags: mt\nkarta: true'),
    '_posts/2022-06-02-b.md': post('title: Utkastet\ntags: mt\ndraft: true'),
    '_posts/2022-06-05-e.md': post('title: E', '::karta{map=rutor values="Väst: 1; Öst: 9"}'),
    'kartor/rutor.topo.json': SQUARES,
    '_includes/hej.md': 'Hej, {{ include.namn }}',
    '_posts/2022-06-06-f.md': post('title: F', '{% include hej.md namn="Åsa" %}'),
    '_posts/2099-06-03-c.md': post('title: Framtiden\ntags: mt'),
  });
  const astro = join(repository, 'node_modules/.bin/astro');
  const server = spawn(process.execPath, [astro, 'dev', '--port', '0', '--host', '127.0.0.1'], {
    cwd: site.root,
    env: plainEnvironment(),
  });
  try {
    let output = '';
    for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (output += text));
    const origin = await until(async () => /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0]);
    const text = async (path: string) => (await fetch(origin + path)).text();

    expect(await text('/2022/06/02/b.html')).toContain('Utkast: syns inte på den publicerade sajten');
    expect(await text('/2099/06/03/c.html')).toContain('Publiceras 3 juni 2099');
    // Each post at its own address, however the owner lets the site's other pages end.
    expect((await fetch(`${origin}/g`)).status).toBe(200);
    const list = await text('/artiklar/');
    expect(list).toContain('Ute');
    expect(list).not.toMatch(/Utkastet|Framtiden/);

    // A share picture is drawn when it is asked for; one that no page has is not there.
    const shared = /property="og:image" content="https:\/\/exempel\.se([^"]+)"/.exec(
      await text('/2022/06/01/a.html'),
    )?.[1];
    const picture = await fetch(origin + shared);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(5000);
    expect((await fetch(`${origin}/share/annan.png`)).status).toBe(404);

    // So is a picture that the feed shows in the place of a drawing.
    const [, map = ''] = /<img src="https:\/\/exempel\.se([^"]+)" alt="Karta/.exec(await text('/feed.xml')) ?? [];
    const drawn = await fetch(origin + map);
    expect([map.slice(0, 6), drawn.status, drawn.headers.get('content-type')]).toEqual(['/maps/', 200, 'image/png']);
    expect((await fetch(`${origin}/maps/%2e%2e/%2e%2e/posts.json`)).status).toBe(404);

    site.write('_data/tags.yml', 'mt: Medtech\n');
    await until(async () => (await text('/2022/06/01/a.html')).includes('/tags/medtech/') || undefined);
    site.write('_posts/2022-06-02-b.md', post('title: Utkastet\ntags: mt'));
    await until(async () => (await text('/artiklar/')).includes('Utkastet') || undefined);

    // A post that includes a file hangs on it.
    const greeting = () => text('/2022/06/06/f.html');
    expect(await greeting()).toContain('Hej, Åsa');
    site.write('_includes/hej.md', 'Hej då, {{ include.namn }}');
    await until(async () => ((await greeting()).includes('Hej då, Åsa') ? true : undefined));

    // Outlines of the owner's, from a folder that nobody watches for anything else.
    const maps = async () => text('/2022/06/05/e.html');
    expect(await maps()).toContain('Väst');
    site.write('kartor/rutor.topo.json', SQUARES.replace('"Väst"', '"Annan"'));
    await until(async () => (/Väst/.test(output) ? true : undefined));
    site.write('_posts/2022-06-05-e.md', post('title: E', '::karta{map=rutor values="Annan: 1; Öst: 9"}'));
    await until(async () => ((await maps()).includes('Annan') ? true : undefined));

    // A picture that comes while dev runs, in a post that names it already, and one that comes with the post.
    const photo = readFileSync(join(repository, 'example-site/public/assets/images/post-head/500/ide.jpg'));
    site.write(
      '_posts/2022-06-04-d.md',
      post('title: D\nimage: { path: ny.jpg, alt: Ny }', '![Text](/bilder/sen.jpg)'),
    );
    const page = () => text('/2022/06/04/d.html');
    writeFileSync(join(site.root, '_posts/ny.jpg'), photo);
    mkdirSync(join(site.root, 'public/bilder'), { recursive: true });
    writeFileSync(join(site.root, 'public/bilder/sen.jpg'), photo);
    await until(async () => ((await page()).match(/<picture\b/g)?.length === 2 ? true : undefined));
    rmSync(join(site.root, '_posts/ny.jpg'));
    await until(async () => (/ny\.jpg" does not exist/.test(output) ? true : undefined));
  } finally {
    server.kill();
  }
});

/** Asks until there is an answer; gives up after half a minute. */
async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 150; tries++) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('There was no answer within half a minute.');
}
