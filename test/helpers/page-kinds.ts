import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { type ServedSite, STRICT_POLICY, serveSite } from './browser.ts';
import { buildExample, config, createSharedSite, onceInARun, post, repository } from './site.ts';
import { WRITING, WRITING_FILES } from './writing-post.ts';

export const exampleDist: string = join(repository, 'example-site/dist');

/** Every kind of page that the example site has. */
export const EXAMPLE_KINDS = {
  home: '/',
  article: '/2022/06/02/ineras-tjanster.html',
  mdx: '/2026/10/15/komponenter-i-texten.html',
  charts: '/2026/10/22/siffror-kartor-och-film.html',
  cards: '/2026/10/08/e-halsans-tjanster-som-kort.html',
  list: '/artiklar/',
  'page 2': '/artiklar/2/',
  tag: '/tags/redaktion/',
  tags: '/tags/',
  author: '/av/redaktionen/',
  authors: '/av/',
  archive: '/arkiv/',
  month: '/arkiv/2026/10/',
  search: '/sok/',
  missing: '/404.html',
  services: '/tjanster/',
  service: '/tjanster/siths/',
  guide: '/tjanster/guide/supplier/',
  glossary: '/ordlista/',
  own: '/om/',
  thanks: '/tack/',
  specimen: '/stilmall/',
  'English services': '/en/services/',
  'English service': '/en/services/siths/',
  'English glossary': '/en/glossary/',
} as const;

/** Kinds of page, and states of them, that the example site has none of. */
export const OTHER_KINDS = {
  'home in two languages': '/',
  'post in a series': '/hälsa/2022/06/02/serie.html',
  'wide post': '/2022/06/03/bred.html',
  note: '/2022/06/04/notis.html',
  'link post': '/2022/06/05/lank.html',
  blocks: '/2022/06/06/block.html',
  pictures: '/2022/06/07/bilder.html',
  'longest words': '/2022/06/08/langst.html',
  series: '/serier/varden-i-siffror/',
  'tag of the longest word': '/tags/realisationsvinstbeskattningsprocedur/',
  category: '/kategorier/halsa/',
  'English home': '/en/',
  'English post': '/en/2022/06/09/english.html',
} as const;

/** The longest words that Swedish has: in titles, headings, tags and cells there is no line that holds them. */
export const LONGEST = ['Realisationsvinstbeskattningsprocedur', 'Sjuksköterskebemanningsproblematiken'] as const;

const OPTIONS = `{ title: 'Bladet', description: 'Ett blad om allt', locales: { en: { label: 'English' } }, search: true,
  author: 'Åsa Ek', zoom: true, footnotes: 'popover', postsPerPage: 4, contactForm: { action: '/kontakt', inPosts: true },
  footer: { text: 'Bladet ges ut av ingen.', links: [{ label: 'Om cookies', href: '/2022/06/04/notis.html' }] },
  share: ['mail', 'copy', 'bluesky', 'linkedin'], theme: { accentHue: 150, schemeSwitch: true } }`;

const TEXT =
  'En text om hälsa och vård, lång nog för två rader i spalten, med *kursiv* stil, en [länk](https://exempel.se/) och 10 % av allt.';
const SECTIONS = ['Ett', 'Två', 'Tre', 'Fyra'].map((name) => `## ${name}\n\n${TEXT}\n\n${TEXT}`).join('\n\n');
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const wide = (text: string, columns = 14): string[] => Array.from({ length: columns }, () => text);
const WIDE_TABLE = [row(wide('Vårdcentral')), row(wide('---')), row(wide('1 204'))].join('\n');
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9" width="1600" height="900"/>';

const PHOTO = join(repository, 'example-site/public/assets/images/post-head/500/ide.jpg');

const LONG = `Om ${LONGEST[0].toLowerCase()} och <https://www.exempel.se/en/mycket/lang/adress/utan/nagot/mellanrum/som/gar/att/bryta?vid=radslut>.

## ${LONGEST[0]}

${TEXT}

### ${LONGEST[1]} och ${LONGEST[0].toLowerCase()}

- ${LONGEST[1]}
- \`${LONGEST.join('')}\`

> ${LONGEST[0]}

${[row(LONGEST), row(['---', '---']), row(['1', '2'])].join('\n')}

${WIDE_TABLE}

\`\`\`js
const ${LONGEST.join('').toLowerCase()} = 'en rad kod som är längre än någon skärm på en telefon är bred, hur liten stilen än är satt';
\`\`\`

${LONGEST.join(' ').repeat(2)}

Ett ord med en förklaring till ${LONGEST[0].toLowerCase()}.
`;

const PICTURES = `${TEXT}

![En idé, tecknad som en glödlampa](ide.jpg "En bild med text")

${TEXT}

En uppgift.[^1] Och en till.[^2]

[^1]: Påhittad. [Läs mer](https://exempel.se/not).

[^2]: Också.
`;

