import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { config, createTestSite, post, removeTestSites, type TestSite } from '../helpers/site.ts';
import { axeFaults, type ServedSite, STRICT_POLICY, serveSite } from '../helpers/browser.ts';
import { feedFaults } from '../helpers/feed-rules.ts';
import { vnuFaults } from '../helpers/vnu.ts';
import { WRITING, WRITING_FILES, WRITING_MDX } from '../helpers/writing-post.ts';

const TEXT = `Ingress.

::video{src="dQw4w9WgXcQ" title="En <film>" source="Någon" length="3:20"}

{% include chart.html id="vantetid" title="Väntetid" unit="dagar" labels="2020, 2021, 2022" series="Män: 1.5, 2, 3; Kvinnor: 4, 5, 6" %}

:::chart{type=line title="Kurvor" labels="januari, februari, mars, april, maj, juni, juli, augusti" series="A: 1, 2, 3, 4, 3, 2, 1, 2; B: 4, 3, 2, 4, 5, 6, 7, 2"}
:::

::video{src="/film.mp4" title="Lokal" captions="/film.vtt" poster="/bilder/ett.svg" uploaded="2024-05-01" length="0:05"}

::chart{type=stacked title="Lager" labels="A, B" series="X: 10000, 20000; Y: 5000, 7000"}

::chart{data="koer.csv" columns="Mål, Utfall" type=line title="Köer" unit="dagar"}

::chart{type=area title="Yta" labels="A, B, C" series="1, -2, 3"}

::chart{type=dot title="Punkter" labels="A, B" series="X: 1, 2; Y: 5, 7" source="SCB" sourceUrl="https://www.scb.se/"}

::karta{data="platser.csv" title="Vårdplatser" unit="per tusen" source="Påhittat"}

{% include karta.html title="Sjukhus" points="Karolinska: 59.35, 18.03, https://www.karolinska.se/; Sahlgrenska <S>: 57.68, 11.96" %}

::karta{map=rutor values="Väst: 1; Öst: 9"}

::cc{work="Bilden <B>" creator="Anna" license="CC-BY-2.0" source="https://exempel.se/bild" changes="beskuren"}

{% include cc.html license="CC0-1.0" text="Siffrorna är fria." %}
`;

const FILES = {
  'astro.config.mjs': config(
    "{ blocks: [hej], map: { files: { rutor: './kartor/rutor.topo.json' }, interactive: { module: '/karta/karta.js', style: '/karta/karta.css', tiles: 'https://{s}.tiles.example/{z}/{x}/{y}.png' } }, markdownFiles: true, licence: 'CC-BY-4.0', footnotes: 'popover' }",
    undefined,
    "import hej from './hej.mjs';",
  ),
  // The owner's own, whole in one file.
  'hej.mjs': `import { z } from 'astro/zod';
import { defineBlock, escapeHtml } from 'astro-redaktion/block';
export default defineBlock({
  name: 'hej',
  props: z.strictObject({ namn: z.string(), fil: z.string() }),
  load: ({ fil, ...props }, files) => ({ ...props, fil: fil.endsWith('.json') ? files.data(fil).value.ord : fil }),
  feed: ({ namn, fil }, { html }) => '<blockquote><p>' + escapeHtml(namn + ', ' + fil) + '</p>' + html + '</blockquote>',
  text: ({ namn, fil }, { markdown }) => '> ' + namn + ', ' + fil + '\\n\\n' + markdown,
});
`,
  '_data/ord.json': '{"ord": "välkommen"}',
  '_data/platser.csv': 'Län;Platser\nStockholm;2,1\n03 Uppsala län;2,4\nSkåne;12 000\n',
  'kartor/rutor.topo.json':
    '{"type":"Topology","arcs":[[[1,0],[1,1]],[[1,1],[0,1],[0,0],[1,0]],[[1,0],[2,0],[2,1],[1,1]]],"objects":{"rutor":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[-2,-1]],"properties":{"namn":"Väst"}},{"type":"Polygon","arcs":[[0,-3]],"properties":{"namn":"Öst"}}]}}}',
  'public/karta/karta.js':
    'export default (element, { points, tiles, lang }) => { element.textContent = [points.length, tiles, lang].join(); };',
  '_data/koer.csv': 'Dag;Mål;Utfall;Annat\n2024-01-01;30;41,5;x\n2024-03-01;30;38;x\n',
  '_data/rader.json': '[{"Dag": "2024-01-01", "Mål": 30}, {"Dag": "2024-03-01", "Mål": 30}]',
  'public/film.mp4': 'film',
  'public/film.vtt': 'WEBVTT\n',
  'public/karta/karta.css': '.rd-map__live { color: rgb(1, 2, 3); }',
};

