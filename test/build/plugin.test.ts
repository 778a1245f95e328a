import { afterAll, describe, expect, test } from 'vitest';
import { config, createTestSite, post, removeTestSites } from '../helpers/site.ts';

afterAll(removeTestSites);

const PLUGIN = `import { z } from 'astro/zod';
import { defineBlock, escapeHtml } from 'astro-redaktion/block';
import { definePlugin } from 'astro-redaktion/plugin';
const at = (path) => new URL(path, import.meta.url);
export default () => definePlugin({
  name: 'min-plugg', version: '1.0.0',
  components: { Footer: at('./Footer.astro') },
  slots: {
    TermLink: { before: at('./Mark.astro'), around: at('./Ram.astro') },
    PostFooter: { after: [at('./Mark.astro'), at('./Mark.astro')] },
    Post: { around: at('./Sida.astro') },
  },
  blocks: [defineBlock({
    name: 'ruta', props: z.strictObject({ text: z.string().default('') }), component: at('./Ruta.astro'),
    feed: ({ text }, { html }) => '<blockquote>' + escapeHtml(text) + html + '</blockquote>',
    text: ({ text }, { markdown }) => '> ' + text + markdown,
  })],
  routes: ({ lang }) => [{ pattern: '/extra-' + lang, entrypoint: at('./extra.astro') }],
  collections: { saker: at('./saker.mjs') },
  strings: { sv: { hej: 'Hej från pluggen' }, en: { hej: 'Hello' } },
  styles: [at('./plugg.css')],
  markdown: {
    key: '1',
    html: (html) => ({ html: html.replaceAll('PLUGG', '<mark>plugg</mark>'), facts: { ord: html.match(/PLUGG/g)?.length ?? 0 } }),
    blocks: (headings) => headings.map(({ slug, text }) => ({ after: slug, name: 'ruta', props: { text: 'Om ' + text } })),
  },
  options: ({ base, timezone }) => ({ ord: 'ur inställningarna ' + base + ' ' + timezone }),
  check: ({ posts }) => posts.flatMap(({ file, data, place }) =>
    data.plugg === 'fel' ? [{ code: 'plugg-fel', severity: 'error', file, ...place('plugg', 'fel'), message: 'fel' }] : []),
});
`;

const FILES = {
  'astro.config.mjs': config(
    `{ plugins: [plugg(), { name: 'b', version: '1', slots: { TermLink: { around: new URL('./plugg/B.astro', import.meta.url), before: new URL('./plugg/Ingen.astro', import.meta.url) } } }],
      slots: { TermLink: { after: './src/Efter.astro' }, HeldNotice: { plugins: [] } } }`,
    undefined,
    "import plugg from './plugg/index.mjs';",
  ),
  'plugg/index.mjs': PLUGIN,
  'plugg/Footer.astro': "---\nconst { t } = Astro.locals.redaktion;\n---\n<footer>{t('min-plugg.hej')}</footer>",
  'plugg/Mark.astro': '---\nconst { term } = Astro.props;\n---\n<i>{term?.label}</i>',
  'plugg/Ram.astro': '<div class="ram"><slot /></div>\n<style>.ram { outline: 1px solid rebeccapurple; }</style>',
  'plugg/B.astro': '---\nconst { term } = Astro.props;\n---\n<b data-label={term.label}><slot /></b>',
  'plugg/Ingen.astro': '---\n---\n',
  'plugg/Sida.astro': "---\nAstro.response.headers.set('x-plugg', '1');\n---\n<slot /><!-- slut -->",
  'src/Efter.astro':
    "---\nimport TermLink from 'astro-redaktion/components/TermLink.astro';\nconst { term } = Astro.props;\n---\n<u><TermLink {term} /></u>",
  'plugg/Ruta.astro': '---\nconst { text } = Astro.props;\n---\n<aside class="ruta">{text}<slot /></aside>',
  'plugg/extra.astro':
    "---\nimport { getCollection } from 'astro:content';\nimport { pluginOptions } from 'astro-redaktion/data';\nimport Shell from 'astro-redaktion/layouts/Shell.astro';\nconst saker = await getCollection('saker');\n---\n<Shell title=\"Extra\"><h1>Extra</h1><p>{saker.map((sak) => sak.data.namn).join()}</p><p>{pluginOptions('min-plugg').ord}</p><p>{Astro.locals.redaktion.site.posts.map((post) => post.data.facts?.['min-plugg']?.ord).join()}</p></Shell>",
  'plugg/saker.mjs':
    "import { defineCollection } from 'astro/content/config';\nexport default defineCollection({ loader: () => [{ id: 'a', namn: 'En sak' }] });",
  'plugg/plugg.css': '.ruta { color: rebeccapurple; }',
  '_posts/2022-06-01-m.mdx': post('title: M', 'import Ram from "../plugg/Ram.astro";\n\nMDX. <Ram>Inuti</Ram>'),
  '_posts/2022-06-02-a.md': post(
    'title: A\ntags: Ett',
    'PLUGG.\n\n{% include ruta.md text="I rutan" %}\n\n::ruta{text="Som <rad>"}\n\n:::ruta\nMed **text**.\n:::\n\nEtt :ruta[ord]{} till. `::ruta`\n\n## Slut\n\nSlut.',
  ),
};

