import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import {
  finish,
  KRAMDOWN_DEFAULTS,
  kramdownFeatures,
  prepare,
} from '../../../../../packages/astro-redaktion/src/markdown/kramdown/index.ts';

// More with KRAMDOWN_FUZZ_RUNS=100000.
const RUNS = Number(process.env['KRAMDOWN_FUZZ_RUNS'] ?? 400);
const CASES = join(import.meta.dirname, '../../../../jekyll/kramdown/cases');
const NATIVE = { ...KRAMDOWN_DEFAULTS, input: 'kramdown', parseBlockHtml: true, hardWrap: true } as const;

interface Site {
  cases: Record<string, { markdown: string }>;
}

const sources = readdirSync(CASES).flatMap((file) => {
  const { cases } = JSON.parse(readFileSync(join(CASES, file), 'utf8')) as Site;
  return Object.values(cases).map(({ markdown }) => markdown);
});
const fragments = [
  '{:',
  '{:.x}',
  '{: #i}',
  '{::comment}',
  '{:/}',
  '<div markdown="1">',
  '</div>',
  '<b>',
  '</b>',
  '<!--',
  '-->',
  '[^1]',
  '[^1]: ',
  '[a](',
  ')',
  '](',
  '![',
  '**',
  '__',
  '*',
  '_',
  '`',
  '```\n',
  '~~~\n',
  '$$',
  '|',
  '|-|\n',
  '\n\n',
  '\n',
  '    ',
  '\t',
  '> ',
  '- ',
  '1. ',
  ': ',
  '*[a]: ',
  '"',
  "'",
  '\\',
  '&',
  '&amp;',
  '^\n',
  '{:toc}\n',
  '\uFDD0',
  '\uFDD3!',
  '\uD83D',
  '\u2028',
  '\0',
  '<script>',
  '<p\n',
  '---\n',
  '# ',
  '{#x}',
  '<<',
  '>>',
  '...',
];

const mutated = fc
  .array(
    fc.oneof(fc.constantFrom(...sources), fc.constantFrom(...fragments), fc.string({ unit: 'binary', maxLength: 12 })),
    { maxLength: 24 },
  )
  .chain((parts) => fc.record({ text: fc.constant(parts.join('')), cut: fc.nat(), length: fc.nat(40) }))
  .map(({ text, cut, length }) => {
    const at = text.length === 0 ? 0 : cut % text.length;
    return text.slice(0, at) + text.slice(at + length);
  });

function render(source: string, options: typeof KRAMDOWN_DEFAULTS): string {
  const { text, state } = prepare(source, options);
  const { html } = markdownToHtml(text, { features: { ...kramdownFeatures(options), frontmatter: false } });
  return finish(html, state, options).html;
}

test('no text, however broken, makes the layer throw or leaves a mark in the page', () => {
  fc.assert(
    fc.property(mutated, fc.constantFrom(KRAMDOWN_DEFAULTS, NATIVE), (source, options) => {
      expect(render(source, options)).not.toMatch(/[\uFDD0-\uFDD5]/);
    }),
    { numRuns: RUNS },
  );
}, 600_000);

test.each([
  '*a **b ',
  '[',
  '[a](',
  '![',
  '<b>',
  '<div>\n',
  '{:',
  '{::comment}',
  '> ',
  '- ',
  '`',
  '``a',
  '$$',
  '"',
  '| a |\n',
  '<div markdown="1">\n',
  '[^a]',
  '[^a]: [^a]\n\n',
  '~~a',
  '<!--',
  '{: a="',
  '```\n',
  ': a\n',
  '    - a\n',
  '*[a]: b\n\na ',
  '_a __b ',
  '<a b="',
  '\\',
  '&',
  '- a\n\n',
  '1. - > ',
  '<script>\n',
  '[a]: b "c\n',
  '<b',
  '\n\n{:.a}\n',
  '#',
  '(',
  '***a',
  '```a\n',
  '~~~~\n```\n',
  '<a><i>',
  '<![CDATA[',
  '*[',
  '![a](b "c',
])(
  'many of %j are read in time',
  (part) => {
    const short = part.repeat(Math.ceil(6000 / part.length));
    expect(render(short, KRAMDOWN_DEFAULTS)).not.toMatch(/[\uFDD0-\uFDD5]/);
  },
  20_000,
);