describe('the blocks', () => {
  let site: TestSite;
  let served: ServedSite;
  beforeAll(async () => {
    site = createTestSite({
      ...WRITING_FILES,
      ...FILES,
      '_posts/2022-06-02-med.md': post(
        "title: Med block\nvideo:\n  src: '76979871?h=8272103f6e'\n  title: Överst\nchart:\n  title: Sist\n  labels: [A, B]\n  series: [1, 2]\nkarta: false\ncc:\n  license: CC-BY-SA-4.0\n  text: Dela gärna.\n  attribution:\n    - {work: Kartan, creator: Bo, source: 'https://exempel.se/karta', license: CC-BY-3.0, changes: förenklad}",
        TEXT + WRITING,
      ),
      '_posts/2022-06-01-mdx.mdx': post(
        'title: MDX',
        "import Chart from 'astro-redaktion/components/Chart.astro';\nimport Video from 'astro-redaktion/components/Video.astro';\n\n<Video src=\"76979871\" title=\"Film\" />\n\n<Chart title=\"C\" labels={['A', 'B']} series={[1, 2.5]} />" +
          WRITING_MDX,
      ),
      '_posts/2022-06-03-utan.md': post('title: Utan\nvideo: false\nchart: false\nkarta: false\ncc: false', 'Text.'),
      '_posts/2022-06-04-jekyll.md': post(
        'title: Jekyll\nkarta: true\nchart: true',
        '{% include karta.html %}\n\n{% include chart.html id="c" labels="\'Jan\', \'Feb\'" series="[5, 2], [3, 4]" %}\n\n{% include chart.html rows=site.data.rader columns="Mål" %}',
      ),
      '_posts/2022-06-06-egen.md': post(
        'title: Egen',
        '{% include hej.html namn="Bo & Eva" fil="ord.json" %}\n\n:::hej{namn=Anna fil=hit}\nMed **text**.\n:::',
      ),
      '_posts/2022-06-05-slut.md': post(
        "title: Slut\nkarta: true\ncc: Får spridas.\nimage: {path: /bilder/ett.svg, alt: Ett hus, license: CC-BY-NC-2.5, creator: Eva, source: 'https://exempel.se/ett'}",
      ),
    });
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    served = await serveSite(`${site.root}/dist`, `${STRICT_POLICY}; frame-src https:; media-src 'self'`);
  });
  afterAll(async () => {
    await served?.close();
    removeTestSites();
  });

  test('of the writer stand on the page, with their files asked for once', () => {
    const page = site.read('2022/06/02/med.html');
    expect(page.match(/class="rd-notice rd-notice--/g)).toHaveLength(4);
    expect(page.match(/<link rel="stylesheet" href="[^"]*notice/g)).toHaveLength(1);
    expect(page.match(/<script type="module" src="[^"]*(?:gallery|copy)-element/g)).toHaveLength(2);
    expect(page).toContain('<time datetime="2022-06-02">2 juni 2022</time>');
    expect(page).toContain('<dt>SITHS</dt><dt>e-tjänstekort</dt>');
    expect(page).toContain('<th scope="row">Gratis</th>');
    expect(page).toContain('<td class="rd-no">Nej</td>');
    expect(page).toContain('<code class="language-html">&lt;b&gt;</code>');
    expect(page).toMatch(
      /<pre tabindex="0" role="group" aria-label="Kod" class="language-ts"[^>]*>[\s\S]{0,200}'::video'/,
    );
  });

  test('of the writer lie in the text twin with all that they say', () => {
    const twin = site.read('2022/06/02/med.md');
    for (const text of [
      '> **Notera**\n>\n> En **not**.',
      '> **Tips: Råd & dåd**',
      '> Viktigt',
      '> En varning',
      '![Ett hus](https://exempel.se/bilder/ett.svg)\n\nHuset. Bild: Anna',
      'Med [länk](https://exempel.se/om/).',
      '![Tredje](https://exempel.se/bilder/tva.svg "Bild tre")',
      '**Så räknade vi**\n\nTvå **gånger**.',
      '> — Karin Boye, [I rörelse](<https://litteraturbanken.se/>)',
      '> [Källa: SCB](https://exempel.se/kalla/)',
      'Bild ett\n\n![](https://exempel.se/bilder/tva.svg)',
      '- **1999** Den börjar.',
      '- **2 juni 2022** Publiceras',
      'e-tjänstekort\n: Kortet.',
      '- **NPÖ**: Översikten',
      '| Gratis | Nej | Ja | Ja |',
      '| Pris | 50 kr | 0 kr |',
      "**a.ts**\n\n```ts\nconst a = '::video';\n```",
      '```html\n<b>\n```',
    ])
      expect(twin.replaceAll('\\', '')).toContain(text);
    expect(twin).not.toMatch(/:::|rd-|\{%/);
  });

  test('are valid HTML on the page and in the feed, to the Nu HTML checker', () => {
    const feed = JSON.parse(site.read('feed.json')) as { items: { title: string; content_html: string }[] };
    const html = feed.items.find(({ title }) => title === 'Med block')?.content_html ?? '';
    for (const text of ['Viktigt &lt;här>', 'Bild ett', 'Mödan värd', 'Kortet.', '<th>Gratis</th>', 'Läses'])
      expect(html.replaceAll('&gt;', '>')).toContain(text);
    site.write('valid/feed.html', `<!doctype html><html lang="sv"><title>A</title><h1>A</h1>${html}</html>`);
    site.write('valid/page.html', site.read('2022/06/02/med.html'));
    expect(vnuFaults(`${site.root}/valid`)).toEqual([]);
  });

  test('leave every feed as its format wants it', async () => {
    for (const file of ['feed.xml', 'atom.xml', 'feed.json']) {
      expect(site.read(file), file).toContain('Mödan värd');
      expect(await feedFaults(site.read(file), `https://exempel.se/${file}`), file).toEqual([]);
    }
  });

  test('leave a post without blocks as it was: no style sheet, script or element of theirs', () => {
    const page = site.read('2022/06/03/utan.html');
    expect(page).not.toMatch(/rd-video|rd-chart|rd-map|<script(?! type="application\/ld\+json")/);
    const sheets = [...page.matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g)].map(([, path = '']) => path);
    expect(sheets).toEqual([expect.not.stringContaining('print'), expect.stringContaining('print')]);
    for (const sheet of sheets) expect(site.read(sheet)).not.toMatch(/rd-video|rd-chart|rd-map/);
  });

  test('cost a post without blocks no byte: it is the same in a site that has none but such', async () => {
    const source = post('title: Utan\ncc: false', 'Text.');
    const bare = createTestSite({ '_posts/2022-06-03-utan.md': source });
    const { code, output } = await bare.build();
    expect(code, output).toBe(0);
    const main = (html: string): string => /<main[\s\S]*?<div class="e-content[\s\S]*?<\/div>/.exec(html)?.[0] ?? '';
    const [alone, beside] = [bare.read('2022/06/03/utan.html'), site.read('2022/06/03/utan.html')];
    expect(main(alone).length).toBeGreaterThan(200);
    expect(main(beside)).toBe(main(alone));
    const files = (html: string): string[] =>
      [...html.matchAll(/(?:href|src)="(\/_astro\/[^"]+)"/g)].map(([, file = '']) => file);
    expect(files(beside)).toEqual(files(alone));
  });

  test('are components in MDX, with the same props', () => {
    const page = site.read('2022/06/01/mdx.html');
    expect(page).toContain('data-embed="https://player.vimeo.com/video/76979871?dnt=1&amp;autoplay=1"');
    expect(page).toContain('<td>2,5</td>');
    for (const text of [
      'role="note" aria-label="Tips: Rubrik"',
      '<figcaption>',
      '<dt>HSA</dt><dd>Katalogen</dd>',
      '<th scope="row">Pris</th>',
      '<time datetime="1993">1993</time>',
      '<summary>Mer</summary>',
      '<cite>Boken</cite>',
      'aria-label="Fakta"',
      '<code class="language-ts">let a</code>',
      'popovertarget="rd-note-1"',
    ])
      expect(page).toContain(text);
    expect(page.match(/<a href="\/bilder\/(?:ett|tva)\.svg"/g)).toHaveLength(2);
  });

  test('write numbers as the language does', () => {
    const page = site.read('2022/06/02/med.html');
    expect(page).toContain('<td>1,5</td>');
    expect(page).toMatch(/<text[^>]*>30[^<0,]000<\/text>/);
  });

  test('stand in feeds with their data, without script or frame', () => {
    const feed = JSON.parse(site.read('feed.json')) as { items: { title: string; content_html: string }[] };
    const html = feed.items.find(({ title }) => title === 'Med block')?.content_html ?? '';
    expect(html).toContain(
      '<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">Se videon: En &lt;film&gt; (3:20)</a>',
    );
    expect(html).toContain('<a href="https://vimeo.com/76979871/8272103f6e">');
    expect(html).toContain('<tr><th>2020</th><td>1,5</td><td>4</td></tr>');
    expect(html).toMatch(/<td>20[^<0]000<\/td>/);
    expect(html).not.toMatch(/<script|<iframe|<svg|rd-/);
  });

  test('are joined by one of the owner’s, made in one file, in every way of writing it', () => {
    const page = site.read('2022/06/06/egen.html');
    expect(page).toContain('<blockquote><p>Bo &#38; Eva, välkommen</p></blockquote>');
    expect(page).toMatch(/<blockquote><p>Anna, hit<\/p><p>Med <strong>text<\/strong>\.<\/p><\/blockquote>/);
    const feed = JSON.parse(site.read('feed.json')) as { items: { title: string; content_html: string }[] };
    const html = feed.items.find(({ title }) => title === 'Egen')?.content_html ?? '';
    expect(html).toContain('<blockquote><p>Bo &amp; Eva, välkommen</p></blockquote>');
    expect(site.read('2022/06/06/egen.md')).toContain('> Bo & Eva, välkommen');
  });

  test('draw charts of files and of what Jekyll posts give, with dates in words', () => {
    const page = site.read('2022/06/02/med.html');
    expect(page).toContain('<tr><th scope="row">1 januari 2024</th><td>30</td><td>41,5</td></tr>');
    expect(page).toMatch(/<text[^>]*>1 januari<\/text>/);
    const old = site.read('2022/06/04/jekyll.html');
    expect(old.match(/<figure class="rd-chart"/g)).toHaveLength(2);
    expect(old).toContain('<figure class="rd-chart" id="c">');
    expect(old).toContain('<tr><th scope="row">Jan</th><td>5</td><td>3</td></tr>');
    expect(old).toMatch(/<th scope="row">1 januari 2024<\/th><td>30<\/td>/);
  });

  test('draw a map of values or places, and a plain one where front matter alone asks for it', () => {
    const page = site.read('2022/06/02/med.html');
    const maps = page.split('<figure class="rd-map"').slice(1);
    expect(maps).toHaveLength(3);
    const [values = '', points = '', squares = ''] = maps;
    expect(values.match(/<path d=/g)?.length).toBeGreaterThanOrEqual(21);
    expect(values).toContain('<tr><th scope="row">Uppsala</th><td>2,4</td></tr>');
    expect(values).toMatch(/Uppgift saknas/);
    expect(points).toContain('<li><a href="https://www.karolinska.se/">Karolinska</a></li>');
    expect(points).toContain('<li>Sahlgrenska &lt;S&gt;</li>');
    expect(squares).toContain('<title>Öst</title>');
    expect(page.match(/id="karta-bild/g)).toHaveLength(new Set(page.match(/id="karta-bild[^"]*"/g)).size);
    for (const plain of ['04/jekyll', '05/slut'])
      expect(site.read(`2022/06/${plain}.html`).match(/<figure class="rd-map"/g)).toHaveLength(1);
  });

  test('give maps to feeds and to plain text with all that they show', () => {
    const feed = JSON.parse(site.read('feed.json')) as { items: { title: string; content_html: string }[] };
    const html = feed.items.find(({ title }) => title === 'Med block')?.content_html ?? '';
    expect(html).toContain('<tr><th>Stockholm</th><td>2,1</td></tr>');
    expect(html).toContain(
      '<li><a href="https://www.karolinska.se/">Karolinska</a></li><li>Sahlgrenska &lt;S&gt;</li>',
    );
    expect(html).toMatch(
      /<a href="https:\/\/exempel\.se\/2022\/06\/02\/med\.html#karta-bild"><img [^>]+><br>Se kartan i artikeln<\/a>/,
    );
    const text = site.read('2022/06/02/med.md');
    expect(text).toContain('| Uppsala | 2,4 |');
    expect(text).toContain('1. [Karolinska](<https://www.karolinska.se/>) (59.35, 18.03)');
  });

  test('tell on what terms a post may be used, on its page, to search engines and in feeds', () => {
    const page = site.read('2022/06/02/med.html');
    const address = 'https://creativecommons.org/licenses/by-sa/4.0/';
    expect(page).toContain(`<link rel="license" href="${address}">`);
    expect(page).toMatch(
      /<p class="rd-licence">\s*Licens:\s*<a href="[^"]*by-sa\/4\.0\/" rel="license" class="u-license">CC BY-SA 4\.0<\/a>/,
    );
    expect(page).toMatch(/<svg[\s\S]*?Dela gärna\./);
    expect(page.match(/rel="license"/g)).toHaveLength(2);
    const credits = page.split('id="rd-credits"')[1]?.split('</ul>')[0] ?? '';
    const words = credits.replace(/<svg[\s\S]*?<\/svg>|<[^>]+>/g, '').replace(/\s+/g, ' ');
    expect(words).toContain('Kartan, Bo, CC BY 3.0, förenkladBilden &lt;B&gt;, Anna, CC BY 2.0, beskuren');
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '') as {
      '@graph': Record<string, unknown>[];
    };
    expect(data['@graph'].find((node) => node['@type'] === 'BlogPosting')).toMatchObject({
      license: address,
      creditText: 'Kartan, Bo, CC BY 3.0, förenklad',
    });
    expect(site.read('feed.xml')).toContain(`<creativeCommons:license>${address}</creativeCommons:license>`);
    expect(site.read('atom.xml')).toContain(`<link href="${address}" rel="license"/>`);
    const feed = JSON.parse(site.read('feed.json')) as { items: { title: string; content_html: string }[] };
    const html = feed.items.find(({ title }) => title === 'Med block')?.content_html ?? '';
    expect(html).toContain(`<p>Licens: <a href="${address}" rel="license">CC BY-SA 4.0</a>. Dela gärna.</p>`);
    expect(html).toContain('<small><a href="https://exempel.se/bild">Bilden &lt;B&gt;</a>, Anna, <a href=');
    expect(site.read('2022/06/02/med.md')).toContain('- [Kartan](<https://exempel.se/karta>), Bo, [CC BY 3.0]');
  });

  test('take the licence of the site where a post names none, and of each picture its own', () => {
    expect(site.read('2022/06/04/jekyll.html')).toContain('href="https://creativecommons.org/licenses/by/4.0/"');
    expect(site.read('2022/06/03/utan.html')).not.toContain('creativecommons.org');
    const page = site.read('2022/06/05/slut.html');
    expect(page).toMatch(/CC BY 4\.0<\/a>[\s\S]*?Får spridas\./);
    expect(page).toMatch(
      /"@type":"ImageObject"[^}]*"license":"https:\/\/creativecommons\.org\/licenses\/by-nc\/2\.5\/"/,
    );
    expect(page).toContain('"acquireLicensePage":"https://exempel.se/ett"');
    expect(page).toMatch(/id="rd-credits"[\s\S]*Ett hus[\s\S]*Eva/);
  });

  test('tell search engines of a video with a poster and a day, and link to it on paper', async () => {
    const html = site.read('2022/06/02/med.html');
    const data = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
      ([, text = '']) => JSON.parse(text) as Record<string, unknown>,
    );
    expect(data.filter((each) => each['@type'] === 'VideoObject')).toEqual([
      expect.objectContaining({
        name: 'Lokal',
        thumbnailUrl: 'https://exempel.se/bilder/ett.svg',
        uploadDate: '2024-05-01',
        duration: 'PT0M5S',
        contentUrl: 'https://exempel.se/film.mp4',
      }),
    ]);
    expect(html).toContain('<track kind="captions" src="/film.vtt" srclang="sv" label="Svenska undertexter" default>');
    const page = await served.browser.newPage();
    await page.goto(`${served.origin}/2022/06/02/med.html`);
    const link = page.getByRole('link', { name: 'Se videon: Lokal (0:05)' });
    expect(await link.count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await link.isVisible()).toBe(true);
    expect(await page.locator('.rd-video video').isVisible()).toBe(false);
    await page.close();
  });

  test('load an interactive map of the owner when it is asked for, and nothing of it before', async () => {
    const page = await served.browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${served.origin}/2022/06/02/med.html`, { waitUntil: 'networkidle' });
    expect(asked.filter((path) => path.startsWith('/karta/'))).toEqual([]);
    const map = page.locator('rd-map').nth(1);
    expect(await map.innerText()).toContain('Kartbilderna hämtas då från tiles.example.');
    await map.getByRole('button', { name: 'Öppna interaktiv karta' }).focus();
    await page.keyboard.press('Enter');
    const region = page.getByRole('region', { name: 'Öppna interaktiv karta' });
    await region.getByText('2,https://{s}.tiles.example/{z}/{x}/{y}.png,sv').waitFor();
    expect(asked.filter((path) => path.startsWith('/karta/'))).toEqual(['/karta/karta.css', '/karta/karta.js']);
    expect(
      await region.evaluate((element) => [getComputedStyle(element).color, document.activeElement === element]),
    ).toEqual(['rgb(1, 2, 3)', true]);
    await page.close();
  });

  test('ask nobody before the click; then the video comes from the privacy address, and the choice is kept', async () => {
    const context = await served.browser.newContext();
    const page = await context.newPage();
    const asked: string[] = [];
    await page.route(/^https:/, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: 'video' });
    });
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(`${served.origin}/2022/06/02/med.html`, { waitUntil: 'networkidle' });
    expect(asked).toEqual([]);
    expect(said).toEqual([]);
    const youtube = page.locator('rd-video').nth(1);
    await youtube.getByRole('checkbox').check();
    await youtube.getByRole('link').focus();
    await page.keyboard.press('Enter');
    await youtube.locator('iframe[title="En <film>"]').waitFor();
    // The frame is there before its request is.
    await expect.poll(() => asked).toEqual(['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1']);
    await page.reload({ waitUntil: 'networkidle' });
    await expect.poll(() => asked.slice(1)).toEqual(['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ']);
    await context.close();
  });

  test('a gallery is links without script, and with it a box that the keyboard moves in', async () => {
    const plain = await served.browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(`${served.origin}/2022/06/02/med.html`);
    await still.getByRole('link', { name: 'Tredje' }).click();
    expect(still.url()).toBe(`${served.origin}/bilder/tva.svg`);
    await plain.close();

    const context = await served.browser.newContext();
    const page = await context.newPage();
    const strangers: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(served.origin)) strangers.push(request.url());
    });
    await page.goto(`${served.origin}/2022/06/02/med.html`);
    await page.locator('rd-gallery').getByRole('link', { name: 'Första' }).focus();
    await page.keyboard.press('Enter');
    const box = page.getByRole('dialog', { name: 'Tre bilder' });
    expect(await box.locator('figcaption').innerText()).toBe('Bild ett');
    expect(await box.locator('output').innerText()).toBe('Bild 1 av 3');
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('ArrowLeft');
    expect(await box.getByRole('img').getAttribute('alt')).toBe('Tredje');
    expect(await box.locator('figcaption').innerText()).toBe('Bild tre');
    await box.getByRole('button', { name: 'Nästa bild' }).click();
    await page.keyboard.press('ArrowRight');
    expect(await box.locator('output').innerText()).toBe('Bild 2 av 3');
    await page.keyboard.press('Escape');
    expect(await box.count()).toBe(0);
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Visa bilden större');
    expect(strangers).toEqual([]);
    await context.close();
  });

  test.each([true, false])('a note opens where its number stands, script: %s', async (javaScriptEnabled) => {
    const context = await served.browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(`${served.origin}/2022/06/02/med.html`);
    const note = page.getByRole('note', { name: 'Fotnot 1' });
    expect(await note.count()).toBe(0);
    await page.getByRole('button', { name: 'Visa fotnot 1' }).focus();
    await page.keyboard.press('Enter');
    expect(await note.innerText()).toBe('Noten, med länk.');
    await page.keyboard.press('Tab');
    expect(await note.getByRole('link').evaluate((link) => link.matches(':focus'))).toBe(true);
    await page.keyboard.press('Escape');
    expect(await note.count()).toBe(0);
    const opener = page.getByRole('button', { name: 'Visa fotnot 1' });
    expect(await opener.evaluate((button) => button.matches(':focus'))).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await opener.count()).toBe(0);
    expect(await page.locator('.footnotes').getByText('Noten, med länk.').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    const number = page.getByRole('link', { name: '1', exact: true });
    await number.click();
    expect(decodeURIComponent(page.url())).toMatch(/#user-content-fn-not$/);
    expect(await page.locator(':target').innerText()).toContain('Noten, med länk.');
    await context.close();
  });

  test('bring few bytes, compressed, and only where they stand', () => {
    const page = site.read('2022/06/02/med.html');
    const files = [...page.matchAll(/(?:href|src)="(\/_astro\/[^"]+\.(?:css|js))"/g)].map(([, path = '']) => path);
    const bytes = (name: string): number =>
      gzipSync(site.read((files.find((path) => path.includes(`/${name}.`)) ?? name).slice(1)), { level: 9 }).length;
    for (const style of [
      'notice',
      'figure',
      'gallery',
      'pullquote',
      'factbox',
      'timeline',
      'definitions',
      'comparison',
    ])
      expect(bytes(style), style).toBeLessThan(900);
    expect(bytes('code-block')).toBeLessThan(600);
    expect(bytes('copy-element')).toBeLessThan(500);
    expect(bytes('gallery-element')).toBeLessThan(1200);
    expect(bytes('notes')).toBeLessThan(900);
  });

  test('code is copied as it stands', async () => {
    const context = await served.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(`${served.origin}/2022/06/02/med.html`);
    const code = page.locator('rd-code').nth(1);
    await code.getByRole('button', { name: 'Kopiera' }).click();
    await expect.poll(() => code.getByRole('status').innerText()).toBe('Kopierat');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('<b>');
    await context.close();
  });

  test.each(['light', 'dark'] as const)(
    'are accessible, hold 360 px and print, with and without script: %s',
    async (colorScheme) => {
      for (const javaScriptEnabled of [true, false]) {
        const context = await served.browser.newContext({
          colorScheme,
          javaScriptEnabled,
          viewport: { width: 360, height: 800 },
        });
        const page = await context.newPage();
        await page.goto(`${served.origin}/2022/06/02/med.html`);
        await expect.poll(() => page.locator('.rd-chart__narrow').first().isVisible()).toBe(true);
        expect(await page.locator('.rd-chart__wide').first().isVisible()).toBe(false);
        expect(await page.locator('rd-video a[href^="https://"]').count()).toBe(2);
        if (javaScriptEnabled) {
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(width).toBeLessThanOrEqual(360);
          expect(await axeFaults(page)).toEqual([]);
        }
        await page.setViewportSize({ width: 1280, height: 900 });
        expect(await page.locator('.rd-chart__wide').first().isVisible()).toBe(true);
        await page.emulateMedia({ media: 'print' });
        expect(await page.locator('rd-video label').count()).toBe(javaScriptEnabled ? 2 : 0);
        expect(await page.locator('rd-video label:visible').count()).toBe(0);
        expect(await page.getByRole('button').count()).toBe(0);
        expect(await page.getByText('Två gånger.').isVisible()).toBe(true);
        await context.close();
      }
    },
  );

  test('are read in a Jekyll site, by kramdown, as they are in Markdown', async () => {
    const jekyll = createTestSite({
      ...WRITING_FILES,
      '_config.yml': 'title: Jekyll',
      'astro.config.mjs': config("{ jekyll: '.', footnotes: 'popover' }"),
      '_posts/2022-06-02-med.md': post('title: Med', WRITING),
    });
    const { code, output } = await jekyll.build();
    expect(code, output).toBe(0);
    const page = jekyll.read('2022/06/02/med.html');
    expect(page).toContain('<p>En <strong>not</strong>.</p>\n</div></aside>');
    expect(page).toContain('<th scope="row">Gratis</th>');
    expect(page).toContain('<dt>e-tjänstekort</dt>');
    expect(page).toContain('popovertarget="rd-note-1"');
    expect(vnuFaults(`${jekyll.root}/dist`)).toEqual([]);
  });

  test('with wrong numbers stop the build, each with its line', async () => {
    const broken = createTestSite({
      '_posts/2022-06-02-fel.md': post(
        'title: Fel\nvideo: {src: nej, title: X}\ncc:\n  license: CC-BY-SA-5.0\n  attribution: [{wrk: A, creator: B}]',
        '::chart{title=T labels="A, B" series="X: 1, två; Y: 1, 2, 3"}\n\n::video{src="/a.mp4" title="Fil"}\n\n::karta{values="Skåna: 1"}\n\n::karta{data="plats.csv"}\n\n:::notice{kind=fara}\nX\n:::\n\n::figure{src="/a.jpg" al="A"}',
      ),
      '_data/platser.csv': 'Län,Antal',
    });
    const { code, output } = await broken.build();
    expect(code).toBe(1);
    expect(output).toContain('3:1 error the block `video`: `src` is no video');
    expect(output).toContain('5:1 error `cc.license` must be a licence that exists; it is "CC-BY-SA-5.0".');
    expect(output).toContain('"CC-BY-SA-5.0" is no version of CC BY-SA; it has 1.0, 2.0, 2.5, 3.0, 4.0.');
    expect(output).toContain('`cc.attribution.0.wrk` must be left out');
    expect(output).toContain('9:1 error the block `chart`: `series.0.values.1` "två" is no number');
    expect(output).toContain('11:1 error the block `video`: `captions` must name a WebVTT file');
    expect(output).toContain(
      '13:1 error the block `karta`: `values` "Skåna" is no region of the map; did you mean "Skåne"?',
    );
    expect(output).toContain(
      '15:1 error the block `karta`: there is no file _data/plats.csv; did you mean _data/platser.csv?',
    );
    expect(output).toMatch(/17:1 error the block `notice`: `kind` .*expected one of "note"\|"tip"\|.*it is "fara"/);
    expect(output).toMatch(/21:1 error the block `figure` takes no `al`\.[^\n]*\n\s+Did you mean `alt`\?/);
  });
});
