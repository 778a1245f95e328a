import { describe, expect, test } from 'vitest';
import { pageAt, problemLines, type Row, tableSite } from '../../../helpers/table-site.ts';

const ROWS: Record<string, Row> = {
  ute: { date: '2029-12-01' },
  utkast: { date: '2029-12-02', draft: true },
  dold: { date: '2029-12-03', published: false },
  slut: { date: '2029-12-04', expires: '2029-12-31' },
  snart: { date: '2030-01-01T00:00:01Z' },
  senare: { date: '2030-02-01' },
  olistad: { date: '2029-12-05', unlisted: true },
};
const titles = (list: readonly { title: string }[]): string[] => list.map(({ title }) => title);

describe('the gate', () => {
  const site = tableSite(ROWS);

  test('publishes what is due, and nothing else', () => {
    expect(titles(site.posts)).toEqual(['ute']);
    expect(titles(site.allPosts)).toEqual(['olistad', 'ute']);
  });

  test('says what is held back and why, the next one due first', () => {
    expect(site.held.map(({ post, reason, due }) => [post.title, reason, due?.day])).toEqual([
      ['snart', 'future', '2030-01-01'],
      ['senare', 'future', '2030-02-01'],
      ['utkast', 'draft', undefined],
      ['dold', 'unpublished', undefined],
      ['slut', 'expired', undefined],
    ]);
    expect(site.nextDue?.instant).toBe(Date.parse('2030-01-01T00:00:01Z'));
  });

  test('compares instants: a post is out in the very millisecond of its date, and gone in that of its expiry', () => {
    const publish = { now: Date.parse('2030-01-01T00:00:00Z') };
    const edge = tableSite(
      {
        nu: { date: '2030-01-01T00:00:00.000Z' },
        strax: { date: '2030-01-01T00:00:00.001Z' },
        borta: { expires: '2030-01-01T00:00:00.000Z' },
      },
      { publish },
    );
    expect(titles(edge.posts)).toEqual(['nu']);
  });

  test('leaves no trace of a held-back or unlisted post in any page but its own', () => {
    const traces = tableSite(
      Object.fromEntries(
        Object.entries(ROWS).map(([slug, row]) => [
          slug,
          {
            ...row,
            tags: [`tagg ${slug}`],
            authors: [`Författare ${slug}`],
            series: { name: `Serie ${slug}` },
          },
        ]),
      ),
    );
    const shown = [...traces.pages.values()].map((page) => page.path).join('\n');
    for (const slug of ['utkast', 'dold', 'slut', 'snart', 'senare']) expect(shown).not.toContain(slug);
    expect(titles(pageAt(traces, '', 'home').posts)).toEqual(['ute']);
    expect(traces.tags.map(({ label }) => label)).toEqual(['tagg ute']);
    expect(traces.authors.map(({ name }) => name)).toEqual(['Författare ute']);
    expect(traces.series.map(({ name }) => name)).toEqual(['Serie ute']);
  });

  test('options let drafts, the future and the unpublished out', () => {
    const all = tableSite(ROWS, { publish: { drafts: true, future: true, unpublished: true } });
    expect(titles(all.posts)).toEqual(['senare', 'snart', 'dold', 'utkast', 'ute']);
    expect(all.held.map(({ post }) => post.title)).toEqual(['slut']);
    expect(all.nextDue).toBeUndefined();
  });

  test('a limit keeps the newest of those that are due', () => {
    const few = tableSite({ a: {}, b: {}, c: {}, d: { date: '2031-01-01' } }, { publish: { limit: 2 } });
    expect(titles(few.posts)).toEqual(['c', 'b']);
    expect(few.held.map(({ post, reason }) => `${post.title} ${reason}`)).toEqual(['d future', 'a limit']);
  });

  test('a preview has a page for every post, marked, and the lists of the real site', () => {
    const preview = tableSite(ROWS, { publish: { preview: true } });
    expect(titles(preview.posts)).toEqual(titles(site.posts));
    expect(preview.held).toEqual(site.held);
    expect(
      preview.allPosts
        .filter(({ held }) => held)
        .map(({ title, held }) => `${title} ${held}`)
        .sort(),
    ).toEqual(['dold unpublished', 'senare future', 'slut expired', 'snart future', 'utkast draft']);
    const page = pageAt(preview, '2029/12/02/utkast.html', 'post');
    expect([page.noindex, page.previous, page.next, page.related]).toEqual([true, undefined, undefined, []]);
  });

  test('tags of a draft have a page in a preview, so that its links work, but stand in no index', () => {
    const preview = tableSite(
      { ute: { tags: 'Nytt' }, utkast: { draft: true, tags: 'Hemligt' } },
      { publish: { preview: true } },
    );
    const page = pageAt(preview, 'tags/hemligt', 'term');
    expect([page.posts, page.noindex, page.feed]).toEqual([[], true, undefined]);
    expect(pageAt(preview, 'tags', 'terms').terms.map(({ label }) => label)).toEqual(['Nytt']);
  });

  test('a post that would expire before its date is an error, even while it waits', () => {
    const wrong = tableSite({ fel: { date: '2031-01-02', expires: '2031-01-01', file: '_posts/fel.md' } });
    expect(problemLines(wrong)).toEqual([
      'error post-expires-before-date _posts/fel.md: `expires` is 2031-01-01, but the post is dated 2031-01-02, so it would never be seen.',
    ]);
  });
});
