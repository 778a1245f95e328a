import { defineCollection } from 'astro/content/config';
import type { LoaderContext } from 'astro/loaders';
import { z } from 'astro/zod';
import pluginCollections from 'virtual:redaktion/collections';
import type { PostData } from './types.ts';

/**
 * What `src/content.config.ts` exports: the posts, and the plugins' collections.
 *
 * @example
 * export { collections } from 'astro-redaktion/collections';
 */
export const collections = {
  posts: defineCollection({
    loader: { name: 'astro-redaktion', load: loadPosts },
    // The loader checks front matter itself, with file and line; this only gives the type.
    schema: z.custom<PostData>(),
  }),
  ...pluginCollections,
};

/** Hands over to the integration, which has the options, outside of Vite. */
async function loadPosts(context: LoaderContext): Promise<void> {
  const integration = context.config.integrations.find(({ name }) => name === 'astro-redaktion');
  const hooks = integration?.hooks as { 'redaktion:load'?: (context: LoaderContext) => Promise<void> } | undefined;
  if (hooks?.['redaktion:load']) return hooks['redaktion:load'](context);
  throw new Error(
    'The collection `posts` of astro-redaktion is used, but the integration is missing. ' +
      "Add it to astro.config: integrations: [redaktion()], after import redaktion from 'astro-redaktion'.",
  );
}
