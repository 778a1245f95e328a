import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const posts = defineCollection({
  loader: glob({ base: '_posts', pattern: '*.md', generateId: ({ entry }) => entry.slice(11, -3) }),
  schema: z.object({ title: z.string(), date: z.coerce.date(), tags: z.array(z.string()) }),
});

export const collections = { posts };
