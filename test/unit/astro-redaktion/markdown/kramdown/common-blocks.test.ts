import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import {
  finish,
  KRAMDOWN_DEFAULTS,
  kramdownFeatures,
  prepare,
} from '../../../../../packages/astro-redaktion/src/markdown/kramdown/index.ts';

// More with KRAMDOWN_FUZZ_RUNS=100000.
const RUNS = Number(process.env['KRAMDOWN_FUZZ_RUNS'] ?? 1500);
const CASES = join(import.meta.dirname, '../../../../jekyll/kramdown/cases');

/** What the short way knows, and what may stand beside it and change its meaning. */
const PIECES = [
  ...['Ett stycke', 'om vård', '1177 svarar', '(se nedan)', 'a.', 'b:', 'C!', 'Å', 'ord-ord', '12.', '3)', 'w', 'www'],
  ...['[länk](https://a.se/x_y?z=1&amp=2)', '[a](/b)', '[a]', '[a]: /b', '(b)', '[^a]', '[ ] x', '[x](y)', '![i](/j)'],
  ...['*em*', '_em_', '**strong**', '__strong__', '*a _b_ c*', '*', '_', '**', '__', '* * *', '***', '* a*', '*.a*'],
  ...['# ', '## Rubrik', '### 1. x', '#x', '####### y', ' #', '{#i}', '{: .c}', '{:toc}', '{:.a}', '^', '{::comment}'],
  ...[
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2. ',
    '10. ',
    '> ',
    ': ',
    '    ',
    '  ',
    ' ',
    '\t',
    '|',
    '---',
    '===',
    '--',
    '...',
    '..',
  ],
  ...[
    '<!--more-->',
    '<!-- a -->',
    '<b>',
    '</b>',
    '<div>',
    '</div>',
    '<br>',
    '&amp;',
    '&',
    '"',
    "'",
    '\\',
    '`',
    '~~',
    '$$',
  ],
  ...[
    '://',
    'www.a.se',
    'a@b.se',
    'http://a.se',
    '!',
    '.',
    ':',
    ',',
    ';',
    '?',
    '\u00a0',
    '\u2028',
    '\u200b',
    '😀',
    '’',
  ],
];
/** Whole blocks, which random signs seldom make. */
const BLOCKS = [
  ...[
    '```\nkod\n```\n',
    '```js\n* a\n\n  "b"\n```\n',
    '```\n~~~\n``` \n',
    '````\n```\n````\n',
    '``` js\na\n```\n',
    '```a b\n```\n',
  ],
  ...[
    '- a\n- "b"\n- *c*\n',
    '* a\n* `b`\n',
    '1. a\n2. b\n',
    '1. a\n\n2. b\n',
    '- a\n\n- b\n\n- c\n',
    '- a\n  b\n',
    '- a\nb\n',
  ],
  ...[
    '- a\n  - b\n    - c\n- d\n',
    '- a\n    - b\n',
    '1. a\n   - b\n2. c\n',
    '- a\n  1. b\n',
    '* a\n- b\n',
    '- a\n\n  b\n',
    '- a  \n- b',
  ],
  ...[
    '> a\n> "b"\n',
    '> a\nb\n',
    '## "Rubrik" -- x!\n',
    '## Rubrik {#a}\n',
    '## Rubrik ##\n',
    '# C# \n',
    'Säg "hej"\ntill  \nden!\n',
  ],
  ...[
    "**Obs:** 'a', `b`\n",
    '![b](/c.png)\n',
    '[a](/b "c")\n',
    'Term\n: Text\n',
    'a | b\n',
    '{: .c}\n',
    '    kod\n',
    '\n\n',
    '\n\n',
  ],
  ...[
    '[^a]: En *not*[^b].\n\n',
    '[^b]: Till\n',
    '[a]: /b "c"\n',
    '*[om]: Omkring\n',
    'Se *em*{:.c} och [^a], [a] "b".\n',
    '## Om [^b] och [a]{: .c}\n',
    '- [ ] x\n- [a] "b" [^a]\n',
    '1. <b>x</b> \\* y\n2. **[a][]**\n',
    '- x [a]\n  y [^b]\n',
    '> **Obs** [^a]\n',
    '> <i>a\n> b</i>\n',
    '[![i](/j)](/k) &amp; <https://a.se> ~ $$x$$\n',
    '[a] och *[om] *[om]: x\n',
    '1984\\. a\n',
  ],
];
const BREAKS = ['\n', '\n', '\n\n', '\n\n', '\n\n\n', ' \n', '  \n', '\n \n', ' ', ' ', ''];

const pieces = fc.array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...BREAKS)), { maxLength: 30 });
const texts = pieces.map((list) => list.flat().join(''));
const mixtures = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...BLOCKS) }, fc.constantFrom(...PIECES)), { maxLength: 12 })
  .map((parts) => parts.join(''));

function render(source: string, asIs: boolean): ReturnType<typeof finish> {
  const { text, state } = prepare(source, KRAMDOWN_DEFAULTS, asIs);
  const features = { ...kramdownFeatures(KRAMDOWN_DEFAULTS), frontmatter: false };
  return finish(markdownToHtml(text, { features }).html, state, KRAMDOWN_DEFAULTS);
}

describe('blocks taken as they are', () => {
  test('come out as blocks that are read do, whatever stands beside them', () => {
    fc.assert(
      fc.property(fc.oneof(texts, mixtures), (source) => {
        expect(render(source, true)).toEqual(render(source, false));
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  test("come out so in Jekyll's own cases, one after the other", () => {
    const sources = readdirSync(CASES).flatMap((file) => {
      const { cases } = JSON.parse(readFileSync(join(CASES, file), 'utf8')) as {
        cases: Record<string, { markdown: string }>;
      };
      return Object.values(cases).map(({ markdown }) => markdown);
    });
    for (const [index, source] of sources.entries()) {
      const text = `${source}\n\n${sources[index + 1] ?? ''}`;
      expect(render(text, true)).toEqual(render(text, false));
    }
  });

  test('are most of a post, and stay as they are', () => {
    const source = 'Ingress.\n\n<!--more-->\n\n## Rubrik\nText med [länk](https://www.a.se/).\n\n* a\n* *b*\n\n3 > 2';
    expect(prepare(source, KRAMDOWN_DEFAULTS).text).toContain(source.slice(0, source.indexOf('\n\n3')));
    expect(prepare(source, KRAMDOWN_DEFAULTS, false).text).not.toContain('<!--more-->');
  });
});
