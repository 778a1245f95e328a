/**
 * CPU time of the model alone: `node test/bench/model.ts [posts …]`, by default 1,000, 5,000 and 20,000 posts with
 * 2,000 tags. Time should grow in proportion to posts.
 */
import { createSite } from '../../packages/astro-redaktion/src/model/site.ts';
import { type Row, tableEntries, tableOptions } from '../helpers/table-site.ts';

const TAGS = 2000;
const RUNS = 3;
const sizes = process.argv.slice(2).map(Number);

for (const size of sizes.length > 0 ? sizes : [1000, 5000, 20_000]) {
  const entries = tableEntries(table(size));
  const registries = { tags: Array.from({ length: TAGS }, (_, tag) => ({ key: `t${tag}`, label: `Ämne ${tag}` })) };
  const times = Array.from({ length: RUNS }, () => {
    const start = process.cpuUsage();
    const site = createSite({ entries, options: tableOptions(), registries });
    const { user, system } = process.cpuUsage(start);
    return { seconds: (user + system) / 1e6, pages: site.pages.size, problems: site.problems.length };
  });
  const best = times.reduce((a, b) => (b.seconds < a.seconds ? b : a));
  const each = ((best.seconds / size) * 1e6).toFixed(0);
  console.log(
    `${size} posts: ${best.seconds.toFixed(2)} CPU s, ${each} µs a post, ${best.pages} pages, ${best.problems} problems`,
  );
}

/** Tags by Zipf's law, two to five a post; the same on every run. */
function table(size: number): Record<string, Row> {
  let seed = 1;
  const random = (): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const tag = (): string => `t${Math.min(TAGS - 1, Math.floor(TAGS ** random()) - 1)}`;
  const rows = Array.from({ length: size }, (_, index): [string, Row] => [
    `post-${index}`,
    {
      date: new Date(Date.UTC(2000, 0, 1) + index * 11 * 3_600_000).toISOString(),
      tags: [...new Set(Array.from({ length: 2 + Math.floor(random() * 4) }, tag))],
      authors: [`Författare ${Math.floor(random() * 30)}`],
      categories: [`Kategori ${Math.floor(random() * 10)}`],
      ...(random() < 0.1 ? { series: { name: `Serie ${Math.floor(random() * size * 0.02)}` } } : {}),
    },
  ]);
  return Object.fromEntries(rows);
}
