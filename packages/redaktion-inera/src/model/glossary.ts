import type { Catalogue, Grade, Source, TermEntry } from '../types.ts';

/** An abbreviation and what it stands for. */
export interface Abbreviation {
  short: string;
  /** Absent: not established. */
  long?: string;
  grade: Grade;
  /** Ids of the services it names or belongs with. */
  services: readonly string[];
  /** It is the first service's own abbreviation. */
  own: boolean;
  sources: readonly Source[];
}

/** Every abbreviation of the catalogue and of the terms beside it, in the catalogue's collation. */
export function abbreviations(catalogue: Catalogue, terms: readonly TermEntry[] = []): Abbreviation[] {
  const collator = new Intl.Collator(catalogue.head.lang);
  const own = catalogue.services.flatMap(({ id, abbreviation, expansion, grades, sources }): Abbreviation[] => {
    if (abbreviation === undefined) return [];
    const grade = grades.expansion ?? grades.abbreviation ?? 'unknown';
    const long = expansion === undefined ? {} : { long: expansion };
    return [{ short: abbreviation, ...long, grade, services: [id], own: true, sources }];
  });
  const beside = terms.map(
    ({ short, long, grade, services, sources }): Abbreviation => ({
      short,
      long,
      grade,
      services: services.filter((id) => catalogue.byId.has(id)),
      own: false,
      sources,
    }),
  );
  return [...own, ...beside].toSorted((a, b) => collator.compare(a.short, b.short));
}
