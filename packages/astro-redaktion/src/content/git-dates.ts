import { execFileSync } from 'node:child_process';
import { join, relative } from 'node:path';
import type { PostDate, Problem } from '../types.ts';
import { dateIn } from './jekyll/zone.ts';

/** When each file was last changed by a commit: path as problems name it → date. */
export type Edits = Record<string, PostDate>;

/** What decides which dates git gives. */
export interface GitSetup {
  /** Absolute path of the folder that holds the posts. */
  folder: string;
  /** Absolute path of the project. */
  project: string;
  timeZone: string;
}

/**
 * Asks git, once, when each post was last changed. The commit that added a file (or moved it here) changes nothing:
 * a post is published, not updated, by it. The author's time counts, which a rebase keeps.
 *
 * The dates belong to the history, not to the machine: the same commit gives the same site. A shallow clone has but
 * a part of it, gives none, and is told of. Outside of a repository, or without git, there are none.
 */
export function readGitDates({ folder, project, timeZone }: GitSetup): { edits: Edits; problems: Problem[] } {
  const log = gitLog(folder);
  if (log === undefined) return { edits: {}, problems: [] };
  const latest = new Map<string, number>();
  const tokens = log.split('\0');
  let time = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = (tokens[at] ?? '').trim();
    if (token.startsWith(COMMIT)) {
      if (/[( ]grafted[,)]/.test(token)) return { edits: {}, problems: [shallow()] };
      time = Number.parseInt(token.slice(1), 10) * 1000;
    } else if (token !== '') {
      // A status letter; the path follows.
      const path = tokens[++at] ?? '';
      if (token === 'M') latest.set(path, Math.max(time, latest.get(path) ?? 0));
    }
  }
  const edits = [...latest].map(([path, instant]) => [
    relative(project, join(folder, path)).replaceAll('\\', '/'),
    dateIn(instant, timeZone),
  ]);
  return { edits: Object.fromEntries(edits) as Edits, problems: [] };
}

/** Begins the line of a commit: no path and no status begins with it. */
const COMMIT = '\x01';

/** The decoration names the commits at which a shallow clone ends; full names keep a branch from looking like it. */
function gitLog(folder: string): string | undefined {
  const args = ['-C', folder, 'log', '--format=%x01%at%d', '--decorate=full', '--name-status', '--no-renames'];
  try {
    return execFileSync('git', [...args, '--relative', '-z', '--', '.'], {
      encoding: 'utf8',
      maxBuffer: 2 ** 29,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
    });
  } catch {
    return undefined;
  }
}

function shallow(): Problem {
  return {
    code: 'git-shallow',
    severity: 'warning',
    file: '.git',
    message: 'the clone is shallow, so git cannot say when posts were changed; they are dated as if they never were.',
    fix: 'Fetch the whole history (`git fetch --unshallow`, `fetch-depth: 0` in CI), or set `gitDates: false`.',
  };
}
