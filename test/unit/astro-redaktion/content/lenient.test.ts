import { expect, test } from 'vitest';
import { lenience } from '../../../../packages/astro-redaktion/src/content/lenient.ts';
import type { Problem } from '../../../../packages/astro-redaktion/src/types.ts';

const problem = (code: string): Problem => ({ code, severity: 'error', file: 'a.md', message: '' });
const severities = (codes: string[], lenient: ReturnType<typeof lenience>): string[] =>
  codes.map((code) => lenient(problem(code)).severity);

const OURS = ['author-unknown', 'post-unknown-language', 'wrong-front-matter', 'registry-wrong-shape'];
// Of pages that only we make.
const PAGES = ['tag-same-slug', 'category-without-slug', 'keyword-long-slug', 'author-same-slug', 'redirect-no-path'];

test('a whole Jekyll site does not stop at rules that Jekyll does not have', () => {
  const all = [...OURS, ...PAGES];
  expect(severities(all, lenience({ whole: true }))).toEqual(all.map(() => 'warning'));
  expect(severities(PAGES, lenience({ whole: false }))).toEqual(PAGES.map(() => 'error'));
  expect(severities(['date-unreadable', 'liquid-unknown-tag'], lenience({ whole: true }))).toEqual(['error', 'error']);
});

test('a site of ours does, and so does what an option asks for', () => {
  expect(severities(OURS, lenience({ whole: false }))).toEqual(OURS.map(() => 'error'));
  expect(severities(OURS, lenience({ whole: true, asked: { authors: './folk.yml' } }))).toEqual([
    'error',
    'warning',
    'warning',
    'error',
  ]);
});

test('a draft that nobody sees stops nothing in a whole Jekyll site, which reads no drafts', () => {
  const tag = problem('liquid-unknown-tag');
  expect(lenience({ whole: true })(tag, true).severity).toBe('warning');
  expect(lenience({ whole: false })(tag, true).severity).toBe('error');
});
