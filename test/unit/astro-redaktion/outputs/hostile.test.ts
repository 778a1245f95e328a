import { XMLParser, XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { Readable } from 'node:stream';
import { SitemapStream, streamToPromise } from 'sitemap';
import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { attribute, findAll, textOf } from '../../../helpers/html.ts';
import { shareFonts } from '../../../../packages/astro-redaktion/src/build/share-fonts.ts';
import { createSharePainter } from '../../../../packages/astro-redaktion/src/build/share-painter.ts';
import { feedTexts } from '../../../helpers/feed-texts.ts';
import { feedDocuments } from '../../../../packages/astro-redaktion/src/outputs/feeds/feed-document.ts';
import { headTags } from '../../../../packages/astro-redaktion/src/outputs/head.ts';
import { jsonLd } from '../../../../packages/astro-redaktion/src/outputs/json-ld.ts';
import { plain } from '../../../../packages/astro-redaktion/src/outputs/plain.ts';
import { createSitemap } from '../../../../packages/astro-redaktion/src/outputs/sitemap-integration.ts';
import { markdownFiles } from '../../../../packages/astro-redaktion/src/outputs/markdown-files.ts';
import {
  apacheRedirects,
  netlifyRedirects,
  nginxRedirects,
  redirectHtml,
} from '../../../../packages/astro-redaktion/src/outputs/redirects.ts';
import { searchRecord } from '../../../../packages/astro-redaktion/src/outputs/search-record.ts';
import { sharePictures } from '../../../../packages/astro-redaktion/src/outputs/share/share-picture.ts';
import { sharePictureTemplate } from '../../../../packages/astro-redaktion/src/outputs/share/share-template.ts';
import type { Page, RedirectPage, Site } from '../../../../packages/astro-redaktion/src/types.ts';
import { makePost, makeTerm, options, site } from './sample-site.ts';

/** Text that an editor, or an enemy, may put in any field of front matter. */
const hostile = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        '</script>',
        '<script>',
        '<!--',
        '-->',
        ']]>',
        '<![CDATA[',
        '&',
        '&amp;',
        '&apos;',
        '"',
        "'",
        '<b>',
        '\u0000',
        '\u0008',
        '\u000B',
        '\u001F',
        '\u0085',
        '\u2028',
        '\uD800',
        '\uDC00',
        '\uFFFE',
        '\n',
        '\r\n',
        '\t',
        ' ',
        'å',
        '🙂',
        '$1',
        '\\',
        '%',
        'x',
      ),
      { minLength: 1, maxLength: 12 },
    )
    .map((parts) => parts.join('')),
  fc.constant('Å&<'.repeat(3334)),
  fc.string({ unit: 'binary' }),
);

function siteOf(text: string): { page: Page; site: Site } {
  const tag = makeTerm(text, 'x');
  const author = { slug: 'a', name: text, url: '/av/a/', path: 'av/a', posts: [], description: text };
  const post = makePost({
    title: text,
    description: text,
    tags: [tag],
    keywords: [text],
    authors: [author],
    data: {
      image: { path: `/a ${text.replace(/[^"<&']/g, '')}.png`, alt: text, caption: text, credit: text },
      corrections: [{ day: '2024-01-01', text }],
      rights: {
        licence: { name: text, address: 'https://exempel.se/licens' },
        text,
        credits: [{ work: text, creator: text, source: text, changes: text }],
      },
      extra: { fediverse: text },
    },
  });
  tag.posts = [post];
  const page: Page = {
    kind: 'post',
    url: post.url,
    path: post.path,
    title: text,
    description: text,
    lang: 'sv',
    crumbs: [{ label: text, url: '/' }, { label: text }],
    alternates: [],
    noindex: false,
    key: '',
    post,
    related: [],
  };
  return {
    page,
    site: {
      ...site,
      posts: [post],
      pages: new Map([[page.path, page]]),
      locale: (lang) => ({ ...site.locale(lang), posts: [post] }),
    },
  };
}

const content = () => ({ html: '<p>x</p>', excerpt: '<p>x</p>' });
const titles = { ...options, title: 'T' };

describe('hostile front matter', () => {
  test('lands whole and escaped in feeds', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const made = siteOf(text);
        const write = feedTexts({ options: titles, content });
        const reader = new XMLParser({ ignoreAttributes: true, parseTagValue: false, processEntities: true });
        for (const document of feedDocuments(made.site, titles)) {
          const written = write(document);
          expect(written.isWellFormed()).toBe(true);
          const title =
            document.format === 'json' ? (JSON.parse(written) as Json).items[0]?.title : xmlTitle(written, reader);
          expect(title).toBe(plain(text) || 'https://example.se/2022/06/02/artikel.html');
        }
      }),
      { numRuns: 150 },
    );
  });

  test('cannot break out of structured data', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const made = siteOf(text);
        const json = jsonLd(made.page, made.site, titles);
        expect(json).not.toMatch(/[<>&\u2028\u2029]|undefined/);
        expect(json.isWellFormed()).toBe(true);
        const nodes = (JSON.parse(json) as { '@graph': { headline?: string }[] })['@graph'];
        expect(nodes.find(({ headline }) => headline !== undefined)?.headline ?? '').toBe(plain(text));
      }),
      { numRuns: 150 },
    );
  });

  test('is one line of legal characters in the head', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const made = siteOf(text);
        for (const tag of headTags(made.page, made.site, titles)) {
          for (const value of [tag.text ?? '', ...Object.values(tag.attrs)]) {
            // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
            expect(value).not.toMatch(/[\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF]/);
            expect(value.isWellFormed()).toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('leaves the sitemap well-formed', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const made = siteOf(text);
        const { take, options: sitemap } = createSitemap();
        take(made.site, titles);
        const items = sitemap.customPages.map((url) => sitemap.serialize?.({ url } as never));
        const xml = (
          await streamToPromise(Readable.from(items).pipe(new SitemapStream({ hostname: 'https://example.se' })))
        ).toString();
        expect(XMLValidator.validate(xml)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

test('hostile front matter means nothing but itself in Markdown', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const made = siteOf(text);
      const twins = { ...titles, markdownFiles: true };
      const files = markdownFiles(made.site, twins, { llms: true, source: () => 'Slut.' });
      expect(files.size).toBe(3);
      for (const [path, written] of files) {
        expect(written.isWellFormed()).toBe(true);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
        expect(written).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]/);
        const { html } = markdownToHtml(written);
        expect(/<(?:script|b)>|<!/i.test(html)).toBe(false);
        // The site's name, or the post's title; and in the whole of the site both.
        expect(findAll(html, ({ tagName }) => tagName === 'h1').length).toBe(path === 'llms-full.txt' ? 2 : 1);
      }
    }),
    { numRuns: 150 },
  );
});

