import {
  type AstroComponentFactory,
  chunkToString,
  createComponent,
  markHTMLString,
  renderComponent,
  renderTemplate,
} from 'astro/runtime/server/index.js';
import changedSlots from 'virtual:redaktion/changed-slots';
import PostCard from 'virtual:redaktion/components/PostCard';
import type { Post } from '../types.ts';

/** The slots of which a card is made. One that others fill may print something else on each page. */
const PARTS = ['PostCard', 'FormattedDate', 'AuthorName', 'HeldNotice', 'PostOutlink', 'TermList', 'TermLink'] as const;
const keeps = !PARTS.some((slot) => changedSlots.has(slot));

/** By language of the page and level of the title; a post that has changed is another object. */
const cards = new WeakMap<Post, Map<string, string>>();

/**
 * A post's card, printed once for all lists: it stands on the page of each of the post's terms, too.
 * Props: those of `PostCard`, and the page's language, `lang`.
 */
export default createComponent((result, props) => {
  const { post, level, lang } = props as { post: Post; level?: 2 | 3; lang: string };
  const card = renderComponent(result, 'PostCard', PostCard, { post, level });
  if (!keeps || card instanceof Promise) return renderTemplate`${card}`;
  const known = cards.get(post) ?? new Map<string, string>();
  cards.set(post, known);
  return renderTemplate`${printed(`${lang} ${level}`, { known, card, result })}`;
});

interface Printing {
  known: Map<string, string>;
  card: Exclude<ReturnType<typeof renderComponent>, Promise<unknown>>;
  result: Parameters<AstroComponentFactory>[0];
}

/** The card as it was printed before; else prints it, and remembers what it wrote. */
function printed(name: string, { known, card, result }: Printing): unknown {
  const html = known.get(name);
  if (html !== undefined) return markHTMLString(html);
  const render: Printing['card']['render'] = (destination) => {
    let text = '';
    const done = (): void => {
      known.set(name, text);
      destination.write(markHTMLString(text));
    };
    const printing = card.render({
      write: (chunk) => {
        if (!(chunk instanceof Response)) text += chunkToString(result, chunk);
      },
    });
    return printing ? printing.then(done) : done();
  };
  return { render };
}
