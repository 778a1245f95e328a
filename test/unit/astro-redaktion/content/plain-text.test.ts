import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords, plainText, shorten } from '../../../../packages/astro-redaktion/src/content/plain-text.ts';

/** The rule as expressions, one after the other: slower, and plain to see. */
function textByRule(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi, ' ')
    .replace(
      /<\/?(?:a|abbr|b|button|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u)(?![a-z\d])[^>]*>/gi,
      '',
    )
    .replace(/<[^>]*>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

function wordsByRule(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[’':.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

const PARTS = [
  ...['ord', 'å', ' ', '\n', '\u00a0', '  ', '&amp;', '1177', ',', 'e-hälsa', '<b>', '</b>', '<p>', '</p>\n', '<br />'],
  ...['<a href="/x?a=1">', '</a>', '<script>let a</script>', '<style>a</style>', '<!-- a <b> -->', '<abbr title="x">'],
  ...[
    '</abbr>',
    '<section>',
    '<svg>',
    '</svg>',
    '<strong class="a">',
    '</strong>',
    '<b-c>',
    '</b-c>',
    '<h2 id="a">',
    '</h2>',
  ],
];

test('a word that opens an explanation stays, the explanation is not part of the text', () => {
  const html =
    'Med <button popovertarget="x">NPÖ</button><small id="x" popover><b>Lång</b> text</small>:s <small>finstilt</small>';
  expect(plainText(html)).toBe('Med NPÖ:s finstilt');
});

describe('plain text', () => {
  test('is what the rule says, for any row of tags and words', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 40 }), (parts) => {
        expect(plainText(parts.join(''))).toBe(textByRule(parts.join('')));
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    [
      'a &lt; b &#229; &#xe5; &nbsp;&quot;x&quot; &hellip; &finns; &constructor; &#0;',
      'a < b å å "x" … &finns; &constructor;',
    ],
    ['a < b och <', 'a < b och <'],
    ['<p>ett</p><p>två</p>', 'ett två'],
    ['o<b>r</b>d', 'ord'],
    ['<!-- utan slut', '<!-- utan slut'],
    ['', ''],
  ])('of %j', (html, text) => {
    expect(plainText(html)).toBe(text);
  });
});

describe('the number of words', () => {
  test('is what the expression finds, in any script', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(..."aåÖ1½ª²’'.:-  \n–”é\u0301語🙂ßя"),
        fc.string({ unit: 'binary', maxLength: 1 }),
      ),
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, (source) => {
        expect(countWords(source)).toBe(wordsByRule(source));
      }),
      { numRuns: 1500 },
    );
  });

  test.each([
    ['e-hälsa och 1177.se, kl. 12:30', 5],
    ['it’s a--b c', 4],
    ['', 0],
  ])('of %j is %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});

test('a text is shortened after a word', () => {
  expect(shorten('ett två tre', 7)).toBe('ett två…');
  expect(shorten('ett två, tre', 9)).toBe('ett två…');
  expect(shorten('ett', 7)).toBe('ett');
  expect(shorten('中文字', 2)).toBe('中文…');
  expect(shorten('中😀😀', 2)).toBe('中…');
});
