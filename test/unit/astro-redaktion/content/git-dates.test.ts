import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readGitDates } from '../../../../packages/astro-redaktion/src/content/git-dates.ts';

const root = mkdtempSync(join(tmpdir(), 'git-dates-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const project = join(root, 'project');
mkdirSync(project);
const git = (...args: string[]) =>
  execFileSync('git', ['-C', project, '-c', 'user.name=A', '-c', 'user.email=a@example.se', ...args], {
    stdio: 'pipe',
  });
const commit = (date: string, files: Record<string, string>): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  git('add', '-A');
  git('commit', '-q', '-m', 'x', '--date', date);
};
git('init', '-q', '-b', 'grafted');
commit('2022-01-01T12:00:00Z', { '_posts/a.md': '1', '_posts/å b/"c".md': '1', 'other.md': '1' });
commit('2022-03-01T23:30:00Z', { '_posts/a.md': '2', '_posts/new.md': '1', 'other.md': '2' });
commit('2022-02-01T12:00:00Z', { '_posts/a.md': '3', '_posts/å b/"c".md': '2' });
git('mv', '_posts/new.md', '_posts/moved.md');
commit('2022-05-01T12:00:00Z', {});

describe('dates of git', () => {
  const setup = { folder: join(project, '_posts'), project, timeZone: 'Europe/Stockholm' };

  test('are those of the latest change, not of the adding or moving, in the zone of the site', () => {
    const { edits, problems } = readGitDates(setup);
    expect(problems).toEqual([]);
    expect(
      Object.entries(edits)
        .map(([file, { day }]) => `${file} ${day}`)
        .sort(),
    ).toEqual(['_posts/a.md 2022-03-02', '_posts/å b/"c".md 2022-02-01']);
  });

  test('are none in a shallow clone, which is told of', () => {
    const clone = join(root, 'clone');
    execFileSync('git', ['clone', '-q', '--depth', '2', `file://${project}`, clone]);
    const { edits, problems } = readGitDates({ ...setup, folder: join(clone, '_posts'), project: clone });
    expect(edits).toEqual({});
    expect(problems).toMatchObject([{ code: 'git-shallow', severity: 'warning' }]);
    expect(problems[0]?.fix).toContain('fetch-depth: 0');
  });

  test('are none outside of a repository', () => {
    expect(readGitDates({ ...setup, folder: root, project: root })).toEqual({ edits: {}, problems: [] });
    expect(readGitDates({ ...setup, folder: join(root, 'nowhere') })).toEqual({ edits: {}, problems: [] });
  });
});
