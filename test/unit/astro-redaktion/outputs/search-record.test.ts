import { expect, test } from 'vitest';
import { searchRecord } from '../../../../packages/astro-redaktion/src/outputs/search-record.ts';
import { tableOptions, tableSite } from '../../../helpers/table-site.ts';

test('a post is a document whose title, tags and filters Pagefind can tell, hostile ones too', () => {
  const { posts } = tableSite({
    a: {
      title: '</h1><script>x</script>',
      tags: ['E & <b>'],
      authors: ['"A"'],
      date: '2022-06-02',
      description: '\u0000D',
    },
  });
  const [post] = posts;
  if (!post) throw new Error('no post');
  const { url, html } = searchRecord(post, '<p>Text</p>', tableOptions());
  expect(url).toBe(post.url);
  expect(html).toContain('<main data-pagefind-body>');
  expect(html).toContain('&lt;/h1&gt;&lt;script&gt;x&lt;/script&gt;</h1>');
  expect(html).toContain('<i data-pagefind-filter="tag">E &amp; &lt;b&gt;</i>');
  expect(html).toContain('<i data-pagefind-filter="author">&quot;A&quot;</i>');
  expect(html).toContain('<i data-pagefind-filter="year">2022</i>');
  expect(html).toContain('<p>Text</p></main>');
  expect(html).not.toContain('\u0000');
});