describe('a plugin', () => {
  test('adds components, blocks, routes, collections, texts, styles and changes to posts, as data', async () => {
    const site = createTestSite(FILES);
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    const page = site.read('2022/06/02/a.html');
    expect(page).toContain('<mark>plugg</mark>');
    expect(page).toContain('<aside class="ruta">I rutan</aside>');
    expect(page).toContain('<aside class="ruta">Som &lt;rad&gt;</aside>');
    expect(page).toMatch(/<aside class="ruta">\s*<p>Med <strong>text<\/strong>\.<\/p>\s*<\/aside>/);
    expect(page).toMatch(/<p>Ett\s*<aside class="ruta">ord<\/aside>\s*till\. <code>::ruta<\/code><\/p>/);
    const feed = JSON.parse(site.read('feed.json')) as { items: { content_html: string }[] };
    expect(feed.items[0]?.content_html).toContain('<blockquote>Som &lt;rad&gt;</blockquote>');
    expect(feed.items[0]?.content_html).toMatch(/<blockquote><p>Med <strong>text<\/strong>\.<\/p><\/blockquote>/);
    expect(page).toContain('<footer>Hej från pluggen</footer>');
    expect(page).toMatch(
      /<h2 id="slut">Slut<\/h2><a class="rd-anchor"[^>]*><\/a><\/div>\s*<aside class="ruta">Om Slut<\/aside>\s*<p>Slut\.<\/p>/,
    );
    // In layers: the first plugin's nearest to the slot, the owner's outermost, each with the slot's props.
    const bare = page.replace(/ data-astro-cid-\S+?(?=[ >])/g, '');
    expect(bare).toMatch(
      /<li><b data-label="Ett"><i>Ett<\/i><div class="ram"><a [^>]*>Ett<\/a><\/div>\s*<\/b><u><a [^>]*>Ett<\/a><\/u><\/li>/,
    );
    expect(bare).toMatch(/<\/footer><i><\/i><i><\/i><\/article>/);
    for (const path of ['2022/06/02/a.html', '2022/06/01/m.html']) {
      const whole = site.read(path);
      expect(whole).toMatch(/^<!doctype html>[^]*<\/html>\s*<!-- slut -->$/i);
      expect(whole.indexOf('rel="stylesheet"')).toBeLessThan(whole.indexOf('</head>'));
      const body = whole.split('</head>')[1] ?? '';
      expect(body.match(/<link rel="stylesheet"[^>]*>.*/g)).toEqual([
        expect.stringMatching(/^<link rel="stylesheet" href="[^"]*\/print\.[^"]+"><\/body>/),
      ]);
    }
    const extra = site.read('extra-sv/index.html');
    expect(extra).toContain('<p>En sak</p>');
    expect(extra).toContain('<p>ur inställningarna / Europe/Stockholm</p>');
    expect(extra).toMatch(/<p>1,?<\/p>/);
    expect(extra).toContain('<title>Extra – Redaktion</title>');
    const styles = Object.keys(site.snapshot()).filter((file) => file.endsWith('.css'));
    expect(styles.map((file) => site.read(file)).join('')).toMatch(/\.ruta\{color:(rebeccapurple|#639)/);
  });

  test('says of a block that is used wrongly where and how, before anything is built', async () => {
    const body = '::ruta{txt="a"}\n\n::rutta{}\n\n:::ruta\nÖppen.\n\n::ruta{text="a"x}';
    const site = createTestSite({ ...FILES, '_posts/2022-06-02-a.md': post('title: A\nplugg: fel', body) });
    const { code, output } = await site.build();
    expect(code).toBe(1);
    expect(output).toContain('3:8 error fel [plugg-fel]');
    expect(output).toContain('6:1 error the block `ruta` takes no `txt`. [unknown-block-prop]');
    expect(output).toContain('Did you mean `text`?');
    expect(output).toContain('8:1 error there is no block `rutta`');
    expect(output).toContain('10:1 error the block `ruta` is opened but never closed.');
    expect(output).toContain('13:1 error the attributes of the block `ruta` cannot be read: {text="a"x}.');
    expect(site.exists('index.html')).toBe(false);
  });

  test('that replaces a slot which does not exist, or one that another has, stops the build', async () => {
    const clash =
      "{ plugins: [{ name: 'a', version: '1', components: { Footr: './x.astro', Header: './x.astro' } }, { name: 'b', version: '1', components: { Header: './y.astro' } }] }";
    const site = createTestSite({ ...FILES, 'astro.config.mjs': config(clash) });
    const { code, output } = await site.build();
    expect(code).toBe(1);
    expect(output).toContain('plugin `a` replaces the slot `Footr`, which does not exist');
    expect(output).toContain('Did it mean `Footer`?');
    expect(output).toContain('plugins `a` and `b` both add the slot `Header`');
  });
});
