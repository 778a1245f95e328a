import type { APIContext } from 'astro';
import { formatDate } from '../i18n/format.ts';
import { createT } from '../i18n/translate.ts';
import { pageOf } from '../model/page-of.ts';
import { pageToc } from '../model/toc.ts';
import type { Page, Site } from '../types.ts';
import { contentOf } from './content.ts';
import { loadSite } from './load-site.ts';
import type { RedaktionLocals } from './locals.ts';

/** What `Astro.locals.redaktion` holds on this page: ours, or one of the owner's or a plugin's own. */
export function pageLocals(context: Pick<APIContext, 'params' | 'url' | 'routePattern'>): RedaktionLocals {
  const { site, options } = loadSite();
  return localsOf(findPage(site, context) ?? customPage(context, options.lang));
}

export function localsOf(page: Page): RedaktionLocals {
  const { watched, options } = loadSite();
  const content = page.kind === 'post' ? contentOf(page.post) : page.kind === 'page' ? page.data.text : undefined;
  return {
    site: watched,
    page,
    options,
    t: createT(page.lang, options.strings),
    ...(content ? { content } : {}),
    toc: pageToc(page, content?.headings ?? [], options.toc),
    formatDate: (date, style) => formatDate(date, { lang: page.lang, timezone: options.timezone, style }),
  };
}

function findPage(
  site: Site,
  { params, url, routePattern }: Pick<APIContext, 'params' | 'url' | 'routePattern'>,
): Page | undefined {
  if (routePattern === '/404') return site.pages.get('404');
  return routePattern === '/[...path]' ? pageOf(site, params['path'], url) : undefined;
}

/** A page that the model does not know: its component tells the shell its title. */
function customPage({ url }: Pick<APIContext, 'url'>, lang: string): Page {
  const path = url.pathname.replace(/^\/|\/$/g, '');
  return {
    kind: 'custom',
    url: url.pathname,
    path,
    title: '',
    lang,
    crumbs: [],
    alternates: [],
    noindex: false,
    key: '',
  };
}
