import { z } from 'astro/zod';
import { findService } from '../model/catalogue.ts';
import { FACT_KEYS, type FactKey } from '../model/facts.ts';
import { nearest } from '../model/nearest.ts';
import type { Catalogue, Guide, Vocabulary } from '../types.ts';

/** Schemas of what writers give to the blocks, which know the catalogue: a wrong word is an error with its line. */
export function createProps(catalogue: Catalogue, guides: readonly Guide[]) {
  const { head } = catalogue;
  const serviceId = known((word) => findService(catalogue, word)?.id, [...catalogue.byId.keys()], 'no service');
  const wordOf = (list: Vocabulary) =>
    listed(
      known((word) => (Object.hasOwn(list, word) ? word : undefined), Object.keys(list), 'no word of the catalogue'),
    );
  const factKey = known((word) => FACT_KEYS.find((key) => key === word), FACT_KEYS, 'no fact');
  const id = { id: serviceId };
  const level = z.coerce
    .number()
    .pipe(z.union([z.literal(2), z.literal(3), z.literal(4)], 'must be 2, 3 or 4'))
    .default(3);
  return {
    one: z.strictObject(id),
    card: z.strictObject({ ...id, level }),
    cards: z.strictObject({ ids: listed(serviceId) }),
    list: z.strictObject({
      ids: listed(serviceId).optional(),
      category: wordOf(head.categories).optional(),
      audience: wordOf(head.audiences).optional(),
      access: wordOf(head.access).optional(),
      tag: z.string().min(1).optional(),
      as: z.enum(['cards', 'links'], 'must be cards or links').default('cards'),
      level,
    }),
    table: z.strictObject({
      ids: listed(serviceId),
      facts: listed(factKey).optional() as unknown as z.ZodType<FactKey[] | undefined>,
      title: z.string().min(1).optional(),
    }),
    guide: z.strictObject({
      id: known(
        (word) => guides.find((guide) => guide.id === word)?.id,
        guides.map((guide) => guide.id),
        'no guide',
      ).default('supplier'),
      level,
    }),
  };
}

/** A word that stands for one of a list; `find` gives what it stands for. */
function known(find: (word: string) => string | undefined, words: readonly string[], what: string) {
  return z.union([z.string(), z.number()]).transform((given, context) => {
    const word = String(given).trim();
    const found = find(word);
    if (found !== undefined) return found;
    const near = nearest(word, words);
    context.addIssue({
      code: 'custom',
      message: `names "${word}", which is ${what}. ${near === undefined ? `Known: ${words.join(', ')}` : `Did you mean "${near}"?`}`,
    });
    return z.NEVER;
  });
}

/** A list, or its words with commas between. */
function listed<Item extends z.ZodType>(item: Item) {
  return z.preprocess(
    (given) =>
      typeof given === 'string'
        ? given
            .split(',')
            .map((word) => word.trim())
            .filter(Boolean)
        : given,
    z.array(item).min(1, 'names nothing'),
  );
}
