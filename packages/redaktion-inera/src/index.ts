import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'astro/zod';
import { definePlugin, type RedaktionPlugin } from 'astro-redaktion/plugin';
import { readCatalogue } from './content/read-catalogue.ts';
import { readExtras } from './content/read-extras.ts';
import { en } from './i18n/en.ts';
import { sv } from './i18n/sv.ts';
import { mentionTransform } from './markdown/transform.ts';
import { createCatalogue } from './model/catalogue.ts';
import { staleServices } from './model/stale.ts';
import type { Problem } from './types.ts';
import type { CatalogueData } from './views/catalogue.ts';

const NAME = 'redaktion-inera';
const OWN = fileURLToPath(new URL('../data/', import.meta.url));
const MORE = { sv: sv['term.more'], en: en['term.more'] };
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const optionsSchema = z.strictObject({
  /**
   * Folders with `catalogue.yml` and `services/*.yml` that change, hide or add services; later ones win.
   * Absolute paths or `URL`s. @default []
   */
  folders: z.array(z.union([z.string(), z.instanceof(URL)], { error: 'must be a path or a URL' })).default([]),
  /** Leave our own catalogue out and show the folders' alone. @default false */
  only: z.boolean().default(false),
  /** Address of the directory page. @default '/tjanster' */
  path: z.string().startsWith('/').default('/tjanster'),
  /** Address of the page of abbreviations. @default '/ordlista' */
  glossaryPath: z.string().startsWith('/').default('/ordlista'),
  /**
   * What the first mention of a service in a post becomes: a `link` to its page, a `term` that explains itself, or
   * nothing (`off`). A post's front matter may say otherwise: `mentions: off`, or a list of ids to leave alone.
   * @default 'link'
   */
  mentions: z.enum(['link', 'term', 'off']).default('link'),
  /** Months after which a fact is marked as due for a check. @default 12 */
  months: z.int().min(1).default(12),
});

/** What an owner writes. */
export type IneraOptions = z.input<typeof optionsSchema>;

/**
 * Sweden's national eHealth services as components and pages. Independent of Inera.
 *
 * @throws when an option is unknown or has a wrong value.
 */
export default function inera(options: IneraOptions = {}): RedaktionPlugin {
  const result = optionsSchema.safeParse(options);
  if (!result.success)
    throw new Error(`The options of redaktion-inera are not valid:\n${z.prettifyError(result.error)}`);
  const { folders, only, glossaryPath, months, mentions } = result.data;
  const path = result.data.path.replace(/\/$/, '');
  const all = [
    ...(only ? [] : [OWN]),
    ...folders.map((folder) => (folder instanceof URL ? fileURLToPath(folder) : folder)),
  ];
  // Problems name our own files from the package; the owner's from wherever the build runs.
  const root = process.cwd();
  const { head, entries, hidden, problems } = readCatalogue(
    all.filter((folder) => folder !== OWN || existsSync(folder)),
    { root },
  );
  const made = head && createCatalogue(entries, { head, hidden });
  const extras = readExtras(all, { root, ids: entries.map(({ data }) => data.id) });
  const data: CatalogueData | undefined = head && {
    head,
    hidden,
    entries: entries.map((entry) => entry.data),
    terms: extras.terms,
    path,
    glossaryPath: glossaryPath.replace(/\/$/, ''),
    months,
  };
  return definePlugin({
    name: NAME,
    version,
    routes: [
      { pattern: path, entrypoint: `${NAME}/routes/services.astro` },
      { pattern: `${path}/[id]`, entrypoint: `${NAME}/routes/service.astro` },
      { pattern: `${path}/catalogue.json`, entrypoint: `${NAME}/routes/catalogue-json.js` },
      { pattern: `${path}/catalogue.schema.json`, entrypoint: `${NAME}/routes/catalogue-schema.js` },
      { pattern: glossaryPath, entrypoint: `${NAME}/routes/glossary.astro` },
    ],
    styles: [`${NAME}/styles/services.css`],
    strings: { sv, en },
    options: data,
    ...(made ? { markdown: mentionTransform(made.catalogue, { as: mentions, path, more: MORE }) } : {}),
    check({ now }) {
      const today = new Date(now).toISOString().slice(0, 10);
      const due = made ? staleServices(made.catalogue.services, { today, months }) : [];
      return [
        ...problems,
        ...extras.problems,
        ...(made?.problems ?? []),
        ...due.map(
          (service): Problem => ({
            code: 'service-not-checked',
            severity: 'warning',
            file: `${service.id}.yml`,
            message: `the facts of \`${service.id}\` were last checked ${service.checked ?? 'never'}, more than ${months} months ago.`,
            fix: 'Compare them with their sources and set `checked`.',
          }),
        ),
      ];
    },
  });
}
