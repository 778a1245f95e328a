import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import FormattedDate from 'astro-redaktion/components/FormattedDate.astro';
import Pager from 'astro-redaktion/components/Pager.astro';
import TermLink from 'astro-redaktion/components/TermLink.astro';
import TermList from 'astro-redaktion/components/TermList.astro';
import Toc from 'astro-redaktion/components/Toc.astro';
import { expect, test } from 'vitest';
import { createT } from '../../packages/astro-redaktion/src/i18n/translate.ts';
import { formatDate } from '../../packages/astro-redaktion/src/i18n/format.ts';
import { tableOptions, tableSite } from '../helpers/table-site.ts';

const options = tableOptions();
const site = tableSite({ '2022-06-02-a': { title: 'Första', tags: ['Hälsa & vård'] } });
const page = [...site.pages.values()].find(({ kind }) => kind === 'post');
const locals = (lang: string): App.Locals =>
  ({
    redaktion: {
      site,
      page,
      options,
      toc: [],
      t: createT(lang),
      formatDate: (date: Parameters<typeof formatDate>[0]) => formatDate(date, { lang, timezone: 'Europe/Stockholm' }),
    },
  }) as unknown as App.Locals;

type Component = Parameters<AstroContainer['renderToString']>[0];

async function print(component: unknown, props: Record<string, unknown>, lang = 'sv'): Promise<string> {
  const container = await AstroContainer.create();
  return container.renderToString(component as Component, { props, locals: locals(lang) });
}

const [term] = site.tags;

test('a term link escapes its label and leads to the page of the term', async () => {
  const html = await print(TermLink, { term, category: true });
  expect(html).toContain('href="/tags/halsa-vard/"');
  expect(html).toContain('rel="tag"');
  expect(html).toContain('Hälsa &amp; vård');
});

test('a list of terms prints the slot of the owner, which wraps ours', async () => {
  const html = await print(TermList, { terms: [term] });
  expect(html).toMatch(/<b class="own"><a[^>]*class="[^"]*rd-term/);
});

test('a date is written in the language of the page, with the instant for machines', async () => {
  const date = { instant: Date.UTC(2022, 5, 1, 22, 30), day: '2022-06-02', offset: 120 };
  expect(await print(FormattedDate, { date })).toMatch(
    /<time datetime="2022-06-02T00:30:00\+02:00"[^>]*>2 juni 2022<\/time>/,
  );
  expect(await print(FormattedDate, { date }, 'en')).toContain('>June 2, 2022</time>');
});

test('a table of contents nests its rows, and escapes them', async () => {
  const items = [{ slug: 'a', text: '<A>', children: [{ slug: 'b', text: 'B', children: [] }] }];
  const html = await print(Toc, { items });
  expect(html).toMatch(/href="#a">&lt;A&gt;<\/a>\s*<ul[^>]*>\s*<li[^>]*><a[^>]* ?href="#b"/);
  expect(html).toContain('aria-label="Innehåll"');
});

test('a pager of one page prints nothing', async () => {
  const one = { number: 1, count: 1, total: 1, urls: ['/a/'] };
  expect((await print(Pager, { pager: one })).trim()).toBe('');
  const html = await print(Pager, {
    pager: { ...one, count: 2, urls: ['/a/', '/a/2/'], next: '/a/2/', last: '/a/2/' },
  });
  expect(html).toContain('rel="next"');
});
