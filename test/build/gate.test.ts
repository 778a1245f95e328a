import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { config, createTestSite, post, removeTestSites, repository, run } from '../helpers/site.ts';

afterAll(removeTestSites);

const astro = join(repository, 'node_modules/.bin/astro');
const POSTS = {
  '_posts/2026-01-01-a.md': post('title: Ute\nexpires: 2027-01-02 12:00:00 +0100'),
  '_posts/2026-12-24-b.md': post('title: Julafton'),
  '_posts/2026-01-02-c.md': post('title: Utkastet\ndraft: true'),
};

describe('the gate', () => {
  test('prints what is held back and when the next change is due, and leaves a schedule beside the site', async () => {
    const site = createTestSite(POSTS);
    const { code, output } = await site.build({ REDAKTION_NOW: '2026-11-23T00:00:00Z' });
    expect(code, output).toBe(0);
    expect(output).toContain('Held back: 2');
    expect(output).toContain('_posts/2026-12-24-b.md (future, 24 December 2026 at 00:00 (Europe/Stockholm))');
    expect(output).toContain('_posts/2026-01-02-c.md (draft)');
    expect(output).toContain('Next change: _posts/2026-12-24-b.md is due 24 December 2026 at 00:00');
    const schedule = readFileSync(join(site.root, 'redaktion/schedule.json'), 'utf8');
    expect(JSON.parse(schedule)).toMatchObject({
      next: '2026-12-24T00:00:00+01:00',
      changes: [{ action: 'publish' }, { action: 'expire', at: '2027-01-02T12:00:00+01:00' }],
    });
    expect(readFileSync(join(site.root, 'redaktion/schedule.ics'), 'utf8')).toContain('SUMMARY:Publiceras: Julafton');
    expect(Object.keys(site.snapshot()).join()).not.toContain('schedule');
  });

  test('takes the time of the build from the command line, in the zone of the site', async () => {
    const site = createTestSite({ ...POSTS, 'astro.config.mjs': config('{ schedule: false }') });
    const build = (now: string) => run(astro, ['build', '--now', now], { cwd: site.root });
    const eve = await build('2026-12-24');
    expect(eve.code, eve.output).toBe(0);
    expect(site.exists('2026/12/24/b.html')).toBe(true);
    expect((await build('2026-12-23 23:59:59')).code).toBe(0);
    expect(site.exists('2026/12/24/b.html')).toBe(false);
    const wrong = await build('i morgon');
    expect(wrong.code).toBe(1);
    expect(wrong.output).toContain('“i morgon”, is no time');
    expect(() => readFileSync(join(site.root, 'redaktion/schedule.json'))).toThrow();
  });
});
