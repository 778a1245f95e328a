import type { Catalogue, Grade, Service } from '../types.ts';

/** An abbreviation and what it stands for. */
export interface Abbreviation {
  short: string;
  /** Absent: not established. */
  long?: string;
  grade: Grade;
  service: Service;
}

/** Every abbreviation of the catalogue, in its collation. */
export function abbreviations(catalogue: Catalogue): Abbreviation[] {
  const collator = new Intl.Collator(catalogue.head.lang);
  return catalogue.services.flatMap((service): Abbreviation[] => {
    const { abbreviation, expansion, grades } = service;
    if (abbreviation === undefined) return [];
    const grade = grades.expansion ?? grades.abbreviation ?? 'unknown';
    return [{ short: abbreviation, grade, service, ...(expansion === undefined ? {} : { long: expansion }) }];
  }).toSorted((a, b) => collator.compare(a.short, b.short));
}
