import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { termSlug } from '../../packages/astro-redaktion/src/model/slug.ts';
import { attribute, findAll } from '../helpers/html.ts';
import { config, createTestSite, post, removeTestSites, type TestSite } from '../helpers/site.ts';

afterAll(removeTestSites);

const NOW = '2026-11-23T00:00:00Z';
const TAGS = ['Vård', 'vård', 'E-hälsa', 'e_hälsa', 'Ärenden', '1177', '中文', 'Övrigt'];
const LISTED = ['live', 'live', 'live', 'live', 'ending'] as const;
const HELD = ['draft', 'drafts-folder', 'unpublished', 'future', 'expired'] as const;

interface Row {
  day: number;
  state: (typeof LISTED)[number] | (typeof HELD)[number] | 'unlisted';
  tags: string[];
  categories: string[];
  authors: string[];
  lang: 'sv' | 'en';
  series: boolean;
}

const row: fc.Arbitrary<Row> = fc.record({
  day: fc.integer({ min: 0, max: 700 }),
  state: fc.constantFrom(...LISTED, ...HELD, 'unlisted' as const),
  tags: fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 3 }),
  categories: fc.subarray(['Nytt', 'Teknik & liv']),
  authors: fc.subarray(['Bo Ek', 'Åsa Ö']),
  lang: fc.constantFrom('sv' as const, 'sv' as const, 'en' as const),
  series: fc.boolean(),
});
const sites = fc.record({
  rows: fc.array(row, { minLength: 6, maxLength: 16 }),
  postsPerPage: fc.integer({ min: 1, max: 3 }),
  base: fc.constantFrom('/', '/blogg/'),
});

/** A title that no other text of the site contains. */
const titleOf = ({ state }: Row, index: number): string =>
  `${isHeld(state) ? 'Hemlig' : state === 'unlisted' ? 'Olistad' : 'Titel'}${index}Z`;
/** `YYYY-MM-DD`. */
const dateOf = ({ state, day }: Row): string =>
  state === 'future' ? '2026-12-24' : new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
const isHeld = (state: Row['state']): boolean => (HELD as readonly string[]).includes(state);
const isListed = (state: Row['state']): boolean => (LISTED as readonly string[]).includes(state);

function files(rows: Row[], settings: { postsPerPage: number; base: string }): Record<string, string> {
  const posts = rows.map((own, index) => {
    const date = dateOf(own);
    const name = titleOf(own, index);
    const secret = isHeld(own.state) ? [`${name} tagg`] : [];
    const head = {
      title: name,
      tags: [...own.tags, ...secret],
      categories: own.categories,
      authors: isHeld(own.state) ? [`${name} författare`] : own.authors,
      lang: own.lang,
      description: `Om ${name}`,
      ...(own.state === 'draft' ? { draft: true } : {}),
      ...(own.state === 'unpublished' ? { published: false } : {}),
      ...(own.state === 'unlisted' ? { unlisted: true } : {}),
      ...(own.state === 'expired' ? { expires: '2026-11-22' } : {}),
      ...(own.state === 'ending' ? { expires: '2026-12-31' } : {}),
      ...(own.series || isHeld(own.state) ? { series: isHeld(own.state) ? `${name} serie` : 'Serien' } : {}),
    };
    const folder = own.state === 'drafts-folder' ? `_drafts/${date}-p${index}.md` : `_posts/${date}-p${index}.md`;
    const yaml = Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    return [folder, post(yaml.join('\n'), `Text av ${name}.\n\n<!--more-->\n\nMer.`)];
  });
  const options = `{ postsPerPage: ${settings.postsPerPage}, locales: { en: { label: 'English' } }, timezone: 'UTC' }`;
  return {
    'astro.config.mjs': config(options, `site: 'https://exempel.se', base: '${settings.base}',`),
    '_drafts/odaterad.md': post('title: Hemlig0Z'),
    // Templates see other posts; a text like this must not tell of those held back.
    '_posts/2020-01-01-p.md': post(
      'title: Titel999Z\nlang: sv',
      'Text.\n\n<!--more-->\n\n{% for post in site.posts %}{{ post.title }} {% endfor %}{{ page.next.title }}{{ site.tags | jsonify }}',
    ),
    '_posts/2020-01-02-q.md': post('title: Titel998Z\nlang: en'),
    ...Object.fromEntries(posts),
  };
}

