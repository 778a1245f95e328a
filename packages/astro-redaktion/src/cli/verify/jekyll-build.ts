import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gemfilePlugins } from '../../content/jekyll/gemfile.ts';
import { jekyllFault } from './jekyll-fault.ts';
import { PROBE, STAND_IN } from './jekyll-ruby.ts';
import { type LeftOut, leftOut, type Missing, SILENT_TAGS, type Silent } from './left-out.ts';
import { type Jekyll, jekyllOf } from './run-jekyll.ts';

/**
 * Builds a Jekyll site into a folder, with the site's own bundle where it is installed, else with the `jekyll` of the
 * machine, and without plugins and themes that it does not have. What is installed runs, as it does whenever its owner
 * builds the site; nothing is written into the owner's folder.
 *
 * @returns what was left out
 * @throws when Jekyll is not installed or stops, with what it said
 */
export function buildWithJekyll(source: string, destination: string): LeftOut[] {
  const work = mkdtempSync(join(tmpdir(), 'redaktion-plugins-'));
  try {
    const jekyll = jekyllOf(source);
    const { missing, files, gems } = probe(jekyll, {
      source,
      work: join(work, 'probe'),
    });
    const incomplete = missing.length > 0;
    const lacks = (what: Missing['kind']): boolean => missing.some(({ kind }) => kind === what);
    const args = withPlugin(join(work, 'build'), {
      source,
      ruby: STAND_IN,
      asked: {
        files,
        incomplete,
        noTheme: lacks('theme'),
        silentTags: incomplete ? Object.keys(SILENT_TAGS) : [],
      },
      config: {
        plugins: gems,
        ...(lacks('theme') ? { theme: false } : {}),
        ...(lacks('markdown') ? { markdown: 'kramdown' } : {}),
      },
    });
    const ran = jekyll.build(['--destination', destination, ...args]);
    if (ran.error || ran.status !== 0) throw jekyllFault(source, ran, leftOut(missing, NOTHING));
    return leftOut(missing, readJson<Silent>(join(work, 'build/silent.json')) ?? NOTHING);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const NOTHING: Silent = { includes: [], tags: [] };

/** What of a site's plugins and theme can be loaded, as Ruby itself says. */
interface Answer {
  missing: Missing[];
  /** The site's own plugins, by their paths. */
  files: string[];
  /** What to require. */
  gems: string[];
}

function probe(jekyll: Jekyll, { source, work }: { source: string; work: string }): Answer {
  const gemfile = join(source, 'Gemfile');
  // In its bundle Jekyll loads what the Gemfile names by itself.
  const named = !jekyll.bundled && existsSync(gemfile) ? gemfilePlugins(readFileSync(gemfile, 'utf8')) : [];
  const args = withPlugin(work, {
    source,
    ruby: PROBE,
    asked: { gems: named.map(({ name }) => name) },
    config: { plugins: [], theme: false },
  });
  const ran = jekyll.build(['--destination', join(work, 'nothing'), ...args]);
  const answer = readJson<Answer>(join(work, 'answer.json'));
  if (!answer) throw jekyllFault(source, ran, []);
  return answer;
}

/** Arguments by which Jekyll loads a plugin of ours, in a folder made for it, in place of the site's own. */
function withPlugin(
  folder: string,
  { source, ruby, asked, config }: { source: string; ruby: string; asked: object; config: Record<string, unknown> },
): string[] {
  mkdirSync(folder);
  writeFileSync(join(folder, 'plugin.rb'), ruby);
  writeFileSync(join(folder, 'asked.json'), JSON.stringify(asked));
  const ours = {
    ...config,
    plugins_dir: folder,
    safe: false,
    disable_disk_cache: true,
    incremental: false,
  };
  // JSON is YAML.
  writeFileSync(join(folder, 'config.yml'), JSON.stringify(ours));
  const own = existsSync(join(source, '_config.yml')) ? '_config.yml,' : '';
  return ['--config', `${own}${join(folder, 'config.yml')}`];
}

function readJson<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
}
