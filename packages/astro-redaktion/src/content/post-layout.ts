import { nearest } from '../model/nearest.ts';
import type { PostLayout } from '../types.ts';
import type { RawPost } from './jekyll/types.ts';

/** Names of the layouts that a post may ask for. */
export const POST_LAYOUTS: readonly PostLayout[] = ['post', 'wide', 'note', 'link'];

/** The layout of a post, and where one in the layout `link` leads. */
export interface LayoutChoice {
  layout: PostLayout;
  link?: string;
}

/**
 * Reads `layout:` and, for the layout `link`, `link:`.
 *
 * A name that is not ours is an error that lists those that are. In a Jekyll site it is the name of a layout of the
 * site's own, which does not carry over: such posts get the layout `post`.
 */
export function readLayout(
  raw: Pick<RawPost, 'layout' | 'data'>,
  { jekyll, problem }: { jekyll: boolean; problem: (key: string, message: string, fix: string) => void },
): LayoutChoice {
  const layout = raw.layout || 'post';
  if (!isPostLayout(layout)) {
    if (!jekyll) unknownLayout(layout, problem);
    return { layout: 'post' };
  }
  if (layout !== 'link') return { layout };
  const link = webAddress(raw.data['link']);
  if (link !== undefined) return { layout, link };
  if (!jekyll)
    problem(
      'link',
      `a post with \`layout: link\` leads to a page elsewhere, and its \`link\` is ${JSON.stringify(raw.data['link']) ?? 'missing'}.`,
      'Add the whole address: `link: https://example.se/rapport`.',
    );
  return { layout: 'post' };
}

function isPostLayout(name: string): name is PostLayout {
  return (POST_LAYOUTS as readonly string[]).includes(name);
}

function unknownLayout(name: string, problem: (key: string, message: string, fix: string) => void): void {
  const near = nearest(name, POST_LAYOUTS);
  problem(
    'layout',
    `there is no layout “${name}” for posts.`,
    `${near ? `Did you mean \`${near}\`? ` : ''}The layouts are ${POST_LAYOUTS.join(', ')}.`,
  );
}

function webAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) return undefined;
  const { protocol, href } = new URL(value);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
