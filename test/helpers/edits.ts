import { random } from '../bench/corpus.ts';
import { config, createTestSite, post, type TestSite } from './site.ts';

/** The files of a site: path → text. */
export type Files = Map<string, string>;

/** A site of few posts with all that pages hang on: tags, authors, a series, an include, a list, own components. */
export function editableSite(next: () => number): Files {
  const files: Files = new Map([
    ['astro.config.mjs', configOf('Blogg', 3, '')],
    ['src/Footer.astro', footer('Fot')],
    ['src/PostMeta.astro', META],
    ['src/Header.astro', HEADER],
    ['_data/tags.yml', registry('Hälsa')],
    ['_includes/note.md', 'En **anmärkning**.'],
    ['src/pages/om.astro', OWN_PAGE],
    ['_posts/2020-01-01-lista.md', post('title: Lista', '{% for post in site.posts %}{{ post.title }}, {% endfor %}')],
    ['_posts/2020-01-02-med.md', post('title: Med\ntags: [halsa]', 'Ett.\n\n<!--more-->\n\n{% include note.md %}')],
  ]);
  for (let index = 0; index < 10; index++) addPost(files, next);
  return files;
}

/** Changes a site at random, and says how. */
export function editAtRandom(files: Files, next: () => number): string {
  // Edits that make every page anew are the rare ones.
  const [name = '', edit] = pick(Object.entries(next() < 0.06 ? WIDE_EDITS : EDITS), next);
  return `${name} ${edit?.(files, next) ?? ''}`;
}

/**
 * Builds a site after each of many rounds of random edits twice: on what the last build left, and from nothing.
 *
 * @returns what differs, with the edits that led to it; empty when every pair was the same, byte for byte
 */
export async function compareWarmAndCold({
  edits,
  seed,
  log = () => {},
}: {
  edits: number;
  seed: number;
  log?: (line: string) => void;
}): Promise<string[]> {
  const next = random(seed);
  const files = editableSite(next);
  const [warm, cold] = [createTestSite(Object.fromEntries(files)), createTestSite(Object.fromEntries(files))];
  const faults: string[] = [];
  for (let count = 0, round = 0; count <= edits; round++) {
    const done = round === 0 ? [] : Array.from({ length: 1 + Math.floor(next() * 5) }, () => editAtRandom(files, next));
    count += Math.max(1, done.length);
    const { found, wrote } = await comparePair(files, warm, cold);
    log(`${count - 1} edits, ${wrote}${found.length > 0 ? ', DIFFERENT' : ''}: ${done.join('; ')}`);
    faults.push(...found.map((line) => `round ${round} (${done.join('; ')}): ${line}`));
  }
  return faults;
}

async function comparePair(files: Files, warm: TestSite, cold: TestSite): Promise<{ found: string[]; wrote: string }> {
  for (const site of [warm, cold]) {
    for (const folder of ['_posts', 'src', '_includes', '_data']) if (site.has(folder)) site.remove(folder);
    for (const [path, text] of files) site.write(path, text);
    site.write('src/content.config.ts', "export { collections } from 'astro-redaktion/collections';\n");
  }
  if (cold.has('node_modules')) cold.remove('node_modules');
  const environment = { REDAKTION_NOW: '2026-01-01T00:00:00Z' };
  const [first, second] = [await warm.build(environment), await cold.build(environment)];
  const failed = [first, second].find(({ code }) => code !== 0);
  if (failed) return { found: [`the build failed:\n${failed.output}`], wrote: 'nothing' };
  const [a, b] = [warm.snapshot(), cold.snapshot()];
  const found = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((path) => a[path] !== b[path]);
  return { found, wrote: /\d+ files, \d+ of them unchanged/.exec(first.output)?.[0] ?? 'nothing' };
}

const WORDS = ['vård', 'journal', 'intyg', 'recept', 'tjänst', 'register', 'remiss', 'provsvar'];
const TAGS = ['halsa', 'journal', 'it', 'lag', 'Ny tagg'];

