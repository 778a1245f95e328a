import { findDirectives } from './blocks/directives.ts';
import { withoutMarkers } from './blocks/marker.ts';
import type { LiquidPost, LiquidRenderer } from './jekyll/liquid/types.ts';
import type { Excerpt } from './jekyll/excerpt.ts';

/** What a text is made of. */
export interface TextSource {
  document: LiquidPost;
  markdown: boolean;
  excerpt: Excerpt | null;
}

/** A text and its excerpt as other texts show them through Liquid; each is made when first asked for. */
export interface OtherText {
  html: () => string;
  excerpt: () => string;
}

/**
 * Makes what Liquid's `post.content` and `post.excerpt` give of another post or document. Blocks are left out: a text knows the
 * props of its own only. What is wrong with it is told where it is read itself.
 */
export function createOtherTexts({ liquid, markdownify, blocks, jekyll }: Workshop): (source: TextSource) => OtherText {
  const make = ({ document, markdown }: TextSource, body: string): string => {
    const { path, bodyLine } = document;
    const { text: marked } = findDirectives(body, { names: blocks, file: path, line: bodyLine, jekyll });
    const { text } = liquid().render({ ...document, body: marked });
    return markdown ? markdownify(withoutMarkers(text)) : withoutMarkers(text);
  };
  return (source) => ({
    html: onceAtATime(() => make(source, source.document.body)),
    excerpt: onceAtATime(() => {
      const { excerpt } = source;
      if (excerpt === null) return '';
      return excerpt.raw ?? make(source, excerpt.source);
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
