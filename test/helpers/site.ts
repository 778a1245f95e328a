import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { hash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

export const repository = join(import.meta.dirname, '../..');
const folder = join(import.meta.dirname, '../.tmp');
/** Sites that this file of tests has made; other files run at the same time. */
const made: string[] = [];

/** A site made for one test, built by Astro's own command. */
export interface TestSite {
  root: string;
  write: (path: string, text: string) => void;
  remove: (path: string) => void;
  /** Runs `astro build`, with the given environment on top of ours. */
  build: (environment?: Record<string, string>) => Promise<{ code: number | null; output: string }>;
  /** A file of the site's own. */
  source: (path: string) => string;
  /** A file of `dist`. */
  read: (path: string) => string;
  exists: (path: string) => boolean;
  /** Whether the site itself has a file or folder. */
  has: (path: string) => boolean;
  /** Path → hash of every file of `dist`. */
  snapshot: () => Record<string, string>;
}

const DEFAULTS = {
  'package.json': JSON.stringify({
    name: 'site',
    type: 'module',
    dependencies: { astro: '*', 'astro-redaktion': '*' },
  }),
  'src/content.config.ts': "export { collections } from 'astro-redaktion/collections';\n",
};

/** The config of a site with these options of `redaktion()`, as source text, and of Astro. */
export function config(options = '{}', astro = "site: 'https://exempel.se',", imports = ''): string {
  return `import { defineConfig } from 'astro/config';\nimport redaktion from 'astro-redaktion';\n${imports}
export default defineConfig({ ${astro} integrations: [redaktion(${options})] });\n`;
}

/** A post's source: front matter and body. */
export function post(frontMatter: string, body = 'Text.'): string {
  return `---\n${frontMatter}\n---\n\n${body}\n`;
}

/** Makes a site of these files (path → text) in a folder of its own, which `removeTestSites` removes. */
export function createTestSite(files: Record<string, string>): TestSite {
  mkdirSync(folder, { recursive: true });
  const root = mkdtempSync(join(folder, 'site-'));
  made.push(root);
  return writeTestSite(root, files);
}

/** Makes a site that several files of tests look at: in a folder that has this name, and stays until the next run. */
export function createSharedSite(name: string, files: Record<string, string>): TestSite {
  const root = join(folder, name);
  rmSync(root, { recursive: true, force: true });
  return writeTestSite(root, files);
}

function writeTestSite(root: string, files: Record<string, string>): TestSite {
  const write: TestSite['write'] = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries({ ...DEFAULTS, 'astro.config.mjs': config(), ...files })) write(path, text);
  const dist = (path: string): string => join(root, 'dist', path);
  return {
    root,
    write,
    remove: (path) => rmSync(join(root, path), { recursive: true }),
    build: (environment = {}) =>
      run(join(repository, 'node_modules/.bin/astro'), ['build'], { cwd: root, environment }),
    source: (path) => readFileSync(join(root, path), 'utf8'),
    read: (path) => readFileSync(dist(path), 'utf8'),
    exists: (path) => existsSync(dist(path)),
    has: (path) => existsSync(join(root, path)),
    snapshot: () => hashes(dist('')),
  };
}

/** Runs a command with the workspace's Node; gives its exit code and everything it printed, without colours. */
export function run(
  command: string,
  args: string[],
  { cwd, environment = {} }: { cwd: string; environment?: Record<string, string> },
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [command, ...args], { cwd, env: { ...plainEnvironment(), ...environment } });
  let output = '';
  child.stdout.on('data', (text) => {
    output += text;
  });
  child.stderr.on('data', (text) => {
    output += text;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

/** The environment of a user's own shell: Vitest's variables would turn Astro's build into a test's. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !VITEST.test(name));
  return { ...Object.fromEntries(own), ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', FORCE_COLOR: '0' };
}

const VITEST = /^(VITEST.*|NODE_ENV|TEST|MODE|DEV|PROD|SSR|BASE_URL)$/;

/** Builds the example site, once in a run of the tests. An error holds all that the build printed. */
export function buildExample(): Promise<void> {
  return onceInARun('example', async () => {
    const cwd = join(repository, 'example-site');
    const { code, output } = await run(join(repository, 'node_modules/.bin/astro'), ['build'], { cwd });
    if (code !== 0 || output.includes('[ERROR]'))
      throw new Error(`The example site does not build (exit code ${code}):\n${output}`);
  });
}

/** Does what takes long for the first file of tests that asks, while others wait: all look at the same result. */
export async function onceInARun(name: string, work: () => Promise<void>): Promise<void> {
  const [done, lock] = ['done', 'doing'].map((state) => join(folder, `${name}.${state}`)) as [string, string];
  const mark = process.env['TEST_RUN'] ?? String(process.pid);
  const holds = (file: string): boolean => existsSync(file) && readFileSync(file, 'utf8') === mark;
  while (!holds(done)) {
    if (!takes(lock, mark)) {
      await setTimeout(200);
      continue;
    }
    try {
      // Somebody may have come to the end between the two looks.
      if (holds(done)) return;
      await work();
      writeFileSync(done, mark);
    } finally {
      rmSync(lock, { force: true });
    }
  }
}

/** Whether the lock is free, or left behind by another run; then it is ours. */
function takes(lock: string, mark: string): boolean {
  mkdirSync(dirname(lock), { recursive: true });
  try {
    writeFileSync(lock, mark, { flag: 'wx' });
    return true;
  } catch {
    if (existsSync(lock) && readFileSync(lock, 'utf8') !== mark) rmSync(lock, { force: true });
    return false;
  }
}

/** Path → hash of every file below a folder. */
export function hashes(root: string): Record<string, string> {
  if (!existsSync(root)) return {};
  return Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [relative(root, file), hash('sha1', readFileSync(file))]),
  );
}

/** Removes what this file of tests has built. */
export function removeTestSites(): void {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
}
