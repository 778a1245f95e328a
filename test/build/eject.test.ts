import { join } from 'node:path';
import { eject as ejectInProcess } from 'astro-redaktion/internal/cli/eject/eject.js';
import { afterAll, describe, expect, test } from 'vitest';
import { SLOTS } from '../../packages/astro-redaktion/src/config/slots.ts';
import { config, createTestSite, post, removeTestSites, repository, run } from '../helpers/site.ts';

const cli = join(repository, 'packages/astro-redaktion/dist/cli/main.js');
const names = Object.keys(SLOTS);

afterAll(removeTestSites);

describe('redaktion eject', () => {
  const site = createTestSite({
    'astro.config.mjs': config('{ search: true, postsPerPage: 1 }'),
    '_posts/2022-06-01-a.md': post(
      'title: A\ntags: x y\nseries: { name: S }\nlicence: CC0',
      'Ut.\n\n<!--more-->\n\n## Ett\n\n### Två',
    ),
    '_posts/2022-06-02-b.md': post(
      'title: B\ntags: x\nauthor: Ada\nseries: { name: S }\nimage: { path: "https://e.se/a.svg", alt: "" }',
    ),
  });
  const eject = (...args: string[]): ReturnType<typeof run> => run(cli, ['eject', ...args], { cwd: site.root });

  test('copies every slot so that it prints what the default prints', async () => {
    expect((await site.build()).code).toBe(0);
    const before = site.snapshot();
    for (const name of names) {
      const lines: string[] = [];
      const output = { print: (text: string) => lines.push(text), note: (text: string) => lines.push(text) };
      const copied = { slot: name, to: './src/components', diff: false, accept: false };
      expect(ejectInProcess(copied, output, site.root)).toBe(0);
      expect(lines.join('\n')).toContain(`redaktion({ components: { ${name}: './src/components/${name}.astro' } })`);
    }
    const components = Object.fromEntries(names.map((name) => [name, `./src/components/${name}.astro`]));
    site.write(
      'astro.config.mjs',
      config(`{ search: true, postsPerPage: 1, components: ${JSON.stringify(components)} }`),
    );
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    const html = (files: Record<string, string>) => Object.entries(files).filter(([file]) => file.endsWith('.html'));
    expect(html(site.snapshot())).toEqual(html(before));
    expect(html(before).length).toBeGreaterThan(15);
  });

  test('leaves a file that exists as it is', async () => {
    site.write('src/components/PostCard.astro', `${site.source('src/components/PostCard.astro')}<!-- min -->\n`);
    const { code, output } = await eject('PostCard');
    expect(code).toBe(2);
    expect(output).toContain('`src/components/PostCard.astro` exists already, and is left as it is.');
    expect(site.source('src/components/PostCard.astro')).toContain('<!-- min -->');
  });

  test('shows what has changed in the package since, and nothing of what the owner changed', async () => {
    expect(await eject('PostCard', '--diff')).toEqual({
      code: 0,
      output: 'src/components/PostCard.astro: slot PostCard, copied from 0.1.0; nothing has changed in 0.1.0\n',
    });
    // As if it had been copied from an older version, with another class.
    for (const path of ['src/components/.ejected/PostCard.astro', 'src/components/PostCard.astro'])
      site.write(
        path,
        site.source(path).replace('0.1.0, ejected', '0.0.9, ejected').replaceAll('rd-card__side', 'rd-card__left'),
      );
    const { code, output } = await eject('--diff');
    expect(code).toBe(1);
    expect(output).toContain('src/components/PostCard.astro: slot PostCard, copied from 0.0.9; changed since:');
    expect(output).toContain('-  <div class="rd-card__left">\n+  <div class="rd-card__side">');
    expect(output).not.toContain('min -->');
    expect(output.match(/nothing has changed/g)).toHaveLength(names.length - 1);
  });

  test('takes the installed version as the original once the owner says so', async () => {
    const { code, output } = await eject('PostCard', '--accept');
    expect(code, output).toBe(0);
    expect((await eject('PostCard', '--diff')).code).toBe(0);
    expect(site.source('src/components/PostCard.astro')).toContain('rd-card__left');
    expect(site.source('src/components/PostCard.astro')).toContain('astro-redaktion 0.1.0, ejected');
  });

  test('shows how a copy differs when its original is gone', async () => {
    site.remove('src/components/.ejected/PostCard.astro');
    const { code, output } = await eject('PostCard', '--diff');
    expect(code).toBe(1);
    expect(output).toContain('the original src/components/.ejected/PostCard.astro is missing');
    expect(output).toContain('-<!-- min -->');
  });

  test.each([
    [['PostCrad'], 'There is no slot `PostCrad`.\nDid you mean `PostCard`?'],
    [['toString'], 'There is no slot `toString`.'],
    [[], 'FormattedDate    A date'],
    [['Pager', '--to', '..'], 'The folder `..` is not below src/.'],
    [['Pager', '--diff', '--to', './src'], 'src/components/Pager.astro: slot Pager, copied from 0.1.0; nothing'],
  ])('%j', async (args, message) => {
    const { code, output } = await eject(...args);
    expect(output).toContain(message);
    expect(code).toBe(args.includes('--diff') ? 0 : 2);
  });

  test('says so where nothing was copied', async () => {
    const empty = createTestSite({});
    const { code, output } = await run(cli, ['eject', '--diff'], { cwd: empty.root });
    expect(output).toContain('No component below src/ was copied.\nCopy one: redaktion eject <slot>');
    expect(code).toBe(2);
  });
});
