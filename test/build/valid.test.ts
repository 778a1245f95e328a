import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { attribute, findAll, textOf } from '../helpers/html.ts';
import { feedFaults } from '../helpers/feed-rules.ts';
import { headFaults } from '../helpers/head-rules.ts';
import { sitemapFaults } from '../helpers/sitemap.ts';
import { faultsOf, thingsIn } from '../helpers/structured-data.ts';
import { buildExample, repository } from '../helpers/site.ts';
import { vnuFaults } from '../helpers/vnu.ts';

const example = join(repository, 'example-site');
const dist = join(example, 'dist');
const ARTICLE = '2022/06/02/ineras-tjanster.html';

/** Paths of all pages of the built example site. */
const pages = (): string[] =>
  readdirSync(dist, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.html'))
    .sort();
const read = (path: string): string => readFileSync(join(dist, path), 'utf8');

beforeAll(async () => {
  await buildExample();
});

describe('every page of the example site', () => {
  test('is valid to the Nu HTML checker', () => {
    expect(vnuFaults(dist)).toEqual([]);
  });

  test('is valid to html-validate', async () => {
    const checker = new HtmlValidate(
      new FileSystemConfigLoader({
        root: true,
        extends: ['html-validate:recommended'],
        rules: {
          // Astro prints `<meta/>` in places: HTML allows it, and nothing depends on it.
          'void-style': 'off',
          // Ids are Jekyll's, which begin with digits and hold å ä ö: HTML allows both.
          'valid-id': ['error', { relaxed: true }],
          // Typographic non-breaking signs are not asked of numbers in an author's text.
          'tel-non-breaking': 'off',
          // Titles are the author's; the head's is made of them and the site's name.
          'long-title': 'off',
        },
      }),
    );
    const reports = await Promise.all(pages().map((path) => checker.validateFile(join(dist, path))));
    const messages = reports.flatMap(({ results }) =>
      results.flatMap(({ filePath, messages: list }) =>
        list.map(({ ruleId, message, line, column }) => `${filePath}:${line}:${column} ${ruleId}: ${message}`),
      ),
    );
    expect(messages).toEqual([]);
  });

  test('has no id twice, and one h1', () => {
    const twice = pages().flatMap((path) => {
      const html = read(path);
      const ids = findAll(html, (element) => attribute(element, 'id') !== undefined).map((element) =>
        attribute(element, 'id'),
      );
      const headlines = findAll(html, (element) => element.tagName === 'h1').length;
      return ids.length === new Set(ids).size && headlines === 1 ? [] : [path];
    });
    expect(twice).toEqual([]);
  });
});

test('every head follows the rules of platforms', () => {
  for (const path of pages()) {
    // Drawings have titles of their own.
    const [head = ''] = read(path).split('</head>');
    const tags = findAll(head, ({ tagName }) => /^(?:title|meta|link)$/.test(tagName)).map((element) => ({
      tag: element.tagName,
      attrs: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
      text: textOf(element),
    }));
    const isRedirect = tags.some(({ attrs }) => attrs['http-equiv'] === 'refresh');
    if (!isRedirect) expect(headFaults(tags), path).toEqual([]);
  }
});

test('every feed follows the rules of its format', async () => {
  const files = readdirSync(dist, { recursive: true })
    .map(String)
    .filter((path) => /(?:^|\/)(?:feed|atom)(?:\.\d+)?\.(?:xml|json)$/.test(path));
  expect(files.length).toBeGreaterThan(9);
  for (const file of files) expect(await feedFaults(read(file), `https://exempel.se/${file}`), file).toEqual([]);
});

test('the sitemap and its index are valid by their schemas', async () => {
  const files = readdirSync(dist).filter((file) => /^sitemap.*\.xml$/.test(file));
  expect(files.sort()).toEqual(['sitemap-0.xml', 'sitemap-index.xml']);
  for (const file of files) expect(await sitemapFaults(read(file)), file).toEqual([]);
  expect(read('sitemap-0.xml')).toContain(
    '<image:loc>https://exempel.se/assets/images/post-head/500/ide.jpg</image:loc>',
  );
});

test('structured data follows the rules of its types, and names only nodes that some page has', () => {
  const graphs = pages().flatMap((path) =>
    findAll(read(path), (element) => attribute(element, 'type') === 'application/ld+json').map((script) => ({
      path,
      data: JSON.parse(textOf(script)) as { '@graph'?: unknown },
    })),
  );
  // Those of plugins stand in scripts of their own, of one node.
  const ours = graphs.filter(({ data }) => data['@graph'] !== undefined);
  expect(ours.length).toBeGreaterThan(80);
  const ids = new Set(graphs.flatMap(({ data }) => thingsIn(data)).map((thing) => thing['@type'] && thing['@id']));
  expect(
    ours.flatMap(({ path, data }) => faultsOf(data, (id) => ids.has(id)).map((fault) => `${path}: ${fault}`)),
  ).toEqual([]);
  const types = new Set(ours.flatMap(({ data }) => thingsIn(data)).map((thing) => thing['@type']));
  for (const type of ['BlogPosting', 'CollectionPage', 'ProfilePage', 'SearchResultsPage', 'SearchAction'])
    expect(types).toContain(type);
});

describe('the article', () => {
  const styles = (): string[] =>
    findAll(read(ARTICLE), (element) => attribute(element, 'rel') === 'stylesheet').map(
      (element) => attribute(element, 'href') ?? '',
    );

  test('weighs at most 20 kB with its styles, compressed', () => {
    const files = [ARTICLE, ...styles()];
    const bytes = files.map((path) => gzipSync(readFileSync(join(dist, path)), { level: 9 }).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(20_000);
  });

  test('runs no script', () => {
    const scripts = findAll(
      read(ARTICLE),
      (element) => element.tagName === 'script' && attribute(element, 'type') !== 'application/ld+json',
    );
    expect(scripts).toEqual([]);
  });
});
