import type { Post, Site } from 'astro-redaktion/types';
import { findService } from '../model/catalogue.ts';
import { PLUGIN } from '../plugin-name.ts';
import type { Service } from '../types.ts';
import { siteCatalogue } from './catalogue.ts';

let known: { site: Site; posts: Map<string, Post[]> } | undefined;

/** The services that a post names in its text, in that order, then those whose names it has among its tags. */
export function servicesOfPost(post: Pick<Post, 'data' | 'tags' | 'keywords'>): Service[] {
  const catalogue = siteCatalogue();
  const named = post.data.facts?.[PLUGIN];
  const ids = Array.isArray(named) ? named.filter((id) => typeof id === 'string') : [];
  const words = [...post.tags.map(({ label }) => label), ...post.keywords];
  const tagged = words.flatMap((word) => findService(catalogue, word)?.id ?? []);
  return [...new Set([...ids, ...tagged])].flatMap((id) => catalogue.byId.get(id) ?? []);
}

/** The listed posts that name a service in their text or carry one of its names as a tag, newest first. */
export function postsAbout(id: string, site: Site): Post[] {
  // A site is made anew when a post changes in dev; in a build there is one.
  if (known?.site !== site) known = { site, posts: indexPosts(site.posts) };
  return known.posts.get(id) ?? [];
}

/** The services that the posts with a tag name or have among their tags, in the catalogue's order. */
export function servicesOfTag(tag: string, site: Site): Service[] {
  const wanted = tag.toLowerCase();
  const posts = site.posts.filter(({ tags }) =>
    tags.some(({ label, slug }) => label.toLowerCase() === wanted || slug === tag),
  );
  const ids = new Set(posts.flatMap((post) => servicesOfPost(post).map(({ id }) => id)));
  return siteCatalogue().services.filter((service) => ids.has(service.id));
}

function indexPosts(posts: readonly Post[]): Map<string, Post[]> {
  const index = new Map<string, Post[]>();
  for (const post of posts) {
    for (const { id } of servicesOfPost(post)) {
      const about = index.get(id);
      if (about) about.push(post);
      else index.set(id, [post]);
    }
  }
  return index;
}
