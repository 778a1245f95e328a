/**
 * What the article's mentions must be, read off its text by hand, section by section, before any code.
 *
 * Rules applied: the first mention of a service in running text is linked; the longest name wins; headings,
 * links and the table of contents are never touched; words that the catalogue calls ambiguous (Journalen,
 * Pascal, Sil, HSA alone) are never linked.
 */

/** Each mention that must be linked, in the order of the text: service, the words inside the link, what follows. */
export const linked: readonly (readonly [id: string, text: string, after: string])[] = [
  ['1177', '1177', ' består av flera tjänster'],
  ['1177-pa-telefon', '1177 vårdguiden på telefon', ' kan patienter komma'],
  ['1177-e-tjanster', 'Vårdguidens e-tjänster', ' låter patienter kommunicera'],
  ['formularhantering', 'Formulärhantering', ', Journalen och'],
  ['1177-intyg', 'Mina intyg', ' är alla integrerade'],
  ['katalogtjanst-hsa', 'Katalogtjänst HSA', ' innehåller uppgifter'],
  ['npo', 'NPÖ', ' låter personal'],
  ['radgivningsstodet-webb', 'Rådgivningsstödet (RGS) webb', ' är ett medicinskt'],
  ['siths', 'SITHS', ' är en elektronisk'],
  ['sjunet', 'Sjunet', ' är ett kommunikationsnät'],
  ['webcert', 'Webcert', ' är en tjänst'],
  ['vardhandboken', 'Vårdhandboken', ' är ett digitalt'],
];

/** Each place that names a service, or looks as if it did, and must stay as it is: the words as they stand, and why. */
export const untouched: readonly (readonly [context: string, why: string])[] = [
  ['kontakt med Ineras tjänster.', 'the company is not a service'],
  ['>Vårdguiden på webben</a> innehåller omfattande', 'inside a link of the author'],
  ['läsa sin journal.', 'an everyday word'],
  [', Journalen och <', 'ambiguous'],
  ['integrerade i 1177. ', 'second mention'],
  ['Formulärhantering låter patienter', 'second mention'],
  ['Journalen låter patienter', 'ambiguous'],
  ['Mina intyg låter patienter', 'second mention'],
  ['sina läkarintyg', 'inside a longer word'],
  ['Pascal används för', 'ambiguous'],
  ['Stödet är baserat', 'an everyday word'],
  ['Sil samlar information', 'ambiguous'],
  ['SITHS funktionscertifikat kan', 'second mention'],
  ['för att skapa digitala intyg', 'an everyday word'],
  ['Exempelvis har Webcert stöd', 'second mention'],
  ['Ineras tjänster är viktiga', 'the company is not a service'],
];

/** The services that each heading is about, in the order of the text; headings that name none are left out. */
export const headings: readonly (readonly [heading: string, ids: readonly string[]])[] = [
  ['1177', ['1177']],
  ['Formulärhantering, Journalen och Mina intyg', ['formularhantering', '1177-journal', '1177-intyg']],
  ['Katalogtjänst HSA', ['katalogtjanst-hsa']],
  ['Nationell patientöversikt (NPÖ)', ['npo']],
  ['Pascal', ['pascal']],
  ['Rådgivningsstödet (RGS) webb', ['radgivningsstodet-webb']],
  ['Svensk informationstjänster för läkemedel (Sil)', ['sil']],
  ['SITHS', ['siths']],
  ['Sjunet', ['sjunet']],
  ['Webcert', ['webcert']],
  ['Vårdhandboken', ['vardhandboken']],
];

/** `tags` and `tags_extra` of the article: what each names, if anything. */
export const tags: readonly (readonly [tag: string, id: string | undefined])[] = [
  ['Företag', undefined],
  ['Medicinteknik', undefined],
  ['Inera', undefined],
  ['1177', '1177'],
  ['HSA', 'katalogtjanst-hsa'],
  ['NPÖ', 'npo'],
  ['SITHS', 'siths'],
  ['Vårdhandboken', 'vardhandboken'],
  ['WEbcert', 'webcert'],
];
