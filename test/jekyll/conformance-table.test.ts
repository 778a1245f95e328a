import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { conformanceTable, EVERYWHERE, kramdownRows, liquidRows, metaRows } from './conformance-table.ts';

const repository = join(import.meta.dirname, '../..');
const file = join(repository, 'test/jekyll/CONFORMANCE.md');

describe('the table of all rules', () => {
  test('is what the suites find', () => {
    const made = conformanceTable();
    if (process.env['UPDATE']) writeFileSync(file, made);
    expect(readFileSync(file, 'utf8'), 'UPDATE=1 writes it anew').toBe(made);
  });

  test.each([
    ['names, dates and front matter', metaRows()],
    ['Liquid', liquidRows()],
    ['kramdown over Sätteri', kramdownRows('satteri')],
    ['kramdown over unified', kramdownRows('remark')],
  ])('%s: at least 98 % are as Jekyll, or better on purpose with a reason', (_suite, rows) => {
    const good = rows.filter(({ verdict }) => /^as Jekyll|^better on purpose, because \S/.test(verdict));
    expect(rows.length).toBeGreaterThan(50);
    expect(good.length / rows.length).toBeGreaterThanOrEqual(0.98);
    for (const { id, share } of rows.filter((row) => !good.includes(row))) expect(share, id).toBeGreaterThanOrEqual(0);
  });

  test('names a test that exists for what is better everywhere', () => {
    expect(EVERYWHERE.map(([, , path]) => path).filter((path) => !existsSync(join(repository, path)))).toEqual([]);
  });
});
