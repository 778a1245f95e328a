import { mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { satteri } from '@astrojs/markdown-satteri';
import { ourBlocks } from '../../packages/astro-redaktion/src/blocks/index.ts';
import { readPost, postContext } from '../../packages/astro-redaktion/src/content/jekyll/post.ts';
import { createLiquid } from '../../packages/astro-redaktion/src/content/jekyll/liquid/renderer.ts';
import { readSiteConfig } from '../../packages/astro-redaktion/src/content/jekyll/site-config.ts';
import { normalizeHead } from '../../packages/astro-redaktion/src/content/normalize.ts';
import { countWords, plainText, shorten } from '../../packages/astro-redaktion/src/content/plain-text.ts';
import { renderPost } from '../../packages/astro-redaktion/src/content/render-post.ts';
import type { Renderer } from '../../packages/astro-redaktion/src/content/rendering.ts';
import { createEngine } from '../../packages/astro-redaktion/src/markdown/engine.ts';
import { KRAMDOWN_DEFAULTS, kramdownFeatures } from '../../packages/astro-redaktion/src/markdown/kramdown/index.ts';
import type { Problem } from '../../packages/astro-redaktion/src/types.ts';
import { testPost, testSite, writeFolder } from '../jekyll/liquid/folder.ts';
import { watchReads } from './reads.ts';

const SECRET = 'HEMLIGHET';
/** Above this a post hangs; CPU time, so that a busy machine does not count. */
const HANG_MS = 1000;

export interface Chain {
  /** Takes one post from text to HTML as the loader does; gives back what is wrong with the chain, not with the post. */
  run: (text: string) => Promise<string[]>;
  /** Milliseconds of CPU of the slowest post so far. */
  slowest: () => number;
  stop: () => void;
}

/** The loader's own chain over a Jekyll folder in the temporary directory, with links that lead out of it. */
export async function createChain(): Promise<Chain> {
  const { root, outside } = world();
  const renderer = await rendererFor(root);
  const { config } = readSiteConfig([{ file: '_config.yml', text: '' }]);
  const context = postContext(config, { timeZone: 'Europe/Stockholm', folder: 'blogg/' });
  const path = '_posts/2022-06-02-fuzz.md';
  const absolute = join(root, path);
  const reads = watchReads(root);
  let slowest = 0;

  async function load(text: string): Promise<{ html: string; shown: string; problems: Problem[] }> {
    const { post, problems, lineOf } = readPost({ path, text }, context);
    if (!post) return { html: '', shown: '', problems };
    const file = `blogg/${path}`;
    const { head, problems: wrong } = normalizeHead(post, { file, timeZone: 'Europe/Stockholm', jekyll: true, lineOf });
    const rendered = await renderPost(post, { file, absolute, lineOf }, renderer);
    const { html, excerpt, headings } = rendered.text;
    countWords(plainText(html));
    shorten(plainText(excerpt));
    return {
      html,
      shown: JSON.stringify([html, excerpt, headings, head]),
      problems: [...problems, ...wrong, ...rendered.problems],
    };
  }

  return {
    async run(text) {
      const faults: string[] = [];
      const start = process.cpuUsage();
      try {
        const { html, shown, problems } = await load(text);
        if (shown.includes(SECRET)) faults.push('a file outside the folder is in the page');
        if (/[\uFDD0-\uFDD5]/.test(html)) faults.push('a private mark is in the page');
        for (const { code, file, line, message } of problems) {
          if (!file || !line) faults.push(`a problem without ${file ? 'line' : 'file'}: ${code}: ${message}`);
        }
      } catch (error) {
        faults.push(`thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      }
      const { user, system } = process.cpuUsage(start);
      const time = (user + system) / 1000;
      slowest = Math.max(slowest, time);
      if (time > HANG_MS) faults.push(`took ${Math.round(time)} ms`);
      faults.push(...reads.outside.splice(0).map((file) => `read ${file}`));
      return faults;
    },
    slowest: () => slowest,
    stop() {
      reads.stop();
      for (const folder of [root, outside]) rmSync(folder, { recursive: true });
    },
  };
}

/** A Jekyll folder, and beside it a secret that links lead to. */
function world(): { root: string; outside: string } {
  const outside = writeFolder({ 'secret.html': SECRET, 'secret.yml': `a: ${SECRET}\n`, 'secret.md': SECRET });
  const root = join(outside, 'blogg');
  const files = {
    '_includes/a.html': '<b>{{ include.x }}</b>{% include b.html %}',
    '_includes/b.html': '{% for i in (1..3) %}{{ i }}{% endfor %}',
    '_includes/self.html': '{% include self.html %}',
    '_data/d.yml': 'k: [1, 2]\n',
    '_posts/b.md': 'del',
    '_posts/2022-06-02-b.md': '---\ntitle: B\n---\nB\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  symlinkSync(join(outside, 'secret.html'), join(root, '_includes/link.html'));
  symlinkSync(join(outside, 'secret.yml'), join(root, '_data/link.yml'));
  symlinkSync(outside, join(root, '_posts/out'));
  return { root: realpathSync(root), outside };
}

async function rendererFor(root: string): Promise<Renderer> {
  const markdown = { processor: satteri(), syntaxHighlight: 'prism', gfm: true, smartypants: true };
  const engine = await createEngine(markdown as unknown as Parameters<typeof createEngine>[0], {
    image: { domains: [], remotePatterns: [] } as unknown as Parameters<typeof createEngine>[1]['image'],
    features: { ...kramdownFeatures(KRAMDOWN_DEFAULTS), frontmatter: false },
  });
  const others = [testPost('B\n', { path: '_posts/2022-06-02-b.md', data: { title: 'B', slug: 'b', tags: ['t'] } })];
  const blocks = new Map(
    ourBlocks({ map: { files: {} }, video: { fetchPosters: false } }).map((block) => [block.name, block]),
  );
  const liquid = createLiquid(
    testSite({ root, posts: () => others, includes: { 'toc.md': 'toc' }, blocks: new Set(blocks.keys()) }),
  );
  const site = { lang: 'sv', locales: [], timezone: 'UTC', base: '/', ending: '/' as const };
  const folders = { project: root, root, dataDir: '_data', public: join(root, 'public') };
  const rest = {
    pictures: true,
    feeds: 'full' as const,
    typesetter: () => undefined,
    lineSetter: () => undefined,
    transforms: [],
    strings: {},
    blocks,
    folders,
    jekyll: true,
    unseparated: 'all' as const,
    site,
  };
  return { engine, kramdown: KRAMDOWN_DEFAULTS, liquid, ...rest };
}