describe('hostile addresses and titles of redirects', () => {
  const redirect = (text: string): RedirectPage => ({
    ...(site.pages.get('gammal.html') as RedirectPage),
    url: `/${encodeURI(text.toWellFormed())}`,
    title: text,
    to: `/${text}`,
  });
  const list = (text: string) => [
    { from: `/${text}`, to: `/ny/${text}` },
    { from: '/a', to: '/b' },
  ];

  test('stay inside the page that leads on', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = redirectHtml(redirect(text), titles);
        expect(html.isWellFormed()).toBe(true);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
        expect(html).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/);
        const elements = findAll(html, () => true).map(({ tagName }) => tagName);
        expect(elements).toEqual(['html', 'head', 'meta', 'title', 'meta', 'meta', 'link', 'body', 'h1', 'p', 'a']);
        const [link] = findAll(html, ({ tagName }) => tagName === 'a');
        expect(link && attribute(link, 'href')).toMatch(/^https:\/\/example\.se\//);
      }),
      { numRuns: 150 },
    );
  });

  test('are one line each in the files of hosts, with as many fields as there are', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const quoted = '"(?:[^"\\\\]|\\\\.)*"';
        const forms: [string, RegExp, number][] = [
          [netlifyRedirects(list(text)), /^\/\S* \/\S* 301$/, 0],
          [
            apacheRedirects(list(text), titles),
            new RegExp(`^RewriteRule ${quoted} ${quoted} \\[R=301,L,NE\\]$`, 'u'),
            1,
          ],
          [nginxRedirects(list(text)).replace(/\}\n#.*\n$/, ''), new RegExp(`^  ${quoted} ${quoted};$`, 'u'), 1],
        ];
        for (const [file, line, heads] of forms) {
          expect(file.isWellFormed()).toBe(true);
          const lines = file.split(/[\n\r\u2028\u2029\u0085]/).slice(heads, -1);
          expect(lines).toHaveLength(2);
          for (const each of lines) expect(each).toMatch(line);
        }
      }),
      { numRuns: 200 },
    );
  });
});

test('hostile front matter is text in the search index', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const [post] = siteOf(text).site.posts;
      const { html } = searchRecord(post ?? makePost(), '<p>Slut.</p>', titles);
      expect(html.isWellFormed()).toBe(true);
      const [title, ...more] = findAll(html, ({ tagName }) => tagName === 'h1');
      expect(more).toEqual([]);
      expect(title && textOf(title)).toBe(plain(text));
      expect(findAll(html, ({ tagName }) => tagName === 'script' || tagName === 'b')).toEqual([]);
      const filters = findAll(html, (element) => attribute(element, 'data-pagefind-filter') !== undefined);
      expect(filters.map((filter) => attribute(filter, 'data-pagefind-filter'))).toEqual([
        'tag',
        'author',
        'year',
        'lang',
      ]);
      expect(filters.slice(0, 2).map(textOf)).toEqual([plain(text), plain(text)]);
    }),
    { numRuns: 150 },
  );
});

test('hostile front matter is text on a share picture, and in the head that names it', async () => {
  const shared = { ...titles, sharePictures: { key: 'k', ownFonts: true } };
  const painter = createSharePainter({ template: sharePictureTemplate, fonts: shareFonts([]), version: '1' });
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      const made = siteOf(text);
      for (const post of made.site.posts) delete post.data.image;
      const facts = [...sharePictures(made.site, shared).values()];
      expect(facts).toHaveLength(1);
      for (const each of facts) {
        const plan = painter.plan(each);
        expect(JSON.stringify(plan.node).isWellFormed()).toBe(true);
        const picture = Buffer.from(await painter.paint(plan));
        expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
      }
      const alt = headTags(made.page, made.site, shared).find(({ attrs }) => attrs['property'] === 'og:image:alt');
      expect(alt?.attrs['content']).toContain(plain(text) || 'T');
    }),
    { numRuns: 40 },
  );
});

interface Json {
  items: { title: string }[];
}

/** The first title of an item, as an XML parser reads it. */
function xmlTitle(xml: string, reader: XMLParser): string {
  expect(XMLValidator.validate(xml)).toBe(true);
  const { rss, feed } = reader.parse(xml) as {
    rss?: { channel: { item: { title: string } } };
    feed?: { entry: { title: string } };
  };
  return (rss ? rss.channel.item.title : feed?.entry.title) ?? '';
}
