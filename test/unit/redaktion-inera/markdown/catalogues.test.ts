import { describe, expect, test } from 'vitest';
import { headingServices } from '../../../../packages/redaktion-inera/src/markdown/heading-services.ts';
import { findNames } from '../../../../packages/redaktion-inera/src/markdown/match.ts';
import { createMatcher } from '../../../../packages/redaktion-inera/src/markdown/matcher.ts';
import { renderMentions } from '../../../../packages/redaktion-inera/src/markdown/mentions.ts';
import { build, readFixtures } from '../catalogues.ts';
import { matcher, render } from './mark.ts';

describe('headings', () => {
  test.each([
    ['Webcert och NPÖ', ['webcert', 'npo']],
    ['3. Pascal', ['pascal']],
    ['Pascal & Sil', ['pascal', 'sil']],
    ['Pascals triangel', []],
    ['Vad är Webcert?', []],
    ['Webcertifikat', []],
    ['', []],
  ])('%s', (heading, ids) => {
    expect(headingServices(matcher, heading)).toEqual(ids);
  });
});

describe('another catalogue', () => {
  const { catalogue } = build(readFixtures('stad'));
  const city = createMatcher(catalogue.services, { lang: 'sv' });

  test('is found by its own names alone, ambiguous ones left out', () => {
    const { html } = renderMentions(
      '<p>BLD:s och Stadskontots val i Öppna skolvalet; Mina sidor, Webcert och o&#776;</p>',
      { matcher: city, render },
    );
    expect(html).toBe(
      '<p>[bygglov-direkt|BLD]:s och [stadskonto|Stadskonto]ts val i [oppna-skolvalet|Öppna skolvalet]; Mina sidor, Webcert och o&#776;</p>',
    );
  });

  test('an empty catalogue finds nothing', () => {
    expect(findNames(createMatcher([], { lang: 'sv' }), 'Webcert < NPÖ')).toEqual([]);
    expect(renderMentions('<p>Webcert</p>', { matcher: createMatcher([], { lang: 'sv' }), render }).html).toBe(
      '<p>Webcert</p>',
    );
  });

  test('names with signs of HTML and of patterns are found as they are written', () => {
    const none = { abbreviation: undefined, formerNames: [], aliases: [], mentionAs: [], ambiguous: [] };
    const odd = createMatcher(
      [
        { id: 'rd', name: 'R&D-portalen', ...none },
        { id: 'a', name: 'A.B (C|D*) e', ...none },
        { id: 'x', name: '(.*)', ...none },
      ],
      { lang: 'sv' },
    );
    expect(renderMentions('<p>R&amp;D-portalen, A.B (C|D*) e, AxB</p>', { matcher: odd, render }).html).toBe(
      '<p>[rd|R&amp;D-portalen], [a|A.B (C|D*) e], AxB</p>',
    );
  });
});

describe('plain text', () => {
  test('every name is found with its place, endings left out', () => {
    const text = 'Webcerts och NPÖ:s, Webcert.';
    expect(findNames(matcher, text).map(({ id, start, end }) => [id, text.slice(start, end)])).toEqual([
      ['webcert', 'Webcert'],
      ['npo', 'NPÖ'],
      ['webcert', 'Webcert'],
    ]);
  });
});
