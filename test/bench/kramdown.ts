/**
 * What the kramdown layer costs on top of plain Sätteri, in CPU time: `npm run bench:kramdown -- [rounds] [repeats] [posts]`.
 * With a number of posts, whole sites of them are built as well, with `markdown: 'kramdown'` and with `'astro'`.
 *
 * Three things can be called "plain Sätteri", and all are printed:
 *
 * - `astro`: Astro's own processor, as a site without us has it: HTML, heading ids and the list of headings, made by
 *   its JavaScript plugins. It gives what the layer gives, so this is the ratio to hold.
 * - `headings`: what `markdown: 'astro'` costs a post of ours, which passes by those plugins where it can.
 * - `native`: one call of `markdownToHtml` with Astro's features (GFM, smart punctuation): no ids and no headings.
 */
import { satteri } from '@astrojs/markdown-satteri';
import { markdownToHtml } from 'satteri';
import { createEngine } from '../../packages/astro-redaktion/src/markdown/engine.ts';
import {
  finish,
  KRAMDOWN_DEFAULTS,
  kramdownFeatures,
  prepare,
} from '../../packages/astro-redaktion/src/markdown/kramdown/index.ts';
import { compareBuilds } from './kramdown-builds.ts';
import { median } from './measure.ts';
import { corpus } from './kramdown-posts.ts';

const POSTS = 100;
const ROUNDS = Number(process.argv[2] ?? 9);
const REPEATS = Number(process.argv[3] ?? 20);
const BUILDS = Number(process.argv[4] ?? 0);

type Config = Parameters<typeof createEngine>[0];

const markdown = { processor: satteri(), syntaxHighlight: false, gfm: true, smartypants: true } as unknown as Config;
const image = { domains: [], remotePatterns: [] } as unknown as Parameters<typeof createEngine>[1]['image'];
const options = KRAMDOWN_DEFAULTS;
const plain = await createEngine(markdown, { image, features: { frontmatter: false } });
const layered = await createEngine(markdown, {
  image,
  features: { ...kramdownFeatures(options), frontmatter: false },
});
const astro = await satteri().createRenderer({ syntaxHighlight: false } as never);
const features = { gfm: true, smartPunctuation: true, frontmatter: false };
const file = new URL('file:///post.md');

type Render = (text: string) => unknown;

const ways: Record<string, Render> = {
  native: (text) => markdownToHtml(text, { features }),
  headings: (text) => plain.renderPlain(text) ?? plain.render(text, { file, frontmatter: {} }),
  astro: (text) => astro.render(text, { fileURL: file, frontmatter: {} }),
  kramdown: (text) => {
    const { text: prepared, state } = prepare(text, options);
    const rendered = layered.renderPlain(prepared, false);
    if (!rendered) throw new Error('The post needs more than the engine alone.');
    return finish(rendered.html, state, options);
  },
};

const posts = corpus(POSTS);
for (const kind of ['plain', 'typical', 'dense'] as const) {
  const times = await measure(posts[kind]);
  console.log(`\n${kind} posts, µs CPU a post (medians of ${ROUNDS} interleaved rounds of ${POSTS * REPEATS} posts)`);
  for (const name of Object.keys(ways))
    console.log(
      `  ${name.padEnd(10)}${median(times[name] ?? [])
        .toFixed(1)
        .padStart(8)}`,
    );
  for (const base of ['astro', 'headings', 'native']) {
    const ratios = times['kramdown']?.map((time, round) => time / (times[base]?.[round] ?? Number.NaN));
    console.log(`  kramdown / ${base.padEnd(9)}${median(ratios ?? []).toFixed(3)}`);
  }
}
if (BUILDS > 0) compareBuilds(BUILDS, ROUNDS);

async function measure(texts: string[]): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = -2; round < ROUNDS; round += 1) {
    for (const [name, render] of Object.entries(ways)) {
      const time = await cpu(texts, render);
      // The first two rounds warm up.
      if (round >= 0) times[name]?.push(time);
    }
  }
  return times;
}

/** Microseconds of CPU a post. */
async function cpu(texts: string[], render: Render): Promise<number> {
  const start = process.cpuUsage();
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    for (const text of texts) {
      const result = render(text);
      if (result instanceof Promise) await result;
    }
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / (REPEATS * texts.length);
}
