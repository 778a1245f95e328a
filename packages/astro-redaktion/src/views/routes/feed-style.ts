import type { APIRoute } from 'astro';
import { feedCss, feedStyle } from '../../outputs/feeds/feed-style.ts';
import { loadSite } from '../load-site.ts';

/** What makes a feed readable for people who open it in a browser: `feed.xsl` and `feed.css`. */
export const GET: APIRoute = ({ url }) => {
  const { options } = loadSite();
  const css = url.pathname.endsWith('.css');
  const body = css ? feedCss(options) : feedStyle(options);
  return new Response(body, {
    headers: { 'content-type': css ? 'text/css; charset=utf-8' : 'text/xsl; charset=utf-8' },
  });
};
