import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SLOTS } from '../packages/astro-redaktion/src/config/slots.ts';

const host = join(import.meta.dirname, '../packages/astro-redaktion/src');
const plugin = join(import.meta.dirname, '../packages/redaktion-inera/src');

/** Room → what its files may import, besides their own room and, as types, `types.ts`. */
const ALLOWED: Record<string, (string | RegExp)[]> = {
  i18n: ['types.ts'],
  model: ['types.ts', 'i18n/', 'config/site-options.ts'],
  outputs: ['types.ts', 'model/', 'i18n/', 'config/site-options.ts', /^(?!astro:|node:|virtual:)[a-z@]/],
  blocks: ['types.ts', 'block.ts', 'i18n/', 'model/', /^(?!astro:|virtual:)[a-z@]/],
  markdown: ['types.ts', /^(satteri|@astrojs\/|remark-toc|prismjs|github-slugger|astro|mdast|node:)/],
  content: ['types.ts', 'config/', 'model/', 'i18n/', 'markdown/', 'plugin.ts', 'block.ts', /^[a-z@]/],
  contact: ['i18n/', /^(astro\/zod|node:)/],
  config: [
    'types.ts',
    'plugin.ts',
    'block.ts',
    'share-picture.ts',
    'model/nearest.ts',
    'model/licence.ts',
    'model/permalink.ts',
    /^(astro|node:)/,
  ],
  build: [
    'content/hand-over.ts',
    'types.ts',
    'config/site-options.ts',
    'config/report.ts',
    'model/address.ts',
    'model/live-redirects.ts',
    'model/page-of.ts',
    'outputs/',
    'content/locate.ts',
    'content/made-files.ts',
    'content/post-html.ts',
    /^(astro|pagefind|takumi-js|node:)/,
  ],
  integration: ['types.ts', 'build/', 'config/', 'content/', 'markdown/', 'outputs/', /^(astro|@astrojs\/|node:)/],
  cli: ['types.ts', 'config/', 'content/', 'model/', /^(citty|diff|parse5|feedsmith|node:)/],
  views: [
    'types.ts',
    'block.ts',
    'blocks/',
    'contact/fields.ts',
    'model/',
    'outputs/',
    'i18n/',
    'config/site-options.ts',
    'content/',
    'markdown/typeset.ts',
    /^(astro|@astrojs\/mdx|node:|virtual:)/,
  ],
};

interface Import {
  from: string;
  to: string;
}

