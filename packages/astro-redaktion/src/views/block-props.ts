import folders from 'virtual:redaktion/block-folders';
import type { z } from 'astro/zod';
import type { BlockFiles } from '../block.ts';
import { pageFiles } from '../content/blocks/block-files.ts';

/**
 * Checks the props of a block that stands in `.mdx` or `.astro` as the loader checks those of a directive.
 *
 * @param page address of the page, for the error
 * @throws an error that lists what is wrong
 */
export function blockProps<Schema extends z.ZodType>(
  { name, props: schema, load }: CheckedBlock<Schema>,
  given: Record<string, unknown>,
  page: string,
): z.output<Schema> {
  // Astro gives components of scoped styles a class of their own kind; no block has such a prop.
  const own = Object.fromEntries(Object.entries(given).filter(([key]) => !key.startsWith('data-astro-')));
  const result = schema.safeParse(load ? load(own, pageFiles(folders)) : own);
  if (result.success) return result.data;
  const faults = result.error.issues.map(
    ({ path, message }) => `\n- ${path.map((key) => `\`${String(key)}\` `).join('')}${message}`,
  );
  throw new Error(`The block \`${name}\` on ${page} has wrong props:${faults.join('')}`);
}

interface CheckedBlock<Schema> {
  name: string;
  props: Schema;
  load?: (props: Record<string, unknown>, files: BlockFiles) => unknown;
}
