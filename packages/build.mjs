/**
 * Builds the package in whose folder it is run: TypeScript to `dist/*.js` and `.d.ts`,
 * `.astro`, `.css` and data copied as they are, but for the endings of relative imports. Scripts that pages link as they
 * are, past Astro's own bundling, are made small here.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { minifySync } from 'vite';

const RAW = /\.(astro|css|d\.ts|svg|woff2)$/;
const LINKED = /views\/client\/(?:scheme|copy-link|toc-mark)\.js$|-element\.js$/;
const RELATIVE_TS = /(from\s+|import\s+|import\()(['"])(\.{1,2}\/[^'"]+)\.ts\2/g;

rmSync('dist', { recursive: true, force: true });
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.json'], { stdio: 'inherit' });

for (const entry of readdirSync('src', { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !RAW.test(entry.name)) continue;
  const from = join(entry.parentPath, entry.name);
  const to = join('dist', from.slice('src'.length));
  mkdirSync(dirname(to), { recursive: true });
  if (/\.(astro|d\.ts)$/.test(from)) writeFileSync(to, readFileSync(from, 'utf8').replace(RELATIVE_TS, '$1$2$3.js$2'));
  else cpSync(from, to);
}

for (const entry of readdirSync('dist', { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name);
  if (LINKED.test(file)) writeFileSync(file, minifySync(file, readFileSync(file, 'utf8')).code);
}
