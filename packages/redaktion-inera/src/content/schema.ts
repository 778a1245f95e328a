import { z } from 'astro/zod';
import type { CatalogueHead, ServiceEntry } from '../types.ts';
import { address, day, grade, id, localized, partialDate, sources, text, words } from './schema-parts.ts';

/** The relation types a file may state; `model/relations.ts` knows what each is the inverse of. */
const relationTypes = [
  'part-of',
  'has-part',
  'login-with',
  'login-for',
  'authority-from',
  'authority-for',
  'data-from',
  'delivers-to',
  'requires',
  'required-by',
  'runs-over',
  'carries',
  'uses',
  'used-by',
  'replaces',
  'replaced-by',
  'complements',
  'see-also',
] as const;

const relation = z.strictObject({
  type: z
    .enum(relationTypes)
    .describe('How this service hangs together with the other. The other direction is computed.'),
  to: id.describe('The id of the other service.'),
  grade,
  label: localized.optional().describe("Finer words than the type's own."),
});

const successor = z
  .strictObject({
    id: id.optional().describe('A service of this catalogue …'),
    name: text.optional().describe('… or the name of something outside it.'),
    owner: text.optional(),
    url: address.optional(),
    grade,
  })
  .refine((value) => value.id !== undefined || value.name !== undefined, 'needs an id or a name');

const grades = z.strictObject({
  name: grade.optional(),
  abbreviation: grade.optional(),
  expansion: grade.optional(),
  aliases: grade.optional(),
  category: grade.optional(),
  audience: grade.optional(),
  access: grade.optional(),
  description: grade.optional(),
  whoMayUse: grade.optional(),
  url: grade.optional(),
  integration: grade.optional(),
  status: grade.optional(),
  relations: grade.optional(),
});

/** One service, as its file states it. Strict: an unknown key is an error. What is absent is unknown. */
export const serviceSchema: z.ZodType<ServiceEntry> = z.strictObject({
  id,
  name: text.describe('What the service is called today.'),
  abbreviation: text.optional().describe('Leave it out if there is none.'),
  expansion: text.optional().describe('What the abbreviation stands for.'),
  formerNames: words.describe('Names it has had.'),
  aliases: words.describe('Other names it goes by. Name, abbreviation and former names need not be repeated.'),
  mentionAs: words.describe('Further spellings that count as a mention in a post but are printed nowhere.'),
  ambiguous: words.describe('Words that may mean something else; never taken for a mention.'),
  category: text.describe('A key of categories in catalogue.yml.'),
  kind: text.default('service').describe('A key of kinds in catalogue.yml.'),
  audience: words.describe('Keys of audiences in catalogue.yml.'),
  access: words.describe('Keys of access in catalogue.yml. Leave it out if it is not known.'),
  accessNote: localized.optional().describe('How one logs in or gets access.'),
  whoMayUse: localized.optional(),
  description: localized.describe('One or two sentences of our own.'),
  url: address.optional().describe('A page about the service.'),
  serviceUrl: address.optional().describe('The service itself.'),
  integration: z
    .strictObject({
      openApi: z
        .enum(['yes', 'partial', 'none-found'])
        .optional()
        .describe('none-found: none was found, which is no proof. Leave it out if it is not known.'),
      route: localized.optional().describe('How a system is connected.'),
    })
    .optional(),
  status: z.enum(['active', 'paused', 'winding-down', 'wound-up', 'handed-over', 'unknown']),
  statusNote: localized.optional(),
  after: z.array(successor).default([]).describe('What came after a service that is wound up or handed over.'),
  owner: text.describe('Who is responsible for the service.'),
  neighbour: z.boolean().default(false).describe('Run by somebody other than whom the catalogue is about.'),
  nameOnly: z.boolean().default(false).describe('Nothing but the name is established.'),
  note: localized.optional(),
  checked: day.optional().describe('The day a person last compared the file with its sources.'),
  evidence: z
    .strictObject({ date: partialDate, grade })
    .optional()
    .describe('The newest dated sign that the service exists under this name.'),
  relations: z.array(relation).default([]),
  grades: grades.default({}).describe('How well each field is known.'),
  sources,
});

const vocabulary = z.record(id, localized);

/** `catalogue.yml`: the catalogue's name, and the words its entries may use. */
export const catalogueSchema: z.ZodType<CatalogueHead> = z.strictObject({
  id,
  lang: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .default('sv'),
  title: localized,
  description: localized.optional(),
  independence: localized.optional().describe('A line shown on every page, e.g. that the catalogue is independent.'),
  relationsIn: z
    .enum(['either', 'both'])
    .default('either')
    .describe(
      'either: one of two files states a relation, the other direction is computed. both: a one-sided one is an error.',
    ),
  categories: vocabulary,
  kinds: vocabulary,
  audiences: vocabulary,
  access: vocabulary,
});