/** Path → text of every file of `dist`; what is compressed is unpacked. */
function contents(site: TestSite): Map<string, string> {
  const paths = readdirSync(join(site.root, 'dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths.map((path) => {
      const bytes = readFileSync(path);
      const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
      return [path.slice(join(site.root, 'dist').length + 1), text.toString('utf8')];
    }),
  );
}

/** The titles in `<main>` of a page, each once, in order. */
function titlesOn(html: string): string[] {
  const [main = ''] = /<main[\s\S]*<\/main>/.exec(html) ?? [];
  return [...new Set([...main.matchAll(/(?:Titel|Olistad|Hemlig)\d+Z/g)].map(([title]) => title))];
}

/** All pages of a list one after the other: `x/index.html`, `x/2/index.html` … */
function listed(all: Map<string, string>, place: string): string[][] {
  const pages: string[][] = [];
  for (let number = 1; ; number++) {
    const html = all.get(`${place}/${number === 1 ? '' : `${number}/`}index.html`);
    if (html === undefined) return pages;
    pages.push(titlesOn(html));
  }
}

function expectedLists(rows: Row[]): Map<string, Set<string>> {
  const lists = new Map<string, Set<string>>([
    ['artiklar', new Set(['Titel999Z'])],
    ['en/artiklar', new Set(['Titel998Z'])],
    ['arkiv/2020/01', new Set(['Titel999Z'])],
    ['en/arkiv/2020/01', new Set(['Titel998Z'])],
  ]);
  const add = (place: string, title: string): void => {
    lists.set(place, (lists.get(place) ?? new Set()).add(title));
  };
  for (const [index, own] of rows.entries()) {
    if (!isListed(own.state)) continue;
    const prefix = own.lang === 'en' ? 'en/' : '';
    const slug = (name: string): string => termSlug(name.replaceAll('_', ' '), { lang: own.lang, mode: 'ascii' });
    const title = titleOf(own, index);
    add(`${prefix}artiklar`, title);
    add(`${prefix}arkiv/${dateOf(own).slice(0, 7).replace('-', '/')}`, title);
    if (own.series) add(`${prefix}serier/serien`, title);
    for (const tag of own.tags) add(`${prefix}tags/${slug(tag)}`, title);
    for (const category of own.categories) add(`${prefix}kategorier/${slug(category)}`, title);
    for (const author of own.authors) add(`${prefix}av/${slug(author)}`, title);
  }
  return lists;
}

