import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
  createLineSetter,
  createTypesetter,
  set,
  typesetPattern,
} from '../../../../packages/astro-redaktion/src/markdown/typeset.ts';

const swedish = createTypesetter('sv', { signs: true });
/** Non-breaking spaces made visible. */
const shown = (html: string): string => html.replaceAll('\u00a0', '~');

describe('Swedish', () => {
  test.each([
    ['Det är 10 % av 1 000 000 kr, 5 mg och 37,5 °C.', 'Det är 10~% av 1~000~000~kr, 5~mg och 37,5~°C.'],
    ['Den 1 juni och 24 dec. 2026, kl 10 eller kl. 8.30.', 'Den 1~juni och 24~dec. 2026, kl~10 eller kl.~8.30.'],
    ['Enligt 5 § och § 7, s. 12, kap. 3, nr 4.', 'Enligt 5~§ och §~7, s.~12, kap.~3, nr~4.'],
    ['Vi ser t ex att, d v s om, o s v.', 'Vi ser t~ex att, d~v~s om, o~s~v.'],
    ['Hon sa “hej” och ‘nej’ - sedan gick hon.', 'Hon sa ”hej” och ’nej’~– sedan gick hon.'],
    ['Ett – två – tre.', 'Ett~– två~– tre.'],
    ['<p>10 <em>%</em> av 3 kg</p>', '<p>10 <em>%</em> av 3~kg</p>'],
    ['<p>10 %</p>\n<p>- inte här</p>', '<p>10~%</p>\n<p>- inte här</p>'],
  ])('%s', (html, expected) => {
    expect(shown(swedish(html))).toBe(expected);
  });

  test.each([
    '10 procent av 20 juniorer och 5 minigolfbanor',
    'År 2022 500 personer, 12 3456',
    'Läs tex om dvs och etc, best ex',
    'e-post, 2022-06-02, 10-12',
    '<code>10 % “x” - y</code>',
    '<pre tabindex="0"><code>1 juni\n10 %</code></pre>',
    '<CODE>10 %</CODE>',
    '<a href="/10 %/1 juni/" title="10 % > 5 % “a” - b">SKR:s</a>',
    '<a title=\'10 % > "5 %"\'>x</a>',
    '<!--redaktion:include 10 %-->',
    '<script>if (a < 10 % 3) “x”</script>',
  ])('leaves alone: %s', (html) => {
    expect(swedish(html)).toBe(html);
  });
});

test('where kramdown has set the signs, only spaces are', () => {
  const spaces = createTypesetter('sv', { signs: false });
  expect(shown(spaces('“a” - b, 10 %, 1 juni – c'))).toBe('“a” - b, 10~%, 1~juni~– c');
});

test.each([
  ['en', 'On 1 June, 10 % “x” - y', 'On 1~June, 10~% “x” - y'],
  ['de-AT', 'Am 1. Juni, z. B. Nr. 5', 'Am 1.~Juni, z.~B. Nr.~5'],
  ['fi', '1. kesäkuuta “a”', '1.~kesäkuuta ”a”'],
  ['nb', '1. juni “a” - b', '1.~juni “a”~– b'],
  ['ar', '10 %', '10~%'],
])('%s has its own months and signs: %s', (lang, html, expected) => {
  expect(shown(createTypesetter(lang, { signs: true })(html))).toBe(expected);
});

test('nothing but spaces, quotation marks and hyphens ever changes, and a second time nothing does', () => {
  const piece = fc.constantFrom(
    '10',
    ' ',
    '%',
    'juni',
    '“',
    '’',
    '-',
    '–',
    '<p>',
    '</p>',
    '<a title="1 %">',
    '<',
    '>',
    '"',
    "'",
    'kr',
    '000',
    't ex',
    '<code>',
    '</code>',
    '\n',
  );
  const flat = (text: string): string =>
    text
      .replace(/[\u00a0]/g, ' ')
      .replace(/[”“]/g, '"')
      .replace(/[‘’]/g, "'")
      .replace(/–/g, '-');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const html = pieces.join('');
      const once = swedish(html);
      expect(flat(once)).toBe(flat(html));
      expect(swedish(once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
});

test('costs little: a text of 600 words takes a fraction of a millisecond', () => {
  const text = `<p>${'Ineras tjänster används av 10 % av alla, sedan den 1 juni 2022. '.repeat(55)}</p>\n<p><a href="/x/">Länk</a></p>`;
  const start = process.cpuUsage();
  for (let index = 0; index < 500; index += 1) swedish(text);
  const { user } = process.cpuUsage(start);
  expect(user / 1000).toBeLessThan(300);
});

test.each(['sv', 'de', 'en', 'ar'])('places that are passed by at a glance have nothing to be set: %s', (lang) => {
  const pieces = [
    '<p>',
    '</p>',
    '<a title="10 %">',
    '<code>',
    '</code>',
    '<!--',
    '-->',
    '<',
    '“',
    '‘',
    '–',
    '-',
    ' ',
    '\u00a0',
  ];
  const words = [
    '10',
    '000',
    '5.',
    '%',
    'kr',
    'KR',
    'juni',
    'Kl',
    'kl.',
    't',
    'ex',
    'S',
    'K',
    'ſ',
    'v',
    'bl',
    'a',
    'z.',
    'B.',
    'å',
    '😀',
  ];
  const text = fc.array(fc.constantFrom(...pieces, ...words), { maxLength: 40 }).map((parts) => parts.join(''));
  const settings = { signs: true };
  const pattern = new RegExp(typesetPattern(lang, settings), 'giu');
  const typeset = createTypesetter(lang, settings);
  fc.assert(
    fc.property(text, (html) => {
      expect(typeset(html)).toBe(html.replace(pattern, (found) => set(found)));
    }),
    { numRuns: 3000 },
  );
});

describe('Titles and descriptions', () => {
  test.each([
    ['sv', `"Tio år" med 1177 - och Anders' 10 % ...`, `”Tio år” med 1177~– och Anders’ 10~% …`],
    ['sv', 'Den 1 juni -- 24 dec, a < b > c & d', 'Den 1~juni~– 24~dec, a < b > c & d'],
    ['sv', '“Hej” …. e-post', '”Hej” …. e-post'],
    ['en', `On 1 June, "x" - y...`, `On 1~June, "x" - y…`],
    ['de', '"z. B." - 5 km', '"z.~B."~– 5~km'],
  ])('in %s: %s', (lang, text, expected) => {
    expect(shown(createLineSetter(lang)(text))).toBe(expected);
  });

  test('set twice are set once', () => {
    const set = createLineSetter('sv');
    fc.assert(fc.property(fc.string(), (text) => set(set(text)) === set(text)));
  });
});
