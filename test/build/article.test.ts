import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serializeOuter } from 'parse5';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { sv } from '../../packages/redaktion-inera/src/i18n/sv.ts';
import { inverse } from '../../packages/redaktion-inera/src/model/relations.ts';
import { attribute, findAll, hasClass, textOf } from '../helpers/html.ts';
import { buildExample, hashes, repository } from '../helpers/site.ts';

const example = join(repository, 'example-site');
const dist = (path: string): string => readFileSync(join(example, 'dist', path), 'utf8');
const source = (): string => readFileSync(join(example, '_posts/2022-06-02-ineras-tjanster.md'), 'utf8');

/** As Jekyll 4.3.1 makes them of the same file. */
const IDS = [
  'vad-är-inera',
  'tjänster',
  '1177',
  'formulärhantering-journalen-och-mina-intyg',
  'katalogtjänst-hsa',
  'nationell-patientöversikt-npö',
  'pascal',
  'rådgivningsstödet-rgs-webb',
  'svensk-informationstjänster-för-läkemedel-sil',
  'siths',
  'sjunet',
  'webcert',
  'vårdhandboken',
  'slutsatser',
];

let page = '';

beforeAll(async () => {
  await buildExample();
  page = dist('2022/06/02/ineras-tjanster.html');
});

