import { afterAll, beforeAll, expect, test } from 'vitest';
import { config, createTestSite, post, removeTestSites } from '../helpers/site.ts';

const site = createTestSite({
  'astro.config.mjs': config(
    `{ plugins: [inera(), { name: 'b', version: '1', slots: { PostCard: { after: new URL('./plugg/Efter.astro', import.meta.url) } } }],
      contactForm: { action: '/kontakt', inPosts: true },
      components: { Shell: './src/Skal.astro', PostList: './src/Lista.astro' }, slots: { Breadcrumbs: { after: './src/Under.astro' },
        PageIntro: { before: './src/Fore.astro' }, ContactForm: { around: './src/Runt.astro' } } }`,
    undefined,
    "import inera from 'redaktion-inera';",
  ),
  'plugg/Efter.astro': '<i class="efter"></i>',
  'src/Skal.astro': `---
import Shell from 'astro-redaktion/layouts/Shell.astro';
---
<Shell {...Astro.props}><slot name="head" slot="head" /><div id="skal"><slot /></div></Shell>`,
  'src/Lista.astro': `---
import PostList from 'astro-redaktion/components/PostList.astro';
---
<div class="lista"><PostList {...Astro.props} /></div>`,
  'src/Under.astro': '<p class="under"></p>',
  'src/Fore.astro': '<p class="fore">{Astro.props.title}</p>',
  'src/Runt.astro': '<div class="runt"><slot /></div>',
  'src/pages/egen.astro': `---
import PostList from 'astro-redaktion/slots/PostList.astro';
import Shell from 'astro-redaktion/slots/Shell.astro';
---
<Shell title="Egen"><meta slot="head" name="egen" content="1" /><PostList posts={Astro.locals.redaktion.site.posts} /></Shell>`,
  '_posts/2022-06-02-a.md': post('title: A', 'Vi har SITHS.'),
});

beforeAll(async () => {
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
});
afterAll(removeTestSites);

test.each([
  ['the list of posts', 'artiklar/index.html'],
  ['a page of the owner’s own', 'egen/index.html'],
  ['a plugin’s page', 'tjanster/siths/index.html'],
])('who fills a slot, and what was added to one, is on %s', (_page, path) => {
  const html = site.read(path);
  expect(html).toMatch(/<p class="under"><\/p>\s*<main [^>]*><div id="skal">/);
  expect(html).toContain('<div class="lista">');
  expect(html).toMatch(/<\/article><i class="efter"><\/i>/);
});

test('a slot’s own slots are passed on', () => {
  expect(site.read('egen/index.html')).toMatch(/<meta name="egen" content="1">[^]*<\/head>/);
  expect(site.read('tjanster/siths/index.html')).toMatch(/application\/ld\+json[^]*<\/head>/);
});

test('the head of a plugin’s page is a slot, too', () => {
  expect(site.read('tjanster/siths/index.html')).toMatch(
    /<p class="fore">Identifieringstjänst SITHS<\/p>\s*<header class="rd-intro"> *<h1/,
  );
});

test.each(['index.html', '2022/06/02/a.html'])('so is the contact form: %s', (path) => {
  expect(site.read(path)).toMatch(/<div class="runt">(?:<(?:link|script)[^>]*>(?:<\/script>)?)*<rd-contact>/);
});
