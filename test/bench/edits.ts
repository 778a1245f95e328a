import { parseArgs } from 'node:util';
import { compareWarmAndCold } from '../helpers/edits.ts';
import { removeTestSites } from '../helpers/site.ts';

/** `npm run bench:edits -- --edits 200 [--seed 1]`: random edits, each built warm and cold, compared byte for byte. */
const { values } = parseArgs({
  options: { edits: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const faults = await compareWarmAndCold({ edits: Number(values.edits), seed: Number(values.seed), log: console.log });
console.log(faults.length === 0 ? 'Every warm build was the same as the cold one.' : faults.join('\n'));
if (faults.length === 0) removeTestSites();
else process.exitCode = 1;