describe('the article on the example site', () => {
  test('stands whole in the feed: every heading and its text, no table of contents', () => {
    const { items } = JSON.parse(dist('feed.json')) as { items: { url: string; content_html: string }[] };
    const html = items.find(({ url }) => url.endsWith('/2022/06/02/ineras-tjanster.html'))?.content_html ?? '';
    const headings = findAll(html, ({ tagName }) => /^h[2-6]$/.test(tagName));
    expect(headings.map((heading) => attribute(heading, 'id'))).toEqual(IDS);
    expect(html).not.toMatch(/rd-toc|href="[^"]*#(?:vad-|slutsatser)/);
    const [body] = findAll(page, (element) => hasClass(element, 'e-content'));
    const told = findAll(html, ({ tagName }) => tagName === 'p').map(textOf);
    expect(told.length).toBeGreaterThan(IDS.length);
    expect(told.filter((paragraph) => !(body && textOf(body).includes(paragraph)))).toEqual([]);
    const words = source().match(/^\p{Lu}[\p{L}\d ]{20,60}/gmu) ?? [];
    expect(words.length).toBeGreaterThan(5);
    expect(words.filter((start) => !told.join('\n').includes(start))).toEqual([]);
  });

  test('components have their form in feeds: a service is a paragraph with a link, and nothing runs or is empty', () => {
    const { items } = JSON.parse(dist('feed.json')) as { items: { url: string; content_html: string }[] };
    const cards = items.find(({ url }) => url.endsWith('/e-halsans-tjanster-som-kort.html'))?.content_html ?? '';
    expect(cards).toContain(
      '<p><a href="https://exempel.se/tjanster/npo/"><strong>Nationell patientöversikt (NPÖ)</strong></a>',
    );
    for (const { url, content_html } of items)
      expect(content_html, url).not.toMatch(
        /<(?:script|style|iframe|template|link|form)\b|redaktion:include|rd-toc|\sstyle=/,
      );
  });

  test('is the article as its authors gave it', () => {
    expect(hashes(join(example, '_posts'))['2022-06-02-ineras-tjanster.md']).toBe(
      'd4c003477331ddb7a543477379a17f87664028df',
    );
  });

  test('shows title, author and date', () => {
    const [title] = findAll(page, (element) => element.tagName === 'h1');
    expect(title && textOf(title)).toBe('Ineras tjänster');
    const [author] = findAll(page, (element) => hasClass(element, 'p-author'));
    expect(author && textOf(author)).toContain('Redaktionen');
    const [date] = findAll(page, (element) => hasClass(element, 'dt-published'));
    expect(date && textOf(date)).toBe('2 juni 2022');
    expect(date && attribute(date, 'datetime')).toBe('2022-06-02T08:00:00+02:00');
  });

  test('links its tags', () => {
    const tags = findAll(page, (element) => hasClass(element, 'p-category')).filter(
      (element) => attribute(element, 'rel') === 'tag',
    );
    expect(tags.map((tag) => [textOf(tag), attribute(tag, 'href')])).toEqual([
      ['Företag', '/tags/foretag/'],
      ['Medicinteknik', '/tags/medicinteknik/'],
    ]);
  });

  test('has the heading ids of Jekyll, in order', () => {
    const [content] = findAll(page, (element) => hasClass(element, 'e-content'));
    const ids = findAll(page, (element) => /^h[2-6]$/.test(element.tagName)).map((element) => attribute(element, 'id'));
    expect(content).toBeDefined();
    expect(ids.filter((id) => id && IDS.includes(id))).toEqual(IDS);
  });

  test('nests all fourteen headings in the table of contents in the text', () => {
    const [content] = findAll(page, (element) => hasClass(element, 'e-content'));
    const toc = content?.childNodes.find((node) => 'tagName' in node && hasClass(node, 'rd-toc')) as typeof content;
    const links = toc ? collectLinks(toc) : [];
    expect(links.map((link) => link.replace(/^.*#/, ''))).toEqual(IDS.map((id) => `${id}`));
    const depth = page.slice(page.indexOf('e-content')).split('href="#1177"')[0] ?? '';
    expect(depth.match(/<ul/g)?.length).toBe(2);
  });

  test('has every paragraph and link of the source', () => {
    const body = source().split('---\n').slice(2).join('---\n');
    const paragraphs = body.split(/\n+/).filter((line) => line && !/^[#<{]/.test(line));
    const text = findAll(page, (element) => hasClass(element, 'e-content'))
      .map(textOf)
      .join('');
    for (const paragraph of paragraphs) {
      const plain = paragraph.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/_/g, '');
      expect(text).toContain(plain);
    }
    for (const [, href] of body.matchAll(/\]\(([^)]*)\)/g)) expect(page).toContain(`href="${href}"`);
  });

  test('shows nothing of Liquid or of the excerpt marker', () => {
    expect(page).not.toContain('{%');
    expect(page).not.toContain('<!--more-->');
    expect(page).not.toContain('redaktion:include');
  });

  test('stands in the sitemap with what its front matter says', () => {
    const entry =
      dist('sitemap-0.xml')
        .split('<url>')
        .find((part) => part.includes('/ineras-tjanster.html')) ?? '';
    expect(entry).toContain('<lastmod>2022-06-02');
    expect(entry).toContain('<priority>0.7</priority>');
    expect(entry).toContain('<changefreq>weekly</changefreq>');
  });

  test('links to a contact box that exists', () => {
    expect(dist('index.html')).toContain('id="form-message"');
  });

  test('sends no script', () => {
    expect(
      findAll(page, (element) => element.tagName === 'script' && attribute(element, 'type') !== 'application/ld+json'),
    ).toEqual([]);
  });
});

function collectLinks(toc: ReturnType<typeof findAll>[number]): string[] {
  const links: string[] = [];
  const walk = (node: unknown): void => {
    const element = node as { tagName?: string; attrs?: { name: string; value: string }[]; childNodes?: unknown[] };
    const href = element.tagName === 'a' ? element.attrs?.find(({ name }) => name === 'href')?.value : undefined;
    if (href && !href.startsWith('#rd-')) links.push(href);
    element.childNodes?.forEach(walk);
  };
  walk(toc);
  return links;
}

test('every address that machines read on the example site leads to a file', () => {
  const files = Object.keys(hashes(join(example, 'dist')));
  const pages = files.filter((file) => file.endsWith('.html')).map(dist);
  const heads = pages.flatMap((html) => [
    ...(html.match(/<script type="application\/ld\+json">.*?<\/script>/gs) ?? []),
    ...(html.match(/<link rel="(?:alternate|canonical|license|prev|next)"[^>]*>/g) ?? []),
    ...(html.match(/<meta property="(?:og:image|og:url|article:author)"[^>]*>/g) ?? []),
  ]);
  const texts = [
    ...heads,
    ...files.filter((file) => /(?:^|\/)(?:sitemap.*|feed.*|atom.*)\.(?:xml|json)$|^llms.*\.txt$/.test(file)).map(dist),
  ];
  // Ids of posts in feeds are Jekyll's own, names that never change and no addresses.
  const ids = /<id>[^<]*<\/id>|<guid[^<]*<\/guid>|"id": ?"[^"]*"/g;
  const found = texts.flatMap((text) => text.replace(ids, '').match(/https:\/\/exempel\.se\/[^\s"<>?#'()\\]*/g) ?? []);
  const paths = new Set(found.map((url) => decodeURI(new URL(url).pathname).slice(1)));
  expect(paths.size).toBeGreaterThan(30);
  const known = new Set(files.flatMap((file) => [file, file.replace(/(?:^|(?<=\/))index\.html$/, '')]));
  expect([...paths].filter((path) => !known.has(path))).toEqual([]);
});

describe('the services of the article', () => {
  test('are linked where it first names them, each to a page that exists and lists the article', () => {
    const links = findAll(page, (element) => hasClass(element, 'rd-mention')).map((link) => attribute(link, 'href'));
    expect(links).toHaveLength(12);
    for (const href of links) expect(dist(`${href}index.html`), href).toContain('/2022/06/02/ineras-tjanster.html');
  });

  test('count a tag in any spelling: `WEbcert` in tags_extra is Webcert', () => {
    const file = '_posts/2026-10-08-e-halsans-tjanster-som-kort.md';
    const written = readFileSync(join(example, file), 'utf8');
    expect(written.match(/webcert/gi)).toEqual(['WEbcert']);
    expect(dist('tjanster/webcert/index.html')).toContain('/2026/10/08/e-halsans-tjanster-som-kort.html');
  });

  test('have a card under each heading that names them, and stand in the header', () => {
    const [content] = findAll(page, (element) => hasClass(element, 'e-content'));
    const cards: [string, string][] = [];
    let heading = '';
    for (const node of content?.childNodes ?? []) {
      if (!('tagName' in node)) continue;
      const [found] = findAll(serializeOuter(node), ({ tagName }) => /^h[2-6]$/.test(tagName));
      if (found && !hasClass(node, 'ri-aside')) heading = attribute(found, 'id') ?? '';
      const link = hasClass(node, 'ri-aside')
        ? /href="\/tjanster\/([^/]+)\/"/.exec(serializeOuter(node))?.[1]
        : undefined;
      if (link !== undefined) cards.push([heading, link]);
    }
    expect(cards).toEqual([
      ['1177', '1177'],
      ['formulärhantering-journalen-och-mina-intyg', 'formularhantering'],
      ['formulärhantering-journalen-och-mina-intyg', '1177-journal'],
      ['formulärhantering-journalen-och-mina-intyg', '1177-intyg'],
      ['katalogtjänst-hsa', 'katalogtjanst-hsa'],
      ['nationell-patientöversikt-npö', 'npo'],
      ['pascal', 'pascal'],
      ['rådgivningsstödet-rgs-webb', 'radgivningsstodet-webb'],
      ['svensk-informationstjänster-för-läkemedel-sil', 'sil'],
      ['siths', 'siths'],
      ['sjunet', 'sjunet'],
      ['webcert', 'webcert'],
      ['vårdhandboken', 'vardhandboken'],
    ]);
    const [header] = findAll(page, (element) => hasClass(element, 'ri-in-post'));
    const listed = [...(header ? serializeOuter(header) : '').matchAll(/href="\/tjanster\/([^/]+)\/"/g)].map(
      ([, id]) => id,
    );
    expect(listed).toEqual(expect.arrayContaining(cards.map(([, id]) => id)));
    expect(new Set(listed).size).toBe(listed.length);
  });

  test('stand on the built site with all 150 relations of their files, seen from both ends, drawn and listed', () => {
    const folder = join(repository, 'packages/redaktion-inera/data/services');
    const entries = readdirSync(folder).map(
      (file) =>
        parse(readFileSync(join(folder, file), 'utf8')) as { id: string; relations?: { type: string; to: string }[] },
    );
    const stated = entries.flatMap(({ id, relations = [] }) =>
      relations.map(({ type, to }) => ({ from: id, type, to })),
    );
    expect(stated).toHaveLength(150);
    const told = new Set<string>();
    for (const { id } of entries) {
      const [map] = findAll(dist(`tjanster/${id}/index.html`), (element) => hasClass(element, 'ri-map'));
      if (!map) continue;
      const html = serializeOuter(map);
      for (const [, words, list = ''] of html.matchAll(/<dt>([^<]*)<\/dt>\s*<dd>([^]*?)<\/dd>/g))
        for (const [, to] of list.matchAll(/href="\/tjanster\/([^/]+)\/"/g)) told.add(`${id} ${words} ${to}`);
      expect(html.match(/<g>/g)?.length, id).toBe(html.match(/<li>/g)?.length);
    }
    const wordsOf = (type: string): string => sv[`relation.${type}` as keyof typeof sv];
    const other = (type: string): string => wordsOf(inverse[type as keyof typeof inverse]);
    const missing = stated.filter(
      ({ from, type, to }) => !told.has(`${from} ${wordsOf(type)} ${to}`) || !told.has(`${to} ${other(type)} ${from}`),
    );
    expect(missing).toEqual([]);
  });

  test('are told in English too, and their addresses elsewhere are listed', () => {
    expect(dist('en/services/npo/index.html')).toMatch(/<html lang="en"[^]*Lets authorised staff/);
    const { addresses } = JSON.parse(dist('tjanster/addresses.json')) as {
      addresses: { url: string; from: string[] }[];
    };
    const known = new Set(addresses.map(({ url }) => url));
    const html = dist('tjanster/npo/index.html').replaceAll('&amp;', '&');
    const outside = [...html.slice(html.indexOf('ri-page')).matchAll(/href="(https:\/\/(?!exempel\.se)[^"]*)"/g)].map(
      ([, url]) => url,
    );
    expect(outside.length).toBeGreaterThan(2);
    expect(outside.filter((url) => url !== undefined && !known.has(url))).toEqual([]);
  });

  test('have a page each, whose list of relations holds every edge and leads to pages that exist', () => {
    const { services } = JSON.parse(dist('tjanster/catalogue.json')) as {
      services: { id: string; relations: { to: string }[] }[];
    };
    expect(services).toHaveLength(58);
    // Relations that both files state are one: 106 edges, each seen from both ends.
    expect(services.flatMap(({ relations }) => relations)).toHaveLength(212);
    for (const { id, relations } of services) {
      const html = dist(`tjanster/${id}/index.html`);
      const [map] = findAll(html, (element) => hasClass(element, 'ri-map'));
      const to = map ? [...html.slice(html.indexOf('ri-map')).matchAll(/<li><a href="\/tjanster\/([^/]+)\/"/g)] : [];
      expect(to.map(([, other]) => other).toSorted(), id).toEqual(relations.map((each) => each.to).toSorted());
    }
  });
});
