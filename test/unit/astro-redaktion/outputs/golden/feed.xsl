<?xml version="1.0" encoding="utf-8"?>
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
<link rel="stylesheet" href="/feed.css"/>
</head>
<body class="rd-feed">
<main>
<h1><xsl:value-of select="$title"/></h1>
<p><xsl:choose><xsl:when test="$lang='en'">This is a web feed. Copy its address to a feed reader to get new posts.</xsl:when><xsl:otherwise>Det här är ett webbflöde. Kopiera adressen till en flödesläsare för att få nya artiklar.</xsl:otherwise></xsl:choose></p>
<p><a href="{/rss/channel/link | /atom:feed/atom:link[@rel='alternate']/@href}"><xsl:choose><xsl:when test="$lang='en'">Visit the site</xsl:when><xsl:otherwise>Till webbplatsen</xsl:otherwise></xsl:choose></a></p>
<h2><xsl:choose><xsl:when test="$lang='en'">Posts</xsl:when><xsl:otherwise>Artiklar</xsl:otherwise></xsl:choose></h2>
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
