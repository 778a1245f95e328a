import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, expect, test } from 'vitest';
import { ODD_PICTURES } from '../helpers/odd-pictures.ts';
import { config, createTestSite, post, removeTestSites, repository } from '../helpers/site.ts';

afterAll(removeTestSites);

const PHOTO = join(repository, 'example-site/public/assets/images/post-head/500/ide.jpg');

test('a photo from public/ or beside the post comes in the sizes that screens ask for, in every build', async () => {
  const site = createTestSite({
    '_posts/2022-06-01-a.md': post('title: A\nimage: { path: /assets/ide.jpg, alt: "" }'),
    '_posts/2022-06-02-b.md': post('title: B\nimage: { path: bild.jpg, alt: Ett fyrtorn, caption: Fyren }'),
    '_posts/2022-06-03-c.md': post('title: C\nimage: { path: "https://example.se/c.jpg", alt: C }'),
  });
  mkdirSync(join(site.root, 'public/assets'), { recursive: true });
  copyFileSync(PHOTO, join(site.root, 'public/assets/ide.jpg'));
  copyFileSync(PHOTO, join(site.root, '_posts/bild.jpg'));
  for (const turn of ['first', 'second']) {
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    expect(output).not.toContain('no alt text');
    for (const [path, alt] of [
      ['2022/06/01/a.html', 'alt'],
      ['2022/06/02/b.html', 'alt="Ett fyrtorn"'],
    ] as const) {
      const picture = /<picture>.*<\/picture>/.exec(site.read(path))?.[0] ?? '';
      expect(picture).toMatch(/type="image\/avif".*type="image\/webp".*<img /);
      expect(picture).toContain(` ${alt} `);
      expect(picture).toContain('loading="eager" fetchpriority="high"');
      expect(picture).toContain('width="1000" height="560"');
      expect(picture).not.toContain('style=');
      const files = [...picture.matchAll(/\/(_astro\/\S+) \d+w/g)].map(([, file]) => file ?? '');
      expect(files).toHaveLength(9);
      expect(
        files.filter((file) => !existsSync(join(site.root, 'dist', file))),
        turn,
      ).toEqual([]);
    }
    expect(site.read('sitemap-0.xml').match(/<image:loc>[^<]*/g)).toHaveLength(3);
    // Previews and structured data get the measures; of a photo beside the post, a copy of its own.
    for (const [path, url] of [
      ['2022/06/01/a.html', 'https://exempel.se/assets/ide.jpg'],
      ['2022/06/02/b.html', 'https://exempel.se/_astro/'],
    ] as const) {
      const html = site.read(path);
      const shared = /property="og:image" content="([^"]*)"/.exec(html)?.[1] ?? '';
      expect(shared.startsWith(url), shared).toBe(true);
      expect(existsSync(join(site.root, 'dist', new URL(shared).pathname))).toBe(true);
      expect(html).toContain('<meta property="og:image:width" content="1000"');
      expect(html).toContain(`"contentUrl":"${shared}","width":"1000","height":"560"`);
    }
    expect(site.read('2022/06/02/b.html')).toContain('<figcaption>Fyren</figcaption>');
    expect(site.read('2022/06/03/c.html')).toContain('src="https://example.se/c.jpg"');
    expect(existsSync(join(site.root, 'dist/assets/ide.jpg'))).toBe(true);
  }
});

