import type { AstroConfig } from 'astro';

type VitePlugin = NonNullable<NonNullable<AstroConfig['vite']['plugins']>[number]>;

/**
 * With an adapter and a prerenderer Astro (7.3) takes the prerenderer to be the adapter's, with a bundle of its own to
 * begin with, and builds none. Ours calls Astro's, so it needs Astro's.
 */
export function prerenderEntry(): VitePlugin {
  const input = 'astro/entrypoints/prerender';
  return {
    name: 'astro-redaktion:prerender-entry',
    config: () => ({ environments: { prerender: { build: { rolldownOptions: { input } } } } }),
  } as VitePlugin;
}
