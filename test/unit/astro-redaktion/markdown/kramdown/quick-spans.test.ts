import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  KRAMDOWN_DEFAULTS,
  type KramdownOptions,
  SWEDISH_QUOTES,
} from '../../../../../packages/astro-redaktion/src/markdown/kramdown/index.ts';
import { readBlocks } from '../../../../../packages/astro-redaktion/src/markdown/kramdown/blocks.ts';
import { readOn } from '../../../../../packages/astro-redaktion/src/markdown/kramdown/quick-spans.ts';
import { newQuick } from '../../../../../packages/astro-redaktion/src/markdown/kramdown/quick-state.ts';
import { rewriteSpans } from '../../../../../packages/astro-redaktion/src/markdown/kramdown/rewrite-spans.ts';
import { readSpans } from '../../../../../packages/astro-redaktion/src/markdown/kramdown/spans.ts';
import { writeBlocks } from '../../../../../packages/astro-redaktion/src/markdown/kramdown/write.ts';

// More with KRAMDOWN_FUZZ_RUNS=100000.
const RUNS = Number(process.env['KRAMDOWN_FUZZ_RUNS'] ?? 4000);

const WORDS = [
  'vård',
  'a',
  's',
  'Å',
  'ord-ord',
  '1177',
  '80s',
  'snake_case',
  'i',
  'w',
  'www',
  'http',
  'é',
  '漢',
  '😀',
  'x2',
];
const SIGNS = [
  ...`"'"'".,:;!?-()*_*_\`[]{}$&@<>~\\/|#+=^%`,
  '--',
  '---',
  '...',
  '..',
  '**',
  '__',
  '://',
  'www.',
  '&amp;',
  '![',
  '](',
];
const SPACES = [' ', ' ', ' ', ' ', '\n', '  \n', ' \n', '   \n', '\t', '\u00a0', '\u2028', '\ufeff', '\f'];
const PIECES = [
  ...['*em*', '_em_', '**stark**', '__stark__', '**Obs:**', '*"x"*', '"*x*"', '**a *b* c**', "*it's*", '**[a](/b)**'],
  ...[
    '[länk](https://a.se/x_y?z=1&amp=2)',
    '["a" *b*](/c)',
    '[a](b "c")',
    '[a]',
    '[a][b]',
    '[^1]',
    '![bild, "b"](/j.png)',
  ],
  ...[
    '`kod`',
    '`a "b" -- c`',
    '`` a`b ``',
    '"`x`"',
    'a@b.se',
    'https://a.se/',
    'www.a.se',
    '[å](/å_ä*b* "T *x* & y")',
    '![x](/a?b=c "t")',
    "![x*](</a> 't')",
    '[![i](/j "k")](/l)',
    '[^not]',
    '{:.c}',
    '{: #i .c}',
    '*em*{:.c}',
    '[![b](/c.png)](/d)',
    '<b>*x*</b>',
    '<span class="a">',
    '</span>',
    '<br>',
    '<br />',
    '<https://a.se>',
    '<https://a.se/x_y*z?b=@c&d>',
    '"<http://a.se/w"w>"',
    '<!-- x -->',
    '\\*',
    '\\"',
    '$$x$$',
    '~~bort~~',
    '<<',
    '>>',
    "'90s",
    "don't",
    '("x")',
    '"x,"',
  ],
];

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.constantFrom(...SIGNS) },
  { weight: 5, arbitrary: fc.constantFrom(...SPACES) },
  { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
);
const texts = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(''));

const SETTINGS: KramdownOptions[] = [
  KRAMDOWN_DEFAULTS,
  { ...KRAMDOWN_DEFAULTS, smartQuotes: SWEDISH_QUOTES },
  { ...KRAMDOWN_DEFAULTS, input: 'kramdown', defaultLanguage: 'ruby' },
  { ...KRAMDOWN_DEFAULTS, hardWrap: true },
];

const place = { kind: 'boundary', text: '', children: [] } as const;
const LINKS = new Map([
  ['a', { url: '/a b', title: 'En "titel"', place: { ...place, children: [] } }],
  ['b', { url: '<x>', title: undefined, place: { ...place, children: [] } }],
  [
    'vård',
    { url: '/v', title: undefined, place: { ...place, children: [], ial: { attributes: new Map(), refs: [] } } },
  ],
]);

/** A text with all that it leaves for the page: raw HTML, attributes, the order of its notes. */
function rewritten(text: string, options: KramdownOptions, quick: boolean): unknown {
  const footnotes = new Map([['not', { blocks: [], place: { ...place, children: [] } }]]);
  const none = { links: LINKS, footnotes, abbreviations: new Map(), named: new Map() };
  const state = { raw: [], attributes: [], headings: [], tables: [], abbreviations: new Map(), toc: null, options };
  const common = { units: undefined, pipe: -1, unclosed: false, failed: -1 };
  const outline = { ...none, options, asIs: false, quick, common, read: readBlocks };
  const writing = { outline, state, notes: [], uses: [], inside: 0, read: readSpans, write: writeBlocks };
  return { text: rewriteSpans(text, writing), state, notes: writing.notes };
}

describe('the quick way through a line of text', () => {
  test('gives the same as the long way, to the character', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...SETTINGS), (text, options) => {
        expect(rewritten(text, options, true)).toEqual(rewritten(text, options, false));
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  test('needs no other for what most texts are made of', () => {
    const text =
      'Säg "hej" till **[Inera](https://www.inera.se/)**, som\nhar `kod` -- och _"annat"_ ... a@b.se! Don\'t,<br>se <https://a.se/>.';
    const quick = newQuick(text, { options: KRAMDOWN_DEFAULTS, links: LINKS }, { readOn });
    expect(readOn(quick, '')).toBe(true);
    expect(quick.out).toContain('“hej”');
  });
});
