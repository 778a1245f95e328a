import { findDirectives } from './blocks/directives.ts';
import { withoutMarkers } from './blocks/marker.ts';
import type { LiquidRenderer } from './jekyll/liquid/types.ts';
import { documentOf } from './post-document.ts';
import type { RawPost } from './jekyll/types.ts';

/** A post's text and excerpt as other texts show them through Liquid; each is made when first asked for. */
export interface OtherText {
  html: () => string;
  excerpt: () => string;
}

/**
 * Makes what Liquid's `post.content` and `post.excerpt` give of another post. Blocks are left out: a text knows the
 * props of its own only. What is wrong with the post is told where it is read itself.
 */
export function createOtherTexts({ liquid, markdownify, blocks, jekyll }: Workshop): (post: RawPost) => OtherText {
  const make = (post: RawPost, body: string): string => {
    const { text: marked } = findDirectives(body, { names: blocks, file: post.path, line: post.bodyLine, jekyll });
    const { text } = liquid().render({ ...documentOf(post, post.path), body: marked });
    return post.markdown ? markdownify(withoutMarkers(text)) : withoutMarkers(text);
  };
  return (post) => ({
    html: onceAtATime(() => make(post, post.body)),
    excerpt: onceAtATime(() => {
      const { excerpt } = post;
      if (excerpt === null) return '';
      return excerpt.raw ?? make(post, excerpt.source);
    }),
  });
}

/** Kept once it is made. An excerpt that shows itself stops at the second turn, as Jekyll's does. */
function onceAtATime(make: () => string): () => string {
  let made: string | undefined;
  let underWay = false;
  return () => {
    if (made !== undefined) return made;
    if (underWay) return '';
    underWay = true;
    try {
      made = make();
    } finally {
      underWay = false;
    }
    return made;
  };
}

interface Workshop {
  /** Called when a text is asked for: it is made with what these texts are made for. */
  liquid: () => LiquidRenderer;
  markdownify: (text: string) => string;
  /** Names of blocks. */
  blocks: ReadonlySet<string>;
  /** The folder is a Jekyll site. */
  jekyll: boolean;
}
