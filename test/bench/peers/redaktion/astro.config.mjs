import { defineConfig } from 'astro/config';
import redaktion from 'astro-redaktion';

// The pages that the hand-written peer has; BENCH_ALL leaves every default on.
const same = { permalink: '/posts/:title/', pages: { archive: false, author: false } };
const all = { permalink: '/posts/:title/' };

export default defineConfig({
  site: 'https://exempel.se',
  integrations: [redaktion({ title: process.env.BENCH_TITLE ?? 'Blogg', ...(process.env.BENCH_ALL ? all : same) })],
});
