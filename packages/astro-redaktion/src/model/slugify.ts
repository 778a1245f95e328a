/**
 * Jekyll's `slugify`.
 *
 * - `default`: letters, marks and digits stay, all else becomes one hyphen
 * - `pretty`: also `._~!$&'()+,;=@` stay
 * - `ascii`: only A–Z, a–z and 0–9 stay
 * - `latin`: accents are dropped first (`å` → `a`, `ß` → `ss`), then as `default`
 * - `raw`: only white space becomes a hyphen
 * - `none`, and any unknown mode: nothing is replaced
 *
 * Jekyll lowers the case unless `cased` is set (which it does for `:title`); one hyphen at either end is cut.
 */
export function slugify(text: string, mode = 'default', cased = false): string {
  const replaced = REPLACED[mode];
  if (!replaced) return cased ? text : text.toLowerCase();
  const plain = mode === 'latin' ? toLatin(text) : text;
  const slug = plain.replace(replaced, '-').replace(/^-|-$/g, '');
  return cased ? slug : slug.toLowerCase();
}

const REPLACED: Readonly<Record<string, RegExp>> = {
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
  ascii: /[^A-Za-z0-9]+/g,
  latin: /[^\p{M}\p{L}\p{Nd}]+/gu,
  raw: /\s+/g,
};

/** Letters with no accent to drop, as Ruby's I18n writes them. */
const LETTERS: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Ð: 'D',
  Ø: 'O',
  Þ: 'Th',
  ß: 'ss',
  æ: 'ae',
  ð: 'd',
  ø: 'o',
  þ: 'th',
  Đ: 'D',
  đ: 'd',
  Ħ: 'H',
  ħ: 'h',
  ı: 'i',
  Ĳ: 'IJ',
  ĳ: 'ij',
  ĸ: 'k',
  Ŀ: 'L',
  ŀ: 'l',
  Ł: 'L',
  ł: 'l',
  ŉ: "'n",
  Ŋ: 'NG',
  ŋ: 'ng',
  Œ: 'OE',
  œ: 'oe',
  Ŧ: 'T',
  ŧ: 't',
};

/** Everything outside Latin becomes `?`, which the slug then turns into a hyphen. */
function toLatin(text: string): string {
  return text.normalize('NFC').replace(/[^\0-\x7f]/gu, (letter) => {
    const known = LETTERS[letter];
    if (known !== undefined) return known;
    const base = letter.normalize('NFD').replace(/\p{M}+/gu, '');
    return /^[A-Za-z]+$/.test(base) ? base : '?';
  });
}
