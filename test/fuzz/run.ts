/** Mutated posts through the whole chain: `npm run fuzz -- --runs 100000 --seed 1`. A fault names the seed that repeats it. */
import { parseArgs } from 'node:util';
import { createChain } from './chain.ts';
import { mutatedPost } from './mutate.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const first = Number(values.seed);
const runs = Number(values.runs);
const chain = await createChain();
const start = performance.now();
let failed = 0;
for (let seed = first; seed < first + runs; seed += 1) {
  const faults = await chain.run(mutatedPost(seed));
  if (faults.length === 0) continue;
  failed += 1;
  console.log(`--seed ${seed} --runs 1\n  ${faults.join('\n  ')}`);
}
chain.stop();
const seconds = Math.round((performance.now() - start) / 1000);
console.log(
  `${runs} posts from seed ${first}: ${failed} with faults, slowest ${Math.round(chain.slowest())} ms, ${seconds} s`,
);
process.exitCode = failed === 0 ? 0 : 1;
