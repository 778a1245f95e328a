import type { AstroConfig } from 'astro';
import { TELL_ALONE } from '../content/hand-over.ts';

type VitePlugin = NonNullable<NonNullable<AstroConfig['vite']['plugins']>[number]>;

/**
 * Finds out whether our middleware is the only one: the owner's, or another integration's, may change what a page
 * says, so then every page has to pass it. Astro gathers all in one module, an import for each; on a server that module
 * tells ours (`isMiddlewareAlone`).
 *
 * @returns a plugin for Vite, and the answer, which is no until that module has been built
 */
export function watchMiddleware(): { plugin: VitePlugin; isOurs: () => boolean } {
  let count = 0;
  const plugin = {
    name: 'astro-redaktion:middleware',
    transform: {
      filter: { id: /virtual:astro:middleware$/ },
      handler: (code: string) => {
        count = code.match(/^\s*import \{ onRequest as /gm)?.length ?? 0;
        return count === 1 ? { code: `${code}\n${TELL_ALONE}`, map: null } : undefined;
      },
    },
  } as VitePlugin;
  return { plugin, isOurs: () => count === 1 };
}
