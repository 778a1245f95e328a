import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { loadRenderers } from 'astro:container';
import { getEntry, render } from 'astro:content';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { pageToc } from '../model/toc.ts';
import { routeParam } from '../model/page-of.ts';
import type { Post } from '../types.ts';
import { pageLocals } from './page-locals.ts';
import { typesetMdx } from './typeset-mdx.ts';

let container: Promise<AstroContainer> | undefined;

/** The HTML of an MDX post, as it stands on the post's page. */
export async function astroHtml(post: Post): Promise<string> {
  const entry = await getEntry('posts', post.id);
  if (!entry) return '';
  const { Content, headings } = await render(entry);
  const url = new URL(post.url, 'http://localhost');
  const locals = pageLocals({ params: { path: routeParam(post) }, url, routePattern: '/[...path]' });
  container ??= loadRenderers([getContainerRenderer()]).then((renderers) => AstroContainer.create({ renderers }));
  const html = await (await container).renderToString(Content, {
    request: new Request(url),
    locals: { redaktion: { ...locals, toc: pageToc(locals.page, headings, locals.options.toc) } },
  });
  return typesetMdx(html, post.lang, locals.options);
}
