import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { markdownToHtml } from 'satteri';
import type {
  LiquidDocument,
  LiquidPost,
  LiquidSite,
} from '../../../packages/astro-redaktion/src/content/jekyll/liquid/types.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

/** A Jekyll folder in the temporary directory. */
export function writeFolder(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder('liquid');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** A site for tests; `options` win. */
export function testSite(options: Partial<LiquidSite> & { root: string }): LiquidSite {
  return {
    config: {},
    timeZone: 'UTC',
    time: Date.UTC(2026, 0, 2, 3, 4, 5),
    posts: () => [],
    markdown: (text) => `${markdownToHtml(text, { features: { smartPunctuation: true } }).html.trimEnd()}\n`,
    slugify: jekyllSlug,
    ...options,
  };
}

/** A post for tests, whose body begins on line 4 of its file. */
export function testPost(body: string, options: Partial<LiquidPost> = {}): LiquidPost {
  const path = options.path ?? '_posts/2022-06-02-a.md';
  const document: LiquidDocument = {
    path,
    url: '/2022/06/02/a.html',
    id: '/2022/06/02/a',
    date: Date.UTC(2022, 5, 2),
    data: { title: 'A' },
    collection: 'posts',
  };
  return { ...document, file: `old/${path}`, body, bodyLine: 4, content: () => body, ...options };
}

/** The rule of Jekyll's `Utils.slugify`, as the site hands it to Liquid. */
function jekyllSlug(text: string, mode = 'default'): string {
  if (mode === 'none') return text.toLowerCase();
  const parts: Record<string, RegExp> = {
    raw: /\s+/g,
    pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
    ascii: /[^A-Za-z0-9]+/g,
  };
  const plain = mode === 'latin' ? text.normalize('NFD').replace(/\p{M}/gu, '') : text;
  return plain
    .replace(parts[mode] ?? /[^\p{M}\p{L}\p{Nd}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
}
