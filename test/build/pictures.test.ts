import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createTestSite, post, removeTestSites, repository } from '../helpers/site.ts';

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
