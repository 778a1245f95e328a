import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults, type ServedSite, serveSite } from '../helpers/browser.ts';
import { findAll, hasClass, textOf } from '../helpers/html.ts';
import { createTestSite, post, removeTestSites, repository, type TestSite } from '../helpers/site.ts';

/** A city's own e-services: files, an owner's changes in a folder and in code, terms and a guide in code. */
const CONFIG = `import { defineConfig } from 'astro/config';
import redaktion from 'astro-redaktion';
import { defineCatalogue, services } from 'redaktion-inera';
const fixtures = ${JSON.stringify(`${repository}/test/unit/redaktion-inera/fixtures`)};
const sources = [{ ref: 'stad', grade: 'A', url: 'https://exempelstad.example/ordlista', note: 'Exempelstads ordlista' }];
const catalogue = defineCatalogue({
  folders: [fixtures + '/stad'],
  terms: [{ short: 'SBK', long: 'Stadsbyggnadskontoret', grade: 'A', services: ['bygglov-direkt'], sources }],
  guides: [{ id: 'supplier', title: { sv: 'Koppla in ett system', en: 'Connect a system' }, checked: '2026-01-31', steps: [
    { id: 'konto', title: 'Skaffa konto', text: 'Be staden om ett <konto>.', grade: 'A', services: ['stadskonto'], sources },
    { id: 'prov', title: { sv: 'Prova', en: 'Try' }, text: { sv: 'Prova först.', en: 'Try first.' }, grade: 'B', services: [], sources },
  ] }],
});
export default defineConfig({ site: 'https://exempel.se', integrations: [redaktion({
  locales: { en: { label: 'English' } },
  plugins: [services({
    catalogue, folders: [fixtures + '/owner'], services: [{ id: 'oppna-skolvalet', owner: 'Skolkontoret' }],
    mentions: 'term', path: '/e-tjanster',
  })],
})] });
`;

const TEXT = `Stadskontot och BLD, åter BLD och <span data-no-mentions>Badhuset</span>.

## Kort

::service{#bygglov-direkt}

{% include service.md id="stadskonto" level="4" %}

## Badhuset

Ett :service-term[BLD]{#bygglov-direkt} och :service-link[skolvalet]{#oppna-skolvalet}, :service-term[]{#badhuset}.

::service-facts{#oppna-skolvalet}

::service-map{#stadskonto}

::service-list{audience=foretag as=links}

::service-list{tag=Bygga}

::service-table{ids="bygglov-direkt, stadskonto" facts="owner, whoMayUse" title="Två <tjänster>"}

::supplier-guide
`;

const COMPONENTS = 'ServiceCard ServiceFacts ServiceLink ServiceList ServiceMap ServiceTable ServiceTerm SupplierGuide';
const PAGE = `---
import Shell from 'astro-redaktion/layouts/Shell.astro';
${COMPONENTS.split(' ')
  .map((name) => `import ${name} from 'redaktion-inera/components/${name}.astro';`)
  .join('\n')}
---
<Shell title="Allt">
  <h1>Allt</h1>
  <h2>Kort</h2><ServiceCard id="bygglov-direkt" /><ServiceCard id="BLD" /><ServiceFacts id="stadskonto" />
  <p><ServiceLink id="badhuset" />, <ServiceTerm id="bygglov-direkt" />, <ServiceTerm id="bygglov-direkt" /></p>
  <h2>Lista</h2><ServiceList category="skola" /><ServiceList access="open" as="links" />
  <h2>Mer</h2><ServiceMap id="bygglov-direkt" /><ServiceTable ids={['stadskonto', 'badhuset']} /><SupplierGuide />
</Shell>
`;

const POSTS = {
  '_posts/2026-01-04-allt.md': post('title: Allt\ntags: Bygga', TEXT),
  '_posts/2026-01-03-tagg.md': post('title: Bara tagg\ntags_extra: [sTADSKONTO]', 'Inget namn här.'),
  '_posts/2026-01-02-utan.md': post('title: Utan\nmentions: off\nservice_cards: false', 'BLD.\n\n## Badhuset\n\nText.'),
  '_posts/2026-01-01-english.md': post('title: In English\nlang: en', 'The city has BLD.'),
};
const PACKAGE = JSON.stringify({
  name: 'site',
  type: 'module',
  dependencies: { astro: '*', 'astro-redaktion': '*', 'redaktion-inera': '*' },
});
const NOW = { REDAKTION_NOW: '2026-02-01' };

