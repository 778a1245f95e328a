import type { ServiceEntry } from '../types.ts';

/** A name as it is compared: composed (NFC), lower case, one space, plain hyphens. `WEbcert` and `Webcert` are one. */
export function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** Every name by which a service is known, its own name first, each once. */
export function namesOf(entry: Pick<ServiceEntry, 'name' | 'abbreviation' | 'formerNames' | 'aliases'>): string[] {
  const { name, abbreviation, formerNames, aliases } = entry;
  const seen = new Map<string, string>();
  for (const each of [name, ...(abbreviation === undefined ? [] : [abbreviation]), ...aliases, ...formerNames]) {
    if (!seen.has(each)) seen.set(each, each);
  }
  return [...seen.values()];
}

/** A service's name with its abbreviation, where that says something which the name's own words do not. */
export function fullName({ name, abbreviation }: Pick<ServiceEntry, 'name' | 'abbreviation'>): string {
  const isTold = abbreviation === undefined || ` ${nameKey(name)} `.includes(` ${nameKey(abbreviation)} `);
  return isTold ? name : `${name} (${abbreviation})`;
}

/** The letter a name stands under: its first letter without accents that do not count in the language, or `0–9`. */
export function letterOf(name: string, lang: string): string {
  const first = [...name.normalize('NFC').trim()][0] ?? '#';
  if (/\p{N}/u.test(first)) return '0–9';
  const base = first.normalize('NFD')[0] ?? first;
  const differs = new Intl.Collator(lang, { sensitivity: 'base' }).compare(first, base) !== 0;
  return (differs ? first : base).toLocaleUpperCase(lang);
}
