import { join } from 'node:path';
import redaktion from 'astro-redaktion';
import { getViteConfig } from 'astro/config';

const root = join(import.meta.dirname, 'site');

/** Components through Astro's container, with the real integration and its virtual modules. */
export default getViteConfig(
  {
    test: {
      name: 'render',
      dir: import.meta.dirname,
      include: [`${import.meta.dirname}/*.test.ts`],
      environment: 'node',
      testTimeout: 60_000,
    },
    // Vitest's own field is not in the type of Vite's config that Astro takes.
  } as Parameters<typeof getViteConfig>[0],
  {
    root,
    configFile: false,
    logLevel: 'error',
    devToolbar: { enabled: false },
    integrations: [redaktion({ components: { TermLink: './src/OwnTermLink.astro' } })],
  },
);