describe('a city’s own services', () => {
  let site: TestSite;
  let served: ServedSite;
  let log = '';
  const page = (path: string): string => site.read(`${path}index.html`);
  const whole = (): string => site.read('2026/01/04/allt.html');
  beforeAll(async () => {
    site = createTestSite({
      'astro.config.mjs': CONFIG,
      'package.json': PACKAGE,
      'src/pages/allt.astro': PAGE,
      ...POSTS,
    });
    const { code, output } = await site.build(NOW);
    expect(code, output).toBe(0);
    log = output;
    served = await serveSite(`${site.root}/dist`);
  });
  afterAll(async () => {
    await served?.close();
    removeTestSites();
  });

  test('fill every page without a word of any other catalogue', () => {
    const files = Object.keys(site.snapshot()).filter((file) => /\.(html|json|css)$/.test(file));
    expect(files).toEqual(
      expect.arrayContaining([
        'e-tjanster/index.html',
        'e-tjanster/stadskonto/index.html',
        'e-tjanster/omrade/bygga/index.html',
        'e-tjanster/guide/supplier/index.html',
        'ordlista/index.html',
        'en/services/stadskonto/index.html',
        'en/glossary/index.html',
        'e-tjanster/catalogue.json',
      ]),
    );
    expect(files.filter((file) => /\binera\b|siths|1177/i.test(site.read(file)))).toEqual([]);
  });

  test('are added, changed and hidden by an owner', () => {
    const names = findAll(page('e-tjanster/'), (element) => hasClass(element, 'ri-entry-name')).map(textOf);
    expect(names).toEqual(['Badhuset', 'Bygglov direkt (BLD)', 'Stadskonto', 'Öppna skolvalet']);
    expect(page('e-tjanster/stadskonto/')).toContain('Vår egen text.');
    expect(page('e-tjanster/oppna-skolvalet/')).toContain('Skolkontoret');
    expect(site.exists('e-tjanster/avgiftskollen/index.html')).toBe(false);
  });

  test('stand as blocks in plain Markdown, by directive and by include', () => {
    const html = whole();
    const count = (name: string): number => findAll(html, (element) => hasClass(element, name)).length;
    // Two placed by the writer, two that the tag names besides the one that it is about.
    expect(count('ri-card')).toBeGreaterThanOrEqual(4);
    expect([count('ri-map'), count('ri-table'), count('ri-guide'), count('ri-links')]).toEqual([1, 1, 1, 1]);
    expect(html).toMatch(/<h4[^>]*class="ri-name"[^>]*><a href="\/e-tjanster\/stadskonto\/">Stadskonto<\/a><\/h4>/);
    expect(html).toContain('<a class="rd-mention" href="/e-tjanster/oppna-skolvalet/">skolvalet</a>');
    expect(html).toMatch(/<abbr>BLD<\/abbr><\/button>/);
    expect(html).toContain('Två &lt;tjänster&gt;');
    expect(html).not.toMatch(/::|\{%|style="/);
  });

  test('stand in feeds as text without script, a table of contents of nothing', () => {
    const { items } = JSON.parse(site.read('feed.json')) as { items: { title: string; content_html: string }[] };
    const html = items.find(({ title }) => title === 'Allt')?.content_html ?? '';
    expect(html).toContain('<a href="https://exempel.se/e-tjanster/bygglov-direkt/"><strong>Bygglov direkt (BLD)');
    expect(html).toContain('Be staden om ett &lt;konto&gt;.');
    expect(html).toContain('<p>Stadskontot och <abbr>BLD</abbr>, åter BLD och');
    expect(html).not.toMatch(/<button|popover|rd-|ri-|Mer om/);
  });

  test('are terms where a text first names them, but where the author says no', () => {
    const terms = findAll(whole(), (element) => hasClass(element, 'ri-term')).map(textOf);
    expect(terms.slice(0, 2)).toEqual(['Stadskonto', 'BLD']);
    expect(whole()).toContain('åter BLD och <span data-no-mentions>Badhuset</span>');
    expect(site.read('2026/01/02/utan.html')).not.toMatch(/ri-term|ri-aside/);
    expect(whole()).toMatch(/<h2 id="badhuset">Badhuset<\/h2>(?:<a [^>]*><\/a><\/div>)?\s*<div class="ri-aside">/);
    expect(whole()).toContain('<meta name="description" content="Stadskontot och BLD, åter BLD och Badhuset.">');
  });

  test('know the posts that name or tag them, whatever the case, and posts know them', () => {
    const about = (id: string): string[] =>
      findAll(page(`e-tjanster/${id}/`), (element) => hasClass(element, 'p-name')).map(textOf);
    expect(about('stadskonto')).toEqual(['Allt', 'Bara tagg']);
    expect(about('badhuset')).toEqual(['Allt', 'Utan']);
    const [list] = findAll(site.read('2026/01/03/tagg.html'), (element) => hasClass(element, 'ri-in-post'));
    expect(list && textOf(list)).toContain('Stadskonto');
  });

  test('speak English with their own names marked, and each page leads to its twin', () => {
    const html = page('en/services/bygglov-direkt/');
    expect(html).toContain('<html lang="en"');
    expect(html).toMatch(/<h1 lang="sv"[^>]*>Bygglov direkt/);
    expect(html).toContain('Application for a building permit.');
    expect(html).toMatch(
      /hreflang="sv"[^>]*href="https:\/\/exempel\.se\/e-tjanster\/bygglov-direkt\/"|href="https:\/\/exempel\.se\/e-tjanster\/bygglov-direkt\/"[^>]*hreflang="sv"/,
    );
    expect(page('en/services/oppna-skolvalet/')).toContain('<span lang="sv">Val av skola.</span>');
    expect(site.read('en/2026/01/01/english.html')).toContain('href="/en/services/bygglov-direkt/"');
    expect(page('en/services/guide/supplier/')).toContain('<span lang="sv">Be staden om ett &lt;konto&gt;.</span>');
    expect(site.read('sitemap-0.xml')).toContain('<loc>https://exempel.se/en/services/stadskonto/</loc>');
  });

  test('tell of facts that have aged, in the build and on the page, and of what came after', () => {
    expect(log).toMatch(/stadskonto\.yml[^]*the facts of `stadskonto` were last checked 2024-02-29/);
    expect(log).toContain('the facts of `badhuset` were last checked never');
    expect(log).not.toContain('the facts of `bygglov-direkt`');
    expect(page('e-tjanster/stadskonto/')).toContain('kontrollerades senast 29 februari 2024');
    expect(page('e-tjanster/bygglov-direkt/')).not.toContain('kan vara inaktuella');
    const [state] = findAll(page('e-tjanster/oppna-skolvalet/'), (element) => hasClass(element, 'ri-state'));
    expect(state && textOf(state)).toBe(
      'Avvecklad. Stängd 2025. Kom efter: Regionens skolval, Regionen (Andrahandskälla).',
    );
  });

  test('list the addresses outside the site', () => {
    const { addresses } = JSON.parse(site.read('e-tjanster/addresses.json')) as {
      addresses: { url: string; from: string[] }[];
    };
    expect(addresses.find(({ url }) => url.endsWith('/ordlista'))?.from).toEqual([
      'terms.SBK.sources.stad',
      'guides.supplier.konto.sources.stad',
      'guides.supplier.prov.sources.stad',
    ]);
  });

  test.each(['light', 'dark'] as const)('are accessible at 360 and 1280 px: %s', async (colorScheme) => {
    for (const width of [360, 1280]) {
      const context = await served.browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const tab = await context.newPage();
      for (const path of [
        '/allt/',
        '/2026/01/04/allt.html',
        '/e-tjanster/',
        '/e-tjanster/malgrupp/',
        '/en/services/audience/foretag/',
      ]) {
        await tab.goto(served.origin + path);
        expect(await axeFaults(tab), path).toEqual([]);
        const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        expect(await tab.evaluate(overflow), path).toBeLessThanOrEqual(0);
      }
      await context.close();
    }
  });

  test('explain a term by keyboard and without script', async () => {
    const context = await served.browser.newContext({ javaScriptEnabled: false });
    const tab = await context.newPage();
    await tab.goto(`${served.origin}/allt/`);
    const note = tab.locator('.ri-term-note');
    expect(await note.count()).toBe(2);
    await tab.locator('.ri-term').nth(1).focus();
    await tab.keyboard.press('Enter');
    expect(await note.nth(1).isVisible()).toBe(true);
    expect(await note.nth(0).isVisible()).toBe(false);
    expect(await note.nth(1).textContent()).toContain('Ansökan om bygglov.');
    await tab.keyboard.press('Escape');
    expect(await note.nth(1).isVisible()).toBe(false);
    await context.close();
  });

  test('are chosen by links without script, and at once with it, the choice in the address', async () => {
    const shown = '.ri-entries > li:not([hidden]) .ri-entry-name';
    const without = await served.browser.newContext({ javaScriptEnabled: false });
    const plain = await without.newPage();
    await plain.goto(`${served.origin}/e-tjanster/`);
    await plain.getByRole('link', { name: /^Skola/ }).click();
    expect(new URL(plain.url()).pathname).toBe('/e-tjanster/omrade/skola/');
    expect(await plain.locator(shown).allTextContents()).toEqual(['Öppna skolvalet']);
    await without.close();
    const tab = await served.browser.newPage();
    await tab.goto(`${served.origin}/e-tjanster/`);
    await tab.getByRole('link', { name: /^Företag/ }).focus();
    await tab.keyboard.press('Enter');
    await tab.waitForURL('**/e-tjanster/?malgrupp=foretag');
    expect(await tab.locator(shown).allTextContents()).toEqual(['Bygglov direkt (BLD)', 'Stadskonto']);
    await tab.getByRole('link', { name: /^Stadens konto/ }).click();
    expect(await tab.locator(shown).allTextContents()).toEqual(['Bygglov direkt (BLD)']);
    expect(await tab.getByRole('status').textContent()).toBe('1 tjänst');
    expect(await tab.locator('.ri-letters li:visible').allTextContents()).toEqual(['B']);
    await tab.goBack();
    expect(await tab.locator(shown).count()).toBe(2);
    await tab.goto(`${served.origin}/e-tjanster/?omrade=skola&malgrupp=foretag`);
    expect(await tab.getByRole('status').textContent()).toBe('Inga tjänster passar valet.');
    await tab.getByRole('link', { name: 'Visa alla' }).click();
    expect(await tab.locator(shown).count()).toBe(4);
    expect(new URL(tab.url()).search).toBe('');
    await tab.goto(`${served.origin}/e-tjanster/omrade/bygga/`);
    await tab.getByRole('link', { name: /^Företag/ }).click();
    await tab.waitForURL('**/e-tjanster/?omrade=bygga&malgrupp=foretag');
    expect(await tab.locator(shown).count()).toBe(2);
    await tab.close();
  });

  test('print what is folded on screen, and nothing to press', async () => {
    const tab = await served.browser.newPage();
    await tab.emulateMedia({ media: 'print' });
    await tab.goto(`${served.origin}/allt/`);
    expect(await tab.locator('.ri-card .ri-source-list').first().isVisible()).toBe(true);
    await tab.goto(`${served.origin}/e-tjanster/`);
    expect(await tab.locator('.ri-filter').isVisible()).toBe(false);
    expect(await tab.locator('.ri-entry-name').first().isVisible()).toBe(true);
    await tab.close();
  });
});

test('what posts say of services that cannot be is an error with its line', async () => {
  const site = createTestSite({
    'astro.config.mjs': CONFIG,
    'package.json': PACKAGE,
    '_posts/2026-01-04-a.md': post(
      'title: A\nmentions: [badhuset, stadkonto]\nservice_cards: kanske',
      '::service{#badhusett}\n\n::service-list{audience=boend}\n\n::service-table{ids=badhuset facts=ownr}',
    ),
    '_posts/2026-01-03-b.md': post('title: B\nmentions: länk'),
  });
  const { code, output } = await site.build(NOW);
  expect(code).toBe(1);
  expect(output).toMatch(
    /3:22 error `mentions` names "stadkonto", but no service has that id[^]*Did you mean "stadskonto"/,
  );
  for (const said of [
    '4:1 error `service_cards` is "kanske".',
    '3:1 error `mentions` is "länk"',
    '7:1 error the block `service`: `id` names "badhusett", which is no service (did you mean "badhuset"?)',
    '9:1 error the block `service-list`: `audience` names "boend"',
    '11:1 error the block `service-table`: `facts` names "ownr"',
  ])
    expect(output).toContain(said);
  expect(site.exists('index.html')).toBe(false);
});