describe('the house', () => {
  test.each(Object.keys(ALLOWED))('%s imports only what its room may', (room) => {
    const wrong = imports(host).filter(
      ({ from, to }) =>
        from.startsWith(`${room}/`) &&
        !to.startsWith(`${room}/`) &&
        !(ALLOWED[room] ?? []).some((rule) => (typeof rule === 'string' ? to.startsWith(rule) : rule.test(to))),
    );
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test('has no cycles, not even of types', () => {
    expect(cycles(imports(host))).toEqual([]);
    expect(cycles(imports(plugin))).toEqual([]);
  });

  test('the plugin comes in through the public door', () => {
    const foreign = imports(plugin).filter(
      ({ to }) =>
        /^(astro-redaktion|virtual:)/.test(to) && !/^astro-redaktion\/(plugin|block|head|data|types|slots\/)/.test(to),
    );
    expect(foreign).toEqual([]);
  });

  test('nothing in the plugin but its door knows any one catalogue', () => {
    const knowing = files(plugin)
      .filter((file) => /inera/i.test(readFileSync(file, 'utf8')))
      .map((file) => relative(plugin, file));
    expect(knowing.toSorted()).toEqual(['config/options.ts', 'index.ts', 'plugin-name.ts']);
  });

  test('the table of slots in the README is the one in the code', () => {
    const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| `([A-Z]\w+)` \| (.*) \|$/gm)].map(([, name, text]) => [name, text]);
    expect(Object.fromEntries(rows)).toEqual(SLOTS);
  });

  test('every slot has its default component', () => {
    const missing = Object.keys(SLOTS).filter((name) => !files(host).some((file) => file.endsWith(`/${name}.astro`)));
    expect(missing).toEqual([]);
  });

  test('the public names are these', async () => {
    const names = async (path: string): Promise<string[]> =>
      Object.keys((await import(join(host, path))) as object).sort();
    expect(await names('block.ts')).toEqual(['defineBlock', 'escapeHtml']);
    expect(await names('head.ts')).toEqual(['defineHead']);
    expect(await names('share-picture.ts')).toEqual(['sharePictureTemplate']);
    expect(await names('contact.ts')).toEqual(['contactMessage', 'createContactHandler']);
    expect(await names('plugin.ts')).toEqual(['definePlugin']);
    expect(await names('index.ts')).toEqual(['default', 'definePlugin']);
    expect(await names(join(relative(host, plugin), 'index.ts'))).toEqual(['default', 'defineCatalogue', 'services']);
  });

  test('the integration only wires, and reads on one screen', () => {
    const lines = readFileSync(join(host, 'index.ts'), 'utf8').split('\n').length;
    expect(lines).toBeLessThan(110);
  });

  test('files stay short', () => {
    const long = files(host)
      .filter((file) => !/\/i18n\/|types\.ts$|schema\.ts$/.test(file))
      .map((file) => [relative(host, file), readFileSync(file, 'utf8').split('\n').length] as const)
      .filter(([file, lines]) => lines > (file.endsWith('.css') ? 400 : 260));
    expect(long).toEqual([]);
  });

  test('trusted HTML is printed in known places only', () => {
    const places = files(host)
      .filter((file) => readFileSync(file, 'utf8').includes('set:html'))
      .map((file) => relative(host, file));
    expect(
      places.filter(
        (file) =>
          !/^views\/(components\/(RichText|BodyPieces|BlockHtml|HeadFacts|Redirect|JsonLd|AuthorCard|Excerpt)|layouts\/(Term|Author))\.astro$/.test(
            file,
          ),
      ),
    ).toEqual([]);
  });

  test('no component of a page waits: one that does sends all of its page through slower buffers of Astro', () => {
    const waiting = files(host)
      .filter((file) => file.endsWith('.astro'))
      .filter((file) => /\bawait\b|<\/?(?:Tag|Title|Heading)\b/.test(readFileSync(file, 'utf8')))
      .map((file) => relative(host, file));
    // Rendered by Astro: MDX, pictures in texts. Blocks that change what stands in them: only on pages that have one.
    expect(waiting.map((file) => file.replace('views/components/', '')).sort()).toEqual([
      'Comparison.astro',
      'Definitions.astro',
      'Gallery.astro',
      'MdxPost.astro',
      'MdxTable.astro',
      'MdxText.astro',
      'TextPicture.astro',
    ]);
  });

  test('no visible Swedish text stands in a template', () => {
    const swedish = [...files(host), ...files(plugin)]
      .filter((file) => file.endsWith('.astro'))
      .filter((file) =>
        />[^<{}]*[åäöÅÄÖ][^<{}]*</.test(
          readFileSync(file, 'utf8')
            .replace(/^---[\s\S]*?---/, '')
            .replace(/\{\/\*[\s\S]*?\*\/\}/g, ''),
        ),
      );
    expect(swedish).toEqual([]);
  });
});

function files(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|astro|css)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function imports(root: string): Import[] {
  return files(root)
    .filter((file) => !file.endsWith('.css'))
    .flatMap((file) => {
      const from = relative(root, file);
      const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
      return [
        ...source.matchAll(
          /(?:^|\n)\s*(?:import|export)\b[^;'"`]*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import '([^']+)'/g,
        ),
      ].map((match) => {
        const to = match[1] ?? match[2] ?? match[3] ?? '';
        return { from, to: to.startsWith('.') ? relative(root, join(root, from, '..', to)) : to };
      });
    });
}

/** Cycles of imports, each named once by its files. */
function cycles(all: Import[]): string[] {
  const graph = Map.groupBy(
    all.filter(({ from, to }) => from !== to && !from.endsWith('.astro')),
    ({ from }) => from,
  );
  const done = new Set<string>();
  const found = new Set<string>();
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) {
      found.add([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const { to } of graph.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return [...found];
}
