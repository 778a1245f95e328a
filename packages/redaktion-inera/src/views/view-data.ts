import type { PluginContext } from 'astro-redaktion/plugin';
import type { ParsedOptions } from '../config/options.ts';
import { pathsByLanguage } from '../config/paths.ts';
import { type PageFacts, routesOf } from '../config/routes.ts';
import type { LoadedCatalogue } from '../content/load-catalogue.ts';
import type { ServicePaths } from '../model/addresses.ts';
import { dayIn } from '../model/dates.ts';
import { isStale } from '../model/stale.ts';
import type { CatalogueHead, Guide, ServiceEntry, TermEntry } from '../types.ts';

/** What the plugin hands to its pages and components: plain JSON. */
export interface ViewData {
  head: CatalogueHead;
  hidden: string[];
  entries: ServiceEntry[];
  /** Abbreviations that are no services. */
  terms: TermEntry[];
  guides: Guide[];
  /** Where the pages of each language stand, the main language first. */
  paths: Record<string, ServicePaths>;
  /** Route pattern → what its page is told. */
  pages: Record<string, PageFacts>;
  /** Ids of services whose facts are due for a check; guides as `guide/<id>`. It changes with a day, not with a build. */
  due: string[];
}

/** All of it, for one site and the day of its build. */
export function viewData(
  { catalogue, head, hidden, entries, terms, guides }: LoadedCatalogue,
  { options, context }: { options: ParsedOptions; context: PluginContext },
): ViewData {
  const paths = pathsByLanguage(options, context);
  const pages = routesOf(paths).map(({ pattern, entrypoint: _entrypoint, ...facts }) => [pattern, facts] as const);
  const age = { today: dayIn(context.now, context.timezone), months: options.months };
  const due = [
    ...catalogue.services.filter((service) => isStale(service, age)).map(({ id }) => id),
    ...guides.filter((guide) => isStale(guide, age)).map(({ id }) => `guide/${id}`),
  ];
  return { head, hidden, entries, terms, guides, paths, pages: Object.fromEntries(pages), due };
}
