import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Fault } from '../fault.ts';

/**
 * Builds a Jekyll site into a folder, with the site's own bundle where it is installed, else with the `jekyll` of the
 * machine. The site's Ruby plugins run, as they do whenever its owner builds it.
 *
 * @throws when Jekyll is not installed or stops, with what it said
 */
export function buildWithJekyll(source: string, destination: string): void {
  const bundled =
    existsSync(join(source, 'Gemfile')) &&
    spawnSync('bundle', ['check'], { cwd: source, stdio: 'ignore' }).status === 0;
  const [command, ...first] = bundled ? ['bundle', 'exec', 'jekyll'] : ['jekyll'];
  const args = [...first, 'build', '--destination', destination, '--disable-disk-cache', '--quiet'];
  const { error, status, stdout, stderr } = spawnSync(command ?? 'jekyll', args, {
    cwd: source,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      JEKYLL_ENV: 'production',
      // Where the machine has no language set, as in CI, Ruby would stop at names with å.
      RUBYOPT: `${process.env['RUBYOPT'] ?? ''} -Eutf-8`.trim(),
      // Without its bundle a Gemfile would only stop Jekyll.
      ...(bundled ? {} : { JEKYLL_NO_BUNDLER_REQUIRE: 'true' }),
    },
  });
  if (error && 'code' in error && error.code === 'ENOENT') {
    throw new Fault(
      `${source} is the source of a Jekyll site, and Jekyll is not installed here.`,
      'Install it (https://jekyllrb.com/docs/installation/), or build the site elsewhere and name the folder _site.',
    );
  }
  if (error || status !== 0) {
    // Ruby's stack says nothing to an owner.
    const lines = stripVTControlCharacters(`${stdout ?? ''}${stderr ?? ''}`)
      .split('\n')
      .filter((line) => line.trim() && !/^\s*-+\s*$|^\s+from |--trace|backtrace|\.rb:\d+:in /.test(line));
    const said = lines.slice(-15).join('\n  ');
    throw new Fault(
      `Jekyll could not build ${source}:\n\n  ${said || String(error)}\n`,
      'Mend what it names (plugins that are missing: `bundle install` there), or name the folder of a site built before.',
    );
  }
}
