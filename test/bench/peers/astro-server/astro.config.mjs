import node from '@astrojs/node';
import { defineConfig } from 'astro/config';

export default defineConfig({ site: 'https://exempel.se', output: 'server', adapter: node({ mode: 'standalone' }) });
