import type { SiteOptions } from '../config/site-options.ts';
import { type DateStyle, formatDate } from '../i18n/format.ts';
import { createT, type Translate } from '../i18n/translate.ts';
import type { Crumb, Page, PostDate, RenderedPost, Site, TocItem } from '../types.ts';

/** What every page knows: `Astro.locals.redaktion`, on our pages and on the owner's own. */
export interface RedaktionLocals {
  /** The whole site as the model made it. */
  site: Site;
  /** This page; a page of the owner's or a plugin's own has the kind `custom`. */
  page: Page;
  options: SiteOptions;
  /** Texts of the interface in the page's language. */
  t: Translate;
  /** The text of a post; absent on other pages, and for MDX, which Astro renders itself. */
  content?: RenderedPost;
  /** Headings of the post's text as a tree; empty on other pages. */
  toc: TocItem[];
  /** Writes a date in the page's language. @default 'long' */
  formatDate: (date: PostDate, style?: DateStyle) => string;
}

/** What a page of the owner's or a plugin's own tells the shell about itself. */
export interface CustomPageFacts {
  /** Plain text. */
  title?: string | undefined;
  /** The title's language (BCP 47), where it is another than the page's: a name. @default the page's */
  titleLang?: string | undefined;
  /** Plain text. */
  description?: string | undefined;
  /** BCP 47. @default the site's language */
  lang?: string | undefined;
  /** Steps between the home page and this one. @default none */
  crumbs?: Crumb[] | undefined;
  /** Kept out of search engines and search. @default false */
  noindex?: boolean | undefined;
  /** The same page in other languages, by root-relative address with the site's base. @default none */
  alternates?: Page['alternates'] | undefined;
}

/** The locals of a page of the owner's own, once it has said what it is; other pages keep theirs. */
export function describePage(locals: RedaktionLocals, facts: CustomPageFacts): RedaktionLocals {
  const { page, options, site } = locals;
  if (page.kind !== 'custom') return locals;
  const lang = facts.lang ?? page.lang;
  const title = facts.title ?? page.title;
  const t = lang === page.lang ? locals.t : createT(lang, options.strings);
  const home = { label: t('home'), url: site.locale(lang).home };
  return {
    ...locals,
    t,
    page: {
      ...page,
      lang,
      title,
      ...(facts.description === undefined ? {} : { description: facts.description }),
      noindex: facts.noindex ?? page.noindex,
      alternates: facts.alternates ?? page.alternates,
      crumbs: title === '' ? [] : [home, ...(facts.crumbs ?? []), { label: title, lang: facts.titleLang }],
    },
    formatDate: (date, style) => formatDate(date, { lang, timezone: options.timezone, style }),
  };
}

declare global {
  namespace App {
    interface Locals {
      redaktion: RedaktionLocals;
    }
  }
}
