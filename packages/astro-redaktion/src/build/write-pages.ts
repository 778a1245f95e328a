import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { offeredPrinters } from '../content/hand-over.ts';
import type { KeptPages } from './kept-pages.ts';
import type { PageJob } from './page-job.ts';
import type { Keeper } from './page-keys.ts';

/** What became of the pages. */
export interface Written {
  rendered: number;
  /** Written again as the last build made them. */
  unchanged: number;
  /** Those that Astro has to see to: they answer with something else than a page, or a file of the owner's stands there. */
  left: Set<PageJob>;
}

/** Where and how pages are written. */
export interface Writing {
  /** Output folder. */
  out: string;
  kept: KeptPages;
  render: AstroPrerenderer['render'];
  keeper: Keeper;
}

/**
 * Writes pages one after the other: those whose key is as it was as they were, the others rendered.
 *
 * Astro's own way from path to file (request, log line, three promises of `fs` for each file) costs more than the
 * rendering of most pages.
 */
export async function writePages(jobs: readonly PageJob[], { out, kept, render, keeper }: Writing): Promise<Written> {
  const folders = new Set<string>();
  const done: Written = { rendered: 0, unchanged: 0, left: new Set() };
  for (const job of jobs) {
    const file = join(out, job.file);
    // A file of `public/` wins; Astro says so.
    if (existsSync(file)) {
      done.left.add(job);
      continue;
    }
    const known = kept.read(job.file, keeper.keys(job));
    keeper.begin();
    const body = known ?? (await renderPage(job, render));
    if (!body) {
      done.left.add(job);
      continue;
    }
    const folder = dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(file, body);
    if (known) {
      done.unchanged++;
      continue;
    }
    done.rendered++;
    const key = keeper.keyOf(job, body);
    if (key !== undefined) kept.keep(job.file, key, body);
  }
  return done;
}

async function renderPage(job: PageJob, render: AstroPrerenderer['render']): Promise<Buffer | undefined> {
  const { url, route, page, file } = job;
  const { pages, feeds } = offeredPrinters();
  const printed = await (page ? pages?.(page, url) : feeds?.(file));
  if (printed !== undefined) return Buffer.from(printed);
  const answer = await render(new Request(url), { routeData: route });
  const response = answer instanceof Response ? answer : answer.response;
  return response.status === 200 && response.body ? Buffer.from(await response.arrayBuffer()) : undefined;
}
