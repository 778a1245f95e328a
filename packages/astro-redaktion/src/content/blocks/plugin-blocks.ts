import type { MarkdownTransform, TransformedPost } from '../../plugin.ts';
import type { RenderedPost } from '../../types.ts';
import type { IncludeUse } from '../jekyll/liquid/types.ts';
import { printMarker } from './marker.ts';

interface Placing {
  transforms: readonly MarkdownTransform[];
  post: TransformedPost;
  /** Number of the first block. */
  first: number;
}

/** Places the blocks that plugins want to stand after headings of a text, in the order of the plugins. */
export function pluginBlocks(
  { html, headings }: Pick<RenderedPost, 'html' | 'headings'>,
  { transforms, post, first }: Placing,
): { uses: IncludeUse[]; html: string } {
  const wanted = transforms.flatMap(({ blocks }) => blocks?.(headings, post) ?? []);
  if (wanted.length === 0) return { uses: [], html };
  const uses = wanted.map(
    ({ name, props }, at): IncludeUse => ({
      ...{ index: first + at, name, block: true },
      props: props as IncludeUse['props'],
    }),
  );
  const markers = new Map<string, string>();
  for (const [at, { after }] of wanted.entries())
    markers.set(after, `${markers.get(after) ?? ''}\n${printMarker(first + at, true)}`);
  const place = (heading: string, _level: string, id: string): string => heading + (markers.get(plain(id)) ?? '');
  return { uses, html: html.replace(HEADING, place) };
}

/** A heading with an id, as both engines print it. */
const HEADING = /<h([1-6])(?=[^>]*? id="([^"]*)")[^>]*>[\s\S]*?<\/h\1>/g;

function plain(id: string): string {
  return id.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
