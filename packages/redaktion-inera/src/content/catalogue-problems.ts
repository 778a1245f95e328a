import type { PluginCheckContext } from 'astro-redaktion/plugin';
import type { ParsedOptions } from '../config/options.ts';
import { reservedIds, type ServicePaths } from '../model/addresses.ts';
import { dayIn } from '../model/dates.ts';
import { isStale, staleServices } from '../model/stale.ts';
import type { Problem } from '../types.ts';
import { checkPosts } from './check-posts.ts';
import type { LoadedCatalogue } from './load-catalogue.ts';

interface Checked extends PluginCheckContext {
  options: ParsedOptions;
  paths: Readonly<Record<string, ServicePaths>>;
}

/** What a build has to say of a catalogue that could be read: facts that have aged, and what does not fit the site. */
export function catalogueProblems(loaded: LoadedCatalogue, context: Checked): Problem[] {
  const { catalogue } = loaded;
  return [
    ...dueFacts(loaded, context),
    ...takenAddresses(loaded, context.paths),
    ...checkPosts(context.posts, [...catalogue.byId.keys()]),
  ];
}

function dueFacts({ catalogue, guides, placeOf }: LoadedCatalogue, { now, timezone, options }: Checked): Problem[] {
  const { months } = options;
  const today = dayIn(now, timezone);
  const due = (what: string, place: { file: string; line?: number }, checked: string | undefined): Problem => ({
    code: 'facts-not-checked',
    severity: 'warning',
    ...place,
    message: `the facts of ${what} were last checked ${checked ?? 'never'}, more than ${months} months ago.`,
    fix: 'Compare them with their sources and set `checked`.',
  });
  return [
    ...staleServices(catalogue.services, { today, months }).map(({ id, checked }) =>
      due(`\`${id}\``, placeOf(id, 'checked'), checked),
    ),
    ...guides
      .filter((guide) => isStale(guide, { today, months }))
      .map(({ id, checked }) => due(`the guide \`${id}\``, { file: `guides/${id}.yml` }, checked)),
  ];
}

function takenAddresses(
  { catalogue, placeOf }: LoadedCatalogue,
  paths: Readonly<Record<string, ServicePaths>>,
): Problem[] {
  const reserved = reservedIds(paths);
  return [...catalogue.byId.keys()]
    .filter((id) => reserved.has(id))
    .map((id) => ({
      code: 'service-id-reserved',
      severity: 'error',
      ...placeOf(id, 'id'),
      message: `the address of the service "${id}" is taken by a page of the directory.`,
      fix: `Give it another id, such as "${id}-tjanst".`,
    }));
}
