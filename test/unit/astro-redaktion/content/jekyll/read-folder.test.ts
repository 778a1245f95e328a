import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPosts, readPostFile } from '../../../../../packages/astro-redaktion/src/content/jekyll/read-folder.ts';
import { readSiteConfig } from '../../../../../packages/astro-redaktion/src/content/jekyll/site-config.ts';

const { config } = readSiteConfig([]);
let outer = '';
let root = '';

function put(path: string, text: string | Uint8Array = 'Text.'): void {
  mkdirSync(dirname(join(outer, path)), { recursive: true });
  writeFileSync(join(outer, path), text);
}

beforeAll(() => {
  outer = mkdtempSync(join(tmpdir(), 'redaktion-folder-'));
  root = join(outer, 'blog');
  put('blog/_posts/2022-06-02-a.md');
  put('blog/_posts/notes.md');
  put('blog/_drafts/idea.md');
  put('blog/_drafts/picture.png', new Uint8Array([0x89, 0x50]));
  put('blog/_posts/2022-06-02-picture.JPG', new Uint8Array([0xff, 0xd8]));
  put('blog/shared/2022-06-03-linked.md');
  put('blog/shared/deep/2022-06-04-deep.md');
  put('blog/_site/_posts/2022-06-05-built.md');
  put('secret/2022-06-06-secret.md');
  put('blog/_posts/2022-06-07-latin1.md', new Uint8Array([0xe5, 0xe4, 0xf6]));
  symlinkSync(join(root, 'shared'), join(root, '_posts/linked'));
  symlinkSync(join(outer, 'secret'), join(root, '_posts/secret'));
  symlinkSync(join(outer, 'secret/2022-06-06-secret.md'), join(root, '_posts/2022-06-06-file.md'));
  symlinkSync(root, join(root, 'circle'));
  symlinkSync(join(root, 'shared'), join(root, 'shared/deep/round'));
  symlinkSync(join(root, 'nowhere'), join(root, '_posts/2022-06-08-broken.md'));
});

afterAll(() => rmSync(outer, { recursive: true }));

describe('a Jekyll folder', () => {
  it('is listed in order, through links that stay inside it', () => {
    expect(listPosts(root, config).files.map(({ path }) => path)).toEqual([
      '_drafts/idea.md',
      '_posts/2022-06-02-a.md',
      '_posts/2022-06-07-latin1.md',
      '_posts/linked/2022-06-03-linked.md',
      '_posts/linked/deep/2022-06-04-deep.md',
    ]);
  });

  it('is never left through a link, and says so; a file that is no post is named', () => {
    const { problems } = listPosts(root, config, '../blog/');
    expect(problems.map(({ code, file }) => `${code} ${file}`).sort()).toEqual([
      'file-name ../blog/_posts/notes.md',
      'link-out ../blog/_posts/2022-06-06-file.md',
      'link-out ../blog/_posts/secret',
    ]);
  });

  it('gives texts, and the time of drafts only', () => {
    const read = (path: string): ReturnType<typeof readPostFile> => readPostFile({ path, absolute: join(root, path) });
    expect(read('_posts/2022-06-02-a.md')).toEqual({ source: { path: '_posts/2022-06-02-a.md', text: 'Text.' } });
    expect(read('_drafts/idea.md').source.mtime).toBeGreaterThan(0);
    expect(read('_posts/2022-06-07-latin1.md').problem).toMatchObject({ code: 'not-utf8', severity: 'error' });
  });

  it('may have no posts at all', () => {
    const empty = mkdtempSync(join(tmpdir(), 'redaktion-empty-'));
    expect(listPosts(empty, config)).toEqual({ files: [], problems: [] });
    expect(listPosts(empty, { ...config, collectionsDir: 'none' })).toEqual({ files: [], problems: [] });
    rmSync(empty, { recursive: true });
  });
});
