import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { POST_LAYOUTS } from '../config/post-layouts.ts';
import type { JekyllSite } from './jekyll-site.ts';
import { type LayoutChain, readLayoutChain } from './jekyll/layout-chain.ts';

/** The site's layouts, told by the option `layouts` and by their own front matter which of ours they are. */
export function layoutChain({ root, config }: JekyllSite, map: Readonly<Record<string, string>>): LayoutChain {
  return readLayoutChain(join(fileURLToPath(root), config.layoutsDir), { map, known: POST_LAYOUTS });
}
