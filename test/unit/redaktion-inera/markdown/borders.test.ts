import { describe, expect, test } from 'vitest';
import { mark } from './mark.ts';

describe('inflection', () => {
  test.each([
    ['NPÖ:s uppgifter', '[npo|NPÖ]:s uppgifter'],
    ['NPÖs uppgifter', '[npo|NPÖ]s uppgifter'],
    ['Webcerts inloggning', '[webcert|Webcert]s inloggning'],
    ['SITHS-kort och HSA-id', '[siths|SITHS-kort] och HSA-id'],
    ['SITHS-kortet', '[siths|SITHS-kort]et'],
    ['SITHS-korten', '[siths|SITHS-kort]en'],
    ['SITHS-inloggning', '[siths|SITHS]-inloggning'],
    ['SITHS- och kortfrågor', '[siths|SITHS]- och kortfrågor'],
    ['HSA-katalogens enheter', '[katalogtjanst-hsa|HSA-katalogen]s enheter'],
    ['Intygstjänsterna', '[intygstjanster|Intygstjänster]na'],
    ['Formulärhanteringens formulär', '[formularhantering|Formulärhantering]ens formulär'],
    ['Rehabstödet', '[rehabstod|Rehabstöd]et'],
    ['Engagemangsindexets', '[engagemangsindex|Engagemangsindex]ets'],
    ['Katalogtjänsten HSA', '[katalogtjanst-hsa|Katalogtjänsten HSA]'],
    ['Identifieringstjänsten SITHS', '[siths|Identifieringstjänsten SITHS]'],
    ['Elektroniska remissen', '[elektronisk-remiss|Elektroniska remiss]en'],
    ['den nationella patientöversikten', 'den [npo|nationella patientöversikten]'],
    ['en nationell patientöversikt', 'en [npo|nationell patientöversikt]'],
    ['Nationell patientöversikts', '[npo|Nationell patientöversikt]s'],
    ['Sjunets kablar', '[sjunet|Sjunet]s kablar'],
    ['1177:s personal', '[1177|1177]:s personal'],
    ['1177-appen', '[1177|1177]-appen'],
  ])('%s', (text, expected) => {
    expect(mark(text)).toBe(expected);
  });
});

describe('what is no mention', () => {
  test.each([
    ['an ambiguous word', 'Pascal, Journalen, Sil, HSA, SDK och Eira'],
    ['an ambiguous word with an ending', 'Journalens och Pascals'],
    ['a longer word', 'Webcertifikat, Sjunetverk, OSITHS, läkarintyg, 11770'],
    ['an everyday word with a small letter', 'mina intyg, säkerhetstjänster, formulärhantering, intygstjänster'],
    ['an abbreviation in other case', 'npö, Siths, ntjp'],
    ['part of a compound on the left', 'e-Webcert, icke-SITHS'],
    ['an address', 'https://www.webcert.se/Webcert och www.Webcert.se och inera.se/Webcert och info@Webcert.se'],
    ['a domain', 'Webcert.se'],
    ['a hashtag or a handle', '#Webcert @Webcert'],
    ['a number', '11 177, 1177 000, 1177,50, 1.1177, 08-1177, 1177-2000, +1177, 1177 kr, 1177 %'],
    ['a year', 'år 1177 och året 1177'],
    ['an entity', '&#1177; &NPÖ;'],
    ['a colon before something else', 'NPÖ:abc'],
  ])('%s', (_what, text) => {
    expect(mark(text)).toBe(text);
  });
});

describe('where names stand', () => {
  test.each([
    ['“Webcert”, (Webcert) & Webcert.', '“[webcert|Webcert]”, (Webcert) & Webcert.'],
    ['Rehabstöd/Webcert', '[rehabstod|Rehabstöd]/[webcert|Webcert]'],
    ['1177, 1177.se och 1177 på telefon', '[1177|1177], [1177-se|1177.se] och [1177-pa-telefon|1177 på telefon]'],
    ['ring 1177.', 'ring [1177|1177].'],
    ['1177\u00a0på&nbsp;telefon', '[1177-pa-telefon|1177\u00a0på&nbsp;telefon]'],
    ['1177\n  journal', '[1177-journal|1177\n  journal]'],
    ['NPO\u0308 läses', '[npo|NPÖ] läses'],
    ['\u{1f389}Webcert', '\u{1f389}[webcert|Webcert]'],
    ['<strong>Webcert</strong>s', '<strong>[webcert|Webcert]</strong>s'],
    ['VÅRDHANDBOKEN', '[vardhandboken|VÅRDHANDBOKEN]'],
    ['SITHS\u2011kort', '[siths|SITHS\u2011kort]'],
    ['1177 Vårdguidens e-tjänster', '[1177-e-tjanster|1177 Vårdguidens e-tjänster]'],
    ['2 < 3 och Webcert < NPÖ', '2 < 3 och [webcert|Webcert] < [npo|NPÖ]'],
  ])('%s', (html, expected) => {
    expect(mark(html)).toBe(expected);
  });
});
