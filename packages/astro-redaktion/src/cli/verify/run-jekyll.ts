import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** How Jekyll is run for a site. */
export interface Jekyll {
  /** Of the site: all that its Gemfile names is installed. */
  bundled: boolean;
  /** Runs `jekyll build` in the folder of the site. */
  build: (args: readonly string[]) => SpawnSyncReturns<string>;
}

/** Jekyll by the site's own bundle where it is installed, else the `jekyll` of the machine. */
export function jekyllOf(source: string): Jekyll {
  const bundled = hasBundle(source);
  const [command, ...first] = bundled ? ['bundle', 'exec', 'jekyll'] : ['jekyll'];
  const env = environment(bundled);
  return {
    bundled,
    build: (args) =>
      spawnSync(command ?? 'jekyll', [...first, 'build', '--quiet', ...args], {
        cwd: source,
        env,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      }),
  };
}

/** Whether Jekyll runs in the bundle. One without its lock was never installed, and Bundler would write it there. */
function hasBundle(source: string): boolean {
  if (!existsSync(join(source, 'Gemfile')) || !existsSync(join(source, 'Gemfile.lock'))) return false;
  const options = { cwd: source, env: environment(true), stdio: 'ignore' } as const;
  return spawnSync('bundle', ['exec', 'jekyll', '--version'], options).status === 0;
}

function environment(bundled: boolean): NodeJS.ProcessEnv {
  return {
    ...process.env,
    JEKYLL_ENV: 'production',
    // Where the machine has no language set, as in CI, Ruby would stop at names with å.
    RUBYOPT: `${process.env['RUBYOPT'] ?? ''} -Eutf-8`.trim(),
    // Without its bundle a Gemfile would only stop Jekyll.
    ...(bundled ? { BUNDLE_FROZEN: 'true' } : { BUNDLE_GEMFILE: undefined, JEKYLL_NO_BUNDLER_REQUIRE: 'true' }),
  };
}
