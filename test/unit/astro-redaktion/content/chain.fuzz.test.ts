import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chain, createChain } from '../../../fuzz/chain.ts';
import { mutatedPost } from '../../../fuzz/mutate.ts';
import { watchReads } from '../../../fuzz/reads.ts';

// More with `npm run fuzz -- --runs 100000`.
const RUNS = 2000;

let chain: Chain;
beforeAll(async () => {
  chain = await createChain();
});
afterAll(() => chain.stop());

describe('the whole chain, from a file to HTML', () => {
  test('takes any post: no crash, no hang, no file from outside, every problem with file and line', async () => {
    for (let seed = 1; seed <= RUNS; seed += 1) {
      expect(await chain.run(mutatedPost(seed)), `npm run fuzz -- --runs 1 --seed ${seed}`).toEqual([]);
    }
  }, 120_000);

  test.each([
    ['a map as the key of a map', '{{ page[page] }}{{ [page] }}{{ site[site.tags] }}'],
    ['a list as a key', '{{ page[page.tags] }}'],
    ["a picture's address with a lone percent sign", '![a](bild-100%.png)'],
    ['an include through a link that leads out', '{% include link.html %}'],
    ['a file beside the folder', '{% include_relative ../../secret.md %}'],
  ])('%s is no crash', async (_name, body) => {
    expect(await chain.run(`---\ntitle: A\ntags: [a]\n---\n${body}\n`)).toEqual([]);
  });
});

describe('the watch on reads', () => {
  test('notes a file outside the folder, and a link in it that leads out', () => {
    const [inside, outside] = ['a', 'b'].map((name) => mkdtempSync(join(tmpdir(), `redaktion-${name}-`))) as [
      string,
      string,
    ];
    writeFileSync(join(outside, 'x'), 'x');
    writeFileSync(join(inside, 'y'), 'y');
    symlinkSync(join(outside, 'x'), join(inside, 'link'));
    const reads = watchReads(inside);
    readFileSync(join(inside, 'y'));
    expect(reads.outside).toEqual([]);
    readFileSync(join(outside, 'x'));
    const noted = reads.outside.length;
    readFileSync(join(inside, 'link'));
    expect(reads.outside.length).toBeGreaterThan(noted);
    const after = reads.outside.length;
    reads.stop();
    readFileSync(join(outside, 'x'));
    expect(reads.outside).toHaveLength(after);
    // Node's own `readFileSync` opens through `openSync`: one read may be noted twice.
    expect(new Set(reads.outside)).toEqual(new Set([join(outside, 'x')]));
  });
});
