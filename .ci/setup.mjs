/**
 * Installs what a fresh machine lacks: the packages of the lock file and, with `--browser`, Chromium, Jekyll and Java.
 * Needs nothing but Node 20 or newer, npm and, for these three, Debian's package manager.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

/** Runs a command, its output shown; stops this process when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (error || status !== 0) {
    console.error(`\n${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}`);
    process.exit(status || 1);
  }
}

/** The environment of every step: the workspace's own Node first, no telemetry. */
export const environment = {
  ...process.env,
  PATH: `${process.cwd()}/node_modules/.bin:${process.env.PATH}`,
  ASTRO_TELEMETRY_DISABLED: '1',
};

/** What the tests need of Debian: a file that tells whether it is there → packages. */
const DEBIAN = [
  { file: process.env.CHROMIUM ?? '/usr/bin/chromium', packages: ['chromium'] },
  { file: '/usr/bin/jekyll', packages: ['jekyll', 'ruby-kramdown-parser-gfm'] },
  { file: '/usr/bin/java', packages: ['default-jre-headless'] },
];

export function setup({ browser = false } = {}) {
  const installed = 'node_modules/.package-lock.json';
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync('package-lock.json').mtimeMs) {
    run('npm', ['ci', '--loglevel=error'], { env: environment });
  }
  const missing = browser ? DEBIAN.filter(({ file }) => !existsSync(file)).flatMap(({ packages }) => packages) : [];
  if (missing.length > 0) {
    const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
    const apt = (...args) => run([...sudo, 'apt-get'][0], [...sudo, 'apt-get', ...args].slice(1));
    apt('update', '-q');
    apt('install', '-y', '-q', '--no-install-recommends', ...missing);
  }
}

if (process.argv[1] === import.meta.filename || process.argv[1]?.endsWith('setup.mjs')) {
  setup({ browser: process.argv.includes('--browser') });
}
