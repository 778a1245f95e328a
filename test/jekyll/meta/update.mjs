// Asks the real Jekyll again: builds the site of every cases/<id>.json (or those that begin with the argument)
// and writes what it answered into the same file, under `jekyll`.
//   node test/jekyll/meta/update.mjs [prefix]      needs jekyll and jekyll-redirect-from, -sitemap, -feed
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

const here = import.meta.dirname;
const [prefix = ''] = process.argv.slice(2);
const draftTime = new Date('2020-01-02T03:04:05Z');

for (const name of readdirSync(join(here, 'cases')).filter((file) => file.startsWith(prefix))) {
  const path = join(here, 'cases', name);
  const { jekyll: _, ...input } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, `${JSON.stringify({ ...input, jekyll: askJekyll(input) }, null, 1)}\n`);
}

function askJekyll({ files, config = {}, tz = 'UTC', args = [] }) {
  const work = mkdtempSync(join(tmpdir(), 'jekyll-meta-'));
  const source = join(work, 'src');
  const all = {
    '_layouts/post.html': '{{ content }}',
    ...files,
    '_config.yml': JSON.stringify({ url: 'https://example.test', ...config }),
  };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(source, file)), { recursive: true });
    writeFileSync(join(source, file), text);
    if (file.includes('_drafts/')) utimesSync(join(source, file), draftTime, draftTime);
  }
  mkdirSync(join(source, '_plugins'));
  cpSync(join(here, 'oracle.rb'), join(source, '_plugins/oracle.rb'));
  const answer = join(work, 'answer.json');
  const run = spawnSync('jekyll', ['build', '-s', source, '-d', join(work, 'out'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, TZ: tz, LANG: 'C.UTF-8', ORACLE_OUT: answer },
  });
  const posts = existsSync(answer) ? JSON.parse(readFileSync(answer, 'utf8')) : null;
  const written = existsSync(join(work, 'out')) ? walk(join(work, 'out')).sort() : [];
  rmSync(work, { recursive: true });
  return { stopped: run.status !== 0, posts, written };
}

function walk(folder, base = folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path, base) : [relative(base, path)];
  });
}
