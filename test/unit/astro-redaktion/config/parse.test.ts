import { describe, expect, test } from 'vitest';
import { parseOptions } from '../../../../packages/astro-redaktion/src/config/parse.ts';

/** What is said of options that are wrong. */
function faults(options: unknown): string {
  try {
    parseOptions(options);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

describe('options', () => {
  test('are told of together, each with its value and the nearest right one', () => {
    expect(faults({ titel: 'X', postsPerPage: 0, theme: { accentHu: 1 } })).toMatchInlineSnapshot(`
      "The options of redaktion() are not valid: 3 problems.

      astro.config
        error option \`postsPerPage\`: Too small: expected number to be >=1; it is 0. [wrong-option]
        error there is no option \`theme.accentHu\`. [unknown-option]
            Did you mean \`accentHue\`?
        error there is no option \`titel\`. [unknown-option]
            Did you mean \`title\`?
      "
    `);
  });

  test('may hold what JSON cannot say', () => {
    for (const value of [10n, Symbol('x'), () => 1, undefined, Number.NaN])
      expect(() => parseOptions({ title: value, nosuch: value })).toThrow(/there is no option `nosuch`/);
  });

  test.each([
    [
      { timezone: 'Europe/Stokholm' },
      'option `timezone`: must be a time zone by its IANA name, such as Europe/Stockholm; did you mean Europe/Stockholm?; it is "Europe/Stokholm".',
    ],
    [
      { lang: 'svenska språket' },
      'option `lang`: must be a language by BCP 47, such as sv or en-GB; it is "svenska språket".',
    ],
    [{ lang: 'sv_SE' }, 'option `lang`: must be a language by BCP 47'],
    [{ lang: '' }, 'option `lang`: must be a language by BCP 47'],
    [
      { permalink: '/:yaer/:title/' },
      'option `permalink`: has a placeholder :yaer that does not exist; did you mean :year?',
    ],
    [
      { theme: { textWidth: '60rem', pageWidth: '80vw' } },
      'option `theme.textWidth`: must be a width from 20rem to 42.5rem, in rem or px, such as \'36rem\'; it is "60rem".',
    ],
    [{ theme: { pageWidth: '80vw' } }, 'option `theme.pageWidth`: must be a width from 20rem to 120rem'],
    [{ pages: { tag: '/tags/:slg/' } }, 'option `pages.tag`: must contain :slug'],
    [{ pages: { author: '/av/' } }, 'option `pages.author`: must contain :slug, the name in the address; it is "/av/"'],
    [
      { locales: { 'the english': { label: 'English' } } },
      'option `locales.the english`: the key must be a language by BCP 47',
    ],
  ])('that name what does not exist are refused: %j', (options, message) => {
    expect(faults(options)).toContain(message);
  });

  test.each([{ lang: 'sv' }, { lang: 'en-GB' }, { lang: 'zh-Hant-TW' }, { timezone: 'UTC' }, { timezone: 'EST5EDT' }])(
    'of those that do are taken: %j',
    (options) => {
      expect(faults(options)).toBe('');
    },
  );
});
