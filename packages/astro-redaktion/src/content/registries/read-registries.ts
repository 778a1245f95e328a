import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'astro/zod';
import { markdownToHtml } from 'satteri';
import type { ParsedOptions } from '../../config/schema.ts';
import { fileUrl } from '../../config/specifier.ts';
import type { AuthorRecord, Registries, TermRecord } from '../../model/site.ts';
import type { Problem } from '../../types.ts';
import type { JekyllSite } from '../jekyll-site.ts';
import { plainText, shorten } from '../plain-text.ts';
import { readEntries, type RegistryEntry } from './entries.ts';
import { authorSchema, termSchema } from './schema.ts';

/** The names of the registries, as the option `registries` has them. */
const KINDS = ['tags', 'categories', 'authors'] as const;
type Kind = (typeof KINDS)[number];

/** What decides where the registries lie. */
export interface RegistryPlaces {
  parsed: Pick<ParsedOptions, 'registries'>;
  jekyll: Pick<JekyllSite, 'root' | 'config'>;
  /** Root of the Astro project; ends with a slash. */
  project: URL;
}

/**
 * Reads `_data/tags.yml`, `categories.yml` and `authors.yml`, or the files that the option `registries` names.
 * A file that does not exist gives no registry; one that an option names and that does not exist is a problem.
 */
export function readRegistries(places: RegistryPlaces): { registries: Registries; problems: Problem[] } {
  const problems: Problem[] = [];
  const registries: Registries = {};
  for (const kind of KINDS) {
    const found = findFile(kind, places);
    if (typeof found === 'object' && 'problem' in found) problems.push(found.problem);
    if (!(found instanceof URL)) continue;
    const file = shown(found, places);
    const text = readFileSync(found, 'utf8');
    const read = kind === 'authors' ? readAuthors(text, file) : readTerms(text, { kind, file });
    problems.push(...read.problems);
    // A file of another shape, as a Jekyll site may have, is no registry.
    if (read.problems.some(({ code }) => code === 'registry-wrong-shape' || code === 'registry-broken-yaml')) continue;
    Object.assign(registries, { [kind]: read.records });
  }
  return { registries, problems };
}

/** Files whose change changes the registries: those that exist, and those that might come. */
export function registryFiles(places: RegistryPlaces): string[] {
  return KINDS.flatMap((kind) => candidates(kind, places)).map((url) => fileURLToPath(url));
}

function findFile(kind: Kind, places: RegistryPlaces): URL | { problem: Problem } | undefined {
  const found = candidates(kind, places).find((url) => existsSync(url));
  const setting = places.parsed.registries[kind];
  if (found || typeof setting !== 'string') return found;
  const problem: Problem = {
    code: 'registry-missing',
    severity: 'error',
    file: 'astro.config',
    message: `the option \`registries.${kind}\` is \`${setting}\`, but there is no such file.`,
    fix: 'Create it, correct the path, or leave the option out.',
  };
  return { problem };
}

/** The owner's file; else those of the Jekyll site's data folder, then of the project's own. */
function candidates(kind: Kind, { parsed, jekyll, project }: RegistryPlaces): URL[] {
  const setting = parsed.registries[kind];
  if (setting === false) return [];
  if (setting !== undefined) return [fileUrl(setting, project)];
  const folders = [
    new URL(`${jekyll.config.dataDir.replace(/^\/+|\/+$/g, '')}/`, jekyll.root),
    new URL('_data/', project),
  ];
  return folders.flatMap((folder) => ['yml', 'yaml', 'json'].map((ending) => new URL(`${kind}.${ending}`, folder)));
}

function shown(url: URL, { project }: RegistryPlaces): string {
  return relative(fileURLToPath(project), fileURLToPath(url)).replaceAll('\\', '/');
}

function readTerms(
  text: string,
  { kind, file }: { kind: Kind; file: string },
): { records: TermRecord[]; problems: Problem[] } {
  const { entries, problems } = readEntries(text, { kind, file, schema: termSchema, name: 'label' });
  const records = entries.map(
    ({ key, value, ...place }: RegistryEntry<z.output<typeof termSchema>>): TermRecord => ({
      ...place,
      file,
      key,
      label: value.label ?? key,
      ...given(value, ['slug', 'aliases', 'parent', 'colour']),
      ...described(value.description),
      ...localesOf(value.locales, (texts) => ({ ...given(texts, ['label', 'slug']), ...described(texts.description) })),
    }),
  );
  return { records, problems };
}

function readAuthors(text: string, file: string): { records: AuthorRecord[]; problems: Problem[] } {
  const { entries, problems } = readEntries(text, { kind: 'authors', file, schema: authorSchema, name: 'name' });
  const records = entries.map(
    ({ key, value, ...place }: RegistryEntry<z.output<typeof authorSchema>>): AuthorRecord => {
      const link = value.link ?? value.url;
      return {
        ...place,
        file,
        key,
        name: value.name ?? key,
        ...given(value, ['slug', 'aliases']),
        ...(link === undefined ? {} : { link }),
        ...biography(value),
        ...localesOf(value.locales, biography),
      };
    },
  );
  return { records, problems };
}

function biography({ description, bio }: { description?: string | undefined; bio?: string | undefined }) {
  return {
    ...(description === undefined ? {} : { description }),
    ...(bio === undefined ? {} : { bio: markdownToHtml(bio).html.trim() }),
  };
}

/** The owner's Markdown, trusted as that of posts is, and its text for search engines. */
function described(markdown: string | undefined): { description?: string; summary?: string } {
  if (markdown === undefined) return {};
  const description = markdownToHtml(markdown).html.trim();
  return { description, summary: shorten(plainText(description)) };
}

function localesOf<T, R>(
  locales: Record<string, T> | undefined,
  read: (texts: T) => R,
): { locales?: Record<string, R> } {
  if (!locales) return {};
  return { locales: Object.fromEntries(Object.entries(locales).map(([lang, texts]) => [lang, read(texts)])) };
}

/** Those of the fields that were written. */
function given<T extends object, K extends keyof T>(
  value: T,
  fields: readonly K[],
): { [P in K]?: Exclude<T[P], undefined> } {
  const written = fields.filter((field) => value[field] !== undefined).map((field) => [field, value[field]]);
  return Object.fromEntries(written) as { [P in K]?: Exclude<T[P], undefined> };
}
