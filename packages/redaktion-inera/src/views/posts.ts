import { postText } from 'astro-redaktion/data';
import type { Post, Site } from 'astro-redaktion/types';
import { createMatcher } from '../markdown/matcher.ts';
import { renderMentions } from '../markdown/mentions.ts';
import { findService } from '../model/catalogue.ts';
import { siteCatalogue } from './catalogue.ts';

let known: { site: Site; posts: Map<string, Post[]> } | undefined;

/** The listed posts that name a service in their text or carry one of its names as a tag, newest first. */
export function postsAbout(id: string, site: Site): Post[] {
  // A site is made anew when a post changes in dev; in a build there is one.
  if (known?.site !== site) known = { site, posts: indexPosts(site.posts) };
  return known.posts.get(id) ?? [];
}

function indexPosts(posts: readonly Post[]): Map<string, Post[]> {
  const catalogue = siteCatalogue();
  const matcher = createMatcher(catalogue.services, { lang: catalogue.head.lang });
  const index = new Map<string, Post[]>();
  for (const post of posts) {
    const words = [...post.tags.map(({ label }) => label), ...post.keywords];
    const tagged = words.flatMap((word) => findService(catalogue, word)?.id ?? []);
    const { mentions } = renderMentions(postText(post)?.html ?? '', { matcher });
    for (const id of new Set([...tagged, ...mentions.map((mention) => mention.id)])) {
      const about = index.get(id);
      if (about) about.push(post);
      else index.set(id, [post]);
    }
  }
  return index;
}
