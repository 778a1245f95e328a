import { defineConfig } from 'astro/config';
import redaktion from 'astro-redaktion';
import inera from 'redaktion-inera';

// The pages that the hand-written peer has; BENCH_ALL leaves every default on.
const same = { permalink: '/posts/:title/', pages: { archive: false, author: false } };
const plugins = process.env.BENCH_SERVICES ? [inera()] : [];
const all = { permalink: '/posts/:title/', plugins };

export default defineConfig({
  site: 'https://exempel.se',
  integrations: [redaktion({ title: process.env.BENCH_TITLE ?? 'Blogg', ...(process.env.BENCH_ALL ? all : same) })],
});
