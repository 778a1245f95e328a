import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ourAnswer } from './answer.ts';
import type { Answer, Case } from './answer.ts';
import { BETTER, OTHER_FILES, RULES, STOPS } from './rules.ts';

const folder = join(import.meta.dirname, 'cases');
const ids = readdirSync(folder).map((name) => name.replace('.json', ''));

describe('the suite', () => {
  it('judges every case, and has a case for every rule', () => {
    expect([...ids].sort()).toEqual(Object.keys(RULES).sort());
  });

  it('does better on purpose only where a case and a post show it, with a reason', () => {
    for (const better of BETTER) {
      expect(Object.keys(readCase(better.case).files)).toContain(better.path);
      expect(better.why).not.toBe('');
    }
  });
});

describe.each(ids)('%s', (id) => {
  const site = readCase(id);
  const better = BETTER.filter((one) => one.case === id);
  const ours = ourAnswer(site);

  it(`${RULES[id] ?? 'has no rule'}: as Jekyll${better.length > 0 ? ', or better on purpose' : ''}`, () => {
    const errors = ours.problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    if (site.jekyll.stopped) {
      expect(errors).toContain(STOPS[id]);
      return;
    }
    expect(errors.sort()).toEqual(better.flatMap(({ error }) => error ?? []).sort());
    expect(ours.posts.map(inWords(better))).toEqual(expectedPosts(site, better));
    expectSameFiles(site, { ours: ours.files, better, others: id in OTHER_FILES });
  });
});

describe('better on purpose', () => {
  it.each(BETTER.filter(({ error }) => error))('$case, $path: stops with $error, because $why', (better) => {
    const found = ourAnswer(readCase(better.case)).problems.find(
      ({ file, code }) => file === better.path && code === better.error,
    );
    expect(found?.severity).toBe('error');
    expect(found?.fix).toBeTruthy();
  });

  it.each(BETTER.filter(({ field }) => field))('$case, $path: its $field is $ours, because $why', (better) => {
    const post = ourAnswer(readCase(better.case)).posts.find(({ path }) => path === better.path);
    expect(post?.[better.field as keyof Answer]).toEqual(better.ours);
  });

  it.each(BETTER.filter(({ file }) => file))('$case, $path: is written to $file, because $why', (better) => {
    expect(ourAnswer(readCase(better.case)).files[better.path]).toBe(better.file);
  });

  it('reads a post with a number for its categories, and warns', () => {
    const { posts, problems } = ourAnswer(readCase('tags'));
    const post = posts.find(({ path }) => path === '_posts/2022-06-02-cat-int.md');
    expect(post).toMatchObject({ title: 'Cat Int', categories: ['2022'], url: '/2022/2022/06/02/cat-int.html' });
    expect(problems.map(({ code }) => code)).toContain('categories-value');
  });

  it('warns of a day that no calendar has, and keeps the address of Jekyll', () => {
    const { problems } = ourAnswer(readCase('own-dates-impossible'));
    const found = problems.filter(({ code }) => code === 'date-impossible');
    expect(found).toHaveLength(4);
    expect(found.map(({ message }) => message)).toContain(
      'There is no such day as "2022-06-31"; Jekyll takes it for 2022-07-01.',
    );
  });
});

/** Every post that is as Jekyll has its file; and where nothing else is written, there are no other files. */
function expectSameFiles({ jekyll }: Case, { ours, better, others }: Files): void {
  const odd = new Set(better.map(({ path }) => path));
  const files = Object.entries(ours).flatMap(([path, file]) => (odd.has(path) ? [] : [file]));
  expect(jekyll.written).toEqual(expect.arrayContaining(files));
  if (!others && odd.size === 0) expect(files.sort()).toEqual(jekyll.written);
}

/** Jekyll's posts in its order, without what we do better. */
function expectedPosts(site: Case, better: typeof BETTER): unknown[] {
  const stopped = new Set(better.filter(({ error }) => error?.startsWith('front-matter')).map(({ path }) => path));
  const odd = new Set(better.filter(({ all }) => all).map(({ path }) => path));
  const posts = (site.jekyll.posts ?? []).filter(({ path }) => !stopped.has(path));
  // A post that Jekyll could not read stands where its date of today puts it, not where ours does.
  return [...posts.filter(({ path }) => odd.has(path)), ...posts.filter(({ path }) => !odd.has(path))]
    .sort((a, b) => (odd.size > 0 ? byPath(a, b) : 0))
    .map(inWords(better));
}

function byPath(a: Answer, b: Answer): number {
  return a.path < b.path ? -1 : 1;
}

/** An answer as text where Jekyll keeps numbers, without the fields that are better on purpose. */
function inWords(better: typeof BETTER): (post: Answer) => unknown {
  return (post) => {
    const own = better.filter(({ path }) => path === post.path);
    if (own.some(({ all }) => all)) return { path: post.path };
    const fields = Object.entries(post).filter(([field]) => !own.some((one) => one.field === field));
    return { ...Object.fromEntries(fields), ...words(post, fields) };
  };
}

function words(post: Answer, fields: [string, unknown][]): Record<string, unknown> {
  const texts = {
    title: String(post.title),
    tags: post.tags.map(String),
    categories: post.categories.map(String),
    data: JSON.parse(JSON.stringify(post.data).replace(TIME, asRubyPrints)) as unknown,
  };
  return Object.fromEntries(Object.entries(texts).filter(([field]) => fields.some(([name]) => name === field)));
}

/** The oracle writes times in ISO 8601, which JSON has no type for; Ruby prints them, as we do, like this. */
const TIME = /"(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:Z|([+-]\d\d):(\d\d))"/g;

function asRubyPrints(_: string, day: string, time: string, hours = '', minutes = ''): string {
  return `"${day} ${time} ${hours === '' ? 'UTC' : hours + minutes}"`;
}

interface Files {
  /** Output files by post. */
  ours: Record<string, string>;
  better: typeof BETTER;
  /** Jekyll also writes files that are not posts. */
  others: boolean;
}

function readCase(id: string): Case {
  return JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')) as Case;
}