function brokenLinks(all: Map<string, string>, base: string): string[] {
  const broken = new Set<string>();
  for (const [path, html] of all) {
    if (!path.endsWith('.html')) continue;
    for (const link of findAll(html, ({ tagName }) => tagName === 'a' || tagName === 'link')) {
      const href = attribute(link, 'href') ?? '';
      const address = href.startsWith('https://exempel.se/') ? href.slice('https://exempel.se'.length) : href;
      if (!address.startsWith('/')) continue;
      const [plain = ''] = address.split(/[?#]/);
      if (!plain.startsWith(base)) broken.add(`${path}: ${href} is outside of ${base}`);
      const file = decodeURIComponent(plain.slice(base.length));
      if (!all.has(file) && !all.has(`${file.replace(/\/$/, '')}/index.html`.replace(/^\//, '')))
        broken.add(`${path}: ${href}`);
    }
  }
  return [...broken];
}

describe('any site', () => {
  test('shows each post in its lists alone, leads nowhere that is not there, and tells of no post held back', async () => {
    await fc.assert(
      fc.asyncProperty(sites, async ({ rows, ...settings }) => {
        const site = createTestSite(files(rows, settings));
        const { code, output } = await site.build({ REDAKTION_NOW: NOW });
        expect(code, output).toBe(0);
        const all = contents(site);

        const leaks = [...all].filter(([path, text]) => /Hemlig\d+Z/.test(text + decodeURIComponent(path)));
        expect(leaks.map(([path]) => path)).toEqual([]);
        expect(brokenLinks(all, settings.base)).toEqual([]);

        for (const [place, titles] of expectedLists(rows)) {
          const pages = listed(all, place);
          expect(new Set(pages.flat()), place).toEqual(titles);
          expect(pages.flat(), place).toHaveLength(titles.size);
          for (const page of pages.slice(0, -1)) expect(page, place).toHaveLength(settings.postsPerPage);
        }
        for (const [index, own] of rows.entries()) {
          if (own.state !== 'unlisted') continue;
          const where = [...all].filter(([, text]) => text.includes(titleOf(own, index))).map(([path]) => path);
          expect(where.filter((path) => !path.includes(`/p${index}.`))).toEqual([]);
          expect(where.length).toBeGreaterThan(0);
        }
        const waiting = JSON.parse(readFileSync(join(site.root, 'redaktion/schedule.json'), 'utf8')) as {
          held: { title: string }[];
        };
        const held = ['Hemlig0Z', ...rows.flatMap((own, index) => (isHeld(own.state) ? [titleOf(own, index)] : []))];
        expect(new Set(waiting.held.map(({ title }) => title))).toEqual(new Set(held));
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });

  test('is the same, byte for byte, in any order of its files, zone and language of the machine', async () => {
    const [sample] = fc.sample(sites, { numRuns: 1, seed: 4 });
    if (!sample) throw new Error('fast-check gave no sample.');
    const { rows, ...settings } = sample;
    const made = Object.entries(files(rows, settings));
    const [one, other] = [made, made.toReversed()].map((list) => createTestSite(Object.fromEntries(list)));
    await one?.build({ REDAKTION_NOW: NOW, TZ: 'Asia/Kathmandu', LANG: 'sv_SE.UTF-8' });
    await other?.build({ REDAKTION_NOW: NOW, TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' });
    expect(Object.keys(one?.snapshot() ?? {}).length).toBeGreaterThan(20);
    expect(other?.snapshot()).toEqual(one?.snapshot());
  });

  test('gives any tag a page or a clear error', async () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '');
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(word, { minLength: 60, maxLength: 60 }), async (tags) => {
        const name = (index: number): string => `_posts/2022-06-02-p${index}.md`;
        const site = createTestSite(
          Object.fromEntries(
            tags.map((tag, index) => [name(index), post(`title: P${index}\ntags: [${JSON.stringify(tag)}]`)]),
          ),
        );
        let { code, output } = await site.build({ REDAKTION_NOW: NOW });
        const bad = new Set<number>();
        if (code !== 0) {
          const faults = [...output.matchAll(/p(\d+)\.md\n((?: {2}.*\n)+)/g)];
          for (const [, index, text] of faults) {
            expect(text).toMatch(/\[tag-(?:without-slug|same-slug|bad-slug|long-slug)\]/);
            expect(text).toMatch(/^ {2}3:\d+ error/);
            bad.add(Number(index));
            site.remove(name(Number(index)));
          }
          expect(bad.size, output).toBeGreaterThan(0);
          ({ code, output } = await site.build({ REDAKTION_NOW: NOW }));
        }
        expect(code, output).toBe(0);
        const all = contents(site);
        expect(brokenLinks(all, '/')).toEqual([]);
        for (const index of tags.keys()) {
          if (bad.has(index)) continue;
          const html = all.get(`2022/06/02/p${index}.html`) ?? '';
          const links = findAll(html, (element) => (attribute(element, 'rel') ?? '').split(' ').includes('tag'));
          expect(links.length, tags[index]).toBe(1);
        }
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });
});