const FILES = {
  '_data/tags.yml':
    "Realisationsvinstbeskattningsprocedur: { colour: '#0a7d57', description: 'Ett långt ord.' }\nHälsa: { colour: '#9a1f40' }\n",
  '_data/authors.yml':
    'Åsa Ek: { description: Skriver om det mesta., link: "https://exempel.se/asa" }\nBo Al: { description: Ritar. }\n',
  '_posts/2022-06-01-forst.md': post('title: Först\ntags: Hälsa', TEXT),
  '_posts/2022-06-02-serie.md': post(
    'title: Första delen\ndescription: Om det första\ntags: Hälsa Vård\ncategory: Hälsa\nlicence: CC-BY-4.0\nseries: { name: Vården i siffror, part: 1 }\ncorrections: [{ date: 2022-07-01, text: Ett fel är rättat. }]',
    `${SECTIONS}\n\n### Fyra och en halv\n\n${TEXT}`,
  ),
  '_posts/2022-06-03-bred.md': post(
    'title: Bred uppläggning\nlayout: wide\ndescription: Med plats\ntags: Vård\nseries: { name: Vården i siffror, part: 2 }',
    `${SECTIONS}\n\n<figure><img src="/b.svg" alt="En vy" width="1600" height="900"><figcaption>Bredast</figcaption></figure>\n\n${WIDE_TABLE}`,
  ),
  '_posts/2022-06-04-notis.md': post('title: En notis\nlayout: note\ntags: Hälsa\nauthor: Bo Al', TEXT),
  '_posts/2022-06-05-lank.md': post(
    'title: Läst på annat håll\nlayout: link\nlink: https://www.exempel.se/\ntags: Hälsa',
    TEXT,
  ),
  '_posts/2022-06-06-block.md': post('title: Alla block\ntags: Hälsa', `Ingress.\n${WRITING}`),
  '_posts/2022-06-07-bilder.md': post('title: Bilder och noter\ntags: Hälsa', PICTURES),
  '_posts/2022-06-08-langst.md': post(
    `title: ${LONGEST.join(' och ')}\ndescription: ${LONGEST[1]} för ${LONGEST[0].toLowerCase()}\ntags: ${LONGEST.join(' ')}`,
    LONG,
  ),
  '_posts/en/2022-06-09-english.md': post(
    'title: An English post\ntags: Health',
    'A "quote" - and 10 %.\n\n## One\n\nText.',
  ),
  'public/b.svg': svg,
  'public/favicon.svg': svg,
  ...WRITING_FILES,
};

/** The site of the other kinds, built once in a run of the tests. */
const otherDist: string = join(repository, 'test/.tmp/other-kinds/dist');

function buildOtherKinds(): Promise<void> {
  return onceInARun('other-kinds', async () => {
    const made = createSharedSite('other-kinds', { 'astro.config.mjs': config(OPTIONS), ...FILES });
    copyFileSync(PHOTO, join(made.root, '_posts/ide.jpg'));
    const { code, output } = await made.build();
    if (code !== 0) throw new Error(`The site of other kinds does not build (exit code ${code}):\n${output}`);
  });
}

/** A page that tells of itself: what the console said, what its policy forbade, how far things have moved. */
export interface OpenPage {
  page: Page;
  /** What nobody should hear of: errors, warnings, and what the content security policy stopped. */
  noise: () => Promise<string[]>;
  /** Cumulative layout shift (https://web.dev/articles/cls) since the page began to load. */
  shift: () => Promise<number>;
  close: () => Promise<void>;
}

/** Both sites on addresses of their own, and how to open a page of any kind. */
export interface ServedKinds {
  open: (kind: Kind, settings?: BrowserContextOptions & { slow?: RegExp }) => Promise<OpenPage>;
  /** The folder of the site of other kinds. */
  otherDist: string;
  close: () => Promise<void>;
}

export type Kind = keyof typeof EXAMPLE_KINDS | keyof typeof OTHER_KINDS;

export const KINDS = [...Object.keys(EXAMPLE_KINDS), ...Object.keys(OTHER_KINDS)] as Kind[];

/** Builds both sites and serves them under a strict policy, in browsers that are started with these flags. */
export async function serveKinds(flags: readonly string[] = [], policy: string = STRICT_POLICY): Promise<ServedKinds> {
  await buildExample();
  await buildOtherKinds();
  const example = await serveSite(exampleDist, policy, flags);
  const other = await serveSite(otherDist, policy, flags);
  return {
    otherDist,
    open: (kind, settings) =>
      kind in EXAMPLE_KINDS
        ? openPage(example, EXAMPLE_KINDS[kind as keyof typeof EXAMPLE_KINDS], settings)
        : openPage(other, OTHER_KINDS[kind as keyof typeof OTHER_KINDS], settings),
    close: async () => {
      await example.close();
      await other.close();
    },
  };
}

/** Opens a page in a context of its own. Files whose address matches `slow` come late, as over a bad line. */
export async function openPage(
  site: ServedSite,
  path: string,
  { slow, ...settings }: BrowserContextOptions & { slow?: RegExp } = {},
): Promise<OpenPage> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...settings });
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => {
    // That of the search box, where the keyboard was faster than the page.
    if (message.type() !== 'log' && !message.text().startsWith('Autofocus processing')) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  if (slow)
    await page.route(slow, async (route) => {
      await new Promise((resolve) => {
        setTimeout(resolve, LATE);
      });
      await route.continue();
    });
  await page.addInitScript(watch);
  await page.goto(site.origin + path);
  return {
    page,
    noise: async () => [...said, ...(await page.evaluate(() => window.watched.stopped))],
    shift: () => page.evaluate(() => window.watched.shift),
    close: () => context.close(),
  };
}

/** Milliseconds after which a slow file comes: later than the first paint. */
const LATE = 600;

declare global {
  interface Window {
    watched: { stopped: string[]; shift: number };
  }
}

/** Runs in the page, before anything of it. */
function watch(): void {
  const watched: Window['watched'] = { stopped: [], shift: 0 };
  window.watched = watched;
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    watched.stopped.push(`${violatedDirective}: ${blockedURI}`),
  );
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watched.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}
