import { expect, test } from 'vitest';
import { shareLinks } from '../../../../packages/astro-redaktion/src/outputs/share-links.ts';
import { tableOptions } from '../../../helpers/table-site.ts';

const post = { title: 'Hälsa & vård?', url: '/2022/06/02/h%C3%A4lsa.html' };

test('each way is a plain link with title and address in it, in the owner’s order', () => {
  const links = shareLinks(post, tableOptions({ share: ['copy', 'mail', 'bluesky', 'linkedin', 'facebook'] }));
  const address = 'https://example.se/2022/06/02/h%C3%A4lsa.html';
  const encoded = encodeURIComponent(address);
  expect(links).toEqual([
    { way: 'copy', href: address },
    { way: 'mail', href: `mailto:?subject=H%C3%A4lsa%20%26%20v%C3%A5rd%3F&body=${encoded}` },
    { way: 'bluesky', href: `https://bsky.app/intent/compose?text=H%C3%A4lsa%20%26%20v%C3%A5rd%3F%20${encoded}` },
    { way: 'linkedin', href: `https://www.linkedin.com/sharing/share-offsite/?url=${encoded}` },
    { way: 'facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${encoded}` },
  ]);
});

test('none unless the owner asks; without the site’s host only the one that a browser completes', () => {
  expect(shareLinks(post, tableOptions())).toEqual([]);
  const { site: _, ...hostless } = tableOptions({ share: ['mail', 'copy'] });
  expect(shareLinks(post, hostless)).toEqual([{ way: 'copy', href: post.url }]);
});
