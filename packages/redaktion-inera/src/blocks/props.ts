import { z } from 'astro/zod';
import { findService } from '../model/catalogue.ts';
import { FACT_KEYS, type FactKey } from '../model/facts.ts';
import { nearest } from '../model/nearest.ts';
import type { Catalogue, Guide, Vocabulary } from '../types.ts';

/** Schemas of what writers give to the blocks, which know the catalogue: a wrong word is an error with its line. */
export function createProps(catalogue: Catalogue, guides: readonly Guide[]) {
  const { head } = catalogue;
  const service: Known<string> = {
    find: (word) => findService(catalogue, word)?.id,
    words: [...catalogue.byId.keys()],
    what: 'no service',
  };
  const wordOf = (list: Vocabulary): Known<string> => ({
    find: (word) => (Object.hasOwn(list, word) ? word : undefined),
    words: Object.keys(list),
    what: 'no word of the catalogue',
  });
  const fact: Known<FactKey> = {
    find: (word) => FACT_KEYS.find((key) => key === word),
    words: FACT_KEYS,
    what: 'no fact',
  };
  const guide: Known<string> = {
    find: (word) => guides.find(({ id }) => id === word)?.id,
    words: guides.map(({ id }) => id),
    what: 'no guide',
  };
  const id = { id: one(service) };
  const level = z.coerce
    .number()
    .pipe(z.union([z.literal(2), z.literal(3), z.literal(4)], 'must be 2, 3 or 4'))
    .default(3);
  return {
    one: z.strictObject(id),
    card: z.strictObject({ ...id, level }),
    cards: z.strictObject({ ids: several(service) }),
    list: z.strictObject({
      ids: several(service).optional(),
      category: several(wordOf(head.categories)).optional(),
      audience: several(wordOf(head.audiences)).optional(),
      access: several(wordOf(head.access)).optional(),
      tag: z.string().min(1).optional(),
      as: z.enum(['cards', 'links'], 'must be cards or links').default('cards'),
      level,
    }),
    table: z.strictObject({
      ids: several(service),
      facts: several(fact).optional(),
      title: z.string().min(1).optional(),
    }),
    guide: z.strictObject({ id: one(guide).prefault('supplier'), level }),
  };
}

/** What is known: how a word is found, all there are, and what a word that is not found is said to be. */
interface Known<Found> {
  find: (word: string) => Found | undefined;
  words: readonly string[];
  what: string;
}

/** A word that stands for something known. */
function one<Found>(known: Known<Found>) {
  return z
    .union([z.string(), z.number()])
    .transform((given, context) => read(String(given), known, context) ?? z.NEVER);
}

/** A list of such words, or a text of them with commas between. */
function several<Found>(known: Known<Found>) {
  return z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]).transform((given, context) => {
    const words = (Array.isArray(given) ? given.map(String) : String(given).split(',')).filter(
      (word) => word.trim() !== '',
    );
    if (words.length === 0) context.addIssue({ code: 'custom', message: 'names nothing' });
    return words.flatMap((word) => read(word, known, context) ?? []);
  });
}

function read<Found>(given: string, { find, words, what }: Known<Found>, context: z.RefinementCtx): Found | undefined {
  const word = given.trim();
  const found = find(word);
  if (found !== undefined) return found;
  const near = nearest(word, words);
  const help = near === undefined ? `known: ${words.join(', ')}` : `did you mean "${near}"?`;
  context.addIssue({ code: 'custom', message: `names "${word}", which is ${what} (${help})` });
  return undefined;
}
