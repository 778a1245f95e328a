import type { AstroConfig } from 'astro';

type VitePlugin = NonNullable<NonNullable<AstroConfig['vite']['plugins']>[number]>;

/** Stands in our style sheets for `:target-current` (CSS Overflow 5). */
const STAND_IN = '.rd-target-current';

/**
 * Writes `:target-current` into the finished style sheets: the minifier does not know it yet, and would warn the owner
 * of it in every build. In dev nothing warns, and it is there from the beginning.
 */
export function targetCurrent(): VitePlugin {
  const written = (css: string): string => css.replaceAll(STAND_IN, ':target-current');
  return {
    name: 'astro-redaktion:target-current',
    enforce: 'pre',
    transform: {
      filter: { id: /\.css(?:$|\?)/ },
      handler(this: { environment?: { mode?: string } }, code: string) {
        return this.environment?.mode === 'dev' && code.includes(STAND_IN) ? written(code) : undefined;
      },
    },
    generateBundle: {
      order: 'post',
      handler(_options: unknown, bundle: Record<string, { type: string; fileName: string; source?: unknown }>) {
        for (const file of Object.values(bundle)) {
          if (!file.fileName.endsWith('.css') || file.source === undefined) continue;
          const css =
            typeof file.source === 'string' ? file.source : new TextDecoder().decode(file.source as Uint8Array);
          if (css.includes(STAND_IN)) file.source = written(css);
        }
      },
    },
  } as unknown as VitePlugin;
}
