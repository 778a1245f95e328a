import type { SiteOptions } from '../config/site-options.ts';
import { directionOf } from '../i18n/direction.ts';
import type { RedirectPage, Site } from '../types.ts';
import { absolute, hasScheme, withBase } from './address.ts';
import { legal } from '../model/legal.ts';
import { escapeMarkup, plain } from './plain.ts';
import { outputTexts } from './texts.ts';

/** One address that leads to another. */
export interface Redirect {
  /** Root-relative, with base, percent-encoded. */
  from: string;
  /** Root-relative with base, or absolute. */
  to: string;
}

/** Every redirect of a site, by address. */
export function redirectList(site: Site, options: SiteOptions): Redirect[] {
  const pages = [...site.pages.values()].filter((page) => page.kind === 'redirect');
  const redirects = pages.map((page) => ({ from: page.url, to: target(page, options) }));
  return redirects.sort((a, b) => (a.from < b.from ? -1 : 1));
}

/**
 * A page that leads elsewhere on any file server: at once for browsers and search engines, by a link for all others.
 * `noindex` and canonical as jekyll-redirect-from and Astro have them.
 */
export function redirectHtml(page: RedirectPage, options: SiteOptions): string {
  const t = outputTexts(page.lang, options);
  const to = escapeMarkup(legal(absolute(target(page, options), options)));
  const title = escapeMarkup(t('redirectTitle'));
  return `<!doctype html>
<html lang="${escapeMarkup(page.lang)}"${directionOf(page.lang) === 'rtl' ? ' dir="rtl"' : ''}>
<meta charset="utf-8">
<title>${title}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${to}">
<link rel="canonical" href="${to}">
<h1>${title}</h1>
<p>${escapeMarkup(t('redirectText'))} <a href="${to}">${escapeMarkup(plain(page.title)) || to}</a></p>
</html>
`;
}

/**
 * `_redirects` of Netlify and Cloudflare Pages. A star or a colon in the old address would be a wildcard, and white
 * space ends a field, so all three are percent-encoded.
 * https://docs.netlify.com/manage/routing/redirects/overview/, https://developers.cloudflare.com/pages/configuration/redirects/
 */
export function netlifyRedirects(redirects: readonly Redirect[]): string {
  return lines(redirects, ({ from, to }) => `${from.replace(/[\s*:]/g, percent)} ${to.replace(/\s/g, percent)} 301`);
}

/**
 * `.htaccess` for Apache, for the folder that holds the site (mod_rewrite). Paths are matched decoded and without the
 * base; `NE` keeps Apache from encoding the target once more, which `RedirectMatch` cannot be kept from.
 * https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html#rewriterule
 */
export function apacheRedirects(redirects: readonly Redirect[], { base }: Pick<SiteOptions, 'base'>): string {
  if (redirects.length === 0) return '';
  const rules = lines(redirects, ({ from, to }) => {
    const pattern = decoded(from)
      .slice(from.startsWith(base) ? base.length : 1)
      .replace(/[\\^$.*+?()[\]{}|"]/g, '\\$&');
    return `RewriteRule "^${pattern}$" "${to.replace(/[%$\\]/g, '\\$&').replaceAll('"', percent)}" [R=301,L,NE]`;
  });
  return `RewriteEngine On\n${rules}`;
}

/**
 * A map for nginx' `http` block, and in a comment the line that its `server` block needs. `$uri` is decoded.
 * https://nginx.org/en/docs/http/ngx_http_map_module.html
 */
export function nginxRedirects(redirects: readonly Redirect[]): string {
  const rows = lines(redirects, ({ from, to }) => {
    return `  "${decoded(from).replace(/["\\]/g, '\\$&')}" "${to.replace(/["\\$]/g, percent)}";`;
  });
  return `map $uri $redaktion_redirect {\n${rows}}\n# server: if ($redaktion_redirect) { return 301 $redaktion_redirect; }\n`;
}

function target({ to }: RedirectPage, options: SiteOptions): string {
  return hasScheme(to) || to.startsWith('//') ? to : withBase(to, options);
}

function lines(redirects: readonly Redirect[], line: (redirect: Redirect) => string): string {
  return redirects.map((redirect) => `${line({ from: oneLine(redirect.from), to: oneLine(redirect.to) })}\n`).join('');
}

/** No address can begin a line of its own. */
function oneLine(address: string): string {
  return address.toWellFormed().replace(CONTROLS, percent);
}

function percent(character: string): string {
  const bytes = new TextEncoder().encode(character);
  return [...bytes].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

/** Servers compare paths decoded. */
function decoded(path: string): string {
  try {
    return oneLine(decodeURIComponent(path));
  } catch {
    return path;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get through
const CONTROLS = /[\u0000-\u001F\u007F\u0085\u2028\u2029]/g;
