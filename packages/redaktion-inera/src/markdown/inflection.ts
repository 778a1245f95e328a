/**
 * The endings that a word of a name may take in running text, longest last; the bare word is not among them.
 *
 * Swedish: the definite form and the genitive of both (`Formulärhanteringen`, `Intygstjänsterna`, `Webcerts`).
 * An abbreviation in capitals takes `s` alone here; its other endings stand after a colon (`NPÖ:n`), which is a
 * question of borders. A word that is followed by more of the name may also be an adjective in the definite form
 * (`Elektroniska remissen`). Other languages: none.
 */
export function endingsOf(word: string, { lang, last }: { lang: string; last: boolean }): readonly string[] {
  if (lang !== 'sv' || !/\p{L}$/u.test(word)) return [];
  const sibilant = /[sxz]$/iu.test(word);
  const genitive = sibilant ? [] : ['s'];
  if (!/\p{Ll}{3}$/u.test(word)) return genitive;
  return [...genitive, ...(last ? [] : ['a']), ...definite(word)];
}

function definite(word: string): readonly string[] {
  const ending = (forms: readonly string[]): string[] => forms.flatMap((form) => [form, `${form}s`]);
  if (/[aeiouyåäö]$/iu.test(word)) return ending(['n', 't']);
  if (/r$/iu.test(word)) return ending(['na', 'en', 'et']);
  return ending(['en', 'et']);
}

/** What may follow a colon after an abbreviation: `NPÖ:s`, `SITHS:en`. */
export const colonEnding: RegExp = /:(?:s|n|t|en|et|ns|ts|ens|ets|na|nas|ar|or|er)(?![\p{L}\p{N}\p{M}_])/uy;
