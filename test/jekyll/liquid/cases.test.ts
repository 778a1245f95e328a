import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createLiquid } from '../../../packages/astro-redaktion/src/content/jekyll/liquid/renderer.ts';
import type {
  LiquidDocument,
  LiquidPost,
  LiquidSite,
} from '../../../packages/astro-redaktion/src/content/jekyll/liquid/types.ts';
import { testSite, writeFolder } from './folder.ts';
import { better } from './verdicts.ts';

const folder = join(import.meta.dirname, 'cases');
const cases = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Case);
const used = new Set<string>();

afterAll(() => {
  expect(
    [...Object.keys(better)].filter((name) => !used.has(name)),
    'verdicts for no case',
  ).toEqual([]);
});

describe.each(cases)('$id', (given) => {
  const liquid = createLiquid(siteOf(given));
  if (given.stopped !== undefined) {
    test(`is a problem where Jekyll stops: ${given.stopped.slice(0, 90)}`, () => {
      const { problems } = liquid.render(
        postOf(given, {
          path: '_posts/2022-06-02-x.md',
          url: '/x.html',
          id: '/x',
          date: '2022-06-02',
          data: {},
        }),
      );
      expect(problems.map(({ severity }) => severity)).toContain('error');
      expect(problems[0]).toMatchObject({ file: 'old/_posts/2022-06-02-x.md', line: 6 });
    });
  }
  test.each(given.posts ?? [])('$path', (truth) => {
    const name = `${given.id}/${basename(truth.path, '.md')}`;
    const post = postOf(given, truth);
    // An excerpt is rendered like the text itself; these bodies are a paragraph, their own excerpt.
    const excerpt = given.id === 'variables' ? { excerpt: () => liquid.render(post).text.trim() } : {};
    const { text, problems } = liquid.render(Object.assign(post, excerpt));
    used.add(name);
    expect(text).toBe(better[name]?.text ?? truth.markdown);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
  test.each((given.pages ?? []).filter(({ name }) => given.files[name]?.includes('{%')))(
    '$name',
    ({ name, url, content }) => {
      const page: LiquidPost = {
        path: name,
        url,
        id: url,
        data: {},
        file: name,
        bodyLine: 3,
        body: bodyOf(given.files[name] ?? ''),
      };
      expect(liquid.render(page).text).toBe(content);
    },
  );
});

function siteOf(given: Case): LiquidSite {
  const { files, config, timeZone = 'UTC', posts = [], pages = [], collections = {}, staticFiles = [] } = given;
  const documents = posts.map((truth) => documentOf(truth, bodyOf(given.files[truth.path] ?? '')));
  const others = Object.entries(collections).map(([label, list]) => [
    label,
    list.map(({ path, url }) => ({ path, url, id: url, data: {} })),
  ]);
  return testSite({
    root: writeFolder(files),
    config,
    timeZone,
    environment: 'development',
    posts: () => documents,
    pages: () => pages.map(({ name, url }) => ({ path: name, url, id: url, data: {} })),
    collections: () => Object.fromEntries(others) as Record<string, LiquidDocument[]>,
    staticFiles: () => staticFiles,
  });
}

function documentOf({ path, url, id, date, data }: Truth, body: string): LiquidDocument {
  return {
    path,
    url,
    id,
    data,
    date: Date.parse(date),
    collection: 'posts',
    content: () => body,
    excerpt: () => body.trim(),
  };
}

function postOf({ files }: Case, truth: Truth): LiquidPost {
  const text = files[truth.path] ?? '';
  const body = bodyOf(text);
  const bodyLine = text.slice(0, text.length - body.length).split('\n').length;
  return { ...documentOf(truth, body), file: `old/${truth.path}`, body, bodyLine };
}

/** All after the front matter and the blank lines below it. */
function bodyOf(text: string): string {
  return text.replace(/^---\n[\s\S]*?\n?---\s*\n/, '');
}

interface Truth {
  path: string;
  url: string;
  id: string;
  date: string;
  data: Record<string, unknown>;
  markdown?: string;
}
interface Case {
  id: string;
  config: Record<string, unknown>;
  timeZone?: string;
  files: Record<string, string>;
  /** What Jekyll said when it stopped. */
  stopped?: string;
  posts?: Truth[];
  pages?: { url: string; name: string; content: string }[];
  collections?: Record<string, { path: string; url: string }[]>;
  staticFiles?: string[];
}