test('pictures in a text come so, too: in excerpts, blocks, MDX, with captions, colours and measures', async () => {
  const body = [
    '![En ruta](./ruta.svg) och ![a](/assets/ide.jpg)',
    '![Fyr](en%20bild.jpg "Fyren & <havet>")',
    '<!--more-->',
    '[![Länk](/assets/ide.jpg)](https://e.se)',
    '::figure{src="/assets/ide.jpg" alt="F"}',
    '<img src="/assets/liten.png" alt="" width="20">',
  ].join('\n\n');
  const site = createTestSite({
    'astro.config.mjs': config('{ zoom: true }'),
    '_posts/2022-06-01-a.md': post('title: A', body),
    '_posts/2022-06-02-b.md': post('title: B', 'Inget här.'),
    '_posts/2022-06-03-m.mdx': post('title: M', '![Ruta](./ruta.svg)\n\n![Fyr](./en%20bild.jpg)'),
    '_posts/ruta.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z"/></svg>',
  });
  mkdirSync(join(site.root, 'public/assets'), { recursive: true });
  for (const path of ['public/assets/ide.jpg', '_posts/en bild.jpg']) copyFileSync(PHOTO, join(site.root, path));
  // Half of it is not there: no colour shows through.
  writeFileSync(join(site.root, 'public/assets/liten.png'), PNG.sync.write(new PNG({ width: 8, height: 4 })));
  for (const _turn of ['first', 'second']) {
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    expect(output).not.toContain('warning');
    const page = site.read('2022/06/01/a.html');
    const text = /class="e-content[^]*<footer/.exec(page)?.[0] ?? '';
    expect(text.match(/<picture>/g)).toHaveLength(5);
    expect(text.match(/loading="lazy"/g)).toHaveLength(6);
    expect(text).not.toMatch(/fetchpriority|ASTRO_IMAGE|style=/);
    expect(text).toMatch(/<img src="\/_astro\/ruta\.[^"]+\.svg" alt="En ruta" width="40" height="20"/);
    expect(text.match(/<path fill="#[\da-f]{6}"/g)).toHaveLength(4);
    expect(text).toMatch(/<figure>.*alt="Fyr".*<figcaption>Fyren &amp; &lt;havet&gt;<\/figcaption><\/figure>/s);
    // Opens large: three of them; the one in a link leads elsewhere, the block has its own way.
    expect(text.match(/class="rd-zoom" href="\/_astro\/[^"]+\.webp"/g)).toHaveLength(2);
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(site.read('2022/06/02/b.html')).not.toContain('<script type="module"');
    expect(site.read('2022/06/03/m.html').match(/<picture>/g)).toHaveLength(1);
    const home = site.read('index.html');
    expect(home.match(/<picture>/g)?.length).toBeGreaterThanOrEqual(2);
    expect(home).not.toContain('ASTRO_IMAGE');
    // Every address of every page and feed leads to a file.
    const all = ['2022/06/01/a.html', '2022/06/03/m.html', 'index.html', 'feed.json', 'sitemap-0.xml']
      .map(site.read)
      .join();
    const files = new Set(
      [...all.matchAll(/\/(_astro\/[\w.-]+\.(?:avif|webp|jpg|png|svg))/g)].map(([, file]) => file ?? ''),
    );
    expect(files.size).toBeGreaterThan(10);
    expect([...files].filter((file) => !site.exists(file))).toEqual([]);
    expect(site.read('feed.json')).toMatch(/alt=\\"Fyr\\" src=\\"https:\/\/exempel\.se\/_astro\/ide\.[\w-]+\.jpg\\"/);
  }
});

test('pictures unlike ours keep their shape: portrait, turned by EXIF, in four inks, transparent, moving', async () => {
  const names = Object.keys(ODD_PICTURES);
  const text = names.map((name) => `![${name}](/bilder/på%20ön/${name})`).join('\n\n');
  const site = createTestSite({
    '_posts/2022-06-01-a.md': post('title: A', text),
    '_posts/2022-06-02-b.md': post('title: B\nimage: { path: /bilder/på ön/turned.jpg, alt: Hög }'),
  });
  mkdirSync(join(site.root, 'public/bilder/på ön'), { recursive: true });
  for (const name of names) writeFileSync(join(site.root, 'public/bilder/på ön', name), ODD_PICTURES[name] ?? '');
  for (const turn of ['first', 'second']) {
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    const page = site.read('2022/06/01/a.html');
    const measures = Object.fromEntries(
      [...page.matchAll(/<img [^>]*alt="([a-z]+\.[a-z]+)"[^>]*>/g)].map(([img, name]) => [
        name,
        `${/width="(\d+)"/.exec(img)?.[1]}×${/height="(\d+)"/.exec(img)?.[1]}`,
      ]),
    );
    expect(measures).toEqual({
      'portrait.jpg': '300×900',
      'turned.jpg': '300×600',
      'cmyk.jpg': '200×100',
      'clear.png': '120×120',
      'moving.gif': '40×30',
    });
    // One that moves is left as it is, and through a clear one no colour shows.
    expect(page.match(/<picture>/g)).toHaveLength(4);
    expect(page.match(/<path fill="#[\da-f]{6}"/g)).toHaveLength(3);
    // The lead story's picture is the first that a reader sees on the home page.
    const home = site.read('index.html');
    expect(home.match(/fetchpriority="high"/g)).toHaveLength(1);
    const files = [page, home].join().matchAll(/\/(_astro\/[\w.-]+\.(?:avif|webp|jpg|png|gif))/g);
    const missing = [...files].map(([, file]) => file ?? '').filter((file) => !site.exists(file));
    expect(missing, turn).toEqual([]);
  }
});
