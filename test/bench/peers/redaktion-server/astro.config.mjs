import node from '@astrojs/node';
import { defineConfig } from 'astro/config';
import redaktion from 'astro-redaktion';

export default defineConfig({
  site: 'https://exempel.se',
  adapter: node({ mode: 'standalone' }),
  integrations: [redaktion({ permalink: '/posts/:title/', pages: { archive: false, author: false }, onDemand: true })],
});
