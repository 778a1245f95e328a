import { slugify } from '../model/slugify.ts';
import type { Term } from '../types.ts';

/**
 * Ids of terms in their index. Jekyll's themes have one page of all tags and link to its parts, by the name as posts
 * write it or by its slug: `/tags/#E-hälsa`, `/tags/#machine-learning`. What links there still finds its place. Each
 * id stands once; none is one of ours or of our plugin's.
 */
export function termIds(terms: readonly Term[]): Map<Term, string[]> {
  const used = new Set<string>();
  const once = (id: string): boolean =>
    id !== '' && !/^(?:rd|ri|form)-/.test(id) && !used.has(id) && used.add(id) !== undefined;
  // A slug is taken before another term's name, which is the rarer form.
  const slugs = terms.map(({ label }) => [slugify(label)].filter(once));
  return new Map(
    terms.map((term, at) => {
      const spelt = [term.label, ...term.spellings];
      // Themes link to `#machine-learning` or, by `cgi_escape`, to `#machine+learning`.
      const names = ['-', '+'].flatMap((space) => spelt.map((name) => name.replace(/\s+/g, space)));
      return [term, [...(slugs[at] ?? []), ...names.filter(once)]];
    }),
  );
}
