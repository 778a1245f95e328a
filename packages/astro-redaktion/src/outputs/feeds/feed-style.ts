import type { SiteOptions } from '../../config/site-options.ts';
import { escapeMarkup } from '../plain.ts';
import { outputTexts } from '../texts.ts';

/**
 * XSLT that shows a feed, RSS or Atom, as a page to those who open it in a browser; served as `feed.xsl` at the base.
 * Texts follow the language that the feed names. Browsers without XSLT use `feedCss()`, which this page uses, too.
 */
export function feedStyle(options: SiteOptions): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:atom="http://www.w3.org/2005/Atom" exclude-result-prefixes="atom">
<xsl:output method="html" encoding="utf-8" doctype-system="about:legacy-compat"/>
<xsl:variable name="lang" select="string(/rss/channel/language | /atom:feed/@xml:lang)"/>
<xsl:variable name="title" select="string(/rss/channel/title | /atom:feed/atom:title)"/>
<xsl:template match="/">
<html lang="{$lang}">
<head>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="robots" content="noindex"/>
<title><xsl:value-of select="$title"/></title>
<link rel="stylesheet" href="${escapeMarkup(options.base)}feed.css"/>
</head>
<body class="rd-feed">
<main>
<h1><xsl:value-of select="$title"/></h1>
<p>${choose('feedIntro', options)}</p>
<p><a href="{/rss/channel/link | /atom:feed/atom:link[@rel='alternate']/@href}">${choose('feedVisit', options)}</a></p>
<h2>${choose('feedPosts', options)}</h2>
<ul><xsl:apply-templates select="/rss/channel/item | /atom:feed/atom:entry"/></ul>
</main>
</body>
</html>
</xsl:template>
<xsl:template match="item | atom:entry">
<li>
<a href="{link | atom:link[@rel='alternate']/@href}"><xsl:value-of select="title | atom:title"/></a>
<xsl:text> </xsl:text>
<small><xsl:value-of select="substring(pubDate, 6, 11)"/><xsl:value-of select="substring(atom:published, 1, 10)"/></small>
</li>
</xsl:template>
</xsl:stylesheet>
`;
}

/** CSS for that page, and for feeds in browsers that have no XSLT; served as `feed.css` at the base. */
export function feedCss(options: SiteOptions): string {
  // An RSS feed names its language where CSS cannot read it; the main one, written last, holds there.
  const intros = options.locales.map(({ lang }) => {
    const text = `content: ${cssString(outputTexts(lang, options)('feedIntro'))}`;
    return `rss::before, feed:lang(${lang})::before { ${text} }`;
  });
  return `${RULES}${intros.toReversed().join('\n')}\n`;
}

/** The text in the feed's language; in the main one for languages that the site does not have. */
function choose(key: 'feedIntro' | 'feedVisit' | 'feedPosts', options: SiteOptions): string {
  const text = (lang: string): string => escapeMarkup(outputTexts(lang, options)(key));
  const others = options.locales.filter(({ lang }) => lang !== options.lang);
  if (others.length === 0) return text(options.lang);
  const tests = others.map(({ lang }) => `<xsl:when test="$lang='${escapeMarkup(lang)}'">${text(lang)}</xsl:when>`);
  return `<xsl:choose>${tests.join('')}<xsl:otherwise>${text(options.lang)}</xsl:otherwise></xsl:choose>`;
}

function cssString(text: string): string {
  return `"${text.replace(/["\\\n<]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}

const RULES = `:root { color-scheme: light dark; }
rss, feed, .rd-feed { display: block; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.6 system-ui, sans-serif; }
rss::before, feed::before { display: block; margin-block-end: 1rem; padding: 1rem; border: 1px solid; border-radius: 0.5rem; }
rss *, feed * { display: none; }
channel, item, entry, channel > title, channel > description, item > title, item > link, item > pubDate,
feed > title, feed > subtitle, entry > title, entry > id, entry > summary:not([type='html']), entry > published { display: block; }
channel > title, feed > title { font-size: 1.75rem; font-weight: 700; }
item, entry { margin-block-start: 1.5rem; }
item > title, entry > title { font-weight: 700; }
item > link, entry > id, item > pubDate, entry > published { font-size: 0.875rem; overflow-wrap: anywhere; }
.rd-feed li { margin-block: 0.5rem; }
`;
