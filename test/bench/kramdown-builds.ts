import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { config, post, repository } from '../helpers/site.ts';
import { type Corpus, corpus } from './kramdown-posts.ts';
import { measure, median } from './measure.ts';
import { makeFolder } from './sites.ts';

const COMMAND = [process.execPath, join(repository, 'node_modules/astro/bin/astro.mjs'), 'build'];

/** Builds whole sites of `count` posts of each kind, read as kramdown and as Astro reads them, in turn; prints the ratios. */
export function compareBuilds(count: number, rounds: number): void {
  const folder = makeFolder();
  const posts = corpus(count);
  for (const kind of Object.keys(posts) as (keyof Corpus)[]) {
    const [kramdown, astro] = ['kramdown', 'astro'].map((dialect) =>
      makeSite(folder, { dialect, kind, texts: posts[kind] }),
    );
    const ratios = Array.from({ length: rounds }, () => build(kramdown) / build(astro));
    console.log(`${kind} posts, whole builds of ${count}: kramdown / astro ${median(ratios).toFixed(3)}`);
  }
  rmSync(folder, { recursive: true });
}

function makeSite(
  folder: string,
  { dialect, kind, texts }: { dialect: string; kind: string; texts: string[] },
): string {
  const root = join(folder, `${kind}-${dialect}`);
  mkdirSync(join(root, '_posts'), { recursive: true });
  mkdirSync(join(root, 'src'));
  writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'site', type: 'module' }));
  writeFileSync(join(root, 'src/content.config.ts'), "export { collections } from 'astro-redaktion/collections';\n");
  writeFileSync(join(root, 'astro.config.mjs'), config(`{ markdown: '${dialect}', posts: '_posts' }`));
  for (const [index, text] of texts.entries()) {
    const file = join(root, '_posts', `2025-01-01-inlagg-${index}.md`);
    writeFileSync(file, post(`title: Inlägg ${index}\ndate: 2025-01-01`, text));
  }
  return root;
}

/** CPU seconds of a cold build. */
function build(root = ''): number {
  const peer = { name: root, folder: '', posts: '_posts', output: 'dist', command: COMMAND };
  return measure({ peer, root }, { cold: true }).cpu;
}
