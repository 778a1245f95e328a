import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkPictures } from '../../../../packages/astro-redaktion/src/content/check-pictures.ts';
import { findPicture } from '../../../../packages/astro-redaktion/src/content/picture-file.ts';
import type { ImageData } from '../../../../packages/astro-redaktion/src/types.ts';

const POST = '_posts/2026-01-02-a.md';
let project: string;
let served: string[];

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'pictures-'));
  served = [join(project, 'public')];
  write('public/assets/ide.jpg');
  write('public/assets/å b.png');
  write('public/logo.svg');
  write('_posts/beside.webp');
  write('secret.jpg');
});
afterEach(() => rmSync(project, { recursive: true }));

function write(path: string, text = ''): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

function check(image: ImageData) {
  const source = { file: POST } as Parameters<typeof checkPictures>[0][number]['data']['source'];
  return checkPictures([{ id: 'a', data: { image, source } }], { project, served });
}

describe('the file of a picture', () => {
  test.each([
    ['/assets/ide.jpg', 'public/assets/ide.jpg'],
    ['/assets/ide.jpg?v=2', 'public/assets/ide.jpg'],
    ['/assets/%C3%A5%20b.png', 'public/assets/å b.png'],
    ['beside.webp', '_posts/beside.webp'],
    ['./beside.webp', '_posts/beside.webp'],
    ['../public/logo.svg', 'public/logo.svg'],
  ])('%s is %s', (path, file) => {
    expect(findPicture(path, POST, { project, served })).toEqual({ file: join(project, file) });
  });

  test.each(['https://example.se/a.jpg', '//example.se/a.jpg', 'data:image/png;base64,AA=='])(
    '%s is nobody’s file',
    (path) => expect(findPicture(path, POST, { project, served })).toBeUndefined(),
  );

  test('is no folder', () => {
    for (const path of ['/', '/assets', '/assets/', '.', '..'])
      expect(findPicture(path, POST, { project, served })).toHaveProperty('missing');
  });

  test('stays in its folder', () => {
    expect(findPicture('/../secret.jpg', POST, { project, served })).toHaveProperty('missing');
    expect(findPicture('../../etc/passwd', POST, { project, served })).toHaveProperty('missing');
  });
});

describe('checked pictures', () => {
  test('photos are Astro’s to make smaller, drawings are shown as they are', () => {
    expect(check({ path: '/assets/ide.jpg', alt: '' })).toMatchObject({
      files: new Map([['a', join(project, 'public/assets/ide.jpg')]]),
      problems: [],
    });
    expect(check({ path: '/logo.svg', alt: '' })).toMatchObject({ files: new Map(), problems: [] });
  });

  test('a missing file is an error with line and nearest name', () => {
    write(POST, '---\ntitle: A\nimage:\n  path: "/assets/idé.jpg"\n  alt: A\n---\ntext\n');
    expect(check({ path: '/assets/idé.jpg', alt: 'A' }).problems).toEqual([
      {
        code: 'picture-missing',
        severity: 'error',
        file: POST,
        line: 4,
        message: 'The picture "/assets/idé.jpg" does not exist: there is no file public/assets/idé.jpg.',
        fix: 'Did you mean "/assets/ide.jpg"?',
      },
    ]);
  });

  test('a missing folder is an error without a guess', () => {
    expect(check({ path: '/nowhere/a.jpg', alt: '' }).problems).toMatchObject([
      { code: 'picture-missing', fix: 'Correct image.path, or add the file.' },
    ]);
  });

  test('no alt is a warning, an empty one is an answer', () => {
    expect(check({ path: '/assets/ide.jpg' }).problems).toMatchObject([
      { code: 'picture-without-alt', severity: 'warning', file: POST },
    ]);
    expect(check({ path: 'https://example.se/a.jpg' }).problems).toHaveLength(1);
    expect(check({ path: '/assets/ide.jpg', alt: '' }).problems).toEqual([]);
  });

  test('only warns of a missing file in a whole Jekyll site, which Jekyll would publish too', () => {
    const source = { file: POST } as Parameters<typeof checkPictures>[0][number]['data']['source'];
    const image = { path: '/assets/borta.jpg', alt: '' };
    const { problems } = checkPictures([{ id: 'a', data: { image, source } }], { project, served, lenient: true });
    expect(problems).toMatchObject([{ code: 'picture-missing', severity: 'warning' }]);
  });
});

describe('the pictures of a text', () => {
  const source = { file: POST } as Parameters<typeof checkPictures>[0][number]['data']['source'];
  const checkText = (pictures: string[], rules = {}) =>
    checkPictures([{ id: 'a', data: { pictures, source } }], { project, served, ...rules });

  test('are found beside the text, from the root, and below the base', () => {
    const { places, remote } = checkText(['beside.webp', '/logo.svg', '/b/assets/ide.jpg', 'https://e.se/a.jpg'], {
      base: '/b/',
    });
    expect([...places.keys()]).toEqual(['_posts/beside.webp', '/logo.svg', '/assets/ide.jpg']);
    expect(remote.size).toBe(0);
  });

  test('on other hosts are Astro’s to fetch where the owner says so', () => {
    const { remote } = checkText(['https://e.se/a.jpg', 'https://f.se/a.jpg'], {
      image: { domains: ['e.se'], remotePatterns: [] },
    });
    expect([...remote]).toEqual(['https://e.se/a.jpg']);
  });

  test('that are missing are errors with the line and all near names; what no author wrote is nobody’s mistake', () => {
    write('_posts/besid.webp');
    write(POST, '---\ntitle: A\n---\n\n![Fel](./besidee.webp)\n');
    expect(checkText(['./besidee.webp', '/made/by-a-plugin.svg']).problems).toEqual([
      {
        code: 'picture-missing',
        severity: 'error',
        file: POST,
        line: 5,
        message: 'The picture "./besidee.webp" does not exist: there is no file _posts/besidee.webp.',
        fix: 'Did you mean "./beside.webp" or "./besid.webp"?',
      },
    ]);
  });
});
