import { z } from 'astro/zod';
import { PLUGIN } from '../plugin-name.ts';
import type { CatalogueSource, ServiceChange } from './define-catalogue.ts';

const address = z.string().startsWith('/', { error: 'must begin with /' });

export const optionsSchema = z.strictObject({
  /** The catalogue, made by `defineCatalogue()`. @default the package's own, of Inera's services */
  catalogue: z.custom<CatalogueSource>((value) => isSource(value), 'must be made by defineCatalogue()').optional(),
  /**
   * Folders that change, hide or add services, terms and guides of the catalogue; later ones win. Paths from the
   * folder in which Astro is started (with `--root` that is not the project's), or `URL`s. @default []
   */
  folders: z.array(z.union([z.string(), z.instanceof(URL)], { error: 'must be a path or a URL' })).default([]),
  /** The same in code: `[{ id: 'npo', hidden: true }]`. Applied after the folders. @default [] */
  services: z.array(z.custom<ServiceChange>((value) => hasId(value), 'must be an object with an id')).default([]),
  /** Address of the directory page in the site's main language. @default '/tjanster' (sv), '/services' (en) */
  path: address.optional(),
  /** Address of the page of abbreviations in the site's main language. @default '/ordlista' (sv), '/glossary' (en) */
  glossaryPath: address.optional(),
  /**
   * Languages of the pages. Those of the main language stand at `path`, those of another below its prefix, or its
   * code where the site has no such language: `/en/services/`. @default the site's languages that the texts know
   */
  languages: z.array(z.string().min(2)).optional(),
  /**
   * What the first mention of a service in a post becomes: a `link` to its page, a `term` that explains itself, or
   * nothing (`off`). A post's front matter may say otherwise: `mentions: off`, or a list of ids to leave alone.
   * @default 'link'
   */
  mentions: z.enum(['link', 'term', 'off']).default('link'),
  /**
   * A fact card under each heading of a post that consists of names of services. A post's front matter turns it off with
   * `service_cards: false`. @default true
   */
  cards: z.boolean().default(true),
  /** The services that a post names, listed in its header. @default true */
  header: z.boolean().default(true),
  /** Months after which a fact is marked as due for a check. @default 12 */
  months: z.int().min(1).default(12),
});

/** What an owner writes. */
export type ServicesOptions = z.input<typeof optionsSchema>;
export type ParsedOptions = z.output<typeof optionsSchema>;

/** @throws when an option is unknown or has a wrong value, naming each. */
export function parseOptions(options: ServicesOptions): ParsedOptions {
  const result = optionsSchema.safeParse(options);
  if (!result.success) throw new Error(`The options of ${PLUGIN} are not valid:\n${z.prettifyError(result.error)}`);
  return result.data;
}

function isSource(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'folders' in value && 'services' in value;
}

function hasId(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}