const EDITS: Record<string, (files: Files, next: () => number) => string> = {
  text: (files, next) => change(files, next, (text) => `${text}\nMer om ${pick(WORDS, next)}.\n`),
  excerpt: (files, next) => change(files, next, (text) => text.replace(/\n---\n\n/, `\n---\n\n${pick(WORDS, next)} `)),
  heading: (files, next) => change(files, next, (text) => `${text}\n## Om ${pick(WORDS, next)}\n`),
  title: (files, next) => change(files, next, (text) => text.replace(/title: .*/, `title: ${sentence(next)}`)),
  tags: (files, next) => change(files, next, (text) => text.replace(/tags: .*/, `tags: [${pick(TAGS, next)}]`)),
  author: (files, next) => change(files, next, (text) => text.replace(/author: .*/, `author: ${pick(WORDS, next)}`)),
  series: (files, next) =>
    change(files, next, (text) =>
      text.replace('title:', `series: Serie\ntitle:`).replace('series: Serie\nseries: Serie\n', ''),
    ),
  hidden: (files, next) =>
    change(files, next, (text) =>
      text.replace('title:', 'published: false\ntitle:').replace('published: false\npublished: false\n', ''),
    ),
  date: (files, next) =>
    rename(files, next, (path) =>
      path.replace(/\d{4}-\d\d/, `20${10 + Math.floor(next() * 18)}-0${1 + Math.floor(next() * 9)}`),
    ),
  rename: (files, next) => rename(files, next, (path) => path.replace(/\.md$/, `-${Math.floor(next() * 1e6)}.md`)),
  delete: (files, next) => {
    const path = pickPost(files, next);
    if ([...files.keys()].length > 12) files.delete(path);
    return path;
  },
  add: (files, next) => addPost(files, next),
  include: (files, next) => set(files, '_includes/note.md', `En **anmärkning** om ${pick(WORDS, next)}.`),
  registry: (files, next) => set(files, '_data/tags.yml', registry(sentence(next))),
};

/** What all pages are made of. */
const WIDE_EDITS: typeof EDITS = {
  component: (files, next) => set(files, 'src/Footer.astro', footer(sentence(next))),
  option: (files, next) =>
    set(files, 'astro.config.mjs', configOf(sentence(next), 2 + Math.floor(next() * 3), pick(OWN, next))),
  page: (files, next) => set(files, 'src/pages/om.astro', OWN_PAGE.replace('Om oss', sentence(next))),
};

function addPost(files: Files, next: () => number): string {
  const day = `20${10 + Math.floor(next() * 15)}-0${1 + Math.floor(next() * 9)}-1${Math.floor(next() * 10)}`;
  const front = `title: ${sentence(next)}\ntags: [${pick(TAGS, next)}, ${pick(TAGS, next)}]\nauthor: ${pick(WORDS, next)}`;
  const body = `${sentence(next)}.\n\n<!--more-->\n\n## ${sentence(next)}\n\n${sentence(next)}.`;
  const path = `_posts/${day}-inlagg-${Math.floor(next() * 1e6)}.md`;
  files.set(path, post(front, body));
  return path;
}

function change(files: Files, next: () => number, edit: (text: string) => string): string {
  const path = pickPost(files, next);
  files.set(path, edit(files.get(path) ?? ''));
  return path;
}

function rename(files: Files, next: () => number, edit: (path: string) => string): string {
  const path = pickPost(files, next);
  const [target, text] = [edit(path), files.get(path) ?? ''];
  files.delete(path);
  files.set(target, text);
  return `${path} → ${target}`;
}

function set(files: Files, path: string, text: string): string {
  files.set(path, text);
  return path;
}

function pickPost(files: Files, next: () => number): string {
  return pick([...files.keys()].filter((path) => path.startsWith('_posts/')).sort(), next);
}

function sentence(next: () => number): string {
  return `Om ${pick(WORDS, next)} och ${pick(WORDS, next)} ${Math.floor(next() * 1000)}`;
}

function pick<T>(list: readonly T[], next: () => number): T {
  const found = list[Math.floor(next() * list.length)];
  if (found === undefined) throw new Error('Nothing to pick from.');
  return found;
}

/** Parts of the owner's own: none, one that prints its own text, one that counts what shares a post's tags, one that counts posts. */
const OWN = ['', "Footer: './src/Footer.astro'", "PostMeta: './src/PostMeta.astro'", "Header: './src/Header.astro'"];

function configOf(title: string, perPage: number, components: string): string {
  return config(`{ title: '${title}', postsPerPage: ${perPage}, components: { ${components} } }`);
}

function footer(text: string): string {
  return `<footer>${text}</footer>\n`;
}

const HEADER = `---
const { site } = Astro.locals.redaktion;
---
<header>{site.posts.length}</header>
`;

const META = `---
const { page } = Astro.locals.redaktion;
const counts = page.kind === 'post' ? page.post.tags.map((tag) => tag.label + ' ' + tag.posts.length) : [];
---
<p>{counts.join(', ')}</p>
`;

const OWN_PAGE = `---
import Shell from 'astro-redaktion/slots/Shell.astro';
---
<Shell title="Om oss"><p>{Astro.locals.redaktion.site.posts.length}</p></Shell>
`;

function registry(label: string): string {
  return `halsa:\n  label: ${label}\n`;
}
