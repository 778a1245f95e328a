import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REMARK_VERDICTS, SATTERI_VERDICTS, type Verdict } from './kramdown/verdicts.ts';
import { better as LIQUID_BETTER } from './liquid/verdicts.ts';
import { BETTER, RULES, STOPS } from './meta/rules.ts';

/** A case of the suites, and how it comes out. */
export interface Row {
  id: string;
  rule: string;
  /** `as Jekyll` unless a verdict says otherwise. */
  verdict: string;
  /** Share of real posts, in percent, where we differ and do not want to. */
  share?: number;
}

const read = <T>(suite: string): [string, T][] => {
  const folder = join(import.meta.dirname, suite, 'cases');
  return readdirSync(folder)
    .sort()
    .map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(join(folder, file), 'utf8')) as T]);
};

/** Names, dates, addresses, front matter, publishing, excerpts: a case a rule. */
export function metaRows(): Row[] {
  return read('meta').map(([id]) => {
    const reasons = [...new Set(BETTER.filter((better) => better.case === id).map(({ why }) => why))];
    return { id, rule: RULES[id] ?? '', verdict: id in STOPS ? 'as Jekyll: both stop' : better(reasons) };
  });
}

interface LiquidCase {
  stopped?: string;
  posts?: { path: string }[];
}

/** Liquid: a post a rule. */
export function liquidRows(): Row[] {
  return read<LiquidCase>('liquid').flatMap(([id, { stopped, posts = [] }]): Row[] => [
    ...(stopped === undefined ? [] : [{ id, rule: 'stops the build', verdict: 'as Jekyll: both stop' }]),
    ...posts.map(({ path }) => {
      const name = `${id}/${path.replace(/^.*\//, '').replace(/\.\w+$/, '')}`;
      const verdict = LIQUID_BETTER[name];
      return { id: name, rule: id, verdict: better(verdict ? [verdict.because] : []) };
    }),
  ]);
}

/** kramdown: a construct a rule, over either engine. */
export function kramdownRows(engine: 'satteri' | 'remark'): Row[] {
  const verdicts: Record<string, Verdict> = engine === 'satteri' ? SATTERI_VERDICTS : REMARK_VERDICTS;
  return read<{ cases: Record<string, unknown> }>('kramdown').flatMap(([site, { cases }]) =>
    Object.keys(cases).map((name): Row => {
      const id = `${site}/${name}`;
      const verdict = verdicts[id];
      if (verdict?.kind !== 'not yet') return { id, rule: site, verdict: better(verdict ? [verdict.because] : []) };
      return { id, rule: site, verdict: `not as Jekyll: ${verdict.because}`, share: verdict.share ?? 0 };
    }),
  );
}

function better(reasons: readonly string[]): string {
  return reasons.length === 0 ? 'as Jekyll' : `better on purpose, because ${reasons.join('; ')}`;
}

/** What we do better on purpose in every post, and the test that holds it. */
export const EVERYWHERE: readonly (readonly [what: string, because: string, test: string])[] = [
  [
    '`draft: true` holds a post back',
    'whoever writes it means it; Jekyll publishes the post, and `redaktion check` names each',
    'test/build/gate.test.ts',
  ],
  [
    'quotes follow the language of the site',
    'Swedish has ”x”, where Jekyll prints “x” in every language',
    'test/unit/astro-redaktion/markdown/kramdown',
  ],
  [
    'code has no markup of Rouge',
    'Astro highlights it; the text and `language-…` are the same',
    'test/jekyll/kramdown/normalise.ts',
  ],
  [
    'code in `{% highlight %}` ends with its last line',
    'where `{% endhighlight %}` is indented, Jekyll shows its blanks as one line more',
    'test/unit/astro-redaktion/content/jekyll/liquid/tags.test.ts',
  ],
  [
    'lists show the description of a post in which no separator is found',
    'its excerpt is all of its text, as in Jekyll, for feeds and templates; lists of whole posts, with their headings, help nobody. Where `jekyll` is not set, the excerpt is the first block',
    'test/build/jekyll-folder.test.ts',
  ],
  [
    'the comment that ends the excerpt is not in the page',
    'it has done its work, and readers do not see it',
    'test/build/article.test.ts',
  ],
  [
    'a picture beside its post is published',
    'Jekyll leaves files in `_posts` out; Astro makes the sizes that screens ask for',
    'test/unit/astro-redaktion/content/text-pictures.test.ts',
  ],
  [
    'an empty section under `## Contents` is filled',
    'its author expects a table of contents; Jekyll prints nothing there',
    'test/unit/astro-redaktion/markdown/engine.test.ts',
  ],
];

/** The whole table as Markdown. */
export function conformanceTable(): string {
  const suites: [string, string, Row[]][] = [
    ['Names, dates, addresses, front matter, excerpts', 'meta', metaRows()],
    ['Liquid', 'liquid', liquidRows()],
    ['kramdown over Sätteri', 'kramdown', kramdownRows('satteri')],
    ['kramdown over @astrojs/markdown-remark', 'kramdown', kramdownRows('remark')],
  ];
  return [
    '# As Jekyll, rule by rule',
    'Written by `UPDATE=1 npx vitest run --config test/vitest.config.ts test/jekyll`; the tests fail when it differs from what the suites find. Each case is a small site, or a construct, with the answer of Jekyll 4.3.1 (kramdown 2.4.0, Liquid 5.4.0) in `test/jekyll/*/cases`.',
    table([
      ['suite', 'cases', 'as Jekyll', 'better on purpose', 'not as Jekyll'],
      ...suites.map(([name, , rows]) => [name, ...counts(rows)]),
    ]),
    '## Better on purpose, in every post',
    table([['what', 'because', 'held by'], ...EVERYWHERE.map(([what, why, test]) => [what, why, `\`${test}\``])]),
    ...suites.flatMap(([name, suite, rows]) => [
      `## ${name}`,
      `Cases in \`test/jekyll/${suite}/cases\`.`,
      table([
        ['case', 'rule', 'verdict'],
        ...rows.map(({ id, rule, verdict, share }) => [
          id,
          rule,
          share === undefined ? verdict : `${verdict} (${share} % of real posts)`,
        ]),
      ]),
    ]),
  ]
    .join('\n\n')
    .concat('\n');
}

function counts(rows: readonly Row[]): string[] {
  const is = (start: string): string => String(rows.filter(({ verdict }) => verdict.startsWith(start)).length);
  return [String(rows.length), is('as Jekyll'), is('better'), is('not')];
}

function table([head = [], ...rows]: string[][]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
