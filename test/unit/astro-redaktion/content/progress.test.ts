import { expect, test } from 'vitest';
import { createProgress } from '../../../../packages/astro-redaktion/src/content/progress.ts';

/** What is written while 3,000 posts are read, a millisecond each. */
function written(settings: { isTTY?: boolean; ci?: boolean }): string[] {
  const lines: string[] = [];
  let time = 0;
  const progress = createProgress(3000, {
    terminal: { isTTY: settings.isTTY ?? true, write: (text) => lines.push(text) },
    now: () => time,
    ci: settings.ci ?? false,
  });
  for (let post = 0; post < 3000; post++) {
    time++;
    progress.step();
  }
  progress.end();
  return lines;
}

test('long work is told of on one line, ten times a second at most, and the line is taken away', () => {
  const lines = written({});
  expect(lines[0]).toBe('\r\x1b[KReading posts: 1000 of 3000 (1 s)');
  expect(lines.at(-2)).toBe('\r\x1b[KReading posts: 3000 of 3000 (3 s)');
  expect(lines.at(-1)).toBe('\r\x1b[K');
  expect(lines).toHaveLength(22);
});

test('nobody is told where nobody watches', () => {
  expect(written({ isTTY: false })).toEqual([]);
  expect(written({ ci: true })).toEqual([]);
});

test('short work is not told of', () => {
  const lines: string[] = [];
  const progress = createProgress(1, {
    terminal: { isTTY: true, write: (text) => lines.push(text) },
    now: () => 0,
    ci: false,
  });
  progress.step();
  progress.end();
  expect(lines).toEqual([]);
});
