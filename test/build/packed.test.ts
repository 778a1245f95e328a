import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repository, run } from '../helpers/site.ts';

const PACKAGES = ['astro-redaktion', 'redaktion-inera'];
const bin = (name: string): string => join(repository, 'node_modules/.bin', name);

let site = '';

/** A folder far from the workspace, so that nothing is found there by accident. */
beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'redaktion-packed-'));
});

afterAll(() => rmSync(site, { recursive: true, force: true }));

describe('the packages as they are published', () => {
  test('hold built files only, each with its types', async () => {
    for (const name of PACKAGES) {
      const { code, output } = await shell(
        `npm pack --json --pack-destination "${site}"`,
        join(repository, 'packages', name),
      );
      expect(code, output).toBe(0);
      const [{ files }] = Object.values(JSON.parse(output.slice(output.search(/[[{]/)))) as [
        { files: { path: string }[] },
      ];
      const paths = files.map(({ path }) => path);
      expect(
        paths.filter((path) => /(^|\/)(src|test)\//.test(path) || (path.endsWith('.ts') && !path.endsWith('.d.ts'))),
      ).toEqual([]);
      expect(paths).toContain('dist/index.js');
      for (const file of ['README.md', 'LICENSE']) expect(paths).toContain(file);
      expect(paths).toContain('dist/index.d.ts');
    }
  });

  test('satisfy publint', async () => {
    for (const name of PACKAGES) {
      const { code, output } = await shell(`"${bin('publint')}" run .`, join(repository, 'packages', name));
      expect(code, output).toBe(0);
      expect(output).not.toMatch(/\berrors?:|Errors:/i);
    }
  });

  test('make a site of an empty Astro project', async () => {
    const tarballs = readdirSync(site).filter((file) => file.endsWith('.tgz'));
    expect(tarballs).toHaveLength(2);
    const { version } = JSON.parse(readFileSync(join(repository, 'node_modules/astro/package.json'), 'utf8')) as {
      version: string;
    };
    const files = {
      'package.json': JSON.stringify({
        name: 'empty',
        type: 'module',
        private: true,
        dependencies: {
          astro: version,
          ...Object.fromEntries(tarballs.map((file) => [file.replace(/-\d.*$/, ''), `file:./${file}`])),
        },
      }),
      'astro.config.mjs':
        "import { defineConfig } from 'astro/config';\nimport redaktion from 'astro-redaktion';\nimport inera from 'redaktion-inera';\nexport default defineConfig({ site: 'https://exempel.se', integrations: [redaktion({ plugins: [inera()] })] });\n",
      'src/content.config.ts': "export { collections } from 'astro-redaktion/collections';\n",
      '_posts/2022-06-02-hej.md': '---\ntitle: Hej\ntags: a b\n---\n\nUtdrag.\n\n<!--more-->\n\n## Rubrik\n',
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(site, path)), { recursive: true });
      writeFileSync(join(site, path), text);
    }
    const installed = await shell('npm install --no-audit --no-fund --ignore-scripts --loglevel=error', site);
    expect(installed.code, installed.output).toBe(0);
    const { code, output } = await run(join(site, 'node_modules/.bin/astro'), ['build'], { cwd: site });
    expect(code, output).toBe(0);
    expect(readFileSync(join(site, 'dist/2022/06/02/hej.html'), 'utf8')).toContain('<h2 id="rubrik">Rubrik</h2>');
    expect(readFileSync(join(site, 'dist/tjanster/index.html'), 'utf8')).toContain('Webcert');
    expect(readFileSync(join(site, 'dist/sitemap-0.xml'), 'utf8')).toContain('https://exempel.se/2022/06/02/hej.html');
  });
});

/** A line of shell, for npm's own command, which is not a file that we know the place of. */
async function shell(line: string, cwd: string): Promise<{ code: number | null; output: string }> {
  const script =
    "const { spawnSync } = require('node:child_process'); const r = spawnSync(process.argv[1], { shell: true, stdio: 'inherit' }); process.exit(r.status ?? 1);";
  return run('-e', [script, line], { cwd });
}
