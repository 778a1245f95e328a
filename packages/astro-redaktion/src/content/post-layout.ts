import { POST_LAYOUTS } from '../config/post-layouts.ts';
import { nearest } from '../model/nearest.ts';
import type { PostLayout } from '../types.ts';
import type { RawPost } from './jekyll/types.ts';

/** The layout of a post, and where one in the layout `link` leads. */
export interface LayoutChoice {
  layout: PostLayout;
  link?: string;
}

/**
 * Reads `layout:` and, for the layout `link`, `link:`.
 *
 * A name that is not ours is an error that lists those that are. In a Jekyll site it is the name of a layout of the
 * site's own, which does not carry over: such posts get the layout that `layouts` maps it to, or one that it stands in,
 * else the layout `post`.
 *
 * @param ours the layout of ours for one of the site's
 */
export function readLayout(
  raw: Pick<RawPost, 'layout' | 'data'>,
  { jekyll, ours, problem }: LayoutSetup,
): LayoutChoice {
  const written = raw.layout || 'post';
  const layout = ours?.(written) ?? written;
  if (layout === 'page' && written !== 'page') forPages(written, problem);
  if (!isPostLayout(layout)) {
    if (!jekyll && layout === written) unknownLayout(layout, problem);
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

/** Where problems go, and what is known of the site's own layouts. */
export interface LayoutSetup {
  jekyll: boolean;
  ours?: ((name: string) => string | undefined) | undefined;
  problem: (key: string, message: string, fix: string) => void;
}

function forPages(name: string, problem: LayoutSetup['problem']): void {
  problem(
    'layout',
    `the option \`layouts\` maps \`${name}\` to \`page\`, which is for pages outside \`_posts\`.`,
    `A post gets one of ${POST_LAYOUTS.join(', ')}.`,
  );
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
