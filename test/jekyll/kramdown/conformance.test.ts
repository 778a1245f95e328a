import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Engine } from './engines.ts';
import type { Verdict } from './verdicts.ts';
import { remark, satteri } from './engines.ts';
import { normalise } from './normalise.ts';
import { REMARK_VERDICTS, SATTERI_VERDICTS } from './verdicts.ts';

interface Site {
  settings: Record<string, unknown>;
  cases: Record<string, { markdown: string; html: string }>;
}

// One construct a case, printed by Jekyll 4.3.1 with kramdown 2.4.0 and kramdown-parser-gfm 1.1.0.
const folder = join(import.meta.dirname, 'cases');
const sites = readdirSync(folder).map((file) => {
  const site = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Site;
  return { name: file.replace('.json', ''), ...site };
});

const engines: [string, Engine, Record<string, Verdict>][] = [
  ['Sätteri', satteri, SATTERI_VERDICTS],
  ['unified', remark, REMARK_VERDICTS],
];

describe.each(engines)('over %s', (_engine, render, verdicts) => {
  describe.each(sites)('with the settings of $name', ({ name, settings, cases }) => {
    test.each(Object.entries(cases))(
      '%s comes out as Jekyll prints it, unless the table says why not',
      async (id, { markdown, html }) => {
        const ours = normalise(await render(markdown, settings));
        const jekyll = normalise(html);
        if (verdicts[`${name}/${id}`]) expect(ours, 'as Jekyll now: take it off the table').not.toBe(jekyll);
        else expect(ours).toBe(jekyll);
      },
    );
  });

  test('the table names only cases that exist, and the share of real posts for what is not done yet', () => {
    const known = sites.flatMap(({ name, cases }) => Object.keys(cases).map((id) => `${name}/${id}`));
    for (const [id, verdict] of Object.entries(verdicts)) {
      expect(known).toContain(id);
      expect(verdict.kind === 'better on purpose' || typeof verdict.share === 'number').toBe(true);
    }
  });
});
